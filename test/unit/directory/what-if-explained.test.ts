import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainIf, whatIf } from '#electron/directory/answers/what-if.ts';
import { sampleDossiers } from '#electron/sample/dossiers.ts';
import { SAMPLE_PARTNERS, SAMPLE_PROFILE } from '#electron/sample/partner.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { SubscriptionId } from '#shared/model/ids.ts';
import { PartnerProfile, Program, StaffRole } from '#shared/model/partner.ts';
import type { ActionName } from '#shared/model/policy.ts';
import { Channel, SubscriptionStatus } from '#shared/model/subscription.ts';
import { Change } from '#shared/model/what-if.ts';
import { PROFILE } from '#test/unit/support/dossiers.ts';
import { problemOf } from '#test/unit/support/problem-of.ts';
import { HELPDESK_ADMINISTRATOR, LICENSE_ADMINISTRATOR } from '#test/unit/support/questions.ts';
import { ask, changes, customer, E3, END, NOW } from '#test/unit/support/what-if.ts';

describe('an answer in a supposed situation', () => {
  const groupless = PartnerProfile.parse({ ...PROFILE, staff: { id: 'li@partner.example', roles: ['admin-agent'] } });
  const explained = (profile: PartnerProfile, action: ActionName, ...given: unknown[]) => {
    const asked = { subscription: SubscriptionId.parse(E3), action, properties: {} };
    return explainIf(customer(), profile, NOW, changes(...given), asked);
  };

  it('is explained by the chain as it would be', () => {
    const { answer, trace } = explained(PROFILE, 'subscription.provision', { change: 'time', at: END });
    expect(answer.context).toMatchObject({ outcome: 'deny', rule: 'R11' });
    expect(trace.find(({ link }) => link === 'delegation')?.state).toBe('broken');
  });

  it('is the one that is listed, also for staff of unknown groups', () => {
    for (const profile of [PROFILE, groupless]) {
      for (const roles of [[HELPDESK_ADMINISTRATOR], [LICENSE_ADMINISTRATOR], []]) {
        const given = { change: 'grant-gdap', roles };
        for (const { action, after, properties, subscription } of ask([given], customer(), profile).changed) {
          const told = explainIf(customer(), profile, NOW, changes(given), { action, properties, subscription });
          expect(told.answer.context).toEqual(after.context);
        }
      }
    }
    const granted = { change: 'grant-gdap', roles: [HELPDESK_ADMINISTRATOR] };
    const support = explained(groupless, 'subscription.support', granted);
    expect(support.answer.context.outcome).toBe('allow');
    expect(support.trace.find(({ link }) => link === 'group')?.state).toBe('holds');
    const provision = explained(groupless, 'subscription.provision', granted);
    expect(provision.answer.context).toMatchObject({ outcome: 'unknown', missing: ['subject.properties.groups'] });
  });

  it('of a subscription that the customer has not is a problem', () => {
    const asked = {
      subscription: SubscriptionId.parse('nowhere'),
      action: 'subscription.renew',
      properties: {},
    } as const;
    expect(problemOf(() => explainIf(customer(), PROFILE, NOW, [], asked))).toMatchObject({
      kind: 'not-found',
      key: 'whatIf.unknownSubscription',
    });
  });
});

describe('an assumption that does not fit the customer', () => {
  it('is a problem that names the delegation or the subscription', () => {
    expect(problemOf(() => ask([{ change: 'end-delegation', delegation: 'gdap-9' }]))).toEqual({
      kind: 'not-found',
      key: 'whatIf.unknownDelegation',
      values: { customer: 'Contoso', delegation: 'gdap-9' },
    });
    for (const change of [
      { change: 'channel', subscription: 'nowhere', channel: 'direct' },
      { change: 'status', subscription: 'nowhere', status: 'active' },
    ]) {
      expect(problemOf(() => ask([change]))).toMatchObject({
        kind: 'not-found',
        key: 'whatIf.unknownSubscription',
        values: { subscription: 'nowhere' },
      });
    }
  });
});

describe('for any customer and anything that fits it', () => {
  const dossiers = sampleDossiers(NOW);

  const assumption = (dossier: Dossier): fc.Arbitrary<unknown> => {
    const partner = fc.constantFrom(SAMPLE_PROFILE.partner.tenantId, ...SAMPLE_PARTNERS.map((one) => one.tenantId));
    const of = (change: string, more: Record<string, fc.Arbitrary<unknown>>) =>
      fc.record({ change: fc.constant(change), ...more });
    const oneOf = (things: readonly { id: string }[]) => fc.constantFrom(...things.map(({ id }) => id));
    const time = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31T00:00:00Z') });
    return fc.oneof(
      of('grant-dap', { partner, service: fc.constantFrom('*', 'office-365') }),
      of('grant-gdap', { roles: fc.subarray([LICENSE_ADMINISTRATOR, HELPDESK_ADMINISTRATOR]) }),
      of('end-dap', {}),
      of('gdap-offered', {}),
      of('staff-roles', { roles: fc.subarray([...StaffRole.options]) }),
      of('programs', { programs: fc.subarray([...Program.options]) }),
      of('time', { at: time.map((date) => date.toISOString()) }),
      ...(dossier.delegations.length > 0 ? [of('end-delegation', { delegation: oneOf(dossier.delegations) })] : []),
      ...(dossier.subscriptions.length > 0
        ? [
            of('channel', { subscription: oneOf(dossier.subscriptions), channel: fc.constantFrom(...Channel.options) }),
            of('status', {
              subscription: oneOf(dossier.subscriptions),
              status: fc.constantFrom(...SubscriptionStatus.options),
            }),
          ]
        : []),
    );
  };
  const situation = fc
    .constantFrom(...dossiers)
    .chain((dossier) => fc.tuple(fc.constant(dossier), fc.array(assumption(dossier), { maxLength: 5 })));

  it('nothing supposed changes nothing', () => {
    for (const dossier of dossiers) {
      const { asked, at, changed } = whatIf(dossier, SAMPLE_PROFILE, NOW, []);
      expect(changed).toEqual([]);
      expect(at).toBe(NOW.toISOString());
      expect(asked).toBeGreaterThan(dossier.subscriptions.length * 12);
    }
  });

  it('it never fails, and leaves the dossier and the profile as they were', () => {
    fc.assert(
      fc.property(situation, ([dossier, given]) => {
        const before = structuredClone({ dossier, profile: SAMPLE_PROFILE });
        const { asked, changed } = whatIf(dossier, SAMPLE_PROFILE, NOW, Change.array().parse(given));
        expect({ dossier, profile: SAMPLE_PROFILE }).toEqual(before);
        expect(changed.length).toBeLessThanOrEqual(asked);
        for (const { before: was, after } of changed) {
          expect([after.context.outcome, after.context.rule]).not.toEqual([was.context.outcome, was.context.rule]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('supposing the same twice is supposing it once', () => {
    fc.assert(
      fc.property(situation, ([dossier, given]) => {
        const once = whatIf(dossier, SAMPLE_PROFILE, NOW, Change.array().parse(given));
        const twice = whatIf(dossier, SAMPLE_PROFILE, NOW, Change.array().parse([...given, ...given]));
        expect(twice.changed.map(({ after }) => after.context.outcome)).toEqual(
          once.changed.map(({ after }) => after.context.outcome),
        );
      }),
      { numRuns: 100 },
    );
  });
});
