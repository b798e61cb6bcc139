import { afterEach, describe, expect, it, vi } from 'vitest';
import { customersStep } from '#electron/sync/partner-center/customers.ts';
import { CUSTOMERS_ONLY, PullWorld } from './support/pull-world.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: PullWorld;

afterEach(() => world.sim.close());

type Page = { totalCount: number; items: unknown[]; links: Record<string, unknown> };

/** The service, but for what the first page of the customers says. */
const withFirstPage =
  (edit: (page: Page) => object): typeof fetch =>
  async (...given) => {
    const answer = await fetch(...given);
    if (!/customers\?size=/u.test(String(given[0]))) return answer;
    const page = (await answer.json()) as Page;
    return new Response(JSON.stringify(edit(page)), { headers: { 'Content-Type': 'application/json' } });
  };

const next = (uri: string) => (page: Page) => ({ ...page, links: { ...page.links, next: { uri, headers: [] } } });

describe('The list of customers', () => {
  it.each([
    ['/customers?size=500&seekOperation=Next', 'https://pc.example/v1/customers?seekOperation=Next'],
    ['/v1/customers?seekOperation=Next', 'https://pc.example/v1/customers?seekOperation=Next'],
    ['customers?seekOperation=Next', 'https://pc.example/v1/customers?seekOperation=Next'],
    ['https://other.example/v1/customers', 'https://other.example/v1/customers'],
  ])('goes on at %s', async (uri, url) => {
    world = await PullWorld.start({ cloud: '21vianet', customers: 1 });
    const asked: string[] = [];
    const step = customersStep.run(null, {
      base: 'https://pc.example',
      startedAt: '2026-11-22T08:00:00Z',
      records: world.records,
      holders: () => [],
      sawAll: () => true,
      shown: () => ({ customers: 0, delegations: 0 }),
      progress: () => undefined,
      send: async (request) => {
        asked.push(request.url);
        const headers = [{ key: 'MS-ContinuationToken', value: 'token' }];
        const links = asked.length === 1 ? { next: { uri, method: 'GET', headers } } : {};
        expect(request.headers).toEqual(asked.length === 1 ? {} : { 'MS-ContinuationToken': 'token' });
        return {
          status: 200,
          headers: new Map(),
          body: { totalCount: 0, items: [], links },
          at: '2026-11-22T08:00:01Z',
        };
      },
    });
    for await (const page of step) expect(page.at).toBeNull();
    expect(asked).toEqual(['https://pc.example/v1/customers?size=500', url]);
  });

  it('is not followed to another service', async () => {
    world = await PullWorld.start({ cloud: '21vianet', customers: 5 });
    const run = await world.pull(CUSTOMERS_ONLY, {
      fetch: withFirstPage(next('https://elsewhere.example/v1/customers?seekOperation=Next')),
    });
    expect(run).toMatchObject({ state: 'failed', problem: { key: 'networkForeignAddress' } });
  });

  it('ends where it leads back to the same page, and where its links are no links', async () => {
    world = await PullWorld.start({ cloud: '21vianet', customers: 5 });
    for (const links of [{ next: 'later' }, { next: { uri: '' } }, 'none']) {
      const run = await world.pull(CUSTOMERS_ONLY, { fetch: withFirstPage((page) => ({ ...page, links })) });
      expect(run).toMatchObject({
        state: 'failed',
        problem: { key: 'syncUnknownLinks', values: { step: 'customers' } },
      });
    }
    const always: typeof fetch = async () => {
      const headers = [{ key: 'MS-ContinuationToken', value: 'again' }];
      const links = { next: { uri: '/customers?seekOperation=Next', headers } };
      return new Response(JSON.stringify({ items: [], links }), { headers: { 'Content-Type': 'application/json' } });
    };
    const run = await world.pull(CUSTOMERS_ONLY, { fetch: always });
    expect(run).toMatchObject({ state: 'failed', problem: { key: 'syncUnknownLinks' } });
  });

  it('that names fewer than it counts lets nobody seem gone, and says so', async () => {
    world = await PullWorld.start({ cloud: '21vianet', customers: 5 });
    await world.pull('partner-center');
    const run = await world.pull('partner-center', {
      fetch: withFirstPage((page) => ({ ...page, items: page.items.slice(0, 3) })),
    });
    expect(run).toMatchObject({
      state: 'done',
      unreadable: [{ step: 'customers', key: 'listNotWhole', values: { named: 3, counted: 5 } }],
      changes: { appeared: 0, changed: 0, gone: 0 },
    });
  });

  it('that is empty at once, though it counts many, lets nobody seem gone either', async () => {
    world = await PullWorld.start({ cloud: '21vianet', customers: 5 });
    await world.pull('partner-center');
    const run = await world.pull('partner-center', { fetch: withFirstPage((page) => ({ ...page, items: [] })) });
    expect(run.unreadable).toMatchObject([{ key: 'listNotWhole' }]);
    expect(run.changes?.gone).toBe(0);
  });
});

describe('What is asked of Partner Center', () => {
  it('is what its cloud has', async () => {
    world = await PullWorld.start({ cloud: '21vianet', customers: 3 });
    await world.sync();
    const routes = Object.keys(world.sim.counts().routes).join('\n');
    expect(routes).not.toContain('/v1/relationships');
    expect(routes).not.toContain('supportcontact');
    expect(routes).toContain('relationshiprequests');
  });

  it('leaves out seats that no role of a GDAP relationship lets us read, without a word', async () => {
    world = await PullWorld.start({ cloud: '21vianet', customers: 30 });
    const { changes } = world.sim;
    const [customer] = changes.customers();
    if (!customer) throw new Error('nobody is listed');
    changes.switchDap(customer, false);
    changes.addRelationship(customer, 'active');
    world.sim.fault({ match: new RegExp(`${customer}/subscribedskus`, 'iu'), kind: '403' });
    await world.pull('graph');
    expect(await world.pull('partner-center')).toMatchObject({ state: 'done', unreadableCount: 0 });
    expect(world.dossier(customer).seatCounts).toEqual([]);

    changes.switchDap(customer, true);
    world.sim.fault({ match: new RegExp(`${customer}/subscribedskus`, 'iu'), kind: '403' });
    expect((await world.pull('partner-center')).unreadable).toMatchObject([
      { customer, key: 'serviceRefused', values: { status: 403, code: '900150' } },
    ]);
  });

  it('takes no subscription to be gone from a list that counts more than it holds', async () => {
    world = await PullWorld.start({ cloud: '21vianet', customers: 30 });
    await world.pull('partner-center');
    const short: typeof fetch = async (...given) => {
      const answer = await fetch(...given);
      if (!/subscriptions$/u.test(String(given[0]))) return answer;
      const page = (await answer.json()) as Page;
      const body = { ...page, totalCount: 37, items: [] };
      return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
    };
    expect((await world.pull('partner-center', { fetch: short })).changes?.gone).toBe(0);
  });
});
