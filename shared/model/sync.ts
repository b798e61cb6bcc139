import { z } from 'zod';
import { CustomerId, Instant } from './ids.ts';
import { Problem } from './problem.ts';
import { Channel } from './subscription.ts';

/** A service that facts are pulled from. */
export const SyncSource = z.enum(['partner-center', 'graph']);
export type SyncSource = z.infer<typeof SyncSource>;

/** What a pull is at, in the order of its steps. */
export const SyncStep = z.enum([
  'partners',
  'reseller-link',
  'customers',
  'customer-details',
  'delegated-customers',
  'delegations',
  'assignments',
]);
export type SyncStep = z.infer<typeof SyncStep>;

/** How many requests a sync made, and how many the data needs at least. */
export const RequestCount = z.object({
  sent: z.number().int().nonnegative(),
  /** As many as an undisturbed sync of the same data makes. */
  needed: z.number().int().nonnegative(),
  /** Answers that asked us to wait (429). */
  throttled: z.number().int().nonnegative(),
  /** Requests that were sent again, for whatever reason. */
  repeated: z.number().int().nonnegative(),
});
export type RequestCount = z.infer<typeof RequestCount>;

/** Something that a server sent and that could not be read; the rest of its page was taken. */
export const Unreadable = z.object({
  step: SyncStep,
  /** The id that it carries, or where it stood (`items[3]`). */
  id: z.string(),
  /** Whose it is, where that is known. */
  customer: CustomerId.nullable(),
  /** A key of the `rejections` catalogue and the values it names. */
  key: z.string().min(1),
  values: Problem.shape.values,
});
export type Unreadable = z.infer<typeof Unreadable>;

/** One pull from one source, from its beginning to its end, however often it was cut short. */
export const SyncRun = z.object({
  id: z.string().min(1),
  source: SyncSource,
  /** The member of staff who began it. */
  by: z.string().min(1),
  startedAt: Instant,
  /** `null` while it is not at its end. */
  endedAt: Instant.nullable(),
  /** `interrupted`: it can go on from where it was. */
  state: z.enum(['running', 'paused', 'interrupted', 'done', 'cancelled', 'failed']),
  /** Why it could not go on, where it could not; of one that is done, why there was nothing to pull. */
  problem: Problem.nullable(),
  /** How many objects were read. */
  pulled: z.object({
    customers: z.number().int().nonnegative(),
    subscriptions: z.number().int().nonnegative(),
    delegations: z.number().int().nonnegative(),
  }),
  /** What differs from before, counted when it ended; `null` until then. */
  changes: z
    .object({
      appeared: z.number().int().nonnegative(),
      changed: z.number().int().nonnegative(),
      gone: z.number().int().nonnegative(),
    })
    .nullable(),
  /** Clashes that it found. */
  clashes: z.number().int().nonnegative(),
  requests: RequestCount,
  /** The first ones that could not be read, and how many there were. */
  unreadable: z.array(Unreadable).max(100),
  unreadableCount: z.number().int().nonnegative(),
  /** Fields of the wire that nobody knew, and how often each was met. */
  unknownFields: z.record(z.string(), z.number().int().positive()),
  /** How often it went on after it was cut short. */
  resumed: z.number().int().nonnegative(),
});
export type SyncRun = z.infer<typeof SyncRun>;

/** How far a running pull is. */
export const SyncProgress = z.object({
  run: z.string(),
  source: SyncSource,
  step: SyncStep,
  done: z.number().int().nonnegative(),
  /** `null` while nobody can tell. */
  of: z.number().int().nonnegative().nullable(),
  /** Objects a second, over the last half minute. */
  rate: z.number().nonnegative(),
  /** Seconds left, `null` while nobody can tell. */
  left: z.number().nonnegative().nullable(),
  /** Until when the server asked us to wait; `null` when it did not. */
  waitingUntil: Instant.nullable(),
  requests: RequestCount,
});
export type SyncProgress = z.infer<typeof SyncProgress>;

/** What kind of thing a sync found to be otherwise than before. */
export const ChangedThing = z.enum(['customer', 'subscription', 'delegation', 'seats']);
export type ChangedThing = z.infer<typeof ChangedThing>;

/** One difference that a sync made: a thing that appeared, that says something else, or that is gone upstream. */
export const Change = z.object({
  what: ChangedThing,
  /** Its id; of seats their SKU. */
  id: z.string().min(1),
  name: z.string().nullable(),
  how: z.enum(['appeared', 'changed', 'gone', 'returned']),
  /** The fields that say something else, with what they said before and say now, as words; `null` where nothing. */
  fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export type Change = z.infer<typeof Change>;

/** A change with the customer it belongs to. */
export const CustomerChange = Change.extend({ customer: CustomerId, customerName: z.string() });
export type CustomerChange = z.infer<typeof CustomerChange>;

/** One value of two that contradict each other, and where it came from. */
const Side = z.object({ value: Channel, source: z.string().min(1), asOf: Instant });

/**
 * What staff declared and a source contradicts. Until a person decides, the source's word counts and both are kept; after
 * that the chosen one does, until the source says yet another thing.
 */
export const Clash = z.object({
  id: z.string().min(1),
  subscription: z.string().min(1),
  field: z.literal('channel'),
  staff: Side,
  upstream: Side,
  foundAt: Instant,
  resolved: z.object({ keep: z.enum(['staff', 'upstream']), by: z.string().min(1), at: Instant }).nullable(),
});
export type Clash = z.infer<typeof Clash>;
