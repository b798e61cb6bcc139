import { z } from 'zod';
import type { Ledger, Note, Records } from '#electron/records/records.ts';
import { OutboxEntry } from '#shared/model/outbox.ts';
import { ProblemError } from '#shared/model/problem.ts';

const Outbox = z.object({ entries: z.array(OutboxEntry) });
type Outbox = z.infer<typeof Outbox>;

/** How many entries that came to an end are kept; each customer's history has what was done for it anyway. */
const ENDED_KEPT = 1_000;

/** The outbox of a workspace, the oldest entry first. */
export class Entries {
  readonly #ledger: Ledger<Outbox>;

  private constructor(ledger: Ledger<Outbox>) {
    this.#ledger = ledger;
  }

  static async of(records: Pick<Records, 'ledger'>): Promise<Entries> {
    return new Entries(await records.ledger('outbox', Outbox, { entries: [] }));
  }

  get all(): readonly OutboxEntry[] {
    return this.#ledger.value.entries;
  }

  /** One entry, or a `not-found` problem. */
  get(id: string): OutboxEntry {
    const entry = this.all.find((one) => one.id === id);
    if (!entry) throw new ProblemError('not-found', 'outboxUnknown', { entry: id });
    return entry;
  }

  /** Puts a new entry at the end, unless `check` throws when it sees those before it. */
  async add(entry: OutboxEntry, note: Note, check: (before: readonly OutboxEntry[]) => void): Promise<void> {
    await this.#ledger.change(({ entries }) => {
      check(entries);
      return { entries: [...withoutOldest(entries), entry] };
    }, note);
  }

  /** Puts another state of an entry in its place; gives it back. */
  async change(id: string, next: (now: OutboxEntry) => OutboxEntry, note?: Note): Promise<OutboxEntry> {
    await this.#ledger.change(({ entries }) => {
      const present = entries.find((one) => one.id === id);
      if (!present) throw new ProblemError('not-found', 'outboxUnknown', { entry: id });
      const changed = next(present);
      return { entries: entries.map((one) => (one === present ? changed : one)) };
    }, note);
    return this.get(id);
  }
}

/** Whether it is still to be sent; one that says `sending` was cut short, or is at it. */
export const isPending = ({ state }: OutboxEntry): boolean => state === 'waiting' || state === 'sending';

/** Whether nothing more will become of it. */
export const isOver = ({ state }: OutboxEntry): boolean =>
  state === 'done' || state === 'refused' || state === 'undone';

function withoutOldest(entries: readonly OutboxEntry[]): readonly OutboxEntry[] {
  const over = entries.filter(isOver);
  const surplus = new Set(over.slice(0, Math.max(0, over.length - ENDED_KEPT + 1)));
  return entries.filter((one) => !surplus.has(one));
}
