import { z } from 'zod';
import type { WireAnswer, WireRequest } from '#electron/network/wire.ts';
import type { Records } from '#electron/records/records.ts';
import type { CustomerId, DelegationId, Instant } from '#shared/model/ids.ts';
import { type SyncSource, SyncStep, type Unreadable } from '#shared/model/sync.ts';
import type { ListObservation, Observation } from './observations.ts';

/** Where a pull stands: enough to go on from there, in another process too. */
export const Cursor = z.object({
  step: SyncStep,
  /** Within the step, in words of its own; `null` at its beginning. */
  at: z.string().nullable(),
});
export type Cursor = z.infer<typeof Cursor>;

/** What a source showed in some answers; recorded whole before the next is asked for. */
export interface Page {
  readonly step: SyncStep;
  readonly observations: readonly Observation[];
  /** Lists that were seen whole. */
  readonly lists: readonly ListObservation[];
  readonly unreadable: readonly Unreadable[];
  /** How often each field that nobody knows was met. */
  readonly unknownFields: ReadonlyMap<string, number>;
  /** When the first of the answers came: as of when their facts held. */
  readonly asOf: Instant;
  /** Where the pull stands when this page is recorded; `null` at its end. */
  readonly next: Cursor | null;
  /** How much of the step is done with it, and how much there is; `null` while nobody can tell. */
  readonly done: number;
  readonly of: number | null;
  /** How many requests an undisturbed pull makes for it. */
  readonly needed: number;
  /** The step began anew: what was counted of it before does not count. */
  readonly anew: boolean;
}

/** What a source works with. */
export interface PullContext {
  /** Sends a request of this run, when the pull is not paused. */
  readonly send: (request: WireRequest) => Promise<WireAnswer>;
  readonly records: Records;
  /** The service's address, without a slash at its end. */
  readonly base: string;
  /** When this run began. */
  readonly startedAt: Instant;
  /** Whether everything in a step of this run could be read: only then is what it did not show known to be gone. */
  readonly sawAll: (step: SyncStep) => boolean;
  /** How many customers and delegations a step of this run showed so far. */
  readonly shown: (step: SyncStep) => { readonly customers: number; readonly delegations: number };
  /** Told how far a step is, between its pages too. */
  readonly progress: (step: SyncStep, done: number, of: number | null) => void;
  readonly holders: (id: DelegationId) => readonly CustomerId[];
}

/** A service that facts are pulled from. */
export interface Source {
  readonly name: SyncSource;
  /** Pages from a cursor on, or from the beginning. */
  pull(from: Cursor | null, context: PullContext): AsyncIterable<Page>;
}
