import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { progressLine } from '#electron/hosts/cli/sync-progress.ts';
import type { Terminal } from '#electron/hosts/cli/terminal.ts';
import { syncOnce } from '#electron/hosts/cli/verbs/sync.ts';
import type { ConsoleClient } from '#shared/contract/index.ts';
import type { SyncState } from '#shared/contract/sync.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { SyncProgress, SyncRun } from '#shared/model/sync.ts';

const requests = { sent: 12, needed: 10, throttled: 1, repeated: 2 };

function runOf(more: Partial<SyncRun> = {}): SyncRun {
  return {
    id: 'run-1',
    source: 'partner-center',
    by: 'li',
    startedAt: '2026-11-22T08:00:00.000Z',
    endedAt: '2026-11-22T08:01:00.000Z',
    state: 'done',
    problem: null,
    pulled: { customers: 300, subscriptions: 1200, delegations: 0 },
    changes: { appeared: 3, changed: 2, gone: 1 },
    clashes: 1,
    requests,
    unreadable: [],
    unreadableCount: 0,
    unknownFields: {},
    resumed: 0,
    ...more,
  };
}

const progress: SyncProgress = {
  run: 'run-1',
  source: 'partner-center',
  step: 'customer-details',
  done: 4200,
  of: 10_000,
  rate: 83.4,
  left: 70,
  waitingUntil: null,
  requests,
};

interface Story {
  /** The runs when it is done; without them it never is. */
  readonly runs?: readonly SyncRun[];
  readonly last?: SyncState['last'];
  readonly refused?: number;
  /** Entries of the outbox that a person must look at. */
  readonly attention?: number;
  /** Why the outbox waits on. */
  readonly waits?: Problem;
  /** The last runs once it has begun, where they are others than before. */
  readonly going?: SyncState['last'];
  readonly next?: SyncState['next'];
}

/** A main side that shows progress once and then is done. */
function syncLike({ attention = 0, going, last, next = [], refused = 0, runs, waits }: Story) {
  const calls: string[] = [];
  const none = { 'partner-center': null, graph: null };
  const sent = { pushed: 2, refused, attention, problem: waits ?? null };
  const given = {
    state: async () => ({
      progress: calls.includes('start') ? progress : null,
      paused: calls.includes('pause'),
      sending: null,
      sent,
      problem: null,
      next,
      last: (calls.includes('start') ? going : last) ?? last ?? none,
      sources: ['partner-center', 'graph'],
      clashes: 0,
      outbox: { waiting: 0, attention: 0 },
    }),
    start: async (input: object) => {
      calls.push('start', JSON.stringify(input));
      return { started: ['graph', 'partner-center'] };
    },
    pause: async () => {
      calls.push('pause');
      return { paused: true };
    },
    finished: async () => {
      await wait(runs === undefined ? 60_000 : 30, undefined, { ref: false });
      return { runs: runs ?? [], ...sent };
    },
  };
  return { client: { sync: given } as unknown as Pick<ConsoleClient, 'sync'>, calls };
}

/** What it prints, as JSON, when it is interrupted soon after it began. */
async function interrupted(client: Pick<ConsoleClient, 'sync'>): Promise<unknown> {
  const { out, terminal } = terminalLike({
    onInterrupt: (listener) => {
      setTimeout(listener, 20);
      return () => undefined;
    },
  });
  expect(await syncOnce(client, { json: true }, terminal)).toBe(130);
  return JSON.parse(out());
}

function terminalLike(more: Partial<Terminal> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    version: '0.0.0',
    input: Readable.from([]),
    ...more,
  };
  return { terminal, out: () => out.join(''), err: () => err.join('') };
}

