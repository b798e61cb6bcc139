import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Directory } from '#electron/directory/directory.ts';
import { openIndex } from '#electron/directory/index/customer-index.ts';
import { sampleDossiers } from '#electron/sample/dossiers.ts';
import { SAMPLE_PROFILE } from '#electron/sample/partner.ts';
import { CustomerQuery, SubscriptionQuery } from '#shared/contract/customers.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { CustomerId, SubscriptionId } from '#shared/model/ids.ts';
import { Outcome, SubscriptionAction } from '#shared/model/policy.ts';
import { CHANNELS, SubscriptionStatus } from '#shared/model/subscription.ts';
import { derivedBytes } from '#test/unit/support/derived-bytes.ts';
import { MemoryRecords } from '#test/unit/support/memory-records.ts';
import { PlainLists } from './support/plain.ts';

const NOW = new Date('2026-11-22T00:00:00Z');
const DAY = 86_400_000;
const SAMPLES = sampleDossiers(NOW);
const TAGS = ['key account', '重点客户', 'renewal'];

/** A dossier of the sample under another id, with other ids of subscriptions, fewer of them perhaps, and some tags. */
const someDossier = fc
  .record({
    sample: fc.constantFrom(...SAMPLES),
    nth: fc.integer({ min: 0, max: 30 }),
    subscriptions: fc.integer({ min: 0, max: 3 }),
    tags: fc.uniqueArray(fc.constantFrom(...TAGS)),
    name: fc.option(fc.constantFrom('Contoso 2', 'Contoso 10', 'contoso', '华盛', 'Ärzte AG'), { nil: null }),
  })
  .map(({ name, nth, sample, subscriptions, tags }): Dossier => {
    const id = CustomerId.parse(`55555555-5555-4555-8555-${String(nth).padStart(12, '0')}`);
    return {
      ...sample,
      id,
      name: name === null ? sample.name : { ...sample.name, value: name },
      subscriptions: sample.subscriptions
        .slice(0, subscriptions)
        .map((one, line) => ({ ...one, id: SubscriptionId.parse(`${id}-${line}`) })),
      tags,
    };
  });

const page = {
  search: fc.constantFrom(
    '',
    'contoso',
    '华盛',
    'hslc',
    'e',
    'office 365',
    '5120',
    'wide world',
    'ärzte',
    '000000000001',
    'nowhere',
  ),
  channel: fc.option(fc.constantFrom(...CHANNELS), { nil: undefined }),
  tag: fc.option(fc.constantFrom(...TAGS), { nil: undefined }),
  descending: fc.boolean(),
  locale: fc.constantFrom('en', 'zh-CN', 'zh-TW'),
  offset: fc.integer({ min: 0, max: 3 }),
  limit: fc.constantFrom(2, 1000),
};
const resellers = ['377b5d92-a45f-478f-a09a-57530bedb61d', SAMPLE_PROFILE.partner.tenantId];
const customerQuery = fc
  .record({
    ...page,
    sort: fc.constantFrom('name', 'domain', 'subscriptions', 'delegationEndsAt', 'asOf'),
    access: fc.option(fc.constantFrom('ends', 'open-ended', 'none', 'unknown'), { nil: undefined }),
    expiring: fc.option(fc.constantFrom(0, 7, 90, 700), { nil: undefined }),
    reseller: fc.option(fc.constantFrom(...resellers), { nil: undefined }),
  })
  .map((query) => CustomerQuery.parse(query));
const subscriptionQuery = fc
  .record({
    ...page,
    sort: fc.constantFrom('name', 'customerName', 'quantity', 'channel', 'status', 'asOf'),
    status: fc.option(fc.constantFrom(...SubscriptionStatus.options, 'unknown'), { nil: undefined }),
    service: fc.option(fc.constantFrom('office-365', 'azure', 'unknown'), { nil: undefined }),
    reseller: fc.option(fc.constantFrom(...resellers), { nil: undefined }),
    ending: fc.option(fc.constantFrom(0, 65, 100), { nil: undefined }),
    can: fc.option(fc.constantFrom(...SubscriptionAction.options), { nil: undefined }),
    outcome: fc.constantFrom(...Outcome.options),
  })
  .map((query) => SubscriptionQuery.parse(query));
const times = fc.integer({ min: -60, max: 800 }).map((days) => new Date(NOW.getTime() + days * DAY));

