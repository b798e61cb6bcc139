import { describe, expect, it } from 'vitest';
import { undoCommand, waitAgain } from '#electron/outbox/deciding.ts';
import type { SoFar } from '#electron/outbox/sending.ts';
import { RoleDefinitionId } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { GLOBAL_ADMINISTRATOR } from '#test/unit/support/questions.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';
import { graphError, partnerCenterError, type Seen } from './support/service.ts';
import { aDelegation, CONTOSO, LINK, on, REMOVE_DAP, REQUEST, World } from './support/world.ts';

const offline = () =>
  Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) });

describe('a request for GDAP', () => {
  it('waits while there is no network, and is done when there is: created, sent for approval, with its link', async () => {
    const world = await World.with();
    await world.decide(REQUEST);
    world.service.instead = offline;
    expect(await world.send()).toMatchObject({
      pushed: 0,
      problem: { kind: 'unavailable', key: 'networkNameUnknown' },
    });
    expect(await world.entry()).toMatchObject({ state: 'waiting', steps: [], problem: { key: 'networkNameUnknown' } });

    world.service.instead = null;
    expect(await world.send()).toEqual({ pushed: 1, refused: 0, attention: 0, problem: null });
    const [made] = world.service.relationships;
    expect(world.service.relationships).toHaveLength(1);
    expect(made).toMatchObject({ displayName: REQUEST.name, duration: 'P730D', status: 'approvalPending' });
    const entry = await world.entry();
    expect(entry).toMatchObject({
      state: 'done',
      problem: null,
      decisionWhenSent: { outcome: 'allow', rule: 'R20' },
      result: {
        delegation: made?.id,
        link: `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${made?.id}`,
      },
    });
    expect(entry.steps.map(({ step }) => step)).toEqual(['begun', 'create', 'lock']);
  });

  it('is in the dossier at once, as Graph shows it, with a line of history', async () => {
    const world = await World.with();
    const { id } = await world.decide(REQUEST);
    await world.send();
    const [made] = world.service.relationships;
    expect(world.dossier.delegations).toMatchObject([
      {
        id: made?.id,
        status: 'approvalPending',
        name: REQUEST.name,
        provenance: { basis: 'observed', source: 'graph' },
      },
    ]);
    const line = world.dossier.history.find(({ event }) => event === 'command-carried-out');
    expect(line?.subjects).toEqual([`command:gdap-request`, `outbox:${id}`, `delegation:${made?.id}`]);
    expect(world.events()).not.toContain('imported');
  });

  it('sends each of its requests under an id of its own', async () => {
    const world = await World.with();
    await world.decide(REQUEST);
    await world.send();
    const ids = world.service.seen.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  });

  it('finds the relationship again whose making was never answered', async () => {
    const world = await World.with();
    await world.decide(REQUEST);
    world.service.after = ({ method }) => {
      world.service.after = null;
      if (method === 'POST') throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    };
    expect(await world.send()).toMatchObject({ pushed: 1 });
    expect(world.service.relationships).toHaveLength(1);
  });

  it('finds it by looking through all names where the service cannot filter', async () => {
    const world = await World.with();
    world.service.filters = false;
    world.service.add({ displayName: 'Another' });
    await world.decide(REQUEST);
    world.service.after = ({ method }) => {
      if (method === 'POST') {
        world.service.after = null;
        throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
      }
    };
    expect(await world.send()).toMatchObject({ pushed: 1 });
    expect(world.service.relationships).toHaveLength(2);
  });

  it('is refused in plain words when its name is taken upstream, and leaves that relationship alone', async () => {
    const world = await World.with();
    world.service.add({ status: 'active' });
    await world.decide(REQUEST);
    expect(await world.send()).toMatchObject({ refused: 1 });
    expect(await world.entry()).toMatchObject({
      state: 'refused',
      problem: { key: 'outboxNameTaken', values: { name: REQUEST.name } },
      answer: { status: 400, words: 'A relationship with this displayName already exists.' },
    });
    expect(world.service.relationships).toMatchObject([{ status: 'active' }]);
    expect(world.dossier.delegations).toEqual([]);
  });
});

describe('the end of a relationship', () => {
  it('is asked for, and the dossier shows that it was', async () => {
    const world = await World.with();
    const { id } = world.service.add({ status: 'active' });
    await world.amend({ delegations: [aDelegation(id)] });
    await world.decide(on('gdap-terminate', id));
    expect(await world.send()).toMatchObject({ pushed: 1 });
    expect(world.dossier.delegations).toMatchObject([{ status: 'terminationRequested' }]);
  });

  it('needs attention when the service does not know the relationship', async () => {
    const world = await World.with({ delegations: [aDelegation('gone')] });
    await world.decide(on('gdap-terminate', 'gone'));
    expect(await world.send()).toMatchObject({ attention: 1 });
    expect(await world.entry()).toMatchObject({ state: 'needs-attention', problem: { key: 'outboxNotFound' } });
  });
});

