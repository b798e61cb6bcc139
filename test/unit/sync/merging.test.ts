import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeObservation } from '#electron/sync/merge.ts';
import type { CustomerObservation, SubscriptionObservation } from '#electron/sync/observations.ts';
import { withRemainders } from '#electron/sync/remainders.ts';
import { Dossier } from '#shared/model/dossier.ts';
import { CustomerId, SubscriptionId, TenantId } from '#shared/model/ids.ts';
import { brief, workspace } from './importing.ts';

const ID = '52eaad04-13a2-4a2f-9ce8-93a294fadf36';
const SUB = '83ef9d05-4169-4ef9-9657-0e86b1eab1de';
const customer = CustomerId.parse(ID);
const us = TenantId.parse('60ea59db-a506-485e-94c5-d115f369e239');

const word = fc.constantFrom('A', 'B', 'C');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const subscription: fc.Arbitrary<SubscriptionObservation> = fc.record({
  id: fc.constantFrom(SUB, ID).map((id) => SubscriptionId.parse(id)),
  name: orNull(word),
  quantity: orNull(fc.integer({ min: 1, max: 3 })),
  status: orNull(fc.constantFrom('active' as const, 'suspended' as const)),
  offerId: orNull(word),
  startDate: fc.constant(null),
  endDate: orNull(fc.constantFrom('2026-01-01', '2027-01-01')),
  service: fc.constant(null),
  serviceModel: orNull(
    fc.record({
      value: fc.constantFrom('license-based' as const, 'usage-based' as const),
      basis: fc.constantFrom('observed' as const, 'inferred' as const),
    }),
  ),
  purchase: fc.record({
    channel: fc.record({
      value: fc.constantFrom('csp-own' as const, 'csp-indirect' as const),
      basis: fc.constant('observed' as const),
    }),
    originalReseller: orNull(
      fc.record({
        value: fc.record({ tenantId: fc.constant(null), name: word, mpnId: fc.constant(null) }),
        basis: fc.constant('observed' as const),
      }),
    ),
  }),
});

const observation: fc.Arbitrary<CustomerObservation> = fc.record({
  about: fc.constant('customer' as const),
  customer: fc.constant(customer),
  name: maybe(fc.record({ value: word, basis: fc.constantFrom('observed' as const, 'inferred' as const) })),
  domain: maybe(word),
  relationship: maybe(fc.record({ word, partner: fc.constant(us), reseller: fc.boolean() })),
  delegatedAccess: maybe(fc.boolean()),
  subscription: maybe(subscription),
  seatCount: maybe(fc.record({ sku: word, name: word, seats: fc.nat({ max: 5 }) })),
});

const on = (day: number) => ({ source: `file:${day}.csv`, asOf: `2026-11-${String(day).padStart(2, '0')}T00:00:00Z` });

