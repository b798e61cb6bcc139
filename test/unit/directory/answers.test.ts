import { beforeEach, describe, expect, it } from 'vitest';
import { Directory } from '#electron/directory/directory.ts';
import { openIndex } from '#electron/directory/index/customer-index.ts';
import { CustomerQuery, SubscriptionQuery } from '#shared/contract/customers.ts';
import { aDossier, aGdap, aLicense, PROFILE } from '#test/unit/support/dossiers.ts';
import { MemoryRecords } from '#test/unit/support/memory-records.ts';

const id = (n: number): string => `55555555-5555-4555-8555-55555555555${n}`;
const observed = (value: unknown) => ({ value, basis: 'observed', source: 'file:x', asOf: '2026-11-01T00:00:00Z' });

const END = '2026-12-01T00:00:00.000Z';
const LATER_END = '2027-03-01T00:00:00.000Z';
const BEFORE = new Date('2026-11-22T00:00:00Z');

/** One customer with GDAP that ends soon, one with GDAP that ends later, one without access, one we know little of. */
let records: MemoryRecords;
let directory: Directory;
beforeEach(async () => {
  records = new MemoryRecords(PROFILE);
  const noDap = { delegatedAccess: observed(false), gdapListedAt: '2026-11-01T00:00:00Z' };
  await records.save([
    aDossier(id(1), 'Contoso', {
      ...noDap,
      delegations: [aGdap({ endsAt: END })],
      subscriptions: [aLicense('c1', 'Office 365 E3', 'direct'), aLicense('c2', 'Power BI Pro', 'csp-own')],
    }),
    aDossier(id(2), 'Fabrikam', {
      ...noDap,
      delegations: [aGdap({ endsAt: LATER_END })],
      subscriptions: [aLicense('f1', 'Office 365 E3', 'direct')],
    }),
    aDossier(id(3), 'Northwind', {
      ...noDap,
      subscriptions: [aLicense('n1', 'Visio', 'unknown', { kind: 'remainder', status: null })],
    }),
    aDossier(id(4), 'Wingtip', { subscriptions: [aLicense('w1', 'Office 365 E1', 'csp-other')] }),
  ]);
  directory = new Directory(records, await openIndex(records));
});

const list = (query: object, now = BEFORE) => directory.subscriptions(SubscriptionQuery.parse(query), now);
const customers = (query: object, now = BEFORE) => directory.customers(CustomerQuery.parse(query), now);
const idsOf = ({ items }: { items: readonly { id: string }[] }) => items.map((one) => one.id).sort();

describe('subscriptions by what we may do on them', () => {
  const can = 'subscription.provision';

  it('are those on which we may, unless another answer is asked for', async () => {
    expect(idsOf(await list({ can }))).toEqual(['c1', 'c2', 'f1']);
    expect(idsOf(await list({ can, outcome: 'deny' }))).toEqual(['n1']);
    expect(idsOf(await list({ can, outcome: 'unknown' }))).toEqual(['w1']);
  });

  it('are counted by answer, whichever answer is asked for', async () => {
    for (const outcome of ['allow', 'deny', 'unknown']) {
      expect((await list({ can, outcome })).outcomes).toEqual({ allow: 3, deny: 1, unknown: 1 });
    }
    expect((await list({})).outcomes).toBeNull();
  });

  it('are counted by answer under the present search and channel', async () => {
    expect((await list({ can, channel: 'direct' })).outcomes).toEqual({ allow: 2, deny: 0, unknown: 0 });
    expect((await list({ can, search: 'office' })).outcomes).toEqual({ allow: 2, deny: 0, unknown: 1 });
  });

  it('are counted by channel as far as they get the answer', async () => {
    const { all, counts, total } = await list({ can, channel: 'direct' });
    expect({ all, total }).toEqual({ all: 3, total: 2 });
    expect(counts).toMatchObject({ direct: 2, 'csp-own': 1, 'csp-other': 0, unknown: 0 });
  });

  it('leave the list when the clock passes a delegation’s end', async () => {
    expect((await list({ can })).until).toBe(END);
    const after = await list({ can }, new Date(END));
    expect(idsOf(after)).toEqual(['f1']);
    expect(after.outcomes).toEqual({ allow: 1, deny: 3, unknown: 1 });
    expect(after.until).toBe(LATER_END);
    expect((await list({ can }, new Date(LATER_END))).until).toBeNull();
  });

  it('leave the list when the customer ends the delegation', async () => {
    const contoso = directory.dossier(aDossier(id(1), 'Contoso').id);
    expect(idsOf(await list({ can }))).toContain('c1');
    await records.save([
      { ...contoso, delegations: contoso.delegations.map((one) => ({ ...one, status: 'terminated' as const })) },
    ]);
    expect(idsOf(await list({ can }))).toEqual(['f1']);
  });

  it('are narrowed to one customer', async () => {
    const { outcomes, until } = await list({ can, customer: id(2) });
    expect({ outcomes, until }).toEqual({ outcomes: { allow: 1, deny: 0, unknown: 0 }, until: LATER_END });
  });
});

