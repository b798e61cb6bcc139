import type { Records } from '#electron/records/records.ts';
import type { SyncRun, SyncSource } from '#shared/model/sync.ts';
import { survey } from './changes-of.ts';
import { endedOf, type Standing, standingOf } from './ledgers.ts';

/** Counts what a run changed and puts it with those that ended; nothing goes on with it any more. */
export async function endRun(before: SyncRun, records: Records, clock: () => Date): Promise<SyncRun> {
  const { changes, clashes } = await survey(records, before.id);
  const found = clashes.filter(({ foundAt }) => foundAt >= before.startedAt).length;
  const run: SyncRun = { ...before, changes, clashes: found, endedAt: clock().toISOString() };
  const ended = await endedOf(records);
  await ended.change(({ runs }) => ({ runs: [...runs.filter(({ id }) => id !== run.id), run] }));
  const standing = await standingOf(records);
  await standing.change((now) => ({
    going: goingWithout(run, now),
    clashes: clashes.map(({ customer, id }) => ({ customer, clash: id })),
  }));
  return run;
}

/**
 * Ends the runs that stopped on their way as cancelled, or that of one source: the next ones begin anew. Their places are
 * given up first, so that nobody who starts meanwhile goes on from there.
 */
export async function dropStopped(records: Records, clock: () => Date, source?: SyncSource): Promise<SyncRun[]> {
  const standing = await standingOf(records);
  const stopped = Object.values(standing.value.going)
    .map(({ run }) => run)
    .filter((run) => source === undefined || run.source === source);
  const dropped: SyncRun[] = [];
  for (const run of stopped) {
    await standing.change((now) => ({ ...now, going: goingWithout(run, now) }));
    dropped.push(await endRun({ ...run, state: 'cancelled', problem: null }, records, clock));
  }
  return dropped;
}

/** The runs under way without this one; a later one of the same source stays. */
function goingWithout({ id, source }: SyncRun, { going }: Standing): Standing['going'] {
  const { [source]: one, ...others } = going;
  return one?.run.id === id ? others : going;
}
