import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Capabilities } from '#electron/directory/answers/capabilities.ts';
import { suppose } from '#electron/directory/answers/what-if.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import type { ActionName } from '#shared/model/policy.ts';
import { aSubscription, PROFILE } from '#test/unit/support/dossiers.ts';
import { GROUP, HELPDESK_ADMINISTRATOR, LICENSE_ADMINISTRATOR, STRANGER, US } from '#test/unit/support/questions.ts';
import {
  AZURE,
  ask,
  changes,
  customer,
  E3,
  END,
  gdap,
  NOW,
  OBSERVED,
  ROLELESS,
  turn,
} from '#test/unit/support/what-if.ts';

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
