import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Cloud } from '#shared/model/partner.ts';
import type { SyncSource } from '#shared/model/sync.ts';
import { PullWorld } from './support/pull-world.ts';

vi.setConfig({ testTimeout: 60_000 });

const CUSTOMERS = 35;

let world: PullWorld;

afterEach(() => world.sim.close());

const settle = (ids: Iterable<string>): string[] => [...ids].sort();

describe.each<Cloud>(['global', '21vianet'])('A first sync on the cloud %s', (cloud) => {
  beforeEach(async () => {
    world = await PullWorld.start({ cloud, customers: CUSTOMERS });
  });

  it('brings every customer, subscription, seat and relationship that the services tell', async () => {
    const runs = await world.sync();
    expect(runs.map(({ state, unreadableCount }) => [state, unreadableCount])).toEqual([
      ['done', 0],
      ['done', 0],
    ]);
    const { changes } = world.sim;
    for (const id of changes.customers()) {
      const told = changes.customer(id);
      const dossier = world.dossier(id);
      const ours = changes.subscriptions(id);
      expect(dossier.gdapListedAt, 'whether it has GDAP relationships is known, also where it has none').not.toBeNull();
      expect(dossier.delegatedAccess?.value).toBe(told.delegatedAccess?.value ?? false);
      const bought = dossier.subscriptions.filter(({ kind }) => kind === 'subscription');
      expect(settle(bought.map((one) => one.id))).toEqual(settle(ours.map((one) => one.id)));
      for (const one of bought) {
        const { quantity, status } = ours.find((other) => other.id === one.id) ?? {};
        expect([one.quantity, one.status]).toEqual([quantity, status ?? 'active']);
        expect(one.supportContact === null).toBe(cloud === '21vianet');
      }
      const relationships = changes.relationships(id);
      expect(settle(dossier.delegations.map((one) => one.id))).toEqual(
        settle(relationships.map(({ delegation }) => delegation.id)),
      );
      const mayReadSeats =
        told.delegatedAccess?.value === true ||
        relationships.some(({ delegation }) => ['active', 'expiring'].includes(delegation.status));
      expect(dossier.seatCounts.length).toBe(mayReadSeats ? told.seatCounts.length : 0);
    }
    const { surroundings } = world.sim.world;
    expect(world.records.surroundings().partners.length).toBe(cloud === 'global' ? surroundings.partners.length : 0);
    expect(world.records.surroundings().resellerLink?.value).toMatch(/^https:/u);
  });

  it('asks for no more than it needs, and counts that', async () => {
    const needed = await world.sim.needed();
    world.sim.clearCounts();
    for (const { requests, source } of await world.sync()) {
      expect(requests).toEqual({ sent: needed[source], needed: needed[source], throttled: 0, repeated: 0 });
      expect(world.sim.counts()[source]).toBe(needed[source]);
    }
  });

  it('still tells its run and how far it came when it is over', async () => {
    const pull = await world.open('graph');
    const { id } = await pull.finish();
    expect([pull.run.id, pull.progress().run]).toEqual([id, id]);
  });

  it('says of each customer that it appeared, once', async () => {
    const [delegated, listed] = await world.sync();
    if (!delegated || !listed) throw new Error('two runs');
    const changes = [...(await world.changes(delegated)), ...(await world.changes(listed))];
    const appeared = changes.filter(({ how, what }) => what === 'customer' && how === 'appeared');
    expect(settle(appeared.map(({ customer }) => customer))).toEqual(
      settle([...world.records.dossiers()].map((one) => one.id)),
    );
  });

  it('changes nothing when nothing has changed', async () => {
    await world.sync();
    const before = world.essence();
    const runs = await world.sync();
    expect(runs.map(({ changes }) => changes)).toEqual(Array(2).fill({ appeared: 0, changed: 0, gone: 0 }));
    expect(world.essence()).toEqual(before);
  });

  it('counts fields that nobody documents, and leaves them out', async () => {
    const runs = await world.sync();
    const counted = Object.assign({}, ...runs.map(({ unknownFields }) => unknownFields)) as Record<string, number>;
    const fields = Object.keys(counted).map((name) => name.split(': ')[1]);
    expect(new Set(fields)).toEqual(new Set(['previewFlags']));
    expect(counted['customers: previewFlags']).toBeGreaterThan(0);
    expect(JSON.stringify([...world.records.dossiers()])).not.toContain('previewFlags');
  });
});

