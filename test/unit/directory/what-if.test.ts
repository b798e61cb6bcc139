import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Capabilities } from '#electron/directory/capabilities.ts';
import { explainIf, suppose, whatIf } from '#electron/directory/what-if.ts';
import { sampleDossiers } from '#electron/sample/dossiers.ts';
import { SAMPLE_PARTNERS, SAMPLE_PROFILE } from '#electron/sample/partner.ts';
import type { ChangedAnswer } from '#shared/contract/policy.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { SubscriptionId } from '#shared/model/ids.ts';
import { PartnerProfile, Program, StaffRole } from '#shared/model/partner.ts';
import type { ActionName, Outcome } from '#shared/model/policy.ts';
import { Channel, SubscriptionStatus } from '#shared/model/subscription.ts';
import { Change } from '#shared/model/what-if.ts';
import { aDossier, aSubscription, PROFILE } from '#test/unit/support/dossiers.ts';
import { problemOf } from '#test/unit/support/problem-of.ts';
import {
  CUSTOMER,
  GROUP,
  HELPDESK_ADMINISTRATOR,
  LICENSE_ADMINISTRATOR,
  STRANGER,
  US,
} from '#test/unit/support/questions.ts';

const NOW = new Date('2026-11-22T00:00:00Z');
const END = '2026-12-19T10:00:00Z';
const OBSERVED = { basis: 'observed', source: 'graph', asOf: '2026-11-20T00:00:00Z' };
const E3 = 'subscription-e3';
const AZURE = 'subscription-azure';
const ROLELESS = { ...PROFILE, staff: { ...PROFILE.staff, roles: [] } };

const licensed = (service: string) => ({
  service: { value: service, ...OBSERVED },
  serviceModel: { value: 'license-based', ...OBSERVED },
});

const gdap = (more: Record<string, unknown> = {}) => ({
  id: 'gdap-1',
  kind: 'gdap',
  name: 'Contoso GDAP',
  partner: US,
  status: 'active',
  service: '*',
  roles: [LICENSE_ADMINISTRATOR],
  assignments: [{ id: 'a1', group: GROUP, roles: [LICENSE_ADMINISTRATOR], status: 'active', provenance: OBSERVED }],
  duration: 'P730D',
  autoExtend: false,
  createdAt: null,
  activatedAt: null,
  endsAt: END,
  provenance: OBSERVED,
  ...more,
});

/** A customer that bought elsewhere and gives us access by a GDAP relationship alone. */
const customer = (more: Record<string, unknown> = {}) =>
  aDossier(CUSTOMER, 'Contoso', {
    delegatedAccess: { value: false, ...OBSERVED },
    delegations: [gdap()],
    gdapListedAt: OBSERVED.asOf,
    subscriptions: [
      aSubscription(E3, 'Office 365 E3', 'direct', licensed('office-365')),
      aSubscription(AZURE, 'Azure', 'csp-own', { serviceModel: { value: 'usage-based', ...OBSERVED } }),
    ],
    ...more,
  });

const changes = (...given: unknown[]): Change[] => Change.array().parse(given);

const ask = (given: unknown[], dossier = customer(), profile: PartnerProfile = PROFILE) =>
  whatIf(dossier, profile, NOW, changes(...given));

/** What becomes of one answer; `null` where it stays. */
const turn = (
  { changed }: { changed: ChangedAnswer[] },
  action: ActionName,
  about: { on?: string; kind?: string } = {},
): readonly [Outcome, Outcome] | null => {
  const found = changed.find(
    (one) =>
      one.action === action &&
      one.subscription === (about.on ?? null) &&
      (about.kind === undefined || one.properties.kind === about.kind),
  );
  return found ? [found.before.context.outcome, found.after.context.outcome] : null;
};

