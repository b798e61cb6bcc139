import { expect, it } from 'vitest';
import { CustomerId } from '#shared/model/ids.ts';
import { allCustomers, allRelationships, ask, Items, nextOf, simulated } from './asking.ts';

const idsOf = (items: readonly { readonly id?: unknown }[]) => items.map(({ id }) => String(id).toLowerCase());

it('lists every customer once, whatever the size of the page', async () => {
  const simulator = await simulated({ customers: 73 });
  const expected = simulator.changes.customers();
  for (const size of [1, 10, 73, 500]) expect(idsOf(await allCustomers(simulator, size))).toEqual(expected);
});

it('counts all customers on every page, though it shows fewer', async () => {
  const simulator = await simulated();
  const { body } = await ask(simulator, 'partner-center', 'GET /v1/customers?size=7');
  expect(body.totalCount).toBe(40);
  expect(Items.parse(body)).toHaveLength(7);
});

it('refuses pages of more than 500', async () => {
  const simulator = await simulated();
  const { body, status } = await ask(simulator, 'partner-center', 'GET /v1/customers?size=501');
  expect([status, body.data]).toEqual([400, ['size']]);
});

it('names no next page on the last one', async () => {
  const simulator = await simulated();
  expect(nextOf((await ask(simulator, 'partner-center', 'GET /v1/customers?size=40')).body)).toBeUndefined();
});

it.each([400, 410] as const)('refuses a continuation that has expired with %i', async (status) => {
  const simulator = await simulated();
  const next = nextOf((await ask(simulator, 'partner-center', 'GET /v1/customers?size=10')).body);
  simulator.expireContinuations(status);
  const answer = await ask(simulator, 'partner-center', `GET ${next?.uri}`, { headers: next?.headers ?? {} });
  expect(answer.status).toBe(status);
  expect(answer.body.code).toEqual(expect.any(String));
});

it('wants the token of a continuation in its header', async () => {
  const simulator = await simulated();
  expect((await ask(simulator, 'partner-center', 'GET /v1/customers?seekOperation=Next')).status).toBe(400);
});

it('filters customers by the beginning of their name', async () => {
  const simulator = await simulated();
  const [id] = simulator.changes.customers();
  const customer = simulator.changes.customer(CustomerId.parse(id));
  const filter = { Field: 'CompanyName', Value: customer.name.value, Operator: 'starts_with' };
  const path = `/v1/customers?size=40&filter=${encodeURIComponent(JSON.stringify(filter))}`;
  expect(idsOf(Items.parse((await ask(simulator, 'partner-center', `GET ${path}`)).body))).toEqual([id]);
});

it('lists every relationship once, whatever the size of the page', async () => {
  const simulator = await simulated({ customers: 60 });
  const expected = simulator.changes.customers().flatMap((id) => idsOf(simulator.changes.relationships(id)));
  expect(expected.length).toBeGreaterThan(40);
  for (const top of [1, 7, 300]) expect(idsOf(await allRelationships(simulator, top))).toEqual(expected);
});

it('refuses pages of more than 300 relationships', async () => {
  const simulator = await simulated();
  const path = '/tenantRelationships/delegatedAdminRelationships?$top=301';
  expect((await ask(simulator, 'graph', `GET ${path}`)).status).toBe(400);
});

it('lists a customer that came, and no longer one that went', async () => {
  const simulator = await simulated();
  const [gone, ...others] = simulator.changes.customers();
  simulator.changes.removeCustomer(CustomerId.parse(gone));
  const added = simulator.changes.addCustomer();
  expect(idsOf(await allCustomers(simulator, 9))).toEqual([...others, added]);
  expect((await ask(simulator, 'partner-center', `GET /v1/customers/${gone}`)).body.code).toBe('20002');
});
