import { expect, it } from 'vitest';
import type { Simulator } from '#test/simulator/simulator.ts';
import { type Answered, allRelationships, ask, simulated } from './asking.ts';

const LIST = '/tenantRelationships/delegatedAdminRelationships';
const READER = 'f2ef992c-3afb-46b9-b7cf-a126ee74c451';
const GLOBAL_ADMINISTRATOR = '62e90394-69f5-4237-9190-012177145e10';
const MINUTE = 60_000;
const DAY = 86_400_000;

function wanted(simulator: Simulator, more: object = {}) {
  const [tenantId] = simulator.changes.customers();
  return {
    displayName: 'A request of ours',
    duration: 'P90D',
    autoExtendDuration: 'PT0S',
    customer: { tenantId },
    accessDetails: { unifiedRoles: [{ roleDefinitionId: READER }] },
    ...more,
  };
}

const create = (simulator: Simulator, more: object = {}, id?: string): Promise<Answered> =>
  ask(simulator, 'graph', `POST ${LIST}`, {
    body: wanted(simulator, more),
    headers: id === undefined ? {} : { 'client-request-id': id },
  });

const request = (simulator: Simulator, id: unknown, action: string): Promise<Answered> =>
  ask(simulator, 'graph', `POST ${LIST}/${id}/requests`, { body: { action } });

async function statusOf(simulator: Simulator, id: unknown): Promise<unknown> {
  return (await ask(simulator, 'graph', `GET ${LIST}/${id}`)).body.status;
}

it('takes a relationship from its request to its end', async () => {
  const simulator = await simulated();
  const { body, status } = await create(simulator);
  expect([status, body.status, body.endDateTime]).toEqual([201, 'created', null]);
  const { id } = body;
  expect((await request(simulator, id, 'lockForApproval')).status).toBe(201);
  expect(await statusOf(simulator, id)).toBe('approvalPending');
  simulator.advance(5 * MINUTE);
  expect(await statusOf(simulator, id)).toBe('approvalPending');
  simulator.customerApproves(String(id));
  const seen = [await statusOf(simulator, id)];
  for (let minute = 0; minute < 2; minute += 1) {
    simulator.advance(MINUTE);
    seen.push(await statusOf(simulator, id));
  }
  expect(seen).toEqual(['approved', 'activating', 'active']);
  simulator.advance(61 * DAY);
  expect(await statusOf(simulator, id)).toBe('expiring');
  simulator.advance(31 * DAY);
  expect(await statusOf(simulator, id)).toBe('expired');
});

it('extends one that extends itself', async () => {
  const simulator = await simulated();
  const { id } = (await create(simulator, { autoExtendDuration: 'P180D' })).body;
  await request(simulator, id, 'lockForApproval');
  simulator.customerApproves(String(id));
  simulator.advance(2 * MINUTE);
  const before = (await ask(simulator, 'graph', `GET ${LIST}/${id}`)).body.endDateTime;
  simulator.advance(91 * DAY);
  const after = (await ask(simulator, 'graph', `GET ${LIST}/${id}`)).body;
  expect(after.status).toBe('active');
  const days = (Date.parse(String(after.endDateTime)) - Date.parse(String(before))) / DAY;
  expect(Math.round(days)).toBe(180);
});

it('ends an active one step by step when it is asked to', async () => {
  const simulator = await simulated();
  const [customer] = simulator.changes.customers();
  if (customer === undefined) throw new Error('There are no customers.');
  const id = simulator.changes.addRelationship(customer);
  await request(simulator, id, 'terminate');
  const seen = [await statusOf(simulator, id)];
  for (let minute = 0; minute < 2; minute += 1) {
    simulator.advance(MINUTE);
    seen.push(await statusOf(simulator, id));
  }
  expect(seen).toEqual(['terminationRequested', 'terminating', 'terminated']);
});

