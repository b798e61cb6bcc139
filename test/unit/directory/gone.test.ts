import { describe, expect, it } from 'vitest';
import { Questions, SUBSCRIPTION_ACTIONS } from '#electron/directory/answers/questions.ts';
import { accessOf } from '#electron/directory/rows.ts';
import { decide } from '#electron/policy/index.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { Cloud } from '#shared/model/partner.ts';
import { aDossier, aGdap, aLicense, PROFILE } from '#test/unit/support/dossiers.ts';
import { US } from '#test/unit/support/questions.ts';

const ID = '55555555-5555-4555-8555-555555555551';
const NOW = new Date('2026-11-22T00:00:00Z');
const OBSERVED = { basis: 'observed', source: 'partner-center', asOf: '2026-11-01T00:00:00Z' };
const GONE = { goneUpstream: { asOf: '2026-11-20T00:00:00Z', source: 'partner-center' } };

const license = (more = {}) =>
  aLicense('s1', 'Office 365 E3', 'csp-own', { transactingPartner: { value: US, ...OBSERVED }, ...more });

/** A customer of whom everything is known, and who lets us do everything: by DAP, unless there is a GDAP relationship. */
const customer = (more: Record<string, unknown> = {}): Dossier =>
  aDossier(ID, 'Contoso', {
    delegatedAccess: { value: true, ...OBSERVED },
    gdapListedAt: OBSERVED.asOf,
    resellers: [{ partner: US, via: null, since: null, absentAsOf: null, absentSource: null, provenance: OBSERVED }],
    subscriptions: [license()],
    ...more,
  });

const byGdap = (more: Record<string, unknown> = {}) =>
  customer({
    delegatedAccess: { value: false, ...OBSERVED },
    delegations: [aGdap({ endsAt: '2027-11-01T00:00:00Z', ...more })],
  });

/** What the policy lets us do: with the subscription, and with the customer. */
function allowed(dossier: Dossier, cloud: Cloud): string[] {
  const questions = new Questions({ ...PROFILE, cloud }, NOW, ['gdap']);
  const [subscription] = dossier.subscriptions;
  if (!subscription) throw new Error('a subscription');
  const asked = [
    ...SUBSCRIPTION_ACTIONS.map((action) => questions.ofSubscription(dossier, subscription, action)),
    ...questions.ofCustomer(dossier),
  ];
  return asked.flatMap(({ action, request }) => (decide(request).decision ? [action] : []));
}

describe.each(Cloud.options)('on %s', (cloud) => {
  const administers = (dossier: Dossier) =>
    allowed(dossier, cloud).filter(
      (action) => action === 'subscription.provision' || action === 'subscription.support',
    );

  it('a subscription that is there may be administered and traded on', () => {
    expect(allowed(customer(), cloud)).toEqual(
      expect.arrayContaining(['subscription.provision', 'subscription.support', 'subscription.add-seats']),
    );
  });

  it('a subscription that is gone upstream gives no permission', () => {
    const left = allowed(customer({ subscriptions: [license(GONE)] }), cloud);
    expect(left.filter((action) => action.startsWith('subscription.'))).toEqual([]);
  });

  it('a delegation that is gone upstream gives no permission', () => {
    expect(administers(byGdap())).toContain('subscription.provision');
    expect(administers(byGdap(GONE))).toEqual([]);
  });

  it('a customer that is gone upstream gives none by its subscriptions, nor by DAP, which nobody knows to be on', () => {
    const gone = customer(GONE);
    const left = allowed(gone, cloud);
    expect(left.filter((action) => action.startsWith('subscription.'))).toEqual([]);
    expect(accessOf(customer(), PROFILE, NOW).access).toBe('open-ended');
    expect(accessOf(gone, PROFILE, NOW).access).toBe('unknown');
  });

  it('nothing more is allowed of what is gone than of what is there', () => {
    for (const there of [customer(), byGdap()]) {
      const now = new Set(allowed(there, cloud));
      for (const gone of [
        { ...there, ...GONE },
        { ...there, subscriptions: customer({ subscriptions: [license(GONE)] }).subscriptions },
      ]) {
        expect(allowed(gone, cloud).filter((action) => !now.has(action))).toEqual([]);
      }
    }
  });
});
