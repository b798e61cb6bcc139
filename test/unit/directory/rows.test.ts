import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Capabilities } from '#electron/directory/answers/capabilities.ts';
import { accessOf } from '#electron/directory/rows.ts';
import { sampleDossiers } from '#electron/sample/dossiers.ts';
import { SAMPLE_PROFILE } from '#electron/sample/partner.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import { aDossier, aGdap, PROFILE } from '#test/unit/support/dossiers.ts';

const ID = '55555555-5555-4555-8555-555555555551';
const END = '2026-12-01T00:00:00Z';
const LATER_END = '2027-03-01T00:00:00Z';
const BEFORE = new Date('2026-11-22T00:00:00Z');

const told = (value: boolean) => ({ value, basis: 'observed', source: 'partner-center', asOf: '2026-11-01T00:00:00Z' });

/** A customer of whom everything was asked: no DAP, unless the test says so, and these GDAP relationships. */
const withGdap = (delegations: unknown[], more: Record<string, unknown> = {}): Dossier =>
  aDossier(ID, 'Contoso', {
    delegatedAccess: told(false),
    gdapListedAt: '2026-11-01T00:00:00Z',
    delegations,
    ...more,
  });

const rowAt = (dossier: Dossier, now: Date | string | number, profile: PartnerProfile = PROFILE) => {
  const { access, soonest } = accessOf(dossier, profile, new Date(now));
  return {
    access,
    delegationEndsAt: soonest?.endsAt ?? null,
    delegationAutoExtends: soonest?.autoExtend ?? null,
  };
};

const accessAt = (...[dossier, now, profile]: Parameters<typeof rowAt>) => {
  const { access, delegationEndsAt } = rowAt(dossier, now, profile);
  return [access, delegationEndsAt];
};

describe('our access to a customer, as the list shows it', () => {
  it('ends with its GDAP relationship, and is none from then on', () => {
    const dossier = withGdap([aGdap({ endsAt: END })]);
    expect(accessAt(dossier, BEFORE)).toEqual(['ends', END]);
    expect(accessAt(dossier, '2026-11-30T23:59:59.999Z')).toEqual(['ends', END]);
    expect(accessAt(dossier, END)).toEqual(['none', null]);
    expect(accessAt(dossier, BEFORE)).toEqual(['ends', END]);
  });

  it('is not given by a relationship that is gone upstream', () => {
    const goneUpstream = { asOf: '2026-11-20T00:00:00Z', source: 'graph' };
    const dossier = withGdap([aGdap({ endsAt: END, goneUpstream }), aGdap({ id: 'gdap-2', endsAt: LATER_END })]);
    expect(accessAt(dossier, BEFORE)).toEqual(['ends', LATER_END]);
    expect(accessAt(withGdap([aGdap({ endsAt: END, goneUpstream })]), BEFORE)).toEqual(['none', null]);
  });

  it('is open-ended by DAP, though a GDAP relationship has ended', () => {
    const dossier = withGdap([aGdap({ endsAt: END })], { delegatedAccess: told(true) });
    expect(accessAt(dossier, LATER_END)).toEqual(['open-ended', null]);
  });

  it('ends with the GDAP relationship that is left when another has ended', () => {
    const dossier = withGdap([aGdap({ endsAt: END }), aGdap({ id: 'gdap-2', endsAt: LATER_END })]);
    expect(accessAt(dossier, BEFORE)).toEqual(['ends', END]);
    expect(accessAt(dossier, END)).toEqual(['ends', LATER_END]);
  });

  it('ends with the soonest, whatever zone its end is written in', () => {
    const inChina = '2026-12-01T07:00:00+08:00';
    const dossier = withGdap([aGdap({ endsAt: END }), aGdap({ id: 'gdap-2', endsAt: inChina })]);
    expect(accessAt(dossier, BEFORE)).toEqual(['ends', inChina]);
  });

  it('is none after an end at which the relationship was to extend itself: nobody told us that it did', () => {
    const dossier = withGdap([aGdap({ endsAt: END, autoExtend: true })]);
    expect(rowAt(dossier, BEFORE).delegationAutoExtends).toBe(true);
    expect(accessAt(dossier, LATER_END)).toEqual(['none', null]);
    expect(rowAt(dossier, LATER_END).delegationAutoExtends).toBeNull();
  });

  it('is not known while the end of an active GDAP relationship is not', () => {
    expect(accessAt(withGdap([aGdap({ endsAt: null })]), BEFORE)).toEqual(['unknown', null]);
    expect(accessAt(withGdap([aGdap({ endsAt: null, status: 'terminated' })]), BEFORE)).toEqual(['none', null]);
  });

  it('is another for another partner', () => {
    const dossier = withGdap([aGdap({ endsAt: END })]);
    expect(accessAt(dossier, BEFORE)).toEqual(['ends', END]);
    expect(accessAt(dossier, BEFORE, SAMPLE_PROFILE)).toEqual(['none', null]);
  });

  it('agrees with the policy: where it is none nobody may provision, and an end it shows lies ahead', () => {
    const NOW = BEFORE.getTime();
    const DAY = 86_400_000;
    const sample = sampleDossiers(BEFORE);
    const times = fc.integer({ min: NOW - 60 * DAY, max: NOW + 800 * DAY });
    let none = 0;
    fc.assert(
      fc.property(fc.constantFrom(...sample), times, (dossier, time) => {
        const { access, delegationEndsAt } = rowAt(dossier, time, SAMPLE_PROFILE);
        if (delegationEndsAt !== null) expect(Date.parse(delegationEndsAt)).toBeGreaterThan(time);
        expect(delegationEndsAt !== null).toBe(access === 'ends');
        if (access !== 'none') return;
        none += 1;
        const capabilities = new Capabilities(SAMPLE_PROFILE, new Date(time));
        for (const subscription of dossier.subscriptions) {
          const answers = capabilities.onSubscription(dossier, subscription);
          expect(answers.find(({ action }) => action === 'subscription.provision')?.context.outcome).not.toBe('allow');
        }
      }),
      { numRuns: 500 },
    );
    expect(none).toBeGreaterThan(0);
  });
});