describe('answers beside the subscriptions', () => {
  const answers = ['subscription.provision', 'subscription.add-seats'];

  it('say what the policy says and by which rule, of seat remainders too', async () => {
    const { items } = await list({ answers });
    expect(Object.fromEntries(items.map((row) => [row.id, row.answers]))).toMatchObject({
      c1: {
        'subscription.provision': { outcome: 'allow', rule: 'R11' },
        'subscription.add-seats': { outcome: 'deny', rule: 'R12' },
      },
      c2: { 'subscription.add-seats': { outcome: 'allow', rule: 'R12' } },
      n1: {
        'subscription.provision': { outcome: 'deny', rule: 'R11' },
        'subscription.add-seats': { outcome: 'unknown', rule: 'R12' },
      },
      w1: { 'subscription.provision': { outcome: 'unknown', rule: 'R11' } },
    });
  });

  it('are left out unless asked for', async () => {
    const { items, until } = await list({});
    expect(items.every((row) => Object.keys(row.answers).length === 0)).toBe(true);
    expect(until).toBeNull();
  });

  it('say when the clock alone changes one of those on the page', async () => {
    expect((await list({ answers })).until).toBe(END);
    expect((await list({ answers, search: 'fabrikam' })).until).toBe(LATER_END);
    expect((await list({ answers, sort: 'customerName', offset: 3 })).until).toBeNull();
  });
});

describe('customers by deciding rule', () => {
  it('counts of how many customers each rule decides an answer', async () => {
    const { customers: counted, of, until } = await directory.deciding(BEFORE);
    expect({ of, until }).toEqual({ of: 4, until: END });
    // A provider asks no provider for an invitation, which no rule allows it; R03 speaks of resellers alone.
    expect(counted).toMatchObject({ R00: 4, R08: 4, R11: 4, R12: 4, R03: 0, R27: 0 });
  });

  it('counts to which outcome, one customer under each that its answers have', async () => {
    const { customers: counted, outcomes } = await directory.deciding(BEFORE);
    expect(outcomes).toMatchObject({
      R00: { allow: 0, deny: 4, unknown: 0 },
      R03: { allow: 0, deny: 0, unknown: 0 },
    });
    for (const [rule, so] of Object.entries(outcomes)) {
      const [most, sum] = [Math.max(...Object.values(so)), so.allow + so.deny + so.unknown];
      expect(counted[rule]).toBeGreaterThanOrEqual(most);
      expect(counted[rule]).toBeLessThanOrEqual(sum);
    }
  });

  it('lists just those that are counted', async () => {
    const { customers: counted } = await directory.deciding(BEFORE);
    for (const [decidedBy, count] of Object.entries(counted)) {
      expect({ decidedBy, total: (await customers({ decidedBy })).total }).toEqual({ decidedBy, total: count });
    }
  });

  it('counts channels among them', async () => {
    await records.save([aDossier(id(5), 'Proseware', { delegatedAccess: observed(true) })]);
    const { all, counts, total } = await customers({ decidedBy: 'R11', channel: 'direct' });
    expect({ all, total }).toEqual({ all: 4, total: 2 });
    expect(counts).toMatchObject({ direct: 2, 'csp-own': 1, 'csp-other': 1, unknown: 1 });
  });

  it('is nobody for a rule that is not in the table', async () => {
    expect((await customers({ decidedBy: 'R99' })).total).toBe(0);
  });
});

describe('when a list of customers must be asked anew', () => {
  const accessOf = ({ items }: Awaited<ReturnType<typeof customers>>) =>
    Object.fromEntries(items.map(({ access, name }) => [name, access]));

  it('is when the next delegation of one of them ends, for then the access that is shown changes', async () => {
    const now = await customers({});
    expect(now.until).toBe(END);
    expect(accessOf(now)).toMatchObject({ Contoso: 'ends', Fabrikam: 'ends' });
    const then = await customers({}, new Date(END));
    expect(then.until).toBe(LATER_END);
    expect(accessOf(then)).toMatchObject({ Contoso: 'none', Fabrikam: 'ends' });
    expect((await customers({}, new Date(LATER_END))).until).toBeNull();
  });

  it('counts those whom a deciding rule leaves out, for they may come in', async () => {
    const { total, until } = await customers({ decidedBy: 'R03' });
    expect({ total, until }).toEqual({ total: 0, until: END });
  });

  it('counts no one whom the search leaves out', async () => {
    expect((await customers({ search: 'fabrikam' })).until).toBe(LATER_END);
    expect((await customers({ search: 'wingtip' })).until).toBeNull();
  });
});