describe('The verb sync', () => {
  it('prints exactly one JSON value on stdout, and JSON lines on stderr', async () => {
    const { client, calls } = syncLike({ runs: [runOf()] });
    const { err, out, terminal } = terminalLike();
    expect(await syncOnce(client, { json: true, source: 'partner-center' }, terminal)).toBe(0);
    expect(JSON.parse(out())).toEqual({
      pulled: { customers: 300, subscriptions: 1200, delegations: 0 },
      pushed: 2,
      conflicts: 1,
      refused: 0,
    });
    const lines = err()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toEqual([progress, { source: 'partner-center', requests }]);
    expect(calls).toEqual(['start', '{"sources":["partner-center"]}']);
  });

  it('sums the sources up, and tells from when the sync was that it went on with', async () => {
    const graph = runOf({ id: 'run-2', source: 'graph', pulled: { customers: 0, subscriptions: 0, delegations: 40 } });
    const last = { 'partner-center': runOf({ state: 'interrupted' }), graph: runOf({ id: 'older', source: 'graph' }) };
    const { client } = syncLike({ runs: [runOf({ resumed: 1 }), graph], last });
    const { out, terminal } = terminalLike();
    await syncOnce(client, { json: true }, terminal);
    expect(JSON.parse(out())).toMatchObject({
      pulled: { customers: 300, subscriptions: 1200, delegations: 40 },
      conflicts: 2,
      resumedFrom: '2026-11-22T08:00:00.000Z',
    });
  });

  it('shows a person one line that is written over, and what came of it', async () => {
    const { client } = syncLike({ runs: [runOf()] });
    const { err, out, terminal } = terminalLike({ showsProgress: true });
    await syncOnce(client, {}, terminal);
    expect(err()).toBe(`\r\u001b[2K${progressLine(progress)}\r\u001b[2K`);
    expect(out()).toBe(
      'Partner Center: 300 customers, 1200 subscriptions read; 3 appeared, 2 changed, 1 gone; 1 clash to resolve; 12 requests sent, 10 needed.\nOutbox: 2 done, 0 refused.\n',
    );
  });

  it('pauses on Ctrl-C, keeps what there is, and exits 130', async () => {
    const partial = runOf({
      state: 'paused',
      endedAt: null,
      pulled: { customers: 7, subscriptions: 0, delegations: 0 },
    });
    const { client, calls } = syncLike({ going: { 'partner-center': partial, graph: null } });
    let takenBack = false;
    const { err, out, terminal } = terminalLike({
      onInterrupt: (listener) => {
        setTimeout(listener, 20);
        return () => {
          takenBack = true;
        };
      },
    });
    expect(await syncOnce(client, { json: true }, terminal)).toBe(130);
    expect(calls.at(-1)).toBe('pause');
    expect(JSON.parse(out())).toMatchObject({ pulled: { customers: 7 } });
    expect(err()).toContain('the next sync goes on from here');
    expect(takenBack).toBe(true);
  });

  it('reports no older sync as this one’s when it is interrupted, and what was sent until then', async () => {
    const old = runOf({ id: 'old', startedAt: '2026-11-01T08:00:00.000Z' });
    const graph = runOf({
      id: 'new',
      source: 'graph',
      state: 'paused',
      endedAt: null,
      pulled: { customers: 0, subscriptions: 0, delegations: 5 },
    });
    const before = { 'partner-center': old, graph: null };
    for (const next of [[], ['partner-center' as const]]) {
      const { client } = syncLike({ last: before, going: { ...before, graph }, next });
      expect(await interrupted(client)).toEqual({
        pulled: { customers: 0, subscriptions: 0, delegations: 5 },
        pushed: 2,
        conflicts: 1,
        refused: 0,
      });
    }
    // One that was cut short before and comes next was not gone on with.
    const cut = { ...old, state: 'interrupted' as const, endedAt: null };
    const { client } = syncLike({
      last: { ...before, 'partner-center': cut },
      going: { graph, 'partner-center': cut },
      next: ['partner-center'],
    });
    expect(await interrupted(client)).not.toHaveProperty('resumedFrom');
  });

  it('says what of the outbox needs a person and what waits on, and once what keeps both from being done', async () => {
    const waits = { kind: 'unavailable', key: 'networkNameUnknown', values: { host: 'h', code: 'ENOTFOUND' } } as const;
    const { client } = syncLike({ runs: [runOf({ state: 'failed', problem: waits })], attention: 2, waits });
    const { err, terminal } = terminalLike();
    expect(await syncOnce(client, {}, terminal)).toBe(1);
    expect(err()).toContain('2 entries of the outbox need a person');
    expect(err().match(/cannot be found/gu)).toHaveLength(1);
  });

  it.each([
    [{ runs: [runOf()], attention: 1 }, 1],
    [{ runs: [runOf()], waits: { kind: 'unavailable', key: 'notSignedIn', values: {} } }, 1],
    [
      {
        runs: [runOf()],
        waits: {
          kind: 'damaged',
          key: 'workspaceDamaged',
          values: { file: 'f', reason: 'missing', detail: '', previous: 'none' },
        },
      },
      3,
    ],
    [{ runs: [runOf({ unreadableCount: 3 })] }, 1],
    [{ runs: [runOf()], refused: 1 }, 1],
    [{ runs: [runOf({ state: 'failed', problem: { kind: 'unavailable', key: 'notSignedIn', values: {} } })] }, 1],
    [
      {
        runs: [
          runOf({ state: 'failed', problem: { kind: 'damaged', key: 'workspaceClosed', values: { folder: 'w' } } }),
        ],
      },
      3,
    ],
  ] as const)('exits with the code of what went wrong (%#)', async (story, code) => {
    const { client } = syncLike(story);
    const { terminal } = terminalLike();
    expect(await syncOnce(client, {}, terminal)).toBe(code);
  });

  it('says why a sync failed and what could not be read', async () => {
    const unreadable = [
      { step: 'customers' as const, id: 'items[3]', customer: null, key: 'wireUnreadable', values: { reason: 'x' } },
    ];
    const problem = { kind: 'refused' as const, key: 'notSignedIn', values: {} };
    const { client } = syncLike({ runs: [runOf({ state: 'failed', problem, unreadable, unreadableCount: 12 })] });
    const { err, terminal } = terminalLike();
    await syncOnce(client, {}, terminal);
    expect(err()).toContain('Nobody is signed in');
    expect(err()).toContain('Partner Center, items[3]: ');
    expect(err()).toContain('11 more could not be read');
  });
});

describe('The line that shows how far a sync is', () => {
  it('says what, how many of how many, how fast and how long', () => {
    expect(progressLine(progress)).toBe(
      'Details of customers [########------------] 4,200 of 10,000, 83/s, 2 min left',
    );
  });

  it('says until when the service asked to wait', () => {
    const line = progressLine({ ...progress, waitingUntil: '2026-11-22T08:12:03.000Z' });
    expect(line).toMatch(/asked to wait until \d\d:\d\d:\d\d$/);
    expect(line.length).toBeLessThan(80);
  });

  it('counts where nobody knows how many there are', () => {
    expect(progressLine({ ...progress, step: 'customers', of: null, left: null, rate: 0 })).toBe('Customers 4,200');
  });
});
