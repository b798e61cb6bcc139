import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Console, createConsole } from '#electron/console.ts';
import { problemOf } from '#electron/hosts/say.ts';
import type { Simulator } from '#test/simulator/simulator.ts';
import { startSimulator } from '#test/simulator/start.ts';
import { consoleOptions } from '#test/unit/support/console-options.ts';

vi.setConfig({ testTimeout: 60_000 });

const CUSTOMERS = 25;

let folder: string;
let sim: Simulator;
let tokens: string;
let open: Console | undefined;

/** What happens at the n-th request of the console. */
let atRequest: { readonly nth: number; readonly act: () => unknown } | null = null;
let sent = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pull-console-'));
  sim = await startSimulator({ cloud: '21vianet', customers: CUSTOMERS });
  tokens = join(folder, 'tokens.json');
  await writeFile(tokens, JSON.stringify({ partnerCenter: sim.token('partner-center'), graph: sim.token('graph') }));
  await chmod(tokens, 0o600);
  [atRequest, sent] = [null, 0];
  const { client } = await start();
  await client.workspace.create({ profile: sim.profile });
});

afterEach(async () => {
  await open?.close();
  await sim.close();
  await rm(folder, { recursive: true });
});

async function start(signedIn = true): Promise<Console> {
  const network = {
    fetch: async (...given: Parameters<typeof fetch>) => {
      sent += 1;
      if (sent === atRequest?.nth) await atRequest.act();
      return await fetch(...given);
    },
  };
  open = await createConsole(
    consoleOptions(folder, {
      host: 'cli',
      clock: () => new Date(),
      network,
      requestsAMinute: 1_000_000,
      ...(signedIn && { tokenFile: tokens }),
    }),
  );
  return open;
}

async function again(signedIn = true): Promise<Console['client']> {
  await open?.close();
  return (await start(signedIn)).client;
}

const client = (): Console['client'] => {
  if (!open) throw new Error('the console is closed');
  return open.client;
};

const keyAfter = async (call: Promise<unknown>): Promise<string | undefined> =>
  problemOf(
    await call.then(
      () => undefined,
      (error: unknown) => error,
    ),
  )?.key;

