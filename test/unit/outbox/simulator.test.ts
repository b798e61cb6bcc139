import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPace } from '#electron/network/pace.ts';
import { createWire } from '#electron/network/wire.ts';
import { addCommand } from '#electron/outbox/deciding.ts';
import { Entries } from '#electron/outbox/entries.ts';
import { sendWaiting } from '#electron/outbox/sending.ts';
import { endpointsOf } from '#electron/sync/endpoints.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { Sent } from '#shared/model/outbox.ts';
import { OutboxCommand, type OutboxEntry } from '#shared/model/outbox.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import type { SyncSource } from '#shared/model/sync.ts';
import type { FaultKind } from '#test/simulator/http/faults.ts';
import type { Simulator, SimulatorOptions } from '#test/simulator/simulator.ts';
import { startSimulator } from '#test/simulator/start.ts';
import { aDossier } from '#test/unit/support/dossiers.ts';
import { MemoryRecords } from '#test/unit/support/memory-records.ts';
import { LICENSE_ADMINISTRATOR } from '#test/unit/support/questions.ts';

const NAME = 'Licenses, and "more" for O’Hara & Söhne';

let sim: Simulator;
let records: MemoryRecords;
let customer: CustomerId;

async function start(options: Partial<SimulatorOptions> = {}): Promise<void> {
  sim = await startSimulator({ cloud: 'global', customers: 20, ...options });
  const staff = { ...sim.profile.staff, roles: ['admin-agent'] };
  records = new MemoryRecords(PartnerProfile.parse({ ...sim.profile, programs: ['indirect-provider'], staff }));
  const [first] = sim.changes.customers();
  if (!first) throw new Error('nobody is listed');
  customer = first;
  sim.changes.switchDap(customer, true);
  await records.save([aDossier(customer, 'Contoso')]);
}

afterEach(() => sim.close());

const now = () => new Date();

function send(): Promise<Sent> {
  const bases = endpointsOf(records.profile);
  const wire = (service: SyncSource) =>
    createWire({
      service,
      base: bases[service],
      fetch,
      token: async () => sim.token(service),
      pace: createPace({ perMinute: Number.POSITIVE_INFINITY }),
      clock: now,
      sleep: async () => undefined,
      random: () => 0,
      newId: randomUUID,
    });
  return sendWaiting({ records, bases, wire, clock: now });
}

async function decide(command: object): Promise<OutboxEntry> {
  const nameTaken = async () => false;
  const options = { records, now: now(), by: 'li@partner.example', newId: randomUUID, nameTaken };
  return await addCommand(OutboxCommand.parse({ customer, ...command }), options);
}

const entryOf = async ({ id }: OutboxEntry): Promise<OutboxEntry> => (await Entries.of(records)).get(id);

const request = () =>
  decide({ kind: 'gdap-request', name: NAME, days: 365, autoExtend: false, roles: [LICENSE_ADMINISTRATOR] });

const named = () => sim.changes.relationships(customer).filter(({ delegation }) => delegation.name === NAME);

const ours = () => records.dossier(customer)?.delegations.find(({ name }) => name === NAME);

describe.each([
  ['remembers the ids of requests', false],
  ['forgets the ids of requests', true],
])('a service that %s', (_, forgetful) => {
  beforeEach(() => start({ forgetful }));

  it('gives a relationship its whole life: asked for, approved, extended, ended', async () => {
    const asked = await request();
    expect(await send()).toEqual({ pushed: 1, refused: 0, attention: 0, problem: null });
    const { result } = await entryOf(asked);
    const delegation = result?.delegation ?? '';
    expect(result?.link).toContain(delegation);
    expect(ours()).toMatchObject({ id: delegation, status: 'approvalPending', duration: 'P365D' });

    sim.customerApproves(delegation);
    for (let step = 0; step < 10 && named()[0]?.delegation.status !== 'active'; step++) sim.advance(3_600_000);
    const dossier = records.dossier(customer);
    if (!dossier) throw new Error('no dossier');
    const active = dossier.delegations.map((one) => ({ ...one, status: 'active' as const }));
    await records.save([{ ...dossier, delegations: active }]);

    await decide({ kind: 'gdap-extend', delegation, autoExtend: true });
    expect(await send()).toMatchObject({ pushed: 1 });
    expect(named()[0]?.delegation.autoExtend).toBe(true);
    expect(ours()?.autoExtend).toBe(true);

    await decide({ kind: 'gdap-terminate', delegation });
    expect(await send()).toMatchObject({ pushed: 1 });
    expect(named()[0]?.delegation.status).toMatch(/^terminat/u);
    expect(ours()?.status).toMatch(/^terminat/u);
  });

  it.each<[FaultKind, boolean]>([
    ['reset', true],
    ['reset', false],
    ['reset-mid-body', true],
    ['half-body', true],
    ['empty', true],
    ['cut-json', true],
    ['html', true],
    ['500', true],
    ['504', false],
    ['503', false],
    ['429', false],
    ['unknown-shape', true],
  ])('makes one relationship, whichever request ends in %s (done: %s)', async (kind, done) => {
    for (let nth = 1; nth <= 3; nth++) {
      await sim.close();
      await start({ forgetful });
      const fault = sim.fault({ match: /delegatedAdminRelationships/u, kind, nth, done, retryAfter: 0 });
      const asked = await request();
      for (let tries = 0; tries < 4 && (await entryOf(asked)).state === 'waiting'; tries++) await send();
      expect(fault.played, `request ${nth}`).toBe(1);
      expect(named(), `request ${nth}`).toHaveLength(1);
      const { problem, state } = await entryOf(asked);
      // What nobody could read a person may look at; it is never made twice.
      if (kind === 'unknown-shape' && state === 'needs-attention') continue;
      expect({ problem, state }, `request ${nth}`).toEqual({ problem: null, state: 'done' });
      expect(named()[0]?.delegation.status).toBe('approvalPending');
    }
  });
});

describe.each(['global', '21vianet'] as const)('on the %s cloud', (cloud) => {
  beforeEach(() => start({ cloud }));

  it('DAP is removed', async () => {
    await decide({ kind: 'dap-remove' });
    expect(await send()).toMatchObject({ pushed: 1 });
    expect(sim.changes.customer(customer).delegatedAccess?.value).toBe(false);
    expect(records.dossier(customer)?.delegatedAccess).toMatchObject({ value: false, source: 'partner-center' });
  });

  it('the reseller link is fetched', async () => {
    await decide({ kind: 'reseller-link' });
    expect(await send()).toMatchObject({ pushed: 1 });
    expect(records.surroundings().resellerLink?.value).toMatch(/^https:/u);
  });

  it('a token that may do nothing is told of as such, and the command is over', async () => {
    const asked = await decide({ kind: 'dap-remove' });
    sim.fault({ match: /^PATCH/u, kind: '403' });
    expect(await send()).toMatchObject({ refused: 1 });
    expect(await entryOf(asked)).toMatchObject({ state: 'refused', problem: { key: 'outboxNoRights' } });
  });
});

it('what was decided while the service could not be reached is done when it can', async () => {
  await start();
  const port = Number(new URL(sim.url).port);
  const asked = await request();
  await sim.close();
  expect(await send()).toMatchObject({ pushed: 0, problem: { kind: 'unavailable' } });
  expect(await entryOf(asked)).toMatchObject({ state: 'waiting', steps: [] });
  sim = await startSimulator({ cloud: 'global', customers: 20, port });
  expect(await send()).toMatchObject({ pushed: 1 });
  expect(named()).toHaveLength(1);
});
