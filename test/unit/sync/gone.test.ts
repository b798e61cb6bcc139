import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asThere, markGone } from '#electron/sync/gone.ts';
import { mergeList, mergeObservation } from '#electron/sync/merge.ts';
import type { ListOfCustomer } from '#electron/sync/observations.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { CustomerId, DelegationId } from '#shared/model/ids.ts';
import { aDossier, aGdap, aSubscription, PROFILE } from '#test/unit/support/dossiers.ts';
import { workspace } from './importing.ts';
import { on, sold } from './support/merging.ts';

const ID = '52eaad04-13a2-4a2f-9ce8-93a294fadf36';
const customer = CustomerId.parse(ID);
const us = PROFILE.partner.tenantId;
const from = (source: string, day: number) => ({ provenance: { basis: 'observed', ...on(day, source) } });

const list = (of: 'subscriptions' | 'delegations', ...ids: string[]): ListOfCustomer =>
  ({ about: 'list', customer, of, ids: new Set(ids) }) as const;
const whole: ListOfCustomer = { about: 'list', customer, of: 'customer' };

const goneOf = ({ delegations, subscriptions }: Dossier): string[] =>
  [...subscriptions, ...delegations].filter(({ goneUpstream }) => goneUpstream).map(({ id }) => id);

describe('what a whole list does not name', () => {
  const dossier = aDossier(ID, 'Contoso', {
    subscriptions: [
      aSubscription('theirs', 'E3', 'csp-own', from('partner-center', 1)),
      aSubscription('a file’s', 'E3', 'csp-own', from('file:Subscriptions.csv', 1)),
      aSubscription(`remainder:${ID}:e3`, 'E3', 'unknown', { kind: 'remainder', ...from('partner-center', 1) }),
      aSubscription('later', 'E3', 'csp-own', from('partner-center', 9)),
    ],
    delegations: [aGdap({ id: 'g1', ...from('graph', 1) }), aGdap({ id: 'g2', ...from('file:gdap.csv', 1) })],
  });

  it('is gone from there, if that same source told of it before; a remainder is our own reckoning', () => {
    const { dossier: after, outcome, subjects } = mergeList(dossier, list('subscriptions'), on(5));
    expect(goneOf(after)).toEqual(['theirs']);
    expect(after.subscriptions[0]?.goneUpstream).toEqual(on(5));
    expect({ outcome, subjects }).toEqual({ outcome: 'updated', subjects: ['subscription:theirs'] });
    expect(goneOf(mergeList(dossier, list('delegations'), on(5, 'graph')).dossier)).toEqual(['g1']);
    expect(goneOf(mergeList(dossier, list('delegations'), on(5)).dossier)).toEqual([]);
  });

  it('stays as it was last known', () => {
    const { dossier: after } = mergeList(dossier, list('subscriptions'), on(5));
    expect(after.subscriptions.map(asThere)).toEqual(dossier.subscriptions);
  });

  it('keeps the day since when it is gone', () => {
    const first = mergeList(dossier, list('subscriptions'), on(5)).dossier;
    expect(mergeList(first, list('subscriptions'), on(7)).dossier).toBe(first);
  });

  it('is not gone by a list that is older than what we know', () => {
    expect(mergeList(dossier, list('subscriptions', 'later'), on(1)).dossier).toBe(dossier);
    expect(goneOf(mergeList(dossier, list('delegations'), on(1, 'graph')).dossier)).toEqual([]);
  });

  it('is exactly what that source told of earlier and does not name, whatever there is', () => {
    const thing = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      source: fc.constantFrom('graph', 'partner-center', 'file:x.csv'),
      day: fc.integer({ min: 1, max: 9 }),
      isGone: fc.boolean(),
    });
    const things = fc.uniqueArray(thing, { selector: ({ id }) => id });
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
    fc.assert(
      fc.property(things, names, fc.integer({ min: 1, max: 9 }), (known, named, day) => {
        const before = known.map(({ id, isGone, ...at }) => ({
          id,
          provenance: { basis: 'observed' as const, ...on(at.day, at.source) },
          ...(isGone ? { goneUpstream: on(1, at.source) } : {}),
        }));
        const { gone, things: after } = markGone(before, new Set(named), on(day, 'graph'));
        const expected = known.filter(
          (one) => one.source === 'graph' && one.day < day && !one.isGone && !named.includes(one.id),
        );
        expect(gone).toEqual(expected.map(({ id }) => id));
        expect(after.filter((one, nth) => one !== before[nth]).map(({ id }) => id)).toEqual(gone);
        if (gone.length === 0) expect(after).toBe(before);
      }),
    );
  });
});

