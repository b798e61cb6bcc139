import type { SyncState } from '#shared/contract/sync.ts';
import type { SyncRun, SyncSource } from '#shared/model/sync.ts';

/** How a source stands, in one word. */
export type Standing =
  | 'never'
  | 'next'
  | 'running'
  | 'waiting'
  | 'paused'
  | Exclude<SyncRun['state'], 'running' | 'paused'>;

/** How one source stands: at work, in the queue, or as its last run ended. */
export function standingOf(state: SyncState, source: SyncSource, now: number): Standing {
  const { progress, paused, next, last } = state;
  if (progress?.source === source) {
    if (paused) return 'paused';
    return isAhead(progress.waitingUntil, now) ? 'waiting' : 'running';
  }
  if (next.includes(source)) return 'next';
  const run = last[source];
  if (run === null) return 'never';
  // A run that says it is at work while none is was cut short.
  return run.state === 'running' || run.state === 'paused' ? 'interrupted' : run.state;
}

/** Whether the outbox is being sent, or a pull is at work, paused, or about to begin: another cannot. */
export const isAtWork = ({ progress, sending, next }: Pick<SyncState, 'progress' | 'sending' | 'next'>): boolean =>
  progress !== null || sending !== null || next.length > 0;

/** Whether an instant lies ahead of the clock. */
export const isAhead = (instant: string | null, now: number): boolean => instant !== null && Date.parse(instant) > now;

/** Of several sources the standing that a person should know of first. */
const FIRST_OF_ALL = ['failed', 'interrupted', 'never', 'cancelled', 'done'] as const;

/**
 * How all sources stand while none is at work, and as of when the facts stand: since the run that began first, however long it
 * took and however often it was cut short, for what it read first is that old.
 */
export function restingOf(state: SyncState, now: number): { standing: Standing; since: string | null } {
  const standings = state.sources.map((source) => standingOf(state, source, now));
  const standing = FIRST_OF_ALL.find((one) => standings.includes(one)) ?? 'never';
  const begins = state.sources.flatMap((source) => {
    const run = state.last[source];
    return run?.state === 'done' ? [run.startedAt] : [];
  });
  const since = begins.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
  // One source that was never asked does not make the other's facts untold.
  return { standing: standing === 'never' && since !== null ? 'done' : standing, since };
}

/** How much of a step is done, from 0 to 1; `null` while nobody can tell. */
export function shareOf({ done, of }: { readonly done: number; readonly of: number | null }): number | null {
  return of === null || of === 0 ? null : Math.min(1, done / of);
}
