import { describe, expect, it } from 'vitest';
import { previewCommand, undoCommand, waitAgain } from '#electron/outbox/deciding.ts';
import { problemSentence } from '#shared/locales/translator.ts';
import { LANGUAGES } from '#shared/model/invitation.ts';
import { OutboxCommand } from '#shared/model/outbox.ts';
import { GLOBAL_ADMINISTRATOR, STRANGER, US } from '#test/unit/support/questions.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';
import { aDelegation, BASES, CONTOSO, LINK, on, REMOVE_DAP, REQUEST, World } from './support/world.ts';

describe('deciding', () => {
  it('puts the command in the outbox with the policy’s answer, and a line in the customer’s history', async () => {
    const world = await World.with();
    const entry = await world.decide(REQUEST);
    expect(entry).toMatchObject({
      state: 'waiting',
      by: 'li@partner.example',
      decision: { outcome: 'allow', rule: 'R20' },
    });
    expect(await world.entries()).toEqual([entry]);
    expect(world.dossier.history).toMatchObject([
      { event: 'command-decided', by: 'li@partner.example', subjects: ['command:gdap-request', `outbox:${entry.id}`] },
    ]);
    expect(world.service.seen).toEqual([]);
  });

  it.each([
    [
      'a sales agent may not request GDAP',
      REQUEST,
      { staff: { id: 'li@partner.example', roles: ['sales-agent'] } },
      'R08',
    ],
    ['an advisor may not either', REQUEST, { programs: ['advisor'] }, 'R28'],
    [
      'an indirect reseller may not fetch a reseller link through the API',
      LINK,
      { programs: ['indirect-reseller'] },
      'R04',
    ],
    [
      'a helpdesk agent may not remove DAP',
      REMOVE_DAP,
      { staff: { id: 'li@partner.example', roles: ['helpdesk-agent'] } },
      'R08',
    ],
  ])('%s', async (_, command, profile, rule) => {
    const world = await World.with({}, profile);
    expect(await rejectionOf(() => world.decide(OutboxCommand.parse(command)))).toEqual({
      kind: 'refused',
      key: 'notAllowed',
      values: { rule },
    });
    expect(await world.entries()).toEqual([]);
    expect(world.events()).toEqual([]);
  });

  it('refuses what cannot be told: GDAP on 21Vianet', async () => {
    const world = await World.with({}, { cloud: '21vianet' });
    expect(await rejectionOf(() => world.decide(REQUEST))).toEqual({
      kind: 'refused',
      key: 'cannotTell',
      values: { rule: 'R21' },
    });
  });

  it('refuses to let a relationship with the Global Administrator role extend itself', async () => {
    const world = await World.with({ delegations: [aDelegation('r', { roles: [GLOBAL_ADMINISTRATOR] })] });
    expect(await rejectionOf(() => world.decide(on('gdap-extend', 'r')))).toMatchObject({ values: { rule: 'R23' } });
    const asking = OutboxCommand.parse({ ...REQUEST, autoExtend: true, roles: [GLOBAL_ADMINISTRATOR] });
    expect(await rejectionOf(() => world.decide(asking))).toMatchObject({ values: { rule: 'R23' } });
  });

  it.each([
    ['that our records do not have', [], 'outboxNoDelegation'],
    ['that is another partner’s', [aDelegation('r', { partner: STRANGER })], 'notAllowed'],
    ['that waits for approval', [aDelegation('r', { status: 'approvalPending' })], 'outboxNotInForce'],
    ['that is over', [aDelegation('r', { status: 'expired' })], 'outboxNotInForce'],
    [
      'that is gone upstream',
      [aDelegation('r', { goneUpstream: { asOf: '2026-11-01T00:00:00Z', source: 'graph' } })],
      'outboxGone',
    ],
  ])('refuses to end a relationship %s', async (_, delegations, key) => {
    const world = await World.with({ delegations });
    const problem = await rejectionOf(() => world.decide(on('gdap-terminate', 'r')));
    expect(problem).toMatchObject({ key });
  });

  it('refuses what is so already', async () => {
    const world = await World.with({
      delegations: [aDelegation('r', { autoExtend: true })],
      delegatedAccess: { value: false, basis: 'observed', source: 'partner-center', asOf: '2026-11-01T00:00:00Z' },
    });
    expect(await rejectionOf(() => world.decide(on('gdap-extend', 'r')))).toMatchObject({
      key: 'outboxExtendsAlready',
    });
    expect(await rejectionOf(() => world.decide(REMOVE_DAP))).toMatchObject({ key: 'outboxDapOff' });
  });

  it('refuses the same for the same customer while it waits, and takes it again when that is over', async () => {
    const world = await World.with();
    await world.decide(REMOVE_DAP);
    const problem = await rejectionOf(() => world.decide(REMOVE_DAP));
    expect(problem).toMatchObject({
      kind: 'refused',
      key: 'outboxTwice',
      values: { customer: 'Contoso', since: '2026-11-22' },
    });
    await undoCommand((await world.entry()).id, world.deciding());
    expect(await world.decide(REMOVE_DAP)).toMatchObject({ state: 'waiting' });
  });

  it('refuses the same roles for the same customer under another name, and takes other roles', async () => {
    const world = await World.with();
    await world.decide(REQUEST);
    expect(await rejectionOf(() => world.decide({ ...REQUEST, name: 'Another' }))).toMatchObject({
      key: 'outboxTwice',
    });
    const other = OutboxCommand.parse({ ...REQUEST, name: 'Another', roles: [GLOBAL_ADMINISTRATOR] });
    expect(await world.decide(other)).toMatchObject({ state: 'waiting' });
  });

  it('refuses a name that a relationship has, or that waits', async () => {
    const world = await World.with({ delegations: [aDelegation('r', { name: 'Taken' })] });
    expect(await rejectionOf(() => world.decide({ ...REQUEST, name: 'Taken' }))).toMatchObject({
      key: 'outboxNameTaken',
    });
    await world.decide(REQUEST);
    const other = OutboxCommand.parse({ ...REQUEST, name: REQUEST.name.toUpperCase(), roles: [GLOBAL_ADMINISTRATOR] });
    expect(await rejectionOf(() => world.decide(other))).toMatchObject({ key: 'outboxNameTaken' });
  });
});