describe('an extension', () => {
  async function extending() {
    const world = await World.with();
    const made = world.service.add({ status: 'active' });
    await world.amend({ delegations: [aDelegation(made.id)] });
    await world.decide(on('gdap-extend', made.id));
    return { world, made };
  }

  it('edits what the relationship is now, and keeps no etag', async () => {
    const { made, world } = await extending();
    expect(await world.send()).toMatchObject({ pushed: 1 });
    expect(made.autoExtendDuration).toBe('P180D');
    expect(world.dossier.delegations).toMatchObject([{ autoExtend: true }]);
    expect(JSON.stringify(await world.entries())).not.toContain('W/');
  });

  it('reads again and tries once more when somebody edited in between', async () => {
    const { made, world } = await extending();
    world.service.before = ({ method }) => {
      if (method !== 'PATCH') return;
      world.service.before = null;
      made.version += 1;
    };
    expect(await world.send()).toMatchObject({ pushed: 1 });
    expect(world.service.writes()).toHaveLength(2);
    expect(made.autoExtendDuration).toBe('P180D');
  });

  it('needs attention when that happens twice', async () => {
    const { made, world } = await extending();
    world.service.before = ({ method }) => {
      if (method === 'PATCH') made.version += 1;
    };
    expect(await world.send()).toMatchObject({ attention: 1 });
    expect(await world.entry()).toMatchObject({ problem: { key: 'outboxChanged' }, answer: { status: 412 } });
    expect(world.service.writes()).toHaveLength(2);
  });

  it('needs attention when the relationship is not active any more', async () => {
    const { made, world } = await extending();
    made.status = 'terminated';
    expect(await world.send()).toMatchObject({ attention: 1 });
    expect(await world.entry()).toMatchObject({ problem: { key: 'outboxNotAsBefore' } });
    expect(world.service.writes()).toEqual([]);
  });
});

describe('removing DAP', () => {
  it('switches it off there and in the dossier', async () => {
    const world = await World.with();
    await world.decide(REMOVE_DAP);
    expect(await world.send()).toMatchObject({ pushed: 1 });
    expect(world.service.dap).toBe(false);
    expect(world.service.seen.at(-1)?.ifMatch).toBe('"1"');
    expect(world.dossier.delegatedAccess).toMatchObject({ value: false, basis: 'observed', source: 'partner-center' });
  });

  it('reads again and tries once more when the etag is stale', async () => {
    const world = await World.with();
    await world.decide(REMOVE_DAP);
    world.service.before = ({ method }) => {
      if (method !== 'PATCH') return;
      world.service.before = null;
      world.service.customerVersion = 7;
    };
    expect(await world.send()).toMatchObject({ pushed: 1 });
    expect(world.service.seen.map(({ ifMatch }) => ifMatch)).toEqual([null, '"1"', null, '"7"']);
  });

  it('sends nothing that changes something when it is off by now', async () => {
    const world = await World.with();
    await world.decide(REMOVE_DAP);
    world.service.dap = false;
    expect(await world.send()).toMatchObject({ pushed: 1 });
    expect(world.service.writes()).toEqual([]);
    expect(world.dossier.delegatedAccess?.value).toBe(false);
  });
});

it('a fresh reseller link is kept verbatim, with where and when it was fetched', async () => {
  const world = await World.with();
  await world.decide(LINK);
  expect(await world.send()).toMatchObject({ pushed: 1 });
  const link = 'https://admin.microsoft.com/?invType=1';
  expect(world.memory.surroundings().resellerLink).toMatchObject({ value: link, source: 'partner-center' });
  expect(await world.entry()).toMatchObject({ state: 'done', result: { delegation: null, link } });
});

