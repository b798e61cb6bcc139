import { Entries } from '#electron/outbox/entries.ts';
import type { Records } from '#electron/records/records.ts';
import { resolveClash } from '#electron/sync/clashes.ts';
import { changesOf } from '#electron/sync/pull/changes-of.ts';
import { dropStopped } from '#electron/sync/pull/ending.ts';
import { endedOf, standingOf } from '#electron/sync/pull/ledgers.ts';
import type { CustomerClash, SyncState } from '#shared/contract/sync.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { type CustomerChange, type SyncRun, SyncSource } from '#shared/model/sync.ts';
import { type Implementer, inTurn, openWorkspace, type Session } from './session.ts';
import { runnerOf } from './sync-runner.ts';

/** What the services tell, and how far that is. */
export const sync = (on: Implementer) =>
  on.sync.router({
    state: on.sync.state.handler(({ context: { session } }) => stateOf(session)),

    start: on.sync.start.handler(async ({ context: { session }, input: { sources } }) => {
      openWorkspace(session);
      return { started: await runnerOf(session).start(sources) };
    }),

    pause: on.sync.pause.handler(({ context: { session } }) => ({ paused: runnerOf(session).pause() })),
    resume: on.sync.resume.handler(({ context: { session } }) => ({ resumed: runnerOf(session).resume() })),
    cancel: on.sync.cancel.handler(async ({ context: { session }, input: { source } }) => {
      const { records } = openWorkspace(session);
      if (await runnerOf(session).cancel()) return { cancelled: true };
      return { cancelled: (await dropStopped(records, session.options.clock, source)).length > 0 };
    }),
    finished: on.sync.finished.handler(({ context: { session } }) => runnerOf(session).finished()),

    runs: on.sync.runs.handler(async ({ context: { session }, input: { limit, offset } }) => {
      const runs = await runsOf(session);
      return { total: runs.length, items: runs.slice(offset, offset + limit) };
    }),

    changes: on.sync.changes.handler(async ({ context: { session }, input: { how, limit, offset, run, what } }) => {
      const all = await keptChanges(openWorkspace(session).records, run);
      const wanted = all.filter((one) => (!what || one.what === what) && (!how || one.how === how));
      return { total: wanted.length, items: wanted.slice(offset, offset + limit) };
    }),

    clashes: on.sync.clashes.handler(({ context: { session } }) => clashesOf(session)),

    resolve: on.sync.resolve.handler(({ context: { session }, input: { clash, customer, keep } }) =>
      inTurn(session, async () => {
        const { directory, now, records, staff } = openWorkspace(session);
        const next = resolveClash(directory.dossier(customer), clash, keep, staff, now.toISOString());
        const resolved = next?.clashes?.find(({ id }) => id === clash);
        if (!next || !resolved) throw new ProblemError('not-found', 'clashUnknown', { clash });
        await records.save([next], { by: staff, act: 'clash-resolved' });
        const standing = await standingOf(records);
        await standing.change((was) => ({
          ...was,
          clashes: was.clashes.filter((one) => one.customer !== customer || one.clash !== clash),
        }));
        return resolved;
      }),
    ),
  });

async function stateOf(session: Session): Promise<SyncState> {
  const { records } = openWorkspace(session);
  const runner = runnerOf(session);
  const runs = await runsOf(session);
  const { all } = await Entries.of(records);
  const { clashes } = (await standingOf(records)).value;
  const last = (source: SyncSource) => runs.find((run) => run.source === source) ?? null;
  return {
    progress: runner.progress,
    sending: runner.sending,
    sent: runner.sent,
    problem: runner.problem,
    paused: runner.paused,
    next: [...runner.next],
    last: { 'partner-center': last('partner-center'), graph: last('graph') },
    sources: SyncSource.options,
    clashes: clashes.length,
    outbox: {
      waiting: all.filter(({ state }) => state === 'waiting' || state === 'sending').length,
      attention: all.filter(({ state }) => state === 'needs-attention').length,
    },
  };
}

/** Every run, the newest first; one that is not at work and not at its end was interrupted. */
async function runsOf(session: Session): Promise<SyncRun[]> {
  const { records } = openWorkspace(session);
  const runner = runnerOf(session);
  const going = Object.values((await standingOf(records)).value.going).map(({ run }): SyncRun => {
    if (run.id === runner.atWork?.id) return runner.paused ? { ...run, state: 'paused' } : run;
    return run.state === 'running' ? { ...run, state: 'interrupted' } : run;
  });
  const ended = (await endedOf(records)).value.runs;
  return [...ended, ...going].sort((one, other) => Date.parse(other.startedAt) - Date.parse(one.startedAt));
}

async function clashesOf(session: Session): Promise<CustomerClash[]> {
  const { records } = openWorkspace(session);
  const { clashes } = (await standingOf(records)).value;
  return clashes.flatMap(({ clash, customer }) => {
    const dossier = readable(() => records.dossier(customer));
    const found = dossier?.clashes?.find(({ id, resolved }) => id === clash && resolved === null);
    if (!dossier || !found) return [];
    const subscription = dossier.subscriptions.find(({ id }) => id === found.subscription);
    const names = { customerName: dossier.name.value, subscriptionName: subscription?.name ?? found.subscription };
    return [{ ...found, customer, ...names }];
  });
}

function readable(read: () => Dossier | undefined): Dossier | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

const kept = new WeakMap<Records, { readonly run: string; readonly changes: CustomerChange[] }>();

/** What a run changed; kept for the one that was looked at last, since all dossiers are read for it, if it is at its end. */
async function keptChanges(records: Records, run: string): Promise<CustomerChange[]> {
  const known = kept.get(records);
  if (known?.run === run) return known.changes;
  const changes = await gathered(records, run);
  const { runs } = (await endedOf(records)).value;
  if (runs.some(({ id }) => id === run)) kept.set(records, { run, changes });
  return changes;
}

async function gathered(records: Records, run: string): Promise<CustomerChange[]> {
  const changes: CustomerChange[] = [];
  for await (const change of changesOf(records, run)) changes.push(change);
  return changes;
}
