import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { BodyKind } from '#electron/sync/files/kind.ts';
import { apiCustomer, apiCustomers } from '#electron/sync/files/kinds/api-customers.ts';
import { apiIndirectResellers } from '#electron/sync/files/kinds/api-indirect-resellers.ts';
import { apiRelationshipRequest } from '#electron/sync/files/kinds/api-singles.ts';
import { apiSubscribedSkus } from '#electron/sync/files/kinds/api-subscribed-skus.ts';
import { apiSubscriptions } from '#electron/sync/files/kinds/api-subscriptions.ts';
import { graphAccessAssignments } from '#electron/sync/files/kinds/graph-access-assignments.ts';
import { graphCustomers } from '#electron/sync/files/kinds/graph-customers.ts';
import { graphRelationships } from '#electron/sync/files/kinds/graph-relationships.ts';
import { type CustomerId, DelegationId } from '#shared/model/ids.ts';
import type { SyncSource } from '#shared/model/sync.ts';
import type { Simulator } from '#test/simulator/simulator.ts';
import { allCustomers, allRelationships, ask, Body, simulated } from './asking.ts';

const SAMPLES = join(import.meta.dirname, '../../fixtures/samples');

/** What of a documented body is no promise: fields that many answers lack. */
const MAY_LACK = new Set(['entitlementId', 'orderId', 'billingProfile', 'commerceId', 'links', 'attributes']);

interface Case {
  readonly kind: BodyKind;
  readonly service: SyncSource;
  readonly sample: string;
  readonly path: (customer: CustomerId, relationship: string) => string;
}

const CASES: readonly Case[] = [
  {
    kind: apiCustomers,
    service: 'partner-center',
    sample: 'partner-center/customers.json',
    path: () => '/v1/customers?size=500',
  },
  {
    kind: apiCustomer,
    service: 'partner-center',
    sample: 'partner-center/customer-by-id.json',
    path: (customer) => `/v1/customers/${customer}`,
  },
  {
    kind: apiSubscriptions,
    service: 'partner-center',
    sample: 'partner-center/subscriptions.json',
    path: (customer) => `/v1/customers/${customer}/subscriptions`,
  },
  {
    kind: apiSubscribedSkus,
    service: 'partner-center',
    sample: 'partner-center/subscribedskus.json',
    path: (customer) => `/v1/customers/${customer}/subscribedskus`,
  },
  {
    kind: apiRelationshipRequest,
    service: 'partner-center',
    sample: 'partner-center/relationshiprequest.json',
    path: () => '/v1/customers/relationshiprequests',
  },
  {
    kind: apiIndirectResellers,
    service: 'partner-center',
    sample: 'partner-center/relationships-indirect-resellers.json',
    path: () => '/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf',
  },
  {
    kind: graphRelationships,
    service: 'graph',
    sample: 'graph/delegatedAdminRelationships.json',
    path: () => '/tenantRelationships/delegatedAdminRelationships?$top=300',
  },
  {
    kind: graphCustomers,
    service: 'graph',
    sample: 'graph/delegatedAdminCustomers.json',
    path: () => '/tenantRelationships/delegatedAdminCustomers?$top=300',
  },
  {
    kind: graphAccessAssignments,
    service: 'graph',
    sample: 'graph/accessAssignments.json',
    path: (_customer, relationship) =>
      `/tenantRelationships/delegatedAdminRelationships/${relationship}/accessAssignments`,
  },
];

/** A customer of whom there is everything to read, and a relationship of it that groups are assigned to. */
function rich({ changes }: Simulator): readonly [CustomerId, string] {
  for (const id of changes.customers()) {
    const { delegatedAccess, seatCounts } = changes.customer(id);
    const assigned = changes.relationships(id).find(({ delegation }) => delegation.assignments?.length);
    const isRich = delegatedAccess?.value && seatCounts.length > 0 && changes.subscriptions(id).length > 0;
    if (isRich && assigned) return [id, assigned.id];
  }
  throw new Error('No customer has everything.');
}