describe('what a service refuses', () => {
  it.each([
    ['no commerce relationship', 400, '20002', 'outboxNoCommerce'],
    ['no indirect reseller of ours', 400, '800016', 'outboxNoReseller'],
    ['no rights', 403, '900150', 'outboxNoRights'],
    ['something that nobody described', 400, '999999', 'outboxRefused'],
  ])('is told in plain words and in its own: %s', async (words, status, code, key) => {
    const world = await World.with();
    await world.decide(REMOVE_DAP);
    world.service.instead = ({ method }) => (method === 'PATCH' ? partnerCenterError(status, code, words) : undefined);
    expect(await world.send()).toEqual({ pushed: 0, refused: 1, attention: 0, problem: null });
    expect(await world.entry()).toMatchObject({
      state: 'refused',
      answer: { status, code, words },
      problem: { kind: 'refused', key, values: { code, words } },
    });
    expect(world.dossier.delegatedAccess?.value).toBe(true);
    expect(world.events()).toEqual(['command-decided', 'command-refused']);
  });

  it('does not hold up what comes after it', async () => {
    const world = await World.with();
    await world.decide(REQUEST);
    await world.decide(LINK);
    world.service.instead = ({ path }) =>
      path.includes('tenantRelationships') ? graphError(403, 'Forbidden', 'No.') : undefined;
    expect(await world.send()).toMatchObject({ pushed: 1, refused: 1 });
  });
});

describe('what changed since it was decided', () => {
  it('refuses what the policy no longer allows, by its rule, and asks no service', async () => {
    const world = await World.with({ delegations: [aDelegation('relationship')] });
    await world.decide(on('gdap-extend', 'relationship'));
    await world.amend({ delegations: [aDelegation('relationship', { status: 'expired' })] });
    expect(await world.send()).toMatchObject({ refused: 1 });
    expect(await world.entry()).toMatchObject({
      state: 'refused',
      decision: { outcome: 'allow', rule: 'R23' },
      decisionWhenSent: { outcome: 'deny', rule: 'R23' },
      problem: { key: 'notAllowed', values: { rule: 'R23' } },
    });
    expect(world.service.seen).toEqual([]);
  });

  it('needs attention when our own records say something else now', async () => {
    const world = await World.with();
    await world.decide(REMOVE_DAP);
    const delegatedAccess = { value: false, basis: 'observed', source: 'partner-center', asOf: '2026-11-22T09:00:00Z' };
    await world.amend({ delegatedAccess });
    expect(await world.send()).toMatchObject({ attention: 1 });
    expect(await world.entry()).toMatchObject({ state: 'needs-attention', problem: { key: 'outboxDapOff' } });
    expect(world.service.seen).toEqual([]);
  });
});

describe('a service that cannot be reached', () => {
  it('keeps what is behind in its order, and holds up no other service', async () => {
    const world = await World.with();
    await world.decide(REQUEST);
    await world.decide({ ...REQUEST, name: 'Another', roles: [RoleDefinitionId.parse(GLOBAL_ADMINISTRATOR)] });
    await world.decide(LINK);
    world.service.instead = ({ path }) => (path.includes('tenantRelationships') ? offline() : undefined);
    expect(await world.send()).toMatchObject({ pushed: 1, problem: { key: 'networkNameUnknown' } });
    expect((await world.entries()).map(({ state, tries }) => [state, tries])).toEqual([
      ['waiting', 1],
      ['waiting', 0],
      ['done', 1],
    ]);
  });

  it('that fails with errors of its own again and again needs attention in the end', async () => {
    const world = await World.with();
    await world.decide(REMOVE_DAP);
    world.service.instead = () => partnerCenterError(500, '500', 'Internal');
    for (let tries = 1; tries < 5; tries++) expect(await world.send()).toMatchObject({ attention: 0 });
    expect(await world.send()).toMatchObject({ attention: 1 });
    expect(await world.entry()).toMatchObject({ state: 'needs-attention', problem: { key: 'outboxUnclear' } });
  });
});

describe('one request that something on the way spoils', () => {
  const page = () => new Response('<html>blocked</html>', { status: 200, headers: { 'content-type': 'text/html' } });

  it('needs attention in the end, lets what is behind it go on, and can be set aside', async () => {
    const world = await World.with();
    const { id } = await world.decide(REMOVE_DAP);
    await world.decide(LINK);
    world.service.instead = ({ method }) => (method === 'PATCH' ? page() : undefined);
    for (let tries = 1; tries < 5; tries++) expect(await world.send()).toMatchObject({ attention: 0, pushed: 0 });
    expect(await world.send()).toMatchObject({ attention: 1, pushed: 1, problem: null });
    expect(await world.entry()).toMatchObject({ state: 'needs-attention', problem: { key: 'networkNotJson' } });
    expect(await undoCommand(id, world.deciding())).toMatchObject({ state: 'undone' });
  });

  it('is not counted while nothing was begun: then the network may be at fault, and it can be taken back', async () => {
    const world = await World.with();
    await world.decide(REMOVE_DAP);
    world.service.instead = page;
    for (let tries = 1; tries < 9; tries++) expect(await world.send()).toMatchObject({ attention: 0 });
    expect(await world.entry()).toMatchObject({ state: 'waiting', failures: 0, tries: 8 });
  });

  it('is given as many tries again by whoever tries it again', async () => {
    const world = await World.with();
    const { id } = await world.decide(REMOVE_DAP);
    world.service.instead = ({ method }) => (method === 'PATCH' ? page() : undefined);
    for (let tries = 1; tries <= 5; tries++) await world.send();
    await waitAgain(id, world.deciding());
    expect(await world.send()).toMatchObject({ attention: 0, problem: { key: 'networkNotJson' } });
  });
});

