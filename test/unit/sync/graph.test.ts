import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Delegation } from '#shared/model/delegation.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { PullWorld } from './support/pull-world.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: PullWorld;

afterEach(() => world.sim.close());

const delegation = (customer: CustomerId, id: string): Delegation | undefined =>
  world.dossier(customer).delegations.find((one) => one.id === id);

function firstCustomer(): CustomerId {
  const [customer] = world.sim.changes.customers();
  if (!customer) throw new Error('nobody is listed');
  return customer;
}

describe('The relationships of Graph', () => {
  it('are read over all pages, by both clouds', async () => {
    world = await PullWorld.start({ cloud: '21vianet', customers: 700 });
    const needed = await world.sim.needed();
    expect(needed.steps.delegations).toBeGreaterThan(1);
    const run = await world.pull('graph');
    const all = world.sim.changes.customers().flatMap((id) => world.sim.changes.relationships(id));
    expect(run).toMatchObject({ state: 'done', pulled: { customers: 0, subscriptions: 0, delegations: all.length } });
    expect(run.requests).toMatchObject({ sent: needed.graph, needed: needed.graph });
  });

  it('that it erases are gone, with the groups kept; those that come back are there again', async () => {
    world = await PullWorld.start({ cloud: 'global', customers: 20 });
    const { changes } = world.sim;
    const customer = firstCustomer();
    const id = changes.addRelationship(customer, 'active');
    await world.pull('graph');
    expect(delegation(customer, id)).toMatchObject({ status: 'active' });
    changes.removeRelationship(id);
    const run = await world.pull('graph');
    expect(delegation(customer, id)?.goneUpstream?.source).toBe('graph');
    expect(await world.changes(run)).toMatchObject([{ customer, what: 'delegation', id, how: 'gone' }]);
  });

  it('tell that a customer has none', async () => {
    world = await PullWorld.start({ cloud: 'global', customers: 20 });
    await world.pull('partner-center');
    const none = world.sim.changes.customers().find((id) => world.sim.changes.relationships(id).length === 0);
    if (!none) throw new Error('everybody has one');
    expect(world.dossier(none).gdapListedAt).toBeNull();
    await world.pull('graph');
    expect(world.dossier(none).gdapListedAt).not.toBeNull();
  });

  it('one of which can’t be read let none seem gone', async () => {
    world = await PullWorld.start({ cloud: 'global', customers: 20 });
    const { changes } = world.sim;
    const customer = firstCustomer();
    const [spoiled, erased] = [changes.addRelationship(customer), changes.addRelationship(customer)];
    await world.pull('graph');
    changes.spoil(spoiled);
    changes.removeRelationship(erased);
    const run = await world.pull('graph');
    expect(run).toMatchObject({ state: 'done', unreadableCount: 1, changes: { gone: 0 } });
    expect(run.unreadable).toMatchObject([{ step: 'delegations', id: spoiled }]);
    expect(delegation(customer, erased)?.goneUpstream).toBeUndefined();
  });

  it('whose groups can’t be read keep those that we knew', async () => {
    world = await PullWorld.start({ cloud: 'global', customers: 30 });
    const { changes } = world.sim;
    await world.pull('graph');
    const assigned = [...world.records.dossiers()]
      .flatMap((dossier) => dossier.delegations.map((one) => ({ customer: dossier.id, ...one })))
      .filter(({ assignments, status }) => status === 'active' && (assignments?.length ?? 0) > 0);
    const [refused, odd] = assigned;
    if (!refused || !odd) throw new Error('nobody has groups');
    world.sim.fault({ match: new RegExp(`${refused.id}/accessAssignments`, 'iu'), kind: '403' });
    world.sim.fault({ match: new RegExp(`${odd.id}/accessAssignments`, 'iu'), kind: 'unknown-shape' });
    changes.renameCustomer(firstCustomer(), 'Somebody else');
    const run = await world.pull('graph');
    expect(run.state).toBe('done');
    expect(run.unreadable).toHaveLength(2);
    expect(run.unreadable).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: refused.id, customer: refused.customer, key: 'serviceRefused' }),
        expect.objectContaining({ id: odd.id, customer: odd.customer, key: 'unknownShape' }),
      ]),
    );
    for (const { assignments, customer, id } of [refused, odd]) {
      expect(delegation(customer, id)?.assignments?.map((one) => one.id)).toEqual(assignments?.map((one) => one.id));
    }
  });

  it('leave the company’s name alone where the tenant has another one', async () => {
    world = await PullWorld.start({ cloud: 'global', customers: 40 });
    await world.sync();
    const told = [...world.records.dossiers()].map(({ name }) => name);
    const again = await world.sync();
    expect(again.map(({ changes }) => changes)).toEqual(again.map(() => ({ appeared: 0, changed: 0, gone: 0 })));
    expect([...world.records.dossiers()].map(({ name }) => name.value)).toEqual(told.map(({ value }) => value));
    const listed = new Set<string>(world.sim.changes.customers());
    for (const { id, name } of world.records.dossiers()) {
      expect(name.source).toBe(listed.has(id) ? 'partner-center' : 'graph');
    }
  });
});

describe('A cloud for which nobody promises GDAP', () => {
  it.each(['403', '404'] as const)(
    'has none where Graph answers %s: the run is done, and nothing is known',
    async (kind) => {
      world = await PullWorld.start({ cloud: '21vianet', customers: 30 });
      await world.sync();
      const told = world.essence();
      const { gdapListedAt } = world.records.surroundings();
      world.sim.fault({ match: /delegatedAdmin/u, kind, times: 1_000 });
      for (let nth = 0; nth < 2; nth += 1) {
        const run = await world.pull('graph');
        expect(run).toMatchObject({ state: 'done', resumed: 0, unreadableCount: 0, changes: { changed: 0, gone: 0 } });
        expect(run).toMatchObject({ problem: { key: 'syncNotOffered', values: { status: Number(kind) } } });
        expect(run.requests.sent).toBe(1);
      }
      expect(world.essence()).toEqual(told);
      expect(world.records.surroundings().gdapListedAt).toBe(gdapListedAt);
    },
  );

  it('may have it: what it refuses later, or with other words, ends the run', async () => {
    world = await PullWorld.start({ cloud: '21vianet', customers: 30 });
    const later = world.sim.fault({ match: /delegatedAdminRelationships/u, kind: '403', times: 1_000 });
    expect(await world.pull('graph')).toMatchObject({ state: 'failed', problem: { key: 'syncRefused' } });
    later.clear();
    expect(await world.pull('graph')).toMatchObject({ state: 'done', problem: null });
  });

  it('is not the global one: there a refusal ends the run', async () => {
    world = await PullWorld.start({ cloud: 'global', customers: 20 });
    world.sim.fault({ match: /delegatedAdmin/u, kind: '403', times: 1_000 });
    expect(await world.pull('graph')).toMatchObject({ state: 'failed', problem: { key: 'syncRefused' } });
  });
});
