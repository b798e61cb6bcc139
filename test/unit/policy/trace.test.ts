import { describe, expect, it } from 'vitest';
import { readRequest, trace } from '#electron/policy/index.ts';
import {
  type Ask,
  activeGdap,
  approvedDap,
  GROUP,
  HELPDESK_ADMINISTRATOR,
  indirectReseller,
  licensed,
  requestOf,
  STRANGER,
  staff,
} from '#test/unit/support/questions.ts';

/** The chain as "link state" lines. */
const chain = (ask: Ask) => trace(readRequest(requestOf(ask))).map(({ link, state }) => `${link} ${state}`);

const provision = (delegations: unknown, more: Partial<Ask> = {}) =>
  chain({ action: 'subscription.provision', on: licensed(delegations), ...more });

describe('the chain of an administration', () => {
  it('holds by GDAP through group and directory role', () => {
    expect(provision([activeGdap()])).toEqual([
      'staff-role holds',
      'delegation holds',
      'group holds',
      'directory-role holds',
      'service holds',
    ]);
  });

  it('holds by DAP, which knows neither groups nor roles', () => {
    expect(provision([approvedDap()])).toEqual(['staff-role holds', 'delegation holds', 'service holds']);
  });

  it('breaks at the delegation where there is none, and goes no further', () => {
    expect(provision([])).toEqual([
      'staff-role holds',
      'delegation broken',
      'group unreached',
      'directory-role unreached',
      'service holds',
    ]);
  });

  it('breaks at the group where the person stands in none', () => {
    expect(provision([activeGdap()], { subject: staff({ groups: [] }) })).toContain('group broken');
  });

  it('breaks at the directory role where the group has too little, DAP or not', () => {
    const assignments = [{ group: GROUP, roles: [HELPDESK_ADMINISTRATOR], status: 'active' }];
    const states = provision([activeGdap({ assignments }), approvedDap()]);
    expect(states).toContain('directory-role broken');
    expect(states).toContain('delegation holds');
  });

  it('breaks at the service where the DAP is for another', () => {
    expect(provision([approvedDap({ service: 'dynamics' })])).toContain('service broken');
  });

  it('breaks at the staff role, the rest being what it is', () => {
    const states = provision([approvedDap()], { subject: staff({ roles: ['billing-admin'] }) });
    expect(states).toEqual(['staff-role broken', 'delegation holds', 'service holds']);
  });

  it('is open at the delegation where nobody knows of any', () => {
    expect(provision(undefined)).toContain('delegation unknown');
  });
});

describe('where no rule allows', () => {
  it('the role that permits is not blamed', () => {
    expect(chain({ action: 'invitation.request' })).toEqual(['staff-role holds', 'relationship broken']);
    expect(
      chain({
        action: 'invitation.send',
        with: { to: 'customer' },
        on: { type: 'invitation', properties: { kind: 'reseller', createdBy: STRANGER } },
      }),
    ).toEqual(['staff-role holds', 'invitation broken']);
  });

  it('the program is, where it is what rules ask for', () => {
    expect(
      chain({
        subject: staff({ programs: [] }),
        action: 'delegation.request',
        with: { kind: 'gdap' },
        cloud: 'global',
      }),
    ).toEqual(['staff-role holds', 'program broken']);
  });
});

describe('the chain of an invitation', () => {
  it('breaks at the program for an indirect reseller on 21Vianet', () => {
    expect(chain({ subject: indirectReseller(), action: 'invitation.create', with: { kind: 'reseller' } })).toContain(
      'program broken',
    );
  });

  it('breaks at the door on the global cloud, through the API', () => {
    const states = chain({
      subject: indirectReseller(),
      action: 'invitation.create',
      with: { kind: 'reseller', channel: 'api', provider: '22222222-2222-4222-8222-222222222222' },
      cloud: 'global',
    });
    expect(states).toEqual(['staff-role holds', 'program holds', 'invitation broken', 'relationship holds']);
  });
});