describe('Synchronising in a console', () => {
  it('is over before the workspace is erased, whoever asks for that in its midst', async () => {
    let erased: Promise<unknown> | undefined;
    atRequest = {
      nth: 20,
      act: () => {
        erased = client().workspace.erase({ partner: sim.profile.partner.name });
      },
    };
    await client().sync.start({});
    await vi.waitFor(() => expect(erased).toBeDefined(), { timeout: 20_000 });
    expect(await erased).toEqual({ erased: true });
    expect(await client().workspace.state()).toMatchObject({ state: 'empty' });
  });

  it('pulls from Graph and then from Partner Center, and keeps both runs', async () => {
    const { sync } = client();
    const before = await sync.state();
    expect(before).toMatchObject({ progress: null, paused: false, next: [], last: { graph: null } });
    expect(await sync.start({})).toEqual({ started: ['graph', 'partner-center'] });
    const { pushed, refused, runs } = await sync.finished();
    expect([pushed, refused]).toEqual([0, 0]);
    expect(runs.map(({ source, state }) => [source, state])).toEqual([
      ['graph', 'done'],
      ['partner-center', 'done'],
    ]);
    const { last } = await sync.state();
    expect([last.graph, last['partner-center']]).toEqual(runs);
    const reopened = await again();
    const { items, total } = await reopened.sync.runs({});
    expect(total).toBe(2);
    expect(items).toEqual([...runs].reverse());
    expect((await reopened.customers.list({ limit: 1 })).total).toBeGreaterThanOrEqual(CUSTOMERS);
  });

  it('goes on with what was cut short today, and does not ask again what came before it', async () => {
    const graphAlone = await sim.needed();
    atRequest = { nth: graphAlone.graph + 10, act: () => void open?.close() };
    await client().sync.start({});
    await client().sync.finished();
    const reopened = await again();
    expect(await reopened.sync.start({})).toEqual({ started: ['partner-center'] });
    const finished = reopened.sync.finished();
    let isOver = false;
    void finished.finally(() => {
      isOver = true;
    });
    for (;;) {
      const { next, progress } = await reopened.sync.state();
      if (isOver || progress) break;
      expect(next, 'it waits until it is at work').not.toEqual([]);
      await setImmediate();
    }
    const { runs } = await finished;
    expect(runs).toMatchObject([{ source: 'partner-center', state: 'done', resumed: 1 }]);
    expect(await reopened.sync.start({})).toEqual({ started: ['graph', 'partner-center'] });
    await reopened.sync.finished();
  });

  it('shows how far it is, pauses, goes on, and begins no second one', async () => {
    const { sync } = client();
    atRequest = { nth: 30, act: () => sync.pause() };
    await sync.start({ sources: ['partner-center'] });
    const finished = sync.finished();
    await expect.poll(async () => (await sync.state()).paused, { timeout: 10_000 }).toBe(true);
    expect(await keyAfter(sync.start({}))).toBe('syncRunning');
    const { last, progress } = await sync.state();
    expect(last['partner-center']?.state).toBe('paused');
    expect(progress).toMatchObject({ source: 'partner-center', step: 'customer-details', of: CUSTOMERS });
    expect(progress?.done).toBeLessThan(CUSTOMERS);
    expect(await sync.resume()).toEqual({ resumed: true });
    expect((await finished).runs).toMatchObject([{ state: 'done' }]);
    expect(await sync.state()).toMatchObject({ progress: null, paused: false });
  });

  it('is interrupted when the console is closed, even while it is paused, and goes on at the next start', async () => {
    const { sync } = client();
    atRequest = { nth: 30, act: () => sync.pause() };
    await sync.start({ sources: ['partner-center'] });
    await expect.poll(async () => (await sync.state()).paused, { timeout: 10_000 }).toBe(true);
    const { id } = (await sync.runs({})).items[0] ?? {};
    const next = await again();
    expect((await next.sync.state()).last['partner-center']).toMatchObject({ id, state: 'interrupted', endedAt: null });
    await next.sync.start({ sources: ['partner-center'] });
    expect((await next.sync.finished()).runs).toMatchObject([{ id, state: 'done', resumed: 1 }]);
  });

  it('is cancelled with all that was to come after it', async () => {
    const { sync } = client();
    let cancelled: Promise<unknown> | undefined;
    atRequest = {
      nth: 2,
      act: () => {
        cancelled = sync.cancel();
      },
    };
    await sync.start({});
    expect((await sync.finished()).runs).toMatchObject([{ source: 'graph', state: 'cancelled' }]);
    expect(await cancelled).toEqual({ cancelled: true });
    expect(await sync.cancel()).toEqual({ cancelled: false });
    expect((await sync.runs({})).total).toBe(1);
  });

  it('that stopped is dropped by cancelling it while nothing is at work', async () => {
    const { sync } = client();
    sim.fault({ match: /v1\/customers\?/u, kind: 'html', times: 1_000 });
    await sync.start({ sources: ['partner-center'] });
    const [failed] = (await sync.finished()).runs;
    expect(failed?.state).toBe('failed');
    expect(await sync.cancel({ source: 'graph' })).toEqual({ cancelled: false });
    expect(await sync.cancel({ source: 'partner-center' })).toEqual({ cancelled: true });
    const { id } = failed ?? {};
    expect((await sync.state()).last['partner-center']).toMatchObject({ id, state: 'cancelled', problem: null });
    expect(await sync.cancel({})).toEqual({ cancelled: false });
    sim.faults.clear();
    await sync.start({ sources: ['partner-center'] });
    expect((await sync.finished()).runs).toMatchObject([{ state: 'done', resumed: 0 }]);
    expect((await sync.runs({})).total).toBe(2);
  });

  it('tells what a run changed, by what and how, page by page', async () => {
    const { sync } = client();
    await sync.start({});
    await sync.finished();
    const [customer] = sim.changes.customers();
    const selling = sim.changes.customers().find((id) => sim.changes.subscriptions(id).length > 0);
    const [subscription] = selling ? sim.changes.subscriptions(selling) : [];
    if (!customer || !selling || !subscription) throw new Error('nothing is sold');
    sim.changes.renameCustomer(customer, 'Another Name Ltd');
    sim.changes.removeSubscription(selling, subscription.id);
    await sync.start({ sources: ['partner-center'] });
    const [run] = (await sync.finished()).runs;
    if (!run) throw new Error('no run');
    const renamed = await sync.changes({ run: run.id, what: 'customer', how: 'changed' });
    expect(renamed).toMatchObject({
      total: 1,
      items: [{ customer, customerName: 'Another Name Ltd', fields: [{ field: 'name', after: 'Another Name Ltd' }] }],
    });
    const gone = await sync.changes({ run: run.id, how: 'gone' });
    expect(gone.items).toMatchObject([{ customer: selling, what: 'subscription', id: subscription.id }]);
    const all = await sync.changes({ run: run.id });
    expect(run.changes).toEqual({
      appeared: all.items.filter(({ how }) => how === 'appeared').length,
      changed: all.items.filter(({ how }) => how === 'changed').length,
      gone: 1,
    });
    expect((await sync.changes({ run: run.id, offset: 1, limit: 1 })).items).toEqual(all.items.slice(1, 2));
    const graphRun = (await sync.runs({})).items.find(({ source }) => source === 'graph');
    expect((await sync.changes({ run: graphRun?.id ?? '' })).items.every(({ what }) => what !== 'subscription')).toBe(
      true,
    );
  });

  it('keeps a contradiction of what staff declared until a person resolves it', async () => {
    // Who sold it can't be told without our own MPN ID, until our resellers are known.
    const { mpnId: _, ...partner } = sim.profile.partner;
    await client().workspace.erase({ partner: sim.profile.partner.name });
    await client().workspace.create({ profile: { ...sim.profile, partner, resellers: [] } });
    const { imports, subscriptions, sync } = client();
    await sync.start({ sources: ['partner-center'] });
    await sync.finished();
    const { partners } = sim.world.surroundings;
    const sold = (await subscriptions.list({ limit: 1_000 })).items.filter(({ basis }) => basis === 'inferred');
    const declared = sold.find(({ kind }) => kind === 'subscription');
    if (!declared) throw new Error('nothing was sold by a reseller');
    const selling = declared.customer;
    const subscription = { id: declared.id };
    await subscriptions.attribute({ subscription: declared.id, channel: 'direct' });
    const items = partners.map(({ mpnId, name, tenantId }) => ({
      id: tenantId,
      name,
      mpnId,
      relationshipType: 'isIndirectCloudSolutionProviderOf',
      state: 'active',
    }));
    const bytes = new Blob([JSON.stringify({ totalCount: items.length, items })]);
    await imports.file({ file: { name: 'resellers.json', bytes, modifiedAt: '2026-01-20T00:00:00Z' } });
    await sync.start({ sources: ['partner-center'] });
    const [run] = (await sync.finished()).runs;
    expect(run?.clashes).toBe(1);
    const [clash] = await sync.clashes();
    expect(clash).toMatchObject({ customer: selling, subscription: subscription.id, staff: { value: 'direct' } });
    expect((await sync.state()).clashes).toBe(1);
    const resolved = await sync.resolve({ customer: selling, clash: clash?.id ?? '', keep: 'staff' });
    expect(resolved.resolved?.keep).toBe('staff');
    expect(await sync.clashes()).toEqual([]);
    expect((await sync.state()).clashes).toBe(0);
    expect(await keyAfter(sync.resolve({ customer: selling, clash: clash?.id ?? '', keep: 'staff' }))).toBe(
      'clashUnknown',
    );
    await sync.start({ sources: ['partner-center'] });
    await sync.finished();
    expect(await sync.clashes()).toEqual([]);
  });

  it('needs somebody who is signed in', async () => {
    const next = await again(false);
    expect(await keyAfter(next.sync.start({}))).toBe('notSignedIn');
  });

  it('says which service could not be reached, and pulls from the other', async () => {
    const { sync } = client();
    sim.fault({ match: /delegatedAdminCustomers/u, kind: 'html', times: 1_000 });
    await sync.start({});
    expect((await sync.finished()).runs).toMatchObject([
      { source: 'graph', state: 'failed', problem: { kind: 'unavailable', key: 'networkNotJson' } },
      { source: 'partner-center', state: 'done' },
    ]);
  });
});
