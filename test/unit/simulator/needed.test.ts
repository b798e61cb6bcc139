import { expect, it } from 'vitest';
import { CustomerId } from '#shared/model/ids.ts';
import type { Simulator } from '#test/simulator/simulator.ts';
import { allCustomers, allRelationships, ask, type Body, simulated } from './asking.ts';

const LIST = '/tenantRelationships/delegatedAdminRelationships';

/** Reads everything there is, with no request too many. */
async function readAll(simulator: Simulator): Promise<void> {
  const { changes } = simulator;
  const relationships = await allRelationships(simulator, 300);
  await ask(simulator, 'graph', 'GET /tenantRelationships/delegatedAdminCustomers?$top=300');
  const assignable = ['approved', 'activating', 'active', 'expiring'];
  for (const { id } of relationships.filter(({ status }) => assignable.includes(String(status)))) {
    await ask(simulator, 'graph', `GET ${LIST}/${id}/accessAssignments`);
  }
  const isGlobal = simulator.profile.cloud === 'global';
  if (isGlobal) {
    await ask(simulator, 'partner-center', 'GET /v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf');
  }
  await ask(simulator, 'partner-center', 'GET /v1/customers/relationshiprequests');
  for (const item of await allCustomers(simulator, 500)) {
    const id = CustomerId.parse(item.id);
    const { body } = await ask(simulator, 'partner-center', `GET /v1/customers/${id}`);
    await ask(simulator, 'partner-center', `GET /v1/customers/${id}/subscriptions`);
    const inForce = (one: Body) => ['active', 'expiring'].includes(String(one.status));
    const gdap = changes.relationships(id).some(({ delegation }) => inForce(delegation));
    if (body.allowDelegatedAccess || gdap)
      await ask(simulator, 'partner-center', `GET /v1/customers/${id}/subscribedskus`);
    for (const { id: subscription } of isGlobal ? changes.subscriptions(id) : []) {
      await ask(simulator, 'partner-center', `GET /v1/customers/${id}/subscriptions/${subscription}/supportcontact`);
    }
  }
}

it.each(['global', '21vianet'] as const)('knows how many requests a first sync of %s needs', async (cloud) => {
  const simulator = await simulated({ cloud, customers: 50 });
  const needed = await simulator.needed();
  await readAll(simulator);
  const { graph, 'partner-center': partnerCenter, statuses } = simulator.counts();
  expect({ graph, 'partner-center': partnerCenter }).toEqual({
    graph: needed.graph,
    'partner-center': needed['partner-center'],
  });
  expect(Object.keys(statuses)).toEqual(['200']);
});