describe('supposing that a delegation ends', () => {
  it('takes away provisioning and support where only that GDAP gave access', () => {
    const result = ask([{ change: 'end-delegation', delegation: 'gdap-1' }]);
    expect(turn(result, 'subscription.provision', { on: E3 })).toEqual(['allow', 'deny']);
    expect(turn(result, 'subscription.support', { on: E3 })).toEqual(['allow', 'deny']);
    expect(turn(result, 'subscription.add-seats', { on: E3 })).toBeNull();
  });

  it('leaves provisioning to DAP where the customer grants that too', () => {
    const both = customer({ delegatedAccess: { value: true, ...OBSERVED } });
    const dapEnds = { change: 'end-dap' };
    const gdapEnds = { change: 'end-delegation', delegation: 'gdap-1' };
    expect(turn(ask([gdapEnds], both), 'subscription.provision', { on: E3 })).toBeNull();
    expect(turn(ask([dapEnds], both), 'subscription.provision', { on: E3 })).toBeNull();
    expect(turn(ask([gdapEnds, dapEnds], both), 'subscription.provision', { on: E3 })).toEqual(['allow', 'deny']);
  });

  it('takes Partner Center’s word back with the DAP on record that it speaks of', () => {
    const dap = gdap({ id: 'dap-1', kind: 'dap', status: 'approved', roles: null, assignments: null, endsAt: null });
    const onRecord = customer({ delegatedAccess: { value: true, ...OBSERVED }, delegations: [dap] });
    const result = ask([{ change: 'end-delegation', delegation: 'dap-1' }], onRecord);
    expect(turn(result, 'subscription.provision', { on: E3 })).toEqual(['allow', 'deny']);
  });

  it('makes room for our DAP where it was another partner’s (R13)', () => {
    const theirs = gdap({ id: 'theirs', kind: 'dap', status: 'approved', partner: STRANGER, endsAt: null });
    const result = ask([{ change: 'end-delegation', delegation: 'theirs' }], customer({ delegations: [theirs] }));
    // Whether a third partner holds one is still not known.
    expect(turn(result, 'delegation.request', { kind: 'dap' })).toEqual(['deny', 'unknown']);
  });
});

describe('supposing that the clock moves', () => {
  it('takes away access after the end of the GDAP that gave it, and not at any time before', () => {
    fc.assert(
      fc.property(fc.date({ min: NOW, max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true }), (date) => {
        const at = date.toISOString();
        const result = ask([{ change: 'time', at }]);
        const expected = date < new Date(END) ? null : ['allow', 'deny'];
        expect(turn(result, 'subscription.provision', { on: E3 })).toEqual(expected);
        expect(turn(result, 'subscription.support', { on: E3 })).toEqual(expected);
        expect(result.at).toBe(at);
      }),
    );
  });

  it('dates what else is supposed by that clock, wherever it stands in the list', () => {
    const at = '2030-01-01T00:00:00.000Z';
    const granted = { change: 'grant-gdap', roles: [LICENSE_ADMINISTRATOR] };
    for (const order of [
      [granted, { change: 'time', at }],
      [{ change: 'time', at }, granted],
    ]) {
      const { dossier, now } = suppose(customer(), PROFILE, NOW, changes(...order));
      expect(now.toISOString()).toBe(at);
      expect(dossier.delegations.at(-1)).toMatchObject({ activatedAt: at, endsAt: '2032-01-01T00:00:00.000Z' });
      expect(turn(ask(order), 'subscription.provision', { on: E3 })).toBeNull();
    }
  });
});

describe('supposing that the customer grants', () => {
  const stranger = () =>
    customer({ delegations: [], delegatedAccess: { value: false, ...OBSERVED }, gdapListedAt: null });

  it('DAP to us gives access to every service', () => {
    const result = ask([{ change: 'grant-dap', partner: US, service: '*' }], stranger());
    expect(turn(result, 'subscription.provision', { on: E3 })).toEqual(['deny', 'allow']);
  });

  it('DAP to us for one service gives access to that service alone', () => {
    const grant = (service: string) => ask([{ change: 'grant-dap', partner: US, service }], stranger());
    expect(turn(grant('office-365'), 'subscription.provision', { on: E3 })).toEqual(['deny', 'allow']);
    expect(turn(grant('power-bi'), 'subscription.provision', { on: E3 })).toBeNull();
  });

  it('DAP to another partner forbids us to ask for it (R13), and says nothing about our own', () => {
    const unasked = customer({ delegations: [], delegatedAccess: null, gdapListedAt: null });
    const result = ask([{ change: 'grant-dap', partner: STRANGER, service: '*' }], unasked);
    const request = result.changed.find(({ properties }) => properties.kind === 'dap');
    expect(request?.after.context).toMatchObject({ outcome: 'deny', rule: 'R13' });
    expect(turn(result, 'subscription.provision', { on: E3 })).toBeNull();
  });

  it('DAP for one service leaves what is unknown of the others unknown', () => {
    const unasked = customer({ delegations: [], delegatedAccess: null, gdapListedAt: null });
    const result = ask([{ change: 'grant-dap', partner: US, service: 'power-bi' }], unasked);
    expect(turn(result, 'subscription.provision', { on: E3 })).toBeNull();
  });

  it('GDAP gives what its roles cover, also to staff of whose groups nothing is known', () => {
    const groupless = PartnerProfile.parse({ ...PROFILE, staff: { id: 'li@partner.example', roles: ['admin-agent'] } });
    for (const profile of [PROFILE, groupless]) {
      const given = (role: string) => ask([{ change: 'grant-gdap', roles: [role] }], stranger(), profile);
      expect(turn(given(LICENSE_ADMINISTRATOR), 'subscription.provision', { on: E3 })?.[1]).toBe('allow');
      expect(turn(given(HELPDESK_ADMINISTRATOR), 'subscription.provision', { on: E3 })).toBeNull();
      expect(turn(given(HELPDESK_ADMINISTRATOR), 'subscription.support', { on: E3 })?.[1]).toBe('allow');
    }
  });
});

