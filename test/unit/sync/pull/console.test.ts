import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Console, type ConsoleOptions, createConsole } from '#electron/console.ts';
import { Entries } from '#electron/outbox/entries.ts';
import type { Simulator, SimulatorOptions } from '#test/simulator/simulator.ts';
import { startSimulator } from '#test/simulator/start.ts';
import { consoleOptions } from '#test/unit/support/console-options.ts';
import { LICENSE_ADMINISTRATOR } from '#test/unit/support/questions.ts';

let folder: string;
let sim: Simulator;
let console: Console | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-syncing-'));
});
afterEach(async () => {
  await console?.close();
  console = null;
  await sim.close();
  await rm(folder, { recursive: true, force: true });
});

/** A console with a workspace of the simulator's partner. */
async function begin(options: Partial<SimulatorOptions> = {}): Promise<Console['client']> {
  sim = await startSimulator({ cloud: 'global', customers: 12, ...options });
  await handTokens();
  const client = await open();
  const staff = { ...sim.profile.staff, roles: ['admin-agent'] };
  const profile = { ...sim.profile, programs: ['indirect-provider'], staff };
  await client.workspace.create({ profile, file: 'profile.json', protection: { kind: 'none' } });
  return client;
}

async function handTokens(): Promise<void> {
  const tokens = { partnerCenter: sim.token('partner-center'), graph: sim.token('graph') };
  await writeFile(join(folder, 'tokens.json'), JSON.stringify(tokens), { mode: 0o600 });
}

async function open(more: Partial<ConsoleOptions> = {}): Promise<Console['client']> {
  await console?.close();
  const tokenFile = join(folder, 'tokens.json');
  const clock = () => new Date();
  console = await createConsole(consoleOptions(folder, { clock, tokenFile, requestsAMinute: 1_000_000, ...more }));
  return console.client;
}

async function synced(client: Console['client']) {
  await client.sync.start({});
  return await client.sync.finished();
}

/** Resolves when the services have been asked so often since now. */
async function asked(often: number): Promise<void> {
  await new Promise<void>((resolve) => {
    let left = often;
    sim.fault({
      kind: '500',
      match: () => {
        left -= 1;
        if (left === 0) resolve();
        return false;
      },
    });
  });
}