describe('the lists of the index', () => {
  it('hold what looking at every dossier gives, whatever is saved, asked and when', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.array(someDossier, { maxLength: 8 }), times, customerQuery, subscriptionQuery), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.boolean(),
        async (rounds, reopens) => {
          const records = new MemoryRecords(SAMPLE_PROFILE);
          let index = await openIndex(records);
          for (const [saved, now, customers, subscriptions] of rounds) {
            if (saved.length > 0) await records.save(saved);
            if (reopens) {
              await index.save();
              index = await openIndex(records);
            }
            const directory = new Directory(records, index);
            const plain = new PlainLists(records.dossiers(), SAMPLE_PROFILE, now);
            const foundCustomers = (await directory.customers(customers, now)).items.map(({ id }) => id);
            expect(foundCustomers).toEqual(plain.customers(customers));
            const found = (await directory.subscriptions(subscriptions, now)).items.map(({ id }) => id);
            expect(found).toEqual(plain.subscriptions(subscriptions));
          }
        },
      ),
      { numRuns: 120 },
    );
  }, 60_000);

  it('count each value of a filter as choosing it would, under all other filters', async () => {
    const records = new MemoryRecords(SAMPLE_PROFILE);
    await records.save(SAMPLES.map((one, nth) => ({ ...one, tags: TAGS.slice(0, nth % 4) })));
    const directory = new Directory(records, await openIndex(records));
    await fc.assert(
      fc.asyncProperty(customerQuery, subscriptionQuery, async (customers, subscriptions) => {
        const ofCustomers = await directory.customers(customers, NOW);
        for (const [filter, facets] of Object.entries(ofCustomers.facets)) {
          for (const facet of facets) {
            const value = 'days' in facet ? facet.days : facet.value;
            const chosen = await directory.customers(CustomerQuery.parse({ ...customers, [filter]: value }), NOW);
            expect({ filter, value, count: facet.count }).toEqual({ filter, value, count: chosen.total });
          }
        }
        const ofSubscriptions = await directory.subscriptions(subscriptions, NOW);
        for (const [filter, facets] of Object.entries(ofSubscriptions.facets)) {
          for (const facet of facets) {
            const value = 'days' in facet ? facet.days : facet.value;
            const query = SubscriptionQuery.parse({ ...subscriptions, [filter]: value });
            const { total } = await directory.subscriptions(query, NOW);
            expect({ filter, value, count: facet.count }).toEqual({ filter, value, count: total });
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

/** Records that tell how many dossiers were looked at. */
class WatchedRecords extends MemoryRecords {
  reads = 0;

  override dossier(id: CustomerId): Dossier | undefined {
    this.reads += 1;
    return super.dossier(id);
  }

  override dossiers(): Iterable<Dossier> {
    this.reads += 1;
    return super.dossiers();
  }

  override document(name: string): readonly Dossier[] {
    this.reads += 1;
    return super.document(name);
  }
}

describe('opening no dossier', () => {
  let records: WatchedRecords;
  beforeEach(async () => {
    records = new WatchedRecords(SAMPLE_PROFILE);
    await records.save(SAMPLES);
    await (await openIndex(records, undefined, { clock: () => NOW })).save();
    records.reads = 0;
  });

  it('serves lists, searches, counts and the next start', async () => {
    const directory = new Directory(records, await openIndex(records, undefined, { clock: () => NOW }));
    const { total } = await directory.customers(CustomerQuery.parse({ search: 'a', expiring: 90 }), NOW);
    expect(total).toBeGreaterThan(0);
    await directory.subscriptions(SubscriptionQuery.parse({ can: 'subscription.provision' }), NOW);
    await directory.deciding(NOW);
    expect(directory.summary().customers).toBe(SAMPLES.length);
    expect([...directory.named()]).toHaveLength(SAMPLES.length);
    expect([...directory.invited()].flatMap(({ invitations }) => invitations)).toEqual(
      SAMPLES.flatMap(({ invitations }) => invitations),
    );
    expect(records.reads).toBe(0);
  });

  it('is not so as of a time after a delegation’s end: then that customer’s is opened', async () => {
    const directory = new Directory(records, await openIndex(records, undefined, { clock: () => NOW }));
    const { until } = await directory.customers(CustomerQuery.parse({}), NOW);
    await directory.customers(CustomerQuery.parse({}), new Date(until ?? 0));
    expect(records.reads).toBe(1);
  });

  it('is not so for another member of staff, another build, or when what was kept is damaged', async () => {
    const bytes = await derivedBytes(records, 'index');
    await openIndex(records, undefined, { clock: () => NOW, build: '2' });
    expect(records.reads).toBe(1);
    await records.writeDerived('index', [bytes?.subarray(0, -100) ?? new Uint8Array()]);
    await openIndex(records, undefined, { clock: () => NOW });
    expect(records.reads).toBe(2);
    await records.writeDerived('index', [new TextEncoder().encode('no index')]);
    const index = await openIndex(records, undefined, { clock: () => NOW });
    expect(records.reads).toBe(3);
    expect(index.tables.customers.count).toBe(SAMPLES.length);
  });
});