describe('undoing', () => {
  it('takes back what waits; nothing is sent of it', async () => {
    const world = await World.with();
    const { id } = await world.decide(REQUEST);
    expect(await undoCommand(id, world.deciding())).toMatchObject({ state: 'undone' });
    expect(await world.send()).toEqual({ pushed: 0, refused: 0, attention: 0, problem: null });
    expect(world.service.seen).toEqual([]);
    expect(world.events()).toEqual(['command-decided', 'command-undone']);
  });

  it('still takes back what could not be sent', async () => {
    const world = await World.with();
    const { id } = await world.decide(REQUEST);
    world.service.instead = () => Object.assign(new Error('offline'), { code: 'ECONNREFUSED' });
    await world.send();
    expect(await undoCommand(id, world.deciding())).toMatchObject({ state: 'undone' });
  });

  it('refuses once something may have changed upstream', async () => {
    const world = await World.with();
    const { id } = await world.decide(REQUEST);
    // Neither the making nor the looking for it is ever answered.
    world.service.after = () => {
      throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    };
    await world.send();
    expect(await world.entry()).toMatchObject({ state: 'waiting' });
    expect(await rejectionOf(() => undoCommand(id, world.deciding()))).toMatchObject({ key: 'outboxSent' });
    world.service.after = null;
    await world.send();
    expect(world.service.relationships).toHaveLength(1);
    expect(await rejectionOf(() => undoCommand(id, world.deciding()))).toMatchObject({ key: 'outboxOver' });
  });

  it('sets aside what needs attention, with what is known of it, and nothing tries it again', async () => {
    const world = await World.with({ delegations: [aDelegation('r')] });
    const { id } = await world.decide(on('gdap-terminate', 'r'));
    await world.send();
    const before = await world.entry();
    expect(before).toMatchObject({ state: 'needs-attention', problem: { key: 'outboxNotFound' } });
    const { answer, problem } = before;
    expect(await undoCommand(id, world.deciding())).toMatchObject({ state: 'undone', problem, answer });
    expect(world.events()).toEqual(['command-decided', 'command-set-aside']);
    expect(await rejectionOf(() => waitAgain(id, world.deciding()))).toMatchObject({ key: 'outboxNothingToRetry' });
    expect(await rejectionOf(() => undoCommand(id, world.deciding()))).toMatchObject({ key: 'outboxOver' });
  });

  it('of what the outbox does not have is a problem', async () => {
    const world = await World.with();
    expect(await rejectionOf(() => undoCommand('none', world.deciding()))).toMatchObject({
      kind: 'not-found',
      key: 'outboxUnknown',
    });
  });
});