describe('A console that synchronises', () => {
  it('sends what was decided while it was offline, and then shows what the service made of it', async () => {
    let client = await begin();
    await synced(client);
    const [customer] = sim.changes.customers();
    if (!customer) throw new Error('nobody is listed');
    const offline = () => Promise.reject(new TypeError('fetch failed'));
    client = await open({ network: { fetch: offline } });
    const name = 'Decided on the train';
    await client.outbox.add({
      kind: 'gdap-request',
      customer,
      name,
      days: 365,
      autoExtend: false,
      roles: [LICENSE_ADMINISTRATOR],
    });
    const cut = await synced(client);
    expect(cut).toMatchObject({ pushed: 0, problem: { kind: 'unavailable' } });
    expect(cut.runs.map(({ state }) => state)).toEqual(['failed', 'failed']);
    expect(await client.sync.state()).toMatchObject({ outbox: { waiting: 1, attention: 0 } });

    client = await open();
    const { pushed, refused, runs } = await synced(client);
    expect([pushed, refused]).toEqual([1, 0]);
    expect(runs.map(({ state, unreadableCount }) => [state, unreadableCount])).toEqual([
      ['done', 0],
      ['done', 0],
    ]);
    expect(await client.sync.state()).toMatchObject({ outbox: { waiting: 0, attention: 0 }, progress: null });
    const made = sim.changes.relationships(customer).filter(({ delegation }) => delegation.name === name);
    expect(made).toHaveLength(1);
    const { items } = await client.delegations.list({ search: name });
    expect(items).toMatchObject([{ id: made[0]?.delegation.id, status: 'approvalPending' }]);
  });

  it('is interrupted when it is closed, says so when it is opened again, and goes on', async () => {
    let client = await begin({ cloud: '21vianet', customers: 60, latencyMs: 3 });
    const much = asked(90);
    await client.sync.start({ sources: ['partner-center'] });
    await much;
    client = await open();
    const before = (await client.sync.state()).last['partner-center'];
    expect(before).toMatchObject({ state: 'interrupted', problem: null, endedAt: null });
    const { runs } = await synced(client);
    expect(runs.find(({ source }) => source === 'partner-center')).toMatchObject({
      id: before?.id,
      state: 'done',
      resumed: 1,
    });
    expect(await client.sync.state()).toMatchObject({ last: { 'partner-center': { state: 'done' } }, paused: false });
  });

  it('can be paused, goes on, and can be cancelled', async () => {
    const client = await begin({ cloud: '21vianet', customers: 60, latencyMs: 3 });
    const some = asked(30);
    await client.sync.start({});
    await some;
    expect(await client.sync.pause()).toEqual({ paused: true });
    expect(await client.sync.state()).toMatchObject({ paused: true });
    const { items } = await client.sync.runs({});
    expect(items[0]).toMatchObject({ state: 'paused' });
    expect(await client.sync.resume()).toEqual({ resumed: true });
    const more = asked(20);
    await more;
    expect(await client.sync.cancel()).toEqual({ cancelled: true });
    const { runs } = await client.sync.finished();
    expect(runs.at(-1)).toMatchObject({ state: 'cancelled' });
    expect(await client.sync.state()).toMatchObject({ progress: null, next: [] });
    expect(await client.sync.cancel()).toEqual({ cancelled: false });
  });

  it('tells of tokens that a service takes no more, and goes on when there are new ones', async () => {
    const client = await begin();
    sim.fault({
      kind: '500',
      match: ({ url }) => {
        if (url.pathname.endsWith('/subscriptions')) sim.expireTokens();
        return false;
      },
    });
    const cut = await synced(client);
    expect(cut.runs.map(({ problem, source, state }) => [source, state, problem?.key])).toEqual([
      ['graph', 'done', undefined],
      ['partner-center', 'failed', 'tokenFileRefused'],
    ]);
    sim.faults.clear();
    await handTokens();
    const { runs } = await synced(client);
    expect(runs.at(-1)).toMatchObject({ id: cut.runs.at(-1)?.id, state: 'done', unreadableCount: 0 });
  });

  it.each([-1, 1])('minds no server whose clock is a day off (%i)', async (days) => {
    const client = await begin({ cloud: '21vianet', clockSkewMs: days * 86_400_000 });
    const lasting = { seconds: 3 * 86_400 };
    const tokens = { partnerCenter: sim.token('partner-center', lasting), graph: sim.token('graph', lasting) };
    await writeFile(join(folder, 'tokens.json'), JSON.stringify(tokens), { mode: 0o600 });
    for (const { state } of (await synced(client)).runs) expect(state).toBe('done');
    const [left] = sim.changes.customers();
    if (!left) throw new Error('nobody is listed');
    sim.changes.removeCustomer(left);
    const { runs } = await synced(client);
    const [, listed] = runs;
    expect(runs.map(({ changes }) => changes)).toEqual([
      { appeared: 0, changed: 0, gone: 0 },
      { appeared: 0, changed: 0, gone: 1 },
    ]);
    const { items } = await client.sync.changes({ run: listed?.id ?? '' });
    expect(items).toMatchObject([{ customer: left, what: 'customer', how: 'gone' }]);
  });

  it('shows while it sends the outbox until when a service asked to wait, and can be cancelled then', async () => {
    const client = await begin();
    const decided = await client.outbox.add({ kind: 'reseller-link' });
    sim.fault({ match: /relationshiprequests/u, kind: '429', retryAfter: 300, times: 100 });
    await client.sync.start({});
    await expect
      .poll(async () => (await client.sync.state()).sending, { timeout: 10_000 })
      .toMatchObject({ done: 0, of: 1, waitingUntil: expect.any(String) });
    expect(await client.sync.cancel()).toEqual({ cancelled: true });
    expect(await client.sync.state()).toMatchObject({ sending: null, next: [], problem: null, outbox: { waiting: 1 } });
    expect(await client.outbox.undo({ id: decided.id })).toMatchObject({ state: 'undone' });
  });

  it('keeps what broke it off where no run tells it, until the next one', async () => {
    const client = await begin();
    await client.outbox.add({ kind: 'reseller-link' });
    const full = vi.spyOn(Entries.prototype, 'change').mockRejectedValue(new Error('no space left'));
    await client.sync.start({});
    await client.sync.finished().catch(() => undefined);
    full.mockRestore();
    expect(await client.sync.state()).toMatchObject({
      progress: null,
      next: [],
      problem: { key: 'syncUnexpected', values: { reason: expect.stringContaining('no space left') } },
    });
    expect(await synced(client)).toMatchObject({ pushed: 1, attention: 0, problem: null });
    expect(await client.sync.state()).toMatchObject({ problem: null, sent: { pushed: 1 } });
  });
});