const rowsIn = (body: Body, list: BodyKind['list']): Body[] =>
  list === null ? [body] : Body.array().parse(body[list]);

it.each(CASES)('speaks as $sample does, and what it says can be read', async ({ kind, path, sample, service }) => {
  const simulator = await simulated({ customers: 200 });
  const [customer, relationship] = rich(simulator);
  const { body } = await ask(simulator, service, `GET ${path(customer, relationship)}`);
  const documented = Body.parse(JSON.parse(readFileSync(join(SAMPLES, sample), 'utf8')));
  const scope = {
    known: { profile: simulator.profile, surroundings: simulator.world.surroundings },
    customer,
    relationship: DelegationId.parse(relationship),
    dossier: () => undefined,
    holders: () => [customer],
  };
  const reader = kind.open(scope, body);
  const rows = rowsIn(body, kind.list);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(reader.read(row)).not.toBeNull();
  const fields = new Set(rows.flatMap((row) => Object.keys(row)));
  const [first = {}] = rowsIn(documented, kind.list);
  for (const field of Object.keys(first)) if (!MAY_LACK.has(field)) expect(fields).toContain(field);
  const whole = new Set(Object.keys(body));
  for (const field of Object.keys(documented)) if (!MAY_LACK.has(field)) expect(whole).toContain(field);
});

it('has the documented oddities somewhere among 300 customers', async () => {
  const simulator = await simulated({ customers: 300 });
  const customers = JSON.stringify(await allCustomers(simulator, 500));
  const relationships = await allRelationships(simulator, 300);
  const subscriptions = await Promise.all(
    simulator.changes
      .customers()
      .slice(0, 60)
      .map(async (id) => (await ask(simulator, 'partner-center', `GET /v1/customers/${id}/subscriptions`)).body),
  );
  expect(customers).toMatch(/"id":"[0-9A-F-]{36}"/u);
  expect(customers).toContain('previewFlags');
  const listed = JSON.stringify(subscriptions);
  expect(listed).toMatch(/"\d{4}-\d\d-\d\dT\d\d: \d\d: \d\dZ"/u);
  expect(listed).toContain('"partnerId":""');
  expect(subscriptions.some(({ links }) => links === undefined)).toBe(true);
  const types = new Set(relationships.map((one) => one['@odata.type']));
  expect(types.size).toBe(2);
  expect(new Set(relationships.map(({ status }) => status))).toContain('unknownFutureValue');
  const told = JSON.stringify(relationships);
  expect(told).toMatch(/\.\d{7}Z"/u);
  expect(told).toContain('"activatedDateTime":""');
  expect(told).toContain('"displayName":null');
});

it('says the same as often as it is asked, and in another process', async () => {
  const clock = () => new Date('2027-03-01T00:00:00Z');
  const [one, other] = [await simulated({ clock }), await simulated({ clock })];
  expect(await allCustomers(one, 11)).toEqual(await allCustomers(other, 40));
  expect(await allRelationships(one, 300)).toEqual(await allRelationships(other, 20));
});

it('spoils what it is told to spoil, and nothing else', async () => {
  const simulator = await simulated();
  const [id = ''] = simulator.changes.customers();
  simulator.changes.spoil(id);
  const spoiled = (await allCustomers(simulator, 500)).filter((one) => typeof one.relationshipToPartner !== 'string');
  expect(spoiled.map((one) => String(one.id).toLowerCase())).toEqual([id]);
});

it('lacks on 21Vianet what the documentation has for the global cloud alone', async () => {
  const simulator = await simulated({ cloud: '21vianet', customers: 200 });
  const [customer] = rich(simulator);
  const [subscription] = simulator.changes.subscriptions(customer);
  const resellers = '/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf';
  const contact = `/v1/customers/${customer}/subscriptions/${subscription?.id}/supportcontact`;
  for (const path of [resellers, contact]) {
    const { body, status } = await ask(simulator, 'partner-center', `GET ${path}`);
    expect(status).toBe(404);
    expect(body.code).toEqual(expect.any(String));
  }
});