describe('a request for GDAP whose second step is refused', () => {
  const locked = ({ method, path }: Seen) =>
    method === 'POST' && path.endsWith('/requests') ? graphError(403, 'Forbidden', 'No.') : undefined;

  it('needs attention with the server’s words, goes on when that is mended, and was carried out only then', async () => {
    const world = await World.with();
    const { id } = await world.decide(REQUEST);
    world.service.instead = locked;
    expect(await world.send()).toMatchObject({ refused: 0, attention: 1 });
    expect(await world.entry()).toMatchObject({
      state: 'needs-attention',
      problem: { key: 'outboxNoRights' },
      answer: { status: 403, code: 'Forbidden', words: 'No.' },
    });
    expect(world.events()).toEqual(['command-decided']);
    expect(world.dossier.delegations).toMatchObject([{ status: 'created' }]);
    world.service.instead = null;
    await waitAgain(id, world.deciding());
    expect(await world.send()).toMatchObject({ pushed: 1 });
    expect(world.service.relationships).toMatchObject([{ status: 'approvalPending' }]);
    expect(world.events()).toEqual(['command-decided', 'command-carried-out']);
  });

  it('is refused no more by the policy either: what is half done can go on', async () => {
    const world = await World.with();
    await world.decide(REQUEST);
    world.service.instead = ({ method, path }) =>
      method === 'POST' && path.endsWith('/requests') ? offline() : undefined;
    await world.send();
    const { profile } = world.memory;
    Object.defineProperty(world.memory, 'profile', {
      value: { ...profile, staff: { ...profile.staff, roles: ['sales-agent'] } },
    });
    expect(await world.send()).toMatchObject({ attention: 1, refused: 0 });
    expect(await world.entry()).toMatchObject({
      decisionWhenSent: { outcome: 'deny' },
      problem: { key: 'notAllowed' },
    });
  });
});

describe('sending one entry alone', () => {
  it('leaves all else that waits', async () => {
    const world = await World.with();
    await world.decide(REMOVE_DAP);
    const { id } = await world.decide(LINK);
    expect(await world.send({}, { only: id })).toMatchObject({ pushed: 1 });
    expect((await world.entries()).map(({ state }) => state)).toEqual(['waiting', 'done']);
    expect(world.service.dap).toBe(true);
  });

  it('of what the outbox does not have is a problem', async () => {
    const world = await World.with();
    expect(await rejectionOf(() => world.send({}, { only: 'none' }))).toMatchObject({ key: 'outboxUnknown' });
  });
});

it('tells before each entry how far it is, and what became of those before', async () => {
  const world = await World.with();
  await world.decide(REMOVE_DAP);
  await world.decide(REQUEST);
  const shown: SoFar[] = [];
  await world.send({}, { show: (soFar) => shown.push(soFar) });
  expect(shown).toMatchObject([
    { done: 0, of: 2, service: 'partner-center', sent: { pushed: 0 } },
    { done: 1, of: 2, service: 'graph', sent: { pushed: 1 } },
  ]);
});

it('a dossier that cannot be read keeps nothing else waiting', async () => {
  const world = await World.with();
  await world.decide(REMOVE_DAP);
  await world.decide(LINK);
  const { memory } = world;
  const damaged = new ProblemError('damaged', 'workspaceDamaged', { file: 'dossiers/000.json' });
  world.records = new Proxy(memory, {
    get(target, name) {
      if (name === 'dossier') {
        return () => {
          throw damaged;
        };
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  expect(await world.send()).toMatchObject({ pushed: 1, problem: { key: 'workspaceDamaged' } });
  expect((await world.entries()).map(({ state, problem }) => [state, problem?.key])).toEqual([
    ['waiting', 'workspaceDamaged'],
    ['done', undefined],
  ]);
});

it('two sendings at once send everything once', async () => {
  const world = await World.with();
  await world.decide(REQUEST);
  const [one, two] = await Promise.all([world.send(), world.send()]);
  expect(one.pushed + two.pushed).toBe(1);
  expect(world.service.relationships).toHaveLength(1);
  expect(CONTOSO).toBe(world.service.relationships[0]?.customer.tenantId);
});