it('deletes one that nobody was asked about, and no other', async () => {
  const simulator = await simulated();
  const { id } = (await create(simulator)).body;
  expect((await ask(simulator, 'graph', `DELETE ${LIST}/${id}`)).status).toBe(204);
  expect(await statusOf(simulator, id)).toBeUndefined();
  const later = (await create(simulator)).body.id;
  await request(simulator, later, 'lockForApproval');
  expect((await ask(simulator, 'graph', `DELETE ${LIST}/${later}`)).status).toBe(409);
});

it.each([
  ['a name of 51 characters', { displayName: 'x'.repeat(51) }, 400],
  ['a duration of more than two years', { duration: 'P3Y' }, 400],
  ['no day at all', { duration: 'P0D' }, 400],
  ['an extension of another length', { autoExtendDuration: 'P90D' }, 400],
  ['no roles', { accessDetails: { unifiedRoles: [] } }, 400],
  [
    'an extension of the highest role',
    { autoExtendDuration: 'P180D', accessDetails: { unifiedRoles: [{ roleDefinitionId: GLOBAL_ADMINISTRATOR }] } },
    400,
  ],
])('refuses a request with %s', async (_what, more, status) => {
  const simulator = await simulated();
  const before = (await allRelationships(simulator, 300)).length;
  expect((await create(simulator, more)).status).toBe(status);
  expect(await allRelationships(simulator, 300)).toHaveLength(before);
});

it('refuses a name that another relationship has, also one of the generator', async () => {
  const simulator = await simulated();
  await create(simulator);
  expect((await create(simulator)).status).toBe(409);
  const [first] = await allRelationships(simulator, 1);
  expect((await create(simulator, { displayName: first?.displayName })).status).toBe(409);
});

it('does a request of the same id once, and answers it twice', async () => {
  const simulator = await simulated();
  const before = (await allRelationships(simulator, 300)).length;
  const [first, second] = [await create(simulator, {}, 'a-1'), await create(simulator, {}, 'a-1')];
  expect(second.body).toEqual(first.body);
  expect(await allRelationships(simulator, 300)).toHaveLength(before + 1);
});

it('did what it was asked although its answer was lost', async () => {
  const simulator = await simulated();
  simulator.fault({ match: /^POST .*Relationships$/u, kind: 'reset', done: true });
  await expect(create(simulator, {}, 'a-1')).rejects.toThrow();
  expect((await create(simulator, {}, 'a-1')).status).toBe(201);
});

it('forgets what it did where it is told to', async () => {
  const simulator = await simulated({ forgetful: true });
  await create(simulator, {}, 'a-1');
  expect((await create(simulator, {}, 'a-1')).status).toBe(409);
});

it('takes a change only with the mark of what is there', async () => {
  const simulator = await simulated();
  const { id } = (await create(simulator)).body;
  const patch = (etag: unknown, duration: string) =>
    ask(simulator, 'graph', `PATCH ${LIST}/${id}`, { body: { duration }, headers: { 'If-Match': String(etag) } });
  const { '@odata.etag': etag } = (await ask(simulator, 'graph', `GET ${LIST}/${id}`)).body;
  expect((await patch(etag, 'P30D')).body.duration).toBe('P30D');
  expect((await patch(etag, 'P60D')).status).toBe(412);
});

it('lets us approve or reject what a provider asked for us, and nothing else', async () => {
  const simulator = await simulated({ customers: 600 });
  const offered = (await allRelationships(simulator, 300)).filter((one) => one.isPartnerConsentPending === true);
  const [one, other] = offered;
  expect((await request(simulator, one?.id, 'approve')).status).toBe(201);
  expect((await ask(simulator, 'graph', `GET ${LIST}/${one?.id}`)).body.isPartnerConsentPending).toBe(false);
  await request(simulator, other?.id, 'reject');
  expect(await statusOf(simulator, other?.id)).toBe('terminated');
  const ours = (await create(simulator)).body.id;
  await request(simulator, ours, 'lockForApproval');
  expect((await request(simulator, ours, 'approve')).status).toBe(409);
});