describe('trying again', () => {
  it('sends once more what needed attention, and nothing else', async () => {
    const world = await World.with({ delegations: [aDelegation('r')] });
    const { id } = await world.decide(on('gdap-terminate', 'r'));
    expect(await rejectionOf(() => waitAgain(id, world.deciding()))).toMatchObject({ key: 'outboxNothingToRetry' });
    await world.send();
    expect(await world.entry()).toMatchObject({ state: 'needs-attention' });
    world.service.add({ id: 'r', status: 'active' });
    expect(await waitAgain(id, world.deciding())).toMatchObject({ state: 'waiting', problem: null });
    expect(await world.send()).toMatchObject({ pushed: 1 });
  });
});

describe('the preview', () => {
  it('shows the requests in order, and writes nothing', async () => {
    const world = await World.with();
    const before = world.memory.print();
    const { decision, requests } = await previewCommand(REQUEST, BASES, world.deciding());
    expect(decision).toMatchObject({ decision: true });
    const relationships = 'https://graph.example/v1.0/tenantRelationships/delegatedAdminRelationships';
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST ${relationships}`,
      `POST ${relationships}/{id}/requests`,
      `GET ${relationships}/{id}`,
    ]);
    expect(requests[0]?.body).toEqual({
      displayName: REQUEST.name,
      duration: 'P730D',
      customer: { tenantId: CONTOSO, displayName: 'Contoso' },
      accessDetails: { unifiedRoles: REQUEST.roles.map((roleDefinitionId) => ({ roleDefinitionId })) },
      autoExtendDuration: 'PT0S',
    });
    expect(world.memory.print()).toBe(before);
    expect(await world.entries()).toEqual([]);
  });

  it.each([REQUEST, REMOVE_DAP, LINK, on('gdap-extend', 'r'), on('gdap-terminate', 'r')])(
    'shows what is sent: $kind',
    async (command) => {
      const world = await World.with({ delegations: [aDelegation('r', { name: 'Older' })] });
      world.service.add({ id: 'r', status: 'active', displayName: 'Older' });
      const { requests } = await previewCommand(command, BASES, world.deciding());
      await world.decide(command);
      await world.send();
      const made = world.service.relationships.at(-1)?.id ?? '';
      const shown = requests.map(({ method, url }) => `${method} ${new URL(url).pathname.replace('%7Bid%7D', made)}`);
      const sent = world.service.seen.map(({ method, path }) => `${method} ${path}`);
      // The answer to an edit that says nothing is followed by a look.
      expect(sent.slice(0, shown.length)).toEqual(shown);
    },
  );

  it('tells a “no” with its rule', async () => {
    const world = await World.with({}, { staff: { id: 'li@partner.example', roles: ['sales-agent'] } });
    const { decision } = await previewCommand(REQUEST, BASES, world.deciding());
    expect(decision.context).toMatchObject({ outcome: 'deny', rule: 'R08' });
  });
});

it.each(LANGUAGES)('every refusal is one sentence in %s', (language) => {
  const values = {
    customer: 'Contoso',
    since: '2026-11-22',
    name: 'N',
    status: 403,
    code: 'none',
    words: 'none',
    extends: 'yes',
    entry: 'e',
    delegation: US,
    host: 'h',
    tries: 5,
  };
  for (const key of [
    'outboxTwice',
    'outboxExtendsAlready',
    'outboxNoRights',
    'outboxRefused',
    'outboxUnclear',
    'outboxNameTaken',
  ]) {
    const sentence = problemSentence({ kind: 'refused', key, values }, language);
    expect(sentence).toMatch(/[.。]$/u);
    expect(sentence).not.toMatch(/none|[{}]/u);
  }
});
