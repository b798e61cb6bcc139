import { z } from 'zod';
import type { Ledger, Records } from '#electron/records/records.ts';
import { Cursor } from '#electron/sync/source.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { SyncRun, SyncSource, SyncStep } from '#shared/model/sync.ts';

/** What was counted of a step so far. */
const Tally = z.object({
  needed: z.number().int().nonnegative(),
  unreadable: z.number().int().nonnegative(),
  customers: z.number().int().nonnegative(),
  subscriptions: z.number().int().nonnegative(),
  delegations: z.number().int().nonnegative(),
});
export type Tally = z.infer<typeof Tally>;

/** A run that is not at its end, and where it goes on. */
const Going = z.object({
  run: SyncRun,
  cursor: Cursor.nullable(),
  /** Everything was read; what is left is to count. */
  isRead: z.boolean().default(false),
  tallies: z.partialRecord(SyncStep, Tally),
  /** Requests of the processes before this one. */
  before: SyncRun.shape.requests,
});
export type Going = z.infer<typeof Going>;

const Standing = z.object({
  going: z.partialRecord(SyncSource, Going),
  /** Clashes that were open when the last run ended, less those that were resolved since. */
  clashes: z.array(z.object({ customer: CustomerId, clash: z.string() })),
});
export type Standing = z.infer<typeof Standing>;

const Ended = z.object({ runs: z.array(SyncRun) });

/** The place of each run that is under way, saved after each page. */
export const standingOf = (records: Records): Promise<Ledger<Standing>> =>
  records.ledger('sync', Standing, { going: {}, clashes: [] });

/** Every run that ended, the oldest first. */
export const endedOf = (records: Records): Promise<Ledger<z.infer<typeof Ended>>> =>
  records.ledger('sync-runs', Ended, { runs: [] });
