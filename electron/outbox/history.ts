import type { Records } from '#electron/records/records.ts';
import { Intake } from '#electron/sync/intake.ts';
import type { CustomerObservation, Sighting } from '#electron/sync/observations.ts';
import { type Dossier, HistoryEntry } from '#shared/model/dossier.ts';
import type { Instant } from '#shared/model/ids.ts';
import type { OutboxEntry } from '#shared/model/outbox.ts';
import { customerOf, subjectsOf } from './command.ts';

type Event = Extract<HistoryEntry['event'], `command-${string}`>;

interface Seen {
  readonly observation: CustomerObservation;
  readonly sighting: Sighting;
}

/**
 * Writes what became of a command into the history of the customer whom it is about, together with what a service showed
 * of that customer then. The same again changes nothing: a sending that was cut short tells it once. In the audit log the
 * outbox has lines of its own; this one is the dossier's.
 */
export async function tell(
  records: Records,
  entry: OutboxEntry,
  event: Event,
  at: Instant,
  seen: Seen | null = null,
): Promise<void> {
  const customer = customerOf(entry.command);
  const before = customer === null ? undefined : records.dossier(customer);
  if (before === undefined) return;
  const { by } = entry;
  const merged = seen ? await withSeen(records, before, seen, at, by) : { dossier: before, subjects: [] };
  if (merged.subjects.length === 0 && isTold(before, entry, event)) {
    if (merged.dossier !== before) await records.save([merged.dossier], { by });
    return;
  }
  const made = entry.result?.delegation ? [`delegation:${entry.result.delegation}`] : [];
  const subjects = [...new Set([...subjectsOf(entry.command, entry.id), ...made, ...merged.subjects])];
  const line = HistoryEntry.parse({ at, by, event, source: seen?.sighting.source ?? null, subjects });
  await records.save([{ ...merged.dossier, history: [...before.history, line] }], { by });
}

/** Puts what a service showed of the customer into its dossier; the line in its history is written when the command is over. */
export async function keepSeen(records: Records, entry: OutboxEntry, at: Instant, seen: Seen): Promise<void> {
  const customer = customerOf(entry.command);
  const before = customer === null ? undefined : records.dossier(customer);
  if (before === undefined) return;
  const { dossier } = await withSeen(records, before, seen, at, entry.by);
  if (dossier !== before) await records.save([dossier], { by: entry.by });
}

/** The dossier with what was seen in it, and the subjects that it changed. The line that the merge writes is left to ours. */
async function withSeen(
  records: Records,
  before: Dossier,
  { observation, sighting }: Seen,
  at: Instant,
  by: string,
): Promise<{ dossier: Dossier; subjects: readonly string[] }> {
  const intake = new Intake(records, sighting);
  intake.take(observation);
  const [after] = await intake.harvest(at, by);
  if (after === undefined) return { dossier: before, subjects: [] };
  const subjects = after.history.slice(before.history.length).flatMap((line) => line.subjects);
  return { dossier: { ...after, history: before.history }, subjects };
}

function isTold({ history }: Dossier, { id }: OutboxEntry, event: Event): boolean {
  return history.some((line) => line.event === event && line.subjects.includes(`outbox:${id}`));
}
