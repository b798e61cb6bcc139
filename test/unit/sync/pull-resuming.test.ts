import { afterEach, describe, expect, it, vi } from 'vitest';
import { dropStopped } from '#electron/sync/pull/ending.ts';
import { endedOf } from '#electron/sync/pull/ledgers.ts';
import { Pausing } from '#electron/sync/pull/pausing.ts';
import { Stopped } from '#electron/sync/pull/pull.ts';
import type { SyncSource } from '#shared/model/sync.ts';
import type { FaultKind } from '#test/simulator/http/faults.ts';
import { Fate, Killed, mortalRecords } from '#test/unit/outbox/support/mortal.ts';
import { CUSTOMERS_ONLY, PullWorld } from './support/pull-world.ts';

vi.setConfig({ testTimeout: 90_000 });

const FORTY = { cloud: 'global', customers: 40 } as const;

let world: PullWorld;

afterEach(() => world.sim.close());

/** Lets a request through, and does something at the n-th. */
function atRequest(nth: number, act: () => unknown): typeof fetch {
  let sent = 0;
  return async (...given) => {
    sent += 1;
    if (sent === nth) await act();
    return await fetch(...given);
  };
}

describe('A pull that is killed', () => {
  it('comes to the same end whenever it was, and counts what was needed once', async () => {
    world = await PullWorld.start({ ...FORTY, customers: 33 });
    const undisturbed = new PullWorld(world.sim);
    const whole = {
      graph: await undisturbed.pull('graph'),
      'partner-center': await undisturbed.pull('partner-center'),
    };
    const needed = await world.sim.needed();
    let kills = 0;
    for (const source of ['graph', 'partner-center'] as SyncSource[]) {
      // The first steps each before and after they are done.
      for (let half = 1; ; half += half < 20 ? 1 : 37) {
        const disturbed = new PullWorld(world.sim);
        if (source === 'partner-center') await disturbed.pull('graph');
        const fate = new Fate(Math.ceil(half / 2), half % 2 === 0);
        const records = mortalRecords(disturbed.records, fate);
        const mortalFetch: typeof fetch = (...given) => fate.live(() => fetch(...given));
        const died = await disturbed.pull(source, { records, fetch: mortalFetch }).catch((error) => error);
        if (!fate.dead) break;
        expect(died).toBeInstanceOf(Killed);
        kills += 1;
        const run = await disturbed.pull(source);
        expect(run.state).toBe('done');
        expect(run.requests.needed).toBe(needed[source]);
        expect(run.changes).toEqual(whole[source].changes);
        if (source === 'graph') await disturbed.pull('partner-center');
        expect(disturbed.essence()).toEqual(undisturbed.essence());
      }
    }
    expect(kills).toBeGreaterThan(15);
  });
});