describe('merging what sources say', () => {
  it('changes nothing, not even the object, when the same is said again', () => {
    fc.assert(
      fc.property(fc.array(observation, { minLength: 1, maxLength: 6 }), observation, (earlier, seen) => {
        let dossier: Dossier | undefined;
        for (const one of earlier) dossier = mergeObservation(dossier, one, on(1)).dossier;
        const first = mergeObservation(dossier, seen, on(2));
        const again = mergeObservation(first.dossier, seen, on(2));
        expect(again.dossier).toBe(first.dossier);
        expect(again.outcome).toBe('unchanged');
        expect(Dossier.parse(first.dossier)).toEqual(first.dossier);
      }),
    );
  });

  it('never lets an older word override a newer one', () => {
    fc.assert(
      fc.property(observation, observation, (newer, older) => {
        const before = mergeObservation(undefined, newer, on(9)).dossier;
        const { dossier: after } = mergeObservation(before, older, on(3));
        if (newer.name?.basis === 'observed') expect(after.name).toBe(before.name);
        for (const field of ['domain', 'relationship', 'delegatedAccess'] as const) {
          if (before[field] !== null) expect(after[field]).toBe(before[field]);
        }
        // It may only tell since when the relationship is there.
        const known = ({ absentAsOf: _, since: __, ...rest }: Dossier['resellers'][number]) => rest;
        if (before.relationship !== null) expect(after.resellers.map(known)).toEqual(before.resellers.map(known));
        for (const one of before.subscriptions) {
          const now = after.subscriptions.find(({ id }) => id === one.id);
          expect(now).toMatchObject({
            channel: one.channel,
            originalReseller: one.originalReseller,
            provenance: one.provenance,
          });
          for (const field of ['name', 'quantity', 'status', 'offerId', 'endDate'] as const) {
            if (one[field] !== null) expect(now?.[field]).toBe(one[field]);
          }
        }
        for (const count of before.seatCounts) expect(after.seatCounts).toContain(count);
      }),
    );
  });

  it('takes the same value seen later as unchanged, with the later date', () => {
    const seen: CustomerObservation = { about: 'customer', customer, domain: 'a.example' };
    const first = mergeObservation(undefined, seen, on(1)).dossier;
    const later = mergeObservation(first, seen, on(5));
    expect(later.outcome).toBe('unchanged');
    expect(later.subjects).toEqual([]);
    expect(later.dossier.domain).toMatchObject({ value: 'a.example', asOf: on(5).asOf });
  });

  it('never lets a reasoned word override an observed one, however new', () => {
    const first = mergeObservation(
      undefined,
      { about: 'customer', customer, name: { value: 'Real', basis: 'observed' } },
      on(1),
    );
    const seen: CustomerObservation = { about: 'customer', customer, name: { value: 'Guess', basis: 'inferred' } };
    expect(mergeObservation(first.dossier, seen, on(9)).dossier).toBe(first.dossier);
  });

  it('keeps the company’s name beside Graph’s name of the tenant, whichever was told last', () => {
    const named = (value: string): CustomerObservation => ({
      about: 'customer',
      customer,
      name: { value, basis: 'observed' },
    });
    const says = (source: string, day: number) => ({ ...on(day), source });
    const known = mergeObservation(undefined, named('Contoso'), says('partner-center', 2)).dossier;
    expect(mergeObservation(known, named('Contoso (tenant)'), says('graph', 3)).dossier).toBe(known);
    // Graph's stands where there is no other, and gives way to one that was told before.
    const { dossier: tenant } = mergeObservation(undefined, named('Old tenant'), says('graph', 3));
    const { dossier: renamed } = mergeObservation(tenant, named('New tenant'), says('graph', 4));
    expect(renamed.name).toMatchObject({ value: 'New tenant', source: 'graph' });
    const { dossier: company } = mergeObservation(renamed, named('Contoso'), says('partner-center', 2));
    expect(company.name).toMatchObject({ value: 'Contoso', source: 'partner-center' });
  });

  it('lets an observed channel override a declared one, and says so', () => {
    const purchase = { channel: { value: 'csp-own', basis: 'observed' } } as const;
    const seen: CustomerObservation = {
      about: 'customer',
      customer,
      subscription: {
        id: SubscriptionId.parse(SUB),
        name: 'E3',
        quantity: 1,
        status: 'active',
        offerId: null,
        startDate: null,
        endDate: null,
        service: null,
        serviceModel: null,
        purchase,
      },
    };
    const first = mergeObservation(undefined, seen, on(1)).dossier;
    const declared = {
      ...first,
      subscriptions: first.subscriptions.map((one) => ({
        ...one,
        channel: { value: 'direct', basis: 'declared', source: 'staff:li', asOf: on(4).asOf } as const,
      })),
    };
    const { dossier, outcome, subjects } = mergeObservation(declared, seen, on(5));
    expect(dossier.subscriptions[0]?.channel).toMatchObject({ value: 'csp-own', basis: 'observed' });
    expect(outcome).toBe('updated');
    expect(subjects).toEqual([`subscription:${SUB}`, `channel:${SUB}`]);
  });
});

