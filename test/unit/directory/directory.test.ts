import { describe, expect, it } from 'vitest';
import { Directory } from '#electron/directory/directory.ts';
import { openIndex } from '#electron/directory/index/customer-index.ts';
import { CustomerQuery, SubscriptionQuery } from '#shared/contract/customers.ts';
import { aDossier, aSubscription, PROFILE } from '#test/unit/support/dossiers.ts';
import { MemoryRecords } from '#test/unit/support/memory-records.ts';

const NOW = new Date('2026-11-22T00:00:00Z');
const id = (n: number): string => `55555555-5555-4555-8555-55555555555${n}`;

async function directory(): Promise<Directory> {
  const records = new MemoryRecords(PROFILE);
  await records.save([
    aDossier(id(1), '华盛联创（北京）科技有限公司', {
      subscriptions: [aSubscription('s1', 'Office 365 E3', 'csp-own'), aSubscription('s2', 'Power BI Pro', 'direct')],
    }),
    aDossier(id(2), 'İstanbul Lojistik A.Ş.', { subscriptions: [aSubscription('s3', 'Office 365 E1', 'direct')] }),
    aDossier(id(3), 'Süddeutsche Präzisionswerkzeuge GmbH'),
  ]);
  return new Directory(records, await openIndex(records));
}

const customers = async (query: object) => (await directory()).customers(CustomerQuery.parse(query), NOW);
const names = async (query: object) => (await customers(query)).items.map(({ name }) => name);

describe('searching customers', () => {
  it.each([
    ['huasheng', '华盛联创（北京）科技有限公司'],
    ['hslc', '华盛联创（北京）科技有限公司'],
    ['联创 北京', '华盛联创（北京）科技有限公司'],
    ['istanbul', 'İstanbul Lojistik A.Ş.'],
    ['ISTANBUL', 'İstanbul Lojistik A.Ş.'],
    ['suddeutsche prazision', 'Süddeutsche Präzisionswerkzeuge GmbH'],
    ['555555555553', 'Süddeutsche Präzisionswerkzeuge GmbH'],
  ])('%s finds %s', async (search, name) => {
    expect(await names({ search })).toEqual([name]);
  });

  it('finds nothing for words that stand nowhere', async () => {
    expect(await names({ search: 'huasheng istanbul' })).toEqual([]);
  });
});

describe('browsing by purchase channel', () => {
  it('counts a customer once in each of its channels, whichever is chosen', async () => {
    const { all, counts, total } = await customers({ channel: 'csp-own' });
    expect({ all, total }).toEqual({ all: 3, total: 1 });
    expect(counts).toMatchObject({ 'csp-own': 1, direct: 2, advisor: 0 });
  });

  it('sorts by the language’s own order and cuts pages out', async () => {
    const first = await customers({ locale: 'zh-CN', limit: 1 });
    const rest = await customers({ locale: 'zh-CN', offset: 1 });
    expect(first.total).toBe(3);
    expect([...first.items, ...rest.items].map(({ name }) => name)).toEqual([
      '华盛联创（北京）科技有限公司',
      'İstanbul Lojistik A.Ş.',
      'Süddeutsche Präzisionswerkzeuge GmbH',
    ]);
  });

  it('lists subscriptions that staff may act on', async () => {
    const may = await (await directory()).subscriptions(
      SubscriptionQuery.parse({ can: 'subscription.add-seats' }),
      NOW,
    );
    expect(may.items.map(({ name }) => name)).toEqual(['Office 365 E3']);
  });
});

describe('what is gone upstream', () => {
  const goneUpstream = { asOf: '2026-11-20T08:30:15.25Z', source: 'partner-center' };

  it('stays in the lists, and says since when', async () => {
    const records = new MemoryRecords(PROFILE);
    const gone = aSubscription('s2', 'Power BI Pro', 'csp-own', { goneUpstream });
    await records.save([
      aDossier(id(1), 'Contoso', { subscriptions: [aSubscription('s1', 'Office 365 E3', 'csp-own'), gone] }),
      aDossier(id(2), 'Fabrikam', { goneUpstream }),
    ]);
    const listed = new Directory(records, await openIndex(records));
    const { items } = await listed.customers(CustomerQuery.parse({}), NOW);
    expect(items.map(({ name, goneSince }) => [name, goneSince])).toEqual([
      ['Contoso', null],
      ['Fabrikam', '2026-11-20T08:30:15.000Z'],
    ]);
    const lines = (await listed.subscriptions(SubscriptionQuery.parse({}), NOW)).items;
    expect(lines.map(({ name, goneSince }) => [name, goneSince])).toEqual([
      ['Office 365 E3', null],
      ['Power BI Pro', '2026-11-20T08:30:15.000Z'],
    ]);
  });
});
