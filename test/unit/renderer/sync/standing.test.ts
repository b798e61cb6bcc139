import { describe, expect, test } from 'vitest';
import { isAhead, isAtWork, restingOf, shareOf, standingOf } from '#renderer/features/sync/standing.ts';
import { SyncState } from '#shared/contract/sync.ts';
import type { SyncRun, SyncSource } from '#shared/model/sync.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const NO_REQUESTS = { sent: 0, needed: 0, throttled: 0, repeated: 0 };

const run = (
  source: SyncSource,
  state: SyncRun['state'],
  endedAt: string | null,
  startedAt = '2026-11-22T10:00:00Z',
): SyncRun => ({
  id: `${source} ${endedAt}`,
  source,
  by: 'li@reseller.example',
  startedAt,
  endedAt,
  state,
  problem: null,
  pulled: { customers: 0, subscriptions: 0, delegations: 0 },
  changes: null,
  clashes: 0,
  requests: NO_REQUESTS,
  unreadable: [],
  unreadableCount: 0,
  unknownFields: {},
  resumed: 0,
});

const state = (some: Partial<SyncState> = {}): SyncState =>
  SyncState.parse({
    progress: null,
    sending: null,
    sent: { pushed: 0, refused: 0, attention: 0, problem: null },
    problem: null,
    paused: false,
    next: [],
    last: { 'partner-center': null, graph: null },
    sources: ['partner-center', 'graph'],
    clashes: 0,
    outbox: { waiting: 0, attention: 0 },
    ...some,
  });

const atWork = (waitingUntil: string | null): SyncState['progress'] => ({
  run: 'run',
  source: 'partner-center',
  step: 'customers',
  done: 500,
  of: null,
  rate: 0,
  left: null,
  waitingUntil,
  requests: NO_REQUESTS,
});

describe('how a source stands', () => {
  test('it was never synced', () => {
    expect(standingOf(state(), 'graph', NOW)).toBe('never');
  });

  test('one is at work while the other comes next, whatever their last runs were', () => {
    const both = state({
      progress: atWork(null),
      next: ['graph'],
      last: { 'partner-center': null, graph: run('graph', 'failed', '2026-11-22T09:00:00Z') },
    });
    expect(standingOf(both, 'partner-center', NOW)).toBe('running');
    expect(standingOf(both, 'graph', NOW)).toBe('next');
  });

  test('it waits only while the service’s time lies ahead', () => {
    expect(standingOf(state({ progress: atWork('2026-11-22T12:00:30Z') }), 'partner-center', NOW)).toBe('waiting');
    expect(standingOf(state({ progress: atWork('2026-11-22T11:59:59Z') }), 'partner-center', NOW)).toBe('running');
  });

  test('a person’s pause counts before the service’s wait', () => {
    const paused = state({ progress: atWork('2026-11-22T12:00:30Z'), paused: true });
    expect(standingOf(paused, 'partner-center', NOW)).toBe('paused');
  });

  test('a run that says it is at work while none is was interrupted', () => {
    const killed = state({ last: { 'partner-center': run('partner-center', 'running', null), graph: null } });
    expect(standingOf(killed, 'partner-center', NOW)).toBe('interrupted');
  });
});

describe('what the shell says while nothing is at work', () => {
  const done = run('partner-center', 'done', '2026-11-22T11:30:00Z');

  test('a failure comes first', () => {
    const failed = state({ last: { 'partner-center': done, graph: run('graph', 'failed', '2026-11-22T11:40:00Z') } });
    expect(restingOf(failed, NOW)).toEqual({ standing: 'failed', since: '2026-11-22T10:00:00Z' });
  });

  test('the facts are as old as the source that was synced longest ago', () => {
    const older = run('graph', 'done', '2026-11-22T08:00:00Z', '2026-11-22T07:00:00Z');
    expect(restingOf(state({ last: { 'partner-center': done, graph: older } }), NOW)).toEqual({
      standing: 'done',
      since: '2026-11-22T07:00:00Z',
    });
  });

  test('a run that was resumed tells facts as old as its beginning, though it ended just now', () => {
    const resumed = run('graph', 'done', '2026-11-22T11:59:00Z', '2026-11-18T09:00:00Z');
    expect(restingOf(state({ last: { 'partner-center': done, graph: resumed } }), NOW).since).toBe(
      '2026-11-18T09:00:00Z',
    );
  });

  test('one source alone may have been synced', () => {
    expect(restingOf(state({ last: { 'partner-center': done, graph: null } }), NOW).standing).toBe('done');
    expect(restingOf(state(), NOW)).toEqual({ standing: 'never', since: null });
  });
});

test('nobody can tell the share of a step of unknown or no length', () => {
  expect(shareOf({ done: 5, of: null })).toBeNull();
  expect(shareOf({ done: 0, of: 0 })).toBeNull();
  expect(shareOf({ done: 1, of: 4 })).toBe(0.25);
  // A customer that appeared meanwhile must not break the bar.
  expect(shareOf({ done: 9, of: 8 })).toBe(1);
});

test('no other sync can begin while the outbox is being sent', () => {
  expect(isAtWork(state())).toBe(false);
  expect(isAtWork(state({ sending: { done: 0, of: 2, waitingUntil: null } }))).toBe(true);
});

test('no instant lies ahead where there is none', () => {
  expect(isAhead(null, NOW)).toBe(false);
});