describe('what is gone', () => {
  const seen = sold(ID, 's1', 'csp-own');
  const gone = () => {
    const first = mergeObservation(undefined, seen, on(1)).dossier;
    return mergeList(first, list('subscriptions'), on(5)).dossier;
  };

  it('is there again when its source names it later', () => {
    const { dossier, subjects } = mergeObservation(gone(), seen, on(6));
    expect(dossier.subscriptions[0]).not.toHaveProperty('goneUpstream');
    expect(subjects).toEqual(['subscription:s1']);
  });

  it('stays gone by a word from before, that fills what was not known', () => {
    const older = sold(ID, 's1', 'csp-own', { endDate: '2027-01-01' });
    // As late as the first word, and earlier than the list.
    const { dossier } = mergeObservation(gone(), older, on(1));
    expect(dossier.subscriptions[0]).toMatchObject({ goneUpstream: on(5), endDate: '2027-01-01' });
  });

  it('of delegations comes back in the same way', () => {
    const { provenance: _, ...delegation } = aDossier(ID, 'C', { delegations: [aGdap()] }).delegations[0] ?? {};
    const told = { about: 'customer', customer, delegation } as Parameters<typeof mergeObservation>[1];
    const first = mergeObservation(undefined, told, on(1, 'graph')).dossier;
    const left = mergeList(first, list('delegations'), on(5, 'graph')).dossier;
    expect(goneOf(left)).toEqual(['gdap-1']);
    expect(goneOf(mergeObservation(left, told, on(1, 'graph')).dossier)).toEqual(['gdap-1']);
    const back = mergeObservation(left, told, on(6, 'graph'));
    expect(goneOf(back.dossier)).toEqual([]);
    expect(back.subjects).toEqual([`delegation:${DelegationId.parse('gdap-1')}`]);
  });
});

describe('a customer', () => {
  const seen = {
    about: 'customer',
    customer,
    relationship: { word: 'reseller', partner: us, reseller: true },
  } as const;
  const known = mergeObservation(undefined, seen, on(1)).dossier;

  it('is gone when the list that named it does not any more, and there again when it does', () => {
    const gone = mergeList(known, whole, on(5));
    expect(gone.dossier.goneUpstream).toEqual(on(5));
    expect(gone.subjects).toEqual(['customer']);
    expect(mergeList(gone.dossier, whole, on(6)).dossier).toBe(gone.dossier);
    const back = mergeObservation(gone.dossier, seen, on(7));
    expect(back.dossier).not.toHaveProperty('goneUpstream');
    expect(back.subjects).toEqual(['customer']);
  });

  it('is not gone by another source’s list, nor by an older one', () => {
    expect(mergeList(known, whole, on(5, 'graph')).dossier).toBe(known);
    expect(mergeList(known, whole, on(1)).dossier).toBe(known);
    expect(mergeObservation(mergeList(known, whole, on(5)).dossier, seen, on(1)).dossier.goneUpstream).toEqual(on(5));
  });
});

describe('an imported file', () => {
  const NAMED = '83ef9d05-4169-4ef9-9657-0e86b1eab1de';
  const header = 'Subscription ID,Subscription,Quantity,Status,Reseller';
  const file = `${header}\n${NAMED},Office 365 E3,25,Active,\n`;

  it('lets nothing be gone, not even what an earlier file of the same name showed', async () => {
    const { dossier, hand, handSample } = workspace();
    await handSample('csv/Customers.csv', {}, '2026-11-01T00:00:00Z');
    await handSample('csv/ExistingGdapRelationship.csv', {}, '2026-11-01T00:00:00Z');
    await hand('s.csv', file, { customer }, '2026-11-01T00:00:00Z');
    const gdap = 'csv/ExistingGdapRelationship.csv';
    await handSample(gdap, {}, '2026-11-05T00:00:00Z');
    await hand('s.csv', `${header}\n`, { customer }, '2026-11-05T00:00:00Z');
    await hand(
      'Customers.csv',
      'Microsoft ID,Company name,Primary domain name,Relationship\n',
      {},
      '2026-11-05T00:00:00Z',
    );
    expect(dossier(ID).subscriptions).toHaveLength(1);
    expect(goneOf(dossier(ID))).toEqual([]);
    expect(dossier(ID).goneUpstream).toBeUndefined();
  });
});
