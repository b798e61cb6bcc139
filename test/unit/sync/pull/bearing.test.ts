import { describe, expect, it } from 'vitest';
import { Stopped } from '#electron/sync/pull/pull.ts';
import type { Cloud } from '#shared/model/partner.ts';
import { PullWorld } from '#test/unit/sync/support/pull-world.ts';

/** The customers of whose subscriptions something is known. */
const read = (world: PullWorld): number =>
  [...world.records.dossiers()].filter(({ subscriptions }) => subscriptions.some(({ kind }) => kind === 'subscription'))
    .length;

describe.each<Cloud>(['global', '21vianet'])(
  'A service that always fails for one customer, on the cloud %s',
  (cloud) => {
    it('costs what it would have told of this customer, and nothing else', async () => {
      const world = await PullWorld.start({ cloud, customers: 40 });
      const smooth = new PullWorld(world.sim);
      await smooth.sync();
      const [one] = world.sim.changes.customers().filter((id) => world.sim.changes.subscriptions(id).length > 0);
      world.sim.fault({ match: new RegExp(`${one}/subscriptions$`, 'u'), kind: '503', times: 1_000_000 });
      const runs = await world.sync();
      expect(
        runs.map(({ state, unreadable }) => [state, unreadable.map(({ customer, key }) => [customer, key])]),
      ).toEqual([
        ['done', []],
        ['done', [[one, 'unanswered']]],
      ]);
      expect(read(world)).toBe(read(smooth) - 1);
      expect([...world.records.dossiers()].filter(({ goneUpstream }) => goneUpstream)).toEqual([]);
      await world.sim.close();
    });

    it('costs no more where it has very much that fails', async () => {
      const world = await PullWorld.start({ cloud: 'global', customers: 40 });
      const [one] = world.sim.changes.customers();
      if (!one) throw new Error('nobody is there');
      for (let nth = 0; nth < 30; nth += 1) world.sim.changes.addSubscription(one);
      const known = (of: PullWorld) =>
        of.dossier(one).subscriptions.filter(({ kind }) => kind === 'subscription').length;
      world.sim.fault({
        match: new RegExp(`${one}/subscriptions/.*supportcontact$`, 'u'),
        kind: '503',
        times: 1_000_000,
      });
      const [, second] = await world.sync();
      expect(second?.state).toBe('done');
      expect(second?.unreadableCount).toBe(known(world));
      await world.sim.close();
    });

    it('ends the pull where it fails for most', async () => {
      const world = await PullWorld.start({ cloud, customers: 40 });
      world.sim.fault({ match: /\/subscriptions$/u, kind: '503', times: 1_000_000 });
      const [, second] = await world.sync();
      expect([second?.state, second?.problem?.key]).toEqual(['failed', 'networkServiceDown']);
      await world.sim.close();
    });
  },
);

describe('A clock that is set back', () => {
  it('while a pull is under way, makes nobody gone', async () => {
    const world = await PullWorld.start({ cloud: 'global', customers: 30 });
    const smooth = new PullWorld(world.sim);
    await smooth.sync();
    for (const source of ['graph', 'partner-center'] as const) {
      const pull = await world.open(source);
      world.turnClock(-5_000);
      const { state, unreadableCount } = await pull.finish();
      expect([state, unreadableCount]).toEqual(['done', 0]);
      world.turnClock(5_000);
    }
    expect([...world.records.dossiers()].filter(({ goneUpstream }) => goneUpstream)).toEqual([]);
    expect(read(world)).toBe(read(smooth));
    await world.sim.close();
  });

  it('by weeks between two pulls, keeps nothing from being learnt', async () => {
    const world = await PullWorld.start({ cloud: 'global', customers: 10 });
    world.turnClock(30 * 86_400_000);
    await world.sync();
    world.turnClock(-30 * 86_400_000);
    const [one] = world.sim.changes.customers();
    if (!one) throw new Error('nobody is there');
    world.sim.changes.renameCustomer(one, 'Renamed since');
    await world.sync();
    expect(world.dossier(one).name.value).toBe('Renamed since');
    await world.sim.close();
  });
});

describe('A file that is imported while a pull is under way', () => {
  it('keeps nobody whom the list named from being asked about', async () => {
    const world = await PullWorld.start({ cloud: 'global', customers: 30 });
    const smooth = new PullWorld(world.sim);
    await smooth.sync();
    const stopping = new AbortController();
    const stopAtDetails: typeof fetch = (input, init) => {
      if (/subscriptions$/u.test(String(input))) stopping.abort(new Stopped('interrupted'));
      return fetch(input, init);
    };
    await world.pull('graph');
    const cut = await world.pull('partner-center', { signal: stopping.signal, fetch: stopAtDetails });
    expect(cut.state).toBe('interrupted');
    const told = { source: 'file:Customers.csv', asOf: world.clock().toISOString() };
    const taken = [...world.records.dossiers()].map((one) => ({
      ...one,
      name: { ...one.name, ...told },
      domain: one.domain && { ...one.domain, ...told },
      relationship: one.relationship && { ...one.relationship, ...told },
    }));
    await world.records.save(taken);
    expect((await world.pull('partner-center')).state).toBe('done');
    expect(read(world)).toBe(read(smooth));
    await world.sim.close();
  });
});

describe('A relationship that no customer has approved', () => {
  it('is nobody’s, and keeps nothing else from being known', async () => {
    const world = await PullWorld.start({ cloud: 'global', customers: 10 });
    const pending: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (!/delegatedAdminRelationships\?/u.test(String(input))) return answer;
      const body = await answer.json();
      const [one] = body.value;
      const ask = { ...one, id: `${crypto.randomUUID()}-${crypto.randomUUID()}`, status: 'approvalPending' };
      const value = [
        ...body.value,
        ...[null, { tenantId: '', displayName: '' }].map((customer) => ({ ...ask, customer })),
      ];
      return new Response(JSON.stringify({ ...body, value }), {
        status: 200,
        headers: { 'content-type': 'application/json' },
      });
    };
    const run = await world.pull('graph', { fetch: pending });
    expect([run.state, run.unreadable]).toEqual(['done', []]);
    expect(world.records.surroundings().gdapListedAt).toBe(run.startedAt);
    await world.sim.close();
  });
});