describe('supposing that the customer grants GDAP to staff', () => {
  const groupless = PartnerProfile.parse({ ...PROFILE, staff: { id: 'li@partner.example', roles: ['admin-agent'] } });
  const inNoGroup: PartnerProfile = { ...PROFILE, staff: { ...PROFILE.staff, groups: [] } };
  const granted = (...roles: string[]) => ({ change: 'grant-gdap', roles });

  it('of unknown groups leaves unknown what they may do by another relationship', () => {
    const result = ask([granted(HELPDESK_ADMINISTRATOR)], customer(), groupless);
    expect(turn(result, 'subscription.support', { on: E3 })).toEqual(['unknown', 'allow']);
    expect(turn(result, 'subscription.provision', { on: E3 })).toBeNull();
  });

  it('of unknown groups leaves denied what no relationship covers', () => {
    const assignments = [
      { id: 'a1', group: GROUP, roles: [HELPDESK_ADMINISTRATOR], status: 'active', provenance: OBSERVED },
    ];
    const supported = customer({ delegations: [gdap({ assignments })] });
    const result = ask([granted(HELPDESK_ADMINISTRATOR)], supported, groupless);
    expect(turn(result, 'subscription.support', { on: E3 })).toEqual(['unknown', 'allow']);
    expect(turn(result, 'subscription.provision', { on: E3 })).toBeNull();
  });

  it('known to be in no group leaves denied what another relationship gives to a group', () => {
    const result = ask([granted(HELPDESK_ADMINISTRATOR)], customer(), inNoGroup);
    expect(turn(result, 'subscription.support', { on: E3 })).toEqual(['deny', 'allow']);
    expect(turn(result, 'subscription.provision', { on: E3 })).toBeNull();
  });

  it('without any role assigns nobody, so that DAP still applies, known or not', () => {
    for (const delegatedAccess of [null, { value: true, ...OBSERVED }, { value: false, ...OBSERVED }]) {
      const dossier = customer({ delegations: [], delegatedAccess });
      for (const profile of [PROFILE, groupless, inNoGroup]) {
        const result = ask([granted()], dossier, profile);
        expect(turn(result, 'subscription.provision', { on: E3 })).toBeNull();
        expect(turn(result, 'subscription.support', { on: E3 })).toBeNull();
      }
    }
  });

  it('twice makes two relationships, each of which can end by itself', () => {
    const dap = { change: 'grant-dap', partner: US, service: '*' };
    const given = [granted(LICENSE_ADMINISTRATOR), granted(HELPDESK_ADMINISTRATOR), dap, dap];
    const { dossier } = suppose(customer(), PROFILE, NOW, changes(...given));
    const ids = dossier.delegations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
    const [, first] = ids;
    const after = suppose(customer(), PROFILE, NOW, changes(...given, { change: 'end-delegation', delegation: first }));
    expect(after.dossier.delegations.map(({ status }) => status)).toEqual([
      'active',
      'expired',
      'active',
      'approved',
      'approved',
    ]);
  });

  it('of unknown groups gives an answer just where it is the same whichever groups they are in', () => {
    const groups = [GROUP, '77777777-7777-4777-8777-777777777777'] as const;
    const OWN = '88888888-8888-4888-8888-888888888888';
    const roles = fc.subarray([LICENSE_ADMINISTRATOR, HELPDESK_ADMINISTRATOR]);
    const granting = fc.subarray([LICENSE_ADMINISTRATOR, HELPDESK_ADMINISTRATOR], { minLength: 1 });
    const assignment = fc.record({
      id: fc.constant('a'),
      group: fc.constantFrom(...groups),
      roles,
      status: fc.constantFrom('active', 'active', 'deleted'),
      provenance: fc.constant(OBSERVED),
    });
    const relationship = fc
      .tuple(fc.array(assignment, { maxLength: 2 }), fc.constantFrom('active', 'expiring', 'expired'))
      .map(([assignments, status]) => gdap({ assignments, status }));
    const others = fc.array(relationship, { maxLength: 3 });
    const purpose = fc.constantFrom<ActionName[]>('subscription.provision', 'subscription.support');
    const outcomeFor = (dossier: Dossier, profile: PartnerProfile, action: ActionName, given: unknown[]) => {
      const [subscription] = dossier.subscriptions;
      if (!subscription) throw new Error('the customer has subscriptions');
      const now = new Capabilities(profile, NOW).onSubscription(dossier, subscription);
      const changed = turn(ask(given, dossier, profile), action, { on: subscription.id });
      return changed?.[1] ?? now.find((one) => one.action === action)?.context.outcome;
    };
    fc.assert(
      fc.property(others, fc.boolean(), granting, purpose, (delegations, dap, given, action) => {
        const dossier = customer({ delegations, delegatedAccess: { value: dap, ...OBSERVED } });
        const worlds = [[], [groups[0]], [groups[1]], [...groups]].map((also) =>
          PartnerProfile.parse({ ...PROFILE, staff: { ...PROFILE.staff, groups: [OWN, ...also] } }),
        );
        const grant = [granted(...given)];
        const outcomes = new Set(worlds.map((profile) => outcomeFor(dossier, profile, action, grant)));
        const [only] = outcomes;
        expect(outcomeFor(dossier, groupless, action, grant)).toBe(outcomes.size === 1 ? only : 'unknown');
      }),
      { numRuns: 300 },
    );
  });
});