describe('A pull that is stopped', () => {
  it('is interrupted when the console is closed, and goes on from its last page', async () => {
    world = await PullWorld.start({ cloud: '21vianet', customers: 150 });
    const needed = await world.sim.needed();
    await world.pull('graph');
    const stopping = new AbortController();
    const close = () => stopping.abort(new Stopped('interrupted'));
    const cut = await world.pull('partner-center', { signal: stopping.signal, fetch: atRequest(300, close) });
    expect(cut).toMatchObject({ state: 'interrupted', endedAt: null, problem: null, resumed: 0 });
    world.sim.clearCounts();
    const run = await world.pull('partner-center');
    expect(run).toMatchObject({ id: cut.id, startedAt: cut.startedAt, state: 'done', resumed: 1 });
    expect(world.sim.counts()['partner-center']).toBeLessThan(needed['partner-center'] - 100);
    expect(run.requests.needed).toBe(needed['partner-center']);
  });

  it('keeps what it recorded when it is cancelled, and the next one begins anew', async () => {
    world = await PullWorld.start(FORTY);
    const stopping = new AbortController();
    const cancel = () => stopping.abort(new Stopped('cancelled'));
    const run = await world.pull('partner-center', { signal: stopping.signal, fetch: atRequest(40, cancel) });
    expect(run.state).toBe('cancelled');
    expect(run.endedAt).not.toBeNull();
    expect(run.changes?.appeared).toBe(40);
    const next = await world.pull('partner-center');
    expect(next.id).not.toBe(run.id);
    expect(next.state).toBe('done');
  });

  it('asks for nothing while it is paused, but for what is under way', async () => {
    world = await PullWorld.start(FORTY);
    const pausing = new Pausing();
    const running = world.pull('partner-center', { pausing, fetch: atRequest(20, () => pausing.pause()) });
    await expect.poll(() => pausing.paused).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const sent = world.sim.counts().sent;
    expect(sent).toBeLessThan(20 + 8);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(world.sim.counts().sent).toBe(sent);
    pausing.resume();
    expect(await running).toMatchObject({ state: 'done' });
  });

  it('can be cancelled while it is paused', async () => {
    world = await PullWorld.start(FORTY);
    const pausing = new Pausing();
    const stopping = new AbortController();
    const { signal } = stopping;
    const running = world.pull('graph', { pausing, signal, fetch: atRequest(1, () => pausing.pause()) });
    await expect.poll(() => pausing.paused).toBe(true);
    stopping.abort(new Stopped('cancelled'));
    expect(await running).toMatchObject({ state: 'cancelled' });
  });

  it('by a service that fails sends nothing more, keeps its place, and goes on at the next start', async () => {
    world = await PullWorld.start(FORTY);
    const undisturbed = new PullWorld(world.sim);
    await undisturbed.sync();
    await world.pull('graph');
    world.sim.fault({ match: /subscriptions$/u, kind: '503', nth: 15, times: 1_000 });
    const failed = await world.pull('partner-center', { tries: 1 });
    expect(failed).toMatchObject({ state: 'failed', problem: { kind: 'unavailable', key: 'networkServiceDown' } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { sent } = world.sim.counts();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(world.sim.counts().sent).toBe(sent);
    world.sim.faults.clear();
    expect(await world.pull('partner-center')).toMatchObject({ id: failed.id, state: 'done', problem: null });
    expect(world.essence()).toEqual(undisturbed.essence());
  });
});

describe('A pull from a service that hiccups', () => {
  it.each<FaultKind>(['429', '500', '503', 'reset', 'reset-mid-body', 'half-body', 'cut-json', 'empty'])(
    'gets over %s',
    async (kind) => {
      world = await PullWorld.start({ ...FORTY, cloud: '21vianet' });
      const undisturbed = new PullWorld(world.sim);
      await undisturbed.sync();
      const fault = world.sim.fault({ match: /v1/u, kind, probability: 0.1 });
      const runs = await world.sync();
      expect(fault.played).toBeGreaterThan(3);
      for (const { requests, state } of runs) {
        expect(state).toBe('done');
        expect(requests.sent).toBe(requests.needed + requests.repeated);
      }
      expect(world.essence()).toEqual(undisturbed.essence());
    },
  );

  it('goes on with a fresh token when the one it had ends', async () => {
    world = await PullWorld.start(FORTY);
    let token = world.sim.token('partner-center');
    const expire = () => {
      world.sim.expireTokens();
      token = '';
    };
    const run = await world.pull('partner-center', {
      fetch: atRequest(50, expire),
      token: async () => {
        token ||= world.sim.token('partner-center');
        return token;
      },
    });
    expect(run).toMatchObject({ state: 'done', unreadableCount: 0 });
  });
});

describe('A list that the service forgot', () => {
  it('begins anew, once, when that is noticed on the way', async () => {
    world = await PullWorld.start({ cloud: '21vianet', customers: 1_100 });
    const forget = () => world.sim.expireContinuations();
    const run = await world.pull(CUSTOMERS_ONLY, { fetch: atRequest(3, forget) });
    expect(run).toMatchObject({ state: 'done', pulled: { customers: 1_100 }, unreadableCount: 0 });
    expect(run.requests).toMatchObject({ sent: 3 + 3, needed: 3 });

    const always: typeof fetch = async (...given) => {
      world.sim.expireContinuations(410);
      return await fetch(...given);
    };
    const failed = await world.pull(CUSTOMERS_ONLY, { fetch: always });
    expect(failed).toMatchObject({ state: 'failed', problem: { kind: 'refused', key: 'syncRefused' } });
  });

  it('begins anew when a pull goes on with it', async () => {
    world = await PullWorld.start({ cloud: '21vianet', customers: 10_600 });
    const stopping = new AbortController();
    const close = () => stopping.abort(new Stopped('interrupted'));
    const cut = await world.pull(CUSTOMERS_ONLY, { signal: stopping.signal, fetch: atRequest(22, close) });
    expect(cut).toMatchObject({ state: 'interrupted', pulled: { customers: 10_000 } });
    world.sim.expireContinuations();
    const run = await world.pull(CUSTOMERS_ONLY);
    expect(run).toMatchObject({ id: cut.id, state: 'done', pulled: { customers: 10_600 }, unreadableCount: 0 });
    expect(run.requests.needed).toBe(22);
  });

  it.each([401, 403, 500] as const)(
    'begins anew when the first request of a pull that goes on is answered %s',
    async (status) => {
      world = await PullWorld.start({ cloud: '21vianet', customers: 10_600 });
      const stopping = new AbortController();
      const close = () => stopping.abort(new Stopped('interrupted'));
      const cut = await world.pull(CUSTOMERS_ONLY, { signal: stopping.signal, fetch: atRequest(22, close) });
      expect(cut).toMatchObject({ state: 'interrupted', pulled: { customers: 10_000 } });
      world.sim.expireContinuations(status);
      const run = await world.pull(CUSTOMERS_ONLY, { tries: 1 });
      expect(run).toMatchObject({ id: cut.id, state: 'done', pulled: { customers: 10_600 }, unreadableCount: 0 });
    },
  );
});

describe('A run that stopped on its way', () => {
  it('can be dropped: it ends as cancelled with what it changed, and the next one begins anew', async () => {
    world = await PullWorld.start(FORTY);
    const fault = { match: /v1\/customers\/[^/]+$/u, kind: 'html', nth: 15, times: 1_000 } as const;
    world.sim.fault(fault);
    const failed = await world.pull('partner-center');
    expect(failed.state).toBe('failed');
    expect(await dropStopped(world.records, world.clock, 'graph')).toEqual([]);
    const dropped = await dropStopped(world.records, world.clock);
    expect(dropped).toMatchObject([{ id: failed.id, state: 'cancelled', problem: null, changes: { appeared: 40 } }]);
    expect(dropped[0]?.endedAt).not.toBeNull();
    expect((await endedOf(world.records)).value.runs).toEqual(dropped);
    expect(await dropStopped(world.records, world.clock)).toEqual([]);
    world.sim.faults.clear();
    const next = await world.pull('partner-center');
    expect(next).toMatchObject({ state: 'done', resumed: 0 });
    expect(next.id).not.toBe(failed.id);
  });
});