describe('A later sync', () => {
  beforeEach(async () => {
    world = await PullWorld.start({ cloud: 'global', customers: CUSTOMERS });
    await world.sync();
  });

  it('tells what appeared, what says something else, and what is gone, and nothing else', async () => {
    const { changes } = world.sim;
    const ids = changes.customers();
    const selling = ids.filter((id) => changes.subscriptions(id).length > 1);
    const [left, renamed] = ids.filter((id) => !selling.includes(id) && changes.relationships(id).length === 0);
    const [bought, sold] = selling;
    const related = ids.find((id) =>
      changes.relationships(id).some(({ delegation }) => delegation.status === 'active'),
    );
    if (!left || !renamed || !bought || !sold || !related) throw new Error('the world is too small');
    const relationship = changes.relationships(related)[0]?.delegation.id ?? '';
    const [first] = changes.subscriptions(sold);
    if (!first) throw new Error('nothing is sold');
    const added = changes.addCustomer();
    changes.removeCustomer(left);
    changes.renameCustomer(renamed, 'Another Name Ltd');
    const subscription = changes.addSubscription(bought);
    changes.removeSubscription(sold, first.id);
    changes.removeRelationship(relationship);

    const [delegated, listed] = await world.sync();
    if (!delegated || !listed) throw new Error('two runs');
    const told = [...(await world.changes(delegated)), ...(await world.changes(listed))].map(
      ({ customer, how, id, what }) => `${customer} ${what} ${id} ${how}`,
    );
    expect(told).toEqual(
      expect.arrayContaining([
        `${added} customer ${added} appeared`,
        `${left} customer ${left} gone`,
        `${renamed} customer ${renamed} changed`,
        `${bought} subscription ${subscription} appeared`,
        `${sold} subscription ${first.id} gone`,
        `${related} delegation ${relationship} gone`,
      ]),
    );
    const concerned = new Set([added, left, renamed, bought, sold, related]);
    expect(told.filter((line) => !concerned.has(line.split(' ')[0] as typeof added))).toEqual([]);
    expect(world.dossier(left).goneUpstream?.source).toBe('partner-center');
    expect(world.dossier(sold).subscriptions.find(({ id }) => id === first.id)?.goneUpstream).toBeDefined();

    changes.restoreCustomer(left);
    const again = await world.pull('partner-center');
    expect(await world.changes(again)).toMatchObject([{ customer: left, what: 'customer', how: 'returned' }]);
    expect(world.dossier(left).goneUpstream).toBeUndefined();
  });

  it('asks for no support contact that it knows', async () => {
    world.sim.clearCounts();
    const run = await world.pull('partner-center');
    expect(Object.keys(world.sim.counts().routes).some((route) => route.endsWith('supportcontact'))).toBe(false);
    expect(run.requests.sent).toBe(run.requests.needed);
  });
});

describe('What can’t be read', () => {
  beforeEach(async () => {
    world = await PullWorld.start({ cloud: 'global', customers: CUSTOMERS });
    await world.sync();
  });

  it('is told with its id, stops nothing else, and lets nothing seem gone', async () => {
    const { changes } = world.sim;
    const [customer, left] = changes.customers();
    const selling = changes.customers().findLast((id) => changes.subscriptions(id).length > 1);
    const [spoiled, sold] = selling === undefined ? [] : changes.subscriptions(selling);
    if (!customer || !left || !selling || !spoiled || !sold) throw new Error('the world is too small');
    changes.spoil(customer);
    changes.spoil(spoiled.id);
    changes.removeCustomer(left);
    changes.removeSubscription(selling, sold.id);

    const run = await world.pull('partner-center');
    expect(run.state).toBe('done');
    const items = run.unreadable.filter(({ key }) => key === 'unreadableField');
    expect(items.map(({ id, step }) => `${step} ${id.toLowerCase()}`)).toEqual([
      `customers ${customer}`,
      `customer-details ${spoiled.id}`,
    ]);
    expect(run.unreadableCount).toBe(run.unreadable.length);
    expect(world.dossier(customer).goneUpstream).toBeUndefined();
    expect(world.dossier(left).goneUpstream).toBeUndefined();
    expect(world.dossier(selling).subscriptions.some(({ goneUpstream }) => goneUpstream)).toBe(false);

    changes.mend(customer);
    changes.mend(spoiled.id);
    await world.pull('partner-center');
    expect(world.dossier(left).goneUpstream).toBeDefined();
    expect(world.dossier(selling).subscriptions.find(({ id }) => id === sold.id)?.goneUpstream).toBeDefined();
  });

  it('of one customer is told, where the service refuses it or answers something else', async () => {
    const [one, other] = world.sim.changes.customers();
    world.sim.fault({ match: new RegExp(`customers/${one}/subscriptions$`, 'iu'), kind: '404' });
    world.sim.fault({ match: new RegExp(`customers/${other}$`, 'iu'), kind: 'unknown-shape' });
    const run = await world.pull('partner-center');
    expect(run.state).toBe('done');
    expect(run.unreadable).toHaveLength(2);
    expect(run.unreadable).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ customer: one, id: `/v1/customers/${one}/subscriptions`, key: 'serviceRefused' }),
        expect.objectContaining({ customer: other, id: `/v1/customers/${other}`, key: 'unknownShape' }),
      ]),
    );
    expect(run.changes).toEqual({ appeared: 0, changed: 0, gone: 0 });
  });

  it('as a whole list is a problem, and the next sync goes on from there', async () => {
    const before = world.essence();
    const lists: [SyncSource, RegExp][] = [
      ['partner-center', /customers\?size/u],
      ['graph', /delegatedAdminRelationships\?/u],
    ];
    for (const [source, match] of lists) {
      world.sim.fault({ match, kind: 'unknown-shape' });
      const failed = await world.pull(source);
      expect(failed).toMatchObject({ state: 'failed', problem: { kind: 'unavailable', key: 'syncUnknownShape' } });
      const after = await world.pull(source);
      expect(after).toMatchObject({ id: failed.id, state: 'done', resumed: 1, problem: null });
    }
    expect(world.essence()).toEqual(before);
  });
});