describe('seat remainders', () => {
  const skus = (seats: number) =>
    JSON.stringify({
      totalCount: 1,
      items: [{ totalUnits: seats, productSku: { name: 'Office 365 E3', skuPartNumber: 'ENTERPRISEPACK' } }],
    });
  const portal = (quantity: number, status = 'Active') =>
    `Subscription ID,Subscription,Quantity,Status,Reseller\n${SUB},Office 365 E3 (由世纪互联运营),${quantity},${status},\n`;
  const day = (number: number) => on(number).asOf;

  it('are what the customer has beyond what we transact, and go away when nothing is left', async () => {
    const { hand, handSample, dossier } = workspace();
    await handSample('csv/Customers.csv');
    await hand('skus.json', skus(40), { customer }, day(1));
    const remainders = () =>
      dossier(ID)
        .subscriptions.filter(({ kind }) => kind === 'remainder')
        .map(({ quantity }) => quantity);
    expect(remainders()).toEqual([40]);
    await hand('subscriptions.csv', portal(25), { customer }, day(2));
    expect(remainders()).toEqual([15]);
    await hand('subscriptions.csv', portal(25, 'Suspended'), { customer }, day(3));
    expect(remainders()).toEqual([40]);
    await hand('subscriptions.csv', portal(40), { customer }, day(4));
    expect(remainders()).toEqual([]);
    expect(dossier(ID).history.at(-1)?.subjects).toContain(`subscription:remainder:${ID}:enterprisepack`);
  });

  it('keep the channel that staff declared', async () => {
    const { hand, handSample, dossier, records } = workspace();
    await handSample('csv/Customers.csv');
    await hand('skus.json', skus(40), { customer }, day(1));
    const before = dossier(ID);
    const channel = { value: 'direct', basis: 'declared', source: 'staff:li', asOf: day(2) } as const;
    await records.save([{ ...before, subscriptions: before.subscriptions.map((one) => ({ ...one, channel })) }]);
    await hand('skus.json', skus(50), { customer }, day(3));
    expect(dossier(ID).subscriptions).toMatchObject([
      { kind: 'remainder', quantity: 50, channel: { value: 'direct', basis: 'declared' } },
    ]);
    expect(withRemainders(dossier(ID)).dossier).toBe(dossier(ID));
  });

  it('go when a newer whole list has the SKU no more, and an older list does not bring them back', async () => {
    const { hand, handSample, dossier } = workspace();
    await handSample('csv/Customers.csv');
    await hand('skus.json', skus(40), { customer }, day(2));
    const links = { self: { uri: `/v1/customers/${ID}/subscribedskus` } };
    await hand('none.json', JSON.stringify({ totalCount: 0, items: [], links }), {}, day(3));
    expect(dossier(ID).subscriptions).toEqual([]);
    await hand('skus.json', skus(40), { customer }, day(2));
    expect(dossier(ID).subscriptions).toEqual([]);
  });
});

describe('importing again', () => {
  const cell = fc.constantFrom(ID, SUB, '', 'x', 'Contoso', '"a, b"', 'Cloud Reseller', 'Advisor', '"two\nlines"');
  const row = fc.array(cell, { minLength: 3, maxLength: 5 }).map((cells) => cells.join(','));

  it('accounts for every row of any file, and is a true no-op the second time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
        const { hand, records } = workspace();
        const content = ['Microsoft ID,Company name,Primary domain name,Relationship', ...rows, ''].join('\n');
        const first = await hand('c.csv', content);
        expect(first.rows).toBe(rows.length);
        expect(first.added + first.updated + first.unchanged + first.rejected.length).toBe(rows.length);
        const before = records.print();
        const { saves } = records;
        const second = await hand('c.csv', content);
        expect(second).toMatchObject({ rows: rows.length, added: 0, updated: 0, rejected: first.rejected });
        expect(records.saves).toBe(saves);
        expect(records.print()).toBe(before);
      }),
    );
  });

  it('leaves what staff own alone and adds one line of history for each dossier that changed', async () => {
    const { hand, dossier } = workspace();
    const file = (name: string) =>
      `Microsoft ID,Company name,Primary domain name,Relationship\n${ID},${name},a.example,Cloud Reseller\n`;
    await hand('a.csv', file('Old'), {}, on(1).asOf);
    await hand('b.csv', file('New'), {}, on(2).asOf);
    await hand('c.csv', file('New'), {}, on(3).asOf);
    expect(brief(await hand('older.csv', file('Old'), {}, on(2).asOf))).toMatchObject({ unchanged: 1 });
    expect(dossier(ID).name).toMatchObject({ value: 'New', asOf: on(3).asOf });
    expect(dossier(ID).history.map(({ event, source, subjects }) => [event, source, subjects])).toEqual([
      ['created', 'file:a.csv', ['customer']],
      ['imported', 'file:b.csv', ['customer']],
    ]);
  });
});
