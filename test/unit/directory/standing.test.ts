import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Capabilities } from '#electron/directory/answers/capabilities.ts';
import { Questions, SUBSCRIPTION_ACTIONS } from '#electron/directory/answers/questions.ts';
import { answerOf, bitOf, rulesIn, Standing } from '#electron/directory/answers/standing.ts';
import { RULES } from '#electron/policy/index.ts';
import { sampleDossiers } from '#electron/sample/dossiers.ts';
import { SAMPLE_PROFILE } from '#electron/sample/partner.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import { Outcome } from '#shared/model/policy.ts';
import { aDossier, aGdap, aLicense, PROFILE } from '#test/unit/support/dossiers.ts';

const ID = '55555555-5555-4555-8555-555555555551';
const END = Date.parse('2026-12-01T00:00:00Z');

/** A customer whose one delegation to us is a GDAP that ends. */
const withGdap = (): Dossier =>
  aDossier(ID, 'Contoso', {
    delegatedAccess: { value: false, basis: 'observed', source: 'partner-center', asOf: '2026-11-01T00:00:00Z' },
    gdapListedAt: '2026-11-01T00:00:00Z',
    subscriptions: [aLicense('s1', 'Office 365 E3', 'direct')],
    delegations: [aGdap({ endsAt: new Date(END).toISOString() })],
  });

const at = (time: number, profile: PartnerProfile = PROFILE) => new Questions(profile, new Date(time));
const provision = (dossier: Dossier, questions: Questions) =>
  answerOf(new Standing(dossier, questions).onSubscription(0, 'subscription.provision'));

describe('what we may do on a customer, as it stands', () => {
  it('turns when the clock passes a delegation’s end', () => {
    const dossier = withGdap();
    expect(new Standing(dossier, at(END - 60_000)).span.until).toBe(END);
    expect(provision(dossier, at(END - 60_000))).toEqual({ outcome: 'allow', rule: 'R11' });
    expect(provision(dossier, at(END - 1))).toEqual({ outcome: 'allow', rule: 'R11' });
    expect(provision(dossier, at(END))).toEqual({ outcome: 'deny', rule: 'R11' });
    expect(new Standing(dossier, at(END)).span.until).toBe(Number.POSITIVE_INFINITY);
  });

  it('turns back when the clock is set back', () => {
    const dossier = withGdap();
    expect(provision(dossier, at(END + 1)).outcome).toBe('deny');
    expect(provision(dossier, at(END - 1)).outcome).toBe('allow');
  });

  it('is asked anew after the dossier changes', () => {
    const before = withGdap();
    expect(provision(before, at(END - 1)).outcome).toBe('allow');
    const after: Dossier = {
      ...before,
      delegations: before.delegations.map((one) => ({ ...one, status: 'terminated' })),
    };
    expect(provision(after, at(END - 1)).outcome).toBe('deny');
  });

  it('is another for a member of staff with another role', () => {
    const dossier = withGdap();
    expect(provision(dossier, at(END - 1)).outcome).toBe('allow');
    const seller: PartnerProfile = { ...PROFILE, staff: { ...PROFILE.staff, roles: ['sales-agent'] } };
    expect(provision(dossier, at(END - 1, seller))).toEqual({ outcome: 'deny', rule: 'R08' });
  });

  it('is another where 21Vianet is known to offer GDAP', () => {
    const dossier = withGdap();
    const now = new Date(END - 1);
    const deciding = (questions: Questions) => {
      const { allow, deny, unknown } = new Standing(dossier, questions).deciding();
      return rulesIn(allow | deny | unknown);
    };
    expect(deciding(new Questions(PROFILE, now))).toContain('R21');
    expect(deciding(new Questions(PROFILE, now, ['gdap']))).not.toContain('R21');
  });

  it('has a place for every rule of the table', () => {
    expect(RULES.length).toBeLessThanOrEqual(32);
    expect(new Set(RULES.map(({ id }) => bitOf(id))).size).toBe(RULES.length);
    expect(bitOf('R99')).toBe(0);
  });
});

describe('the answers that are kept', () => {
  const NOW = Date.parse('2026-11-22T00:00:00Z');
  const DAY = 86_400_000;
  const sample = sampleDossiers(new Date(NOW));
  const profiles: PartnerProfile[] = [
    SAMPLE_PROFILE,
    { ...SAMPLE_PROFILE, cloud: 'global', programs: ['indirect-reseller'], providers: undefined },
    { ...SAMPLE_PROFILE, staff: { id: 'x', roles: ['helpdesk-agent'] } },
  ];
  /** Days around the ends of the sample's delegations, and the ends themselves. */
  const times = fc.oneof(
    fc.integer({ min: NOW - 60 * DAY, max: NOW + 800 * DAY }),
    fc.constantFrom(
      ...sample.flatMap(({ delegations }) => delegations.flatMap(({ endsAt }) => (endsAt ? [Date.parse(endsAt)] : []))),
    ),
  );

  it('are those of the policy, whenever and in whatever order they are asked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sample),
        fc.constantFrom(...profiles),
        fc.array(fc.tuple(times, fc.shuffledSubarray([...SUBSCRIPTION_ACTIONS])), { minLength: 1, maxLength: 5 }),
        (dossier, profile, asks) => {
          for (const [time, actions] of asks) {
            const standing = new Standing(dossier, at(time, profile));
            dossier.subscriptions.forEach((subscription, nth) => {
              const whole = new Capabilities(profile, new Date(time)).onSubscription(dossier, subscription);
              for (const action of actions) {
                const told = whole.find((one) => one.action === action)?.context;
                expect(answerOf(standing.onSubscription(nth, action))).toEqual({
                  outcome: told?.outcome,
                  rule: told?.rule,
                });
              }
            });
          }
        },
      ),
    );
  });

  it('name the rules that decide, of the customer and of each subscription', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sample), fc.constantFrom(...profiles), times, (dossier, profile, time) => {
        const capabilities = new Capabilities(profile, new Date(time));
        const whole = [
          ...capabilities.onCustomer(dossier),
          ...dossier.subscriptions.flatMap((one) => capabilities.onSubscription(dossier, one)),
        ];
        const standing = new Standing(dossier, at(time, profile));
        const rules = (outcome?: Outcome) => {
          const told = whole.filter(({ context }) => outcome === undefined || context.outcome === outcome);
          return [...new Set(told.map(({ context }) => context.rule))].sort();
        };
        const bits = standing.deciding();
        expect(rulesIn(bits.allow | bits.deny | bits.unknown)).toEqual(rules());
        for (const outcome of Outcome.options) expect(rulesIn(bits[outcome])).toEqual(rules(outcome));
      }),
    );
  });
});
