import type { Records } from '#electron/records/records.ts';
import { type Problem, ProblemError } from '#shared/model/problem.ts';
import type { SyncSource } from '#shared/model/sync.ts';
import { deliver } from './delivering.ts';
import { Entries, isPending } from './entries.ts';
import type { SendInto } from './errand.ts';
import { serviceOf } from './requests.ts';

/** What became of what waited. */
export interface Sent {
  /** Entries that are done. */
  readonly pushed: number;
  readonly refused: number;
  /** Entries that a person must look at now. */
  readonly attention: number;
  /** Why something waits on: a service could not be asked, or a dossier could not be read; `null` when nothing does. */
  readonly problem: Problem | null;
}

const sending = new WeakMap<Records, Promise<unknown>>();

/** Whether something of the outbox is being sent just now. */
export const isSending = (records: Records): boolean => sending.has(records);

/**
 * Sends what waits, one entry after another in the order in which they were decided. Each step is recorded when it is
 * done; a sending that is cut short, by a kill too, goes on after the last one. What can't be sent because a service
 * can't be reached waits on, and so does all that is behind it for the same service. A second call waits for the first.
 * Rejects with the signal's reason when that is aborted, and with a problem when the records can't be written.
 */
export function sendWaiting(into: SendInto): Promise<Sent> {
  const { records } = into;
  const run = () => sendAll(into);
  const turn = (sending.get(records) ?? Promise.resolve()).then(run, run);
  sending.set(records, turn);
  const over = () => {
    if (sending.get(records) === turn) sending.delete(records);
  };
  turn.then(over, over);
  return turn;
}

async function sendAll(into: SendInto): Promise<Sent> {
  const entries = await Entries.of(into.records);
  const down = new Map<SyncSource, Problem>();
  let damaged: Problem | null = null;
  const ends = { done: 0, refused: 0, 'needs-attention': 0, waiting: 0, sending: 0, undone: 0 };
  for (const { command, id } of entries.all.filter(isPending)) {
    into.signal?.throwIfAborted();
    const service = serviceOf(command);
    if (down.has(service)) continue;
    try {
      const { problem, state } = await deliver(entries, id, into);
      ends[state] += 1;
      if (state === 'waiting' && problem) down.set(service, problem);
    } catch (error) {
      // A customer whose dossier can't be read keeps no other one waiting.
      if (!(error instanceof ProblemError) || error.problem.kind !== 'damaged') throw error;
      damaged ??= error.problem;
    }
  }
  const [problem = damaged] = down.values();
  return { pushed: ends.done, refused: ends.refused, attention: ends['needs-attention'], problem };
}
