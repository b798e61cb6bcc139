import { expect, it } from 'vitest';
import { ask, simulated } from './asking.ts';

const CUSTOMERS = 'GET /v1/customers?size=10';

it('takes no token of the other cloud, of another service, or of yesterday', async () => {
  const simulator = await simulated();
  const other = await simulated({ cloud: '21vianet' });
  const now = simulator.token('partner-center');
  const tokens = [
    simulator.token('partner-center', { cloud: '21vianet' }),
    other.token('partner-center'),
    simulator.token('graph'),
    simulator.token('partner-center', { seconds: -1 }),
    'none',
  ];
  for (const token of tokens) {
    const { body, status } = await ask(simulator, 'partner-center', CUSTOMERS, { token });
    expect([status, body.code]).toEqual([401, '2001']);
  }
  expect((await ask(simulator, 'partner-center', CUSTOMERS, { token: now })).status).toBe(200);
  simulator.expireTokens();
  expect((await ask(simulator, 'partner-center', CUSTOMERS, { token: now })).status).toBe(401);
  expect((await ask(simulator, 'partner-center', CUSTOMERS)).status).toBe(200);
});

it('does nothing for a person without rights', async () => {
  const simulator = await simulated();
  const token = simulator.token('graph', { rights: false });
  const path = '/tenantRelationships/delegatedAdminCustomers';
  expect((await ask(simulator, 'graph', `GET ${path}`, { token })).status).toBe(403);
});

it('shows the seats of those customers whom we may administer', async () => {
  const simulator = await simulated({ customers: 80 });
  const { changes } = simulator;
  for (const id of changes.customers()) {
    const may =
      changes.customer(id).delegatedAccess?.value === true ||
      changes.relationships(id).some(({ delegation }) => ['active', 'expiring'].includes(delegation.status));
    const { body, status } = await ask(simulator, 'partner-center', `GET /v1/customers/${id}/subscribedskus`);
    expect([id, status, body.code]).toEqual(may ? [id, 200, undefined] : [id, 403, '900150']);
  }
});

it('takes delegated admin privileges away with the mark of what is there', async () => {
  const simulator = await simulated();
  const { changes } = simulator;
  const id = changes.customers().find((one) => changes.customer(one).delegatedAccess?.value);
  if (id === undefined) throw new Error('Nobody granted us anything.');
  const remove = (etag: string) =>
    ask(simulator, 'partner-center', `PATCH /v1/customers/${id}`, {
      headers: { 'If-Match': etag },
      body: { AllowDelegatedAccess: false, attributes: { objectType: 'Customer' } },
    });
  const { headers } = await ask(simulator, 'partner-center', `GET /v1/customers/${id}`);
  const stale = await remove('"yesterday"');
  expect([stale.status, stale.body.code]).toEqual([412, '2055']);
  expect((await remove(headers.get('ETag') ?? '')).body.allowDelegatedAccess).toBe(false);
  expect(changes.customer(id).delegatedAccess?.value).toBe(false);
});

it('counts as many requests as it was sent', async () => {
  const simulator = await simulated();
  await ask(simulator, 'partner-center', CUSTOMERS, { headers: { 'MS-RequestId': 'one' } });
  await ask(simulator, 'graph', 'GET /tenantRelationships/delegatedAdminCustomers');
  expect(simulator.counts()).toMatchObject({ sent: 2, 'partner-center': 1, graph: 1 });
  expect(simulator.requests[0]).toMatchObject({ path: '/v1/customers?size=10', requestId: 'one', status: 200 });
});