describe('supposing something of our side', () => {
  it('gives the answers of another role', () => {
    const result = ask([{ change: 'staff-roles', roles: ['sales-agent'] }]);
    expect(turn(result, 'subscription.provision', { on: E3 })).toEqual(['allow', 'deny']);
    expect(turn(result, 'subscription.add-seats', { on: AZURE })).toBeNull();
    const gained = ask([{ change: 'staff-roles', roles: ['sales-agent'] }], customer(), ROLELESS);
    expect(turn(gained, 'subscription.add-seats', { on: AZURE })).toEqual(['deny', 'allow']);
  });

  it('gives the answers of another program', () => {
    const result = ask([{ change: 'programs', programs: ['indirect-reseller'] }]);
    expect(turn(result, 'invitation.create')).toEqual(['allow', 'deny']);
  });

  it('settles whether GDAP may be requested on 21Vianet, once it is offered there (R21)', () => {
    expect(turn(ask([{ change: 'gdap-offered' }]), 'delegation.request', { kind: 'gdap' })).toEqual([
      'unknown',
      'allow',
    ]);
  });
});

describe('supposing something of a subscription', () => {
  it('gives the answers of another status', () => {
    const sold = customer({ subscriptions: [aSubscription('own', 'Office 365 E3', 'csp-own')] });
    const result = ask([{ change: 'status', subscription: 'own', status: 'suspended' }], sold);
    expect(turn(result, 'relationship.remove')).toEqual(['deny', 'unknown']);
    expect(turn(result, 'subscription.upgrade', { on: 'own' })?.[1]).toBe('deny');
  });

  it('gives the answers of another channel', () => {
    const result = ask([{ change: 'channel', subscription: E3, channel: 'csp-own' }]);
    expect(turn(result, 'subscription.add-seats', { on: E3 })).toEqual(['deny', 'allow']);
    expect(turn(result, 'subscription.provision', { on: E3 })).toBeNull();
  });
});

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
