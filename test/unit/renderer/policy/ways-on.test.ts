import { describe, expect, test } from 'vitest';
import { DIRECTORY_ROLE, RULES } from '#electron/policy/index.ts';
import { leastRolesFor, rolesFor } from '#renderer/features/policy/directory-roles.ts';
import { languageFor, type Named, requestFor, requestText } from '#renderer/features/policy/request-text.ts';
import type { Case } from '#renderer/features/policy/seen.ts';
import { permittingRoles, supposed } from '#renderer/features/policy/supposable.ts';
import { tellersOf } from '#renderer/features/policy/tells.ts';
import type { StaffPermission } from '#shared/contract/policy.ts';
import { MESSAGES } from '#shared/locales/index.ts';
import { LANGUAGES } from '#shared/model/invitation.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import type { ActionName, Remedy } from '#shared/model/policy.ts';
import { messagesOf } from '#test/unit/locales/message-tree.ts';
import { aDossier, aSubscription, PROFILE } from '#test/unit/support/dossiers.ts';
import { activeGdap, answer, GROUP, licensed, PROVIDER, US } from '#test/unit/support/questions.ts';

const CUSTOMER = '52eaad04-13a2-4a2f-9ce8-93a294fadf36';
const OTHER = 'a0b1c2d3-0000-4000-8000-000000000001';
const OBSERVED = { basis: 'observed', source: 'partner-center', asOf: '2026-11-19T00:00:00Z' };
const SERVICE = { value: 'office-365', ...OBSERVED };
const GLOBAL = PartnerProfile.parse({ ...PROFILE, cloud: 'global' });
const RESELLER = PartnerProfile.parse({ ...PROFILE, programs: ['indirect-reseller'], providers: [PROVIDER] });
const MATRIX: StaffPermission[] = [
  { action: 'subscription.support', kind: null, roles: ['admin-agent', 'helpdesk-agent', 'global-admin'] },
  { action: 'delegation.request', kind: 'dap', roles: ['admin-agent', 'sales-agent', 'global-admin'] },
  { action: 'delegation.request', kind: 'gdap', roles: ['admin-agent', 'global-admin'] },
];

function aCase(
  more: Record<string, unknown>,
  action: ActionName = 'subscription.provision',
  profile = PROFILE,
  properties: Record<string, string> = {},
): Case {
  const dossier = aDossier(CUSTOMER, 'Contoso', more);
  return { dossier, profile, subscription: dossier.subscriptions[0] ?? null, asked: { action, properties } };
}
const remedy = (action: string, by: Remedy['by'] = 'our-staff', more: Partial<Remedy> = {}): Remedy => ({
  action,
  by,
  rule: 'R11',
  ...more,
});
const aDap = (id: string, partner: string, status = 'approved') => ({
  id,
  kind: 'dap',
  name: null,
  partner,
  status,
  service: '*',
  roles: null,
  assignments: null,
  duration: null,
  autoExtend: null,
  createdAt: null,
  activatedAt: null,
  endsAt: null,
  provenance: OBSERVED,
});

/** Every remedy that the rules can name. */
const REMEDIES = RULES.flatMap(({ clauses }) =>
  clauses.flatMap((clause) => {
    if (clause.says === 'deny') return clause.remedies ?? [];
    return clause.says === 'require' ? clause.needs.flatMap(({ remedies }) => remedies ?? []) : [];
  }),
);

test.each(LANGUAGES)('every remedy that a rule names has its words in %s', (language) => {
  const paths = messagesOf(MESSAGES[language]);
  const keys = REMEDIES.map(({ action, kind }) => `terms.remedies.${kind ? `${action}-${kind}` : action}`);
  expect(keys).not.toHaveLength(0);
  expect(keys.filter((key) => !paths.has(key))).toEqual([]);
});

describe('the directory roles that are named as needed', () => {
  const ALL = Object.values(DIRECTORY_ROLE);
  test.each(['subscription.provision', 'subscription.support', 'subscription.upgrade'] as const)(
    'are for %s those with which the policy sees an effective delegation',
    (action) => {
      const sufficing = ALL.filter((role) => {
        const assignments = [{ group: GROUP, roles: [role], status: 'active' }];
        const on = licensed([activeGdap({ roles: [role], assignments })], {
          status: 'active',
          overlapsActiveService: false,
        });
        return answer({ action, on }).outcome === 'allow';
      });
      expect([...rolesFor(action)].sort()).toEqual([...sufficing].sort());
    },
  );

  test('are none where an action needs no delegation', () => {
    expect(rolesFor('subscription.add-seats')).toEqual([]);
  });

  test('give as little as will do where a delegation is supposed', () => {
    expect(leastRolesFor('subscription.provision')).toEqual([DIRECTORY_ROLE.licenseAdministrator]);
    expect(leastRolesFor('subscription.support')).toEqual([DIRECTORY_ROLE.helpdeskAdministrator]);
  });
});

test('the staff roles that permit an act are told from the one that permits least, by kind where that matters', () => {
  const roles = (action: ActionName, kind?: string) =>
    permittingRoles({ action, properties: kind === undefined ? {} : { kind } }, MATRIX);
  expect(roles('subscription.support')).toEqual(['helpdesk-agent', 'admin-agent', 'global-admin']);
  expect(roles('delegation.request', 'gdap')).toEqual(['admin-agent', 'global-admin']);
  expect(roles('delegation.request', 'dap')).toEqual(['sales-agent', 'admin-agent', 'global-admin']);
  expect(roles('invitation.edit-link')).toEqual([]);
});

describe('what a remedy would bring is seen by supposing', () => {
  const one = (id: string, more: Record<string, unknown> = {}) =>
    aSubscription(id, 'Office 365', 'direct', { service: SERVICE, ...more });

  test('DAP for the service on 21Vianet, GDAP with the least role on the global cloud', () => {
    const subscriptions = [one('asked')];
    expect(supposed(remedy('delegation.request'), aCase({ subscriptions }), [])).toEqual([
      { change: 'grant-dap', partner: US, service: 'office-365' },
    ]);
    expect(
      supposed(remedy('delegation.request'), aCase({ subscriptions }, 'subscription.support', GLOBAL), []),
    ).toEqual([{ change: 'grant-gdap', roles: [DIRECTORY_ROLE.helpdeskAdministrator] }]);
    expect(supposed(remedy('delegation.request', 'our-staff', { kind: 'gdap' }), aCase({ subscriptions }), [])).toEqual(
      [expect.objectContaining({ change: 'grant-gdap' })],
    );
  });

  test('the end of the DAP of others, not of ours nor of one that is over', () => {
    const delegations = [aDap('ours', US), aDap('theirs', OTHER), aDap('over', OTHER, 'terminated')];
    expect(supposed(remedy('delegation.remove', 'customer'), aCase({ delegations }), [])).toEqual([
      { change: 'end-delegation', delegation: 'theirs' },
    ]);
  });

  test('the least role that permits it, beside those held', () => {
    const about = aCase({}, 'subscription.support', {
      ...PROFILE,
      staff: { ...PROFILE.staff, roles: ['sales-agent'] },
    });
    expect(supposed(remedy('staff.ask-role'), about, MATRIX)).toEqual([
      { change: 'staff-roles', roles: ['sales-agent', 'helpdesk-agent'] },
    ]);
  });

  test('the subscription active, transferred to us, or without the others that it overlaps with', () => {
    const about = aCase({ subscriptions: [one('asked'), one('other'), one('gone', { status: 'deleted' })] });
    expect(supposed(remedy('service.reactivate'), about, [])).toEqual([
      { change: 'status', subscription: 'asked', status: 'active' },
    ]);
    expect(supposed(remedy('subscription.transfer', 'customer'), about, [])).toEqual([
      { change: 'channel', subscription: 'asked', channel: 'csp-own' },
    ]);
    expect(supposed(remedy('overlap.resolve', 'customer'), about, [])).toEqual([
      { change: 'status', subscription: 'other', status: 'deleted' },
    ]);
  });

  test('nothing, where the remedy is no matter of a fact', () => {
    expect(supposed(remedy('portal.use'), aCase({}), [])).toEqual([]);
  });
});

describe('a request to somebody else', () => {
  const NAMED: Named = { roles: ['helpdesk-agent', 'admin-agent'], holders: ['Adventure Works'], overlapping: ['E5'] };
  const about = aCase({ subscriptions: [aSubscription('5f9a', 'Office 365 E3', 'direct')] });

  test('is offered for all that is not ours to do', () => {
    const theirs = REMEDIES.filter(({ by }) => by !== 'our-staff').map(({ action }) => action);
    // Only the customer itself is told to accept, or to ask a partner of its own.
    const asked = theirs.filter((action) => action !== 'invitation.accept' && action !== 'relationship.ask-partner');
    expect(asked).not.toHaveLength(0);
    for (const action of asked) {
      const { by } = REMEDIES.find((one) => one.action === action) ?? { by: 'customer' as const };
      expect(requestFor(remedy(action, by), about), action).not.toBeNull();
    }
  });

  test('is none where we can do it ourselves', () => {
    expect(requestFor(remedy('delegation.request'), about)).toBeNull();
    expect(requestFor(remedy('provider.name'), about)).toBeNull();
    const own = aCase({ subscriptions: [aSubscription('5f9a', 'Office 365 E3', 'csp-own')] });
    expect(requestFor(remedy('service.reactivate'), own)).toBeNull();
    const theirs = aCase({ subscriptions: [aSubscription('5f9a', 'Office 365 E3', 'csp-other')] });
    expect(requestFor(remedy('service.reactivate'), theirs)?.to).toBe('transactingPartner');
  });

  test.each(['direct', 'volume-licensing'] as const)(
    'goes to the customer where the vendor itself sold (%s), for there is no transacting partner',
    (channel) => {
      const sold = aCase(
        { subscriptions: [aSubscription('5f9a', 'Office 365 E3', channel)] },
        'subscription.add-seats',
      );
      const ask = remedy('transacting-partner.ask', 'transacting-partner');
      expect(requestFor(ask, sold)).toEqual({ to: 'customer', ask: 'vendor-ask' });
      expect(requestFor(remedy('service.reactivate'), sold)?.to).toBe('customer');
      const text = requestText('en', { to: 'customer', ask: 'vendor-ask' }, sold, NAMED);
      expect(text).toContain(MESSAGES.en.terms.actions.subscription['add-seats']);
    },
  );

  test('to the customer is in the language that the customer likely reads, to others in that of the window', () => {
    const chinese = { ...about, dossier: aDossier(CUSTOMER, '海天智远网络有限公司') };
    expect(languageFor({ to: 'customer', ask: 'vendor-ask' }, chinese, 'en')).toBe('zh-CN');
    expect(languageFor({ to: 'customer', ask: 'vendor-ask' }, about, 'zh-TW')).toBe('en');
    expect(languageFor({ to: 'provider', ask: 'invitation-request' }, chinese, 'en')).toBe('en');
  });

  test('goes to the provider where an indirect reseller on 21Vianet needs DAP', () => {
    expect(requestFor(remedy('delegation.request'), { ...about, profile: RESELLER })).toEqual({
      to: 'provider',
      ask: 'invitation-request',
    });
  });

  test.each(LANGUAGES)('names customer, tenant, subscription and asker in %s', (language) => {
    const request = { to: 'transactingPartner', ask: 'transacting-partner-ask' } as const;
    const asked = { ...about, asked: { action: 'subscription.add-seats' as const, properties: {} } };
    const text = requestText(language, request, asked, NAMED);
    for (const part of ['Contoso', CUSTOMER, 'Office 365 E3', '5f9a', PROFILE.partner.name, US, PROFILE.staff.id]) {
      expect(text).toContain(part);
    }
    expect(text).toContain(MESSAGES[language].terms.actions.subscription['add-seats']);
    expect(text).not.toMatch(/[{}]/u);
  });

  test('names the roles of which one is asked for', () => {
    const request = { to: 'administrator', ask: 'staff-ask-role' } as const;
    expect(requestText('en', request, about, NAMED)).toContain('Helpdesk agent or Admin agent');
  });

  test('names the partner that holds DAP, and the subscription that overlaps, where they matter', () => {
    const remove = requestText('en', { to: 'customer', ask: 'delegation-remove' }, about, NAMED);
    expect(remove).toContain('Adventure Works');
    expect(remove).not.toContain('E5');
    expect(requestText('en', { to: 'customer', ask: 'overlap-resolve' }, about, NAMED)).toContain('E5');
  });

  test('tells nobody the id of a remainder, which is of our own making', () => {
    const remainder = aCase({ subscriptions: [aSubscription('5f9a', 'EMS', 'unknown', { kind: 'remainder' })] });
    const text = requestText('en', { to: 'customer', ask: 'subscription-transfer' }, remainder, NAMED);
    expect(text).toContain('EMS');
    expect(text).not.toContain('5f9a');
  });
});

describe('what would tell a missing fact', () => {
  const tellers = (paths: string[], about: Case) => tellersOf(paths, about);
  const delegations = [
    'resource.properties.customer.delegations[0].status',
    'resource.properties.customer.delegations',
  ];

  test('is, of delegations, whichever list has not been seen', () => {
    expect(tellers(delegations, aCase({}))).toEqual(['dap']);
    expect(tellers(delegations, aCase({}, 'subscription.provision', GLOBAL))).toEqual(['dap', 'gdap']);
    const known = { delegatedAccess: { value: false, ...OBSERVED } };
    expect(tellers(delegations, aCase(known, 'subscription.provision', GLOBAL))).toEqual(['gdap']);
  });

  test('is the customer, of what other partners hold', () => {
    const known = { delegatedAccess: { value: false, ...OBSERVED } };
    expect(tellers(['resource.properties.delegations[1].status'], aCase(known, 'delegation.request'))).toEqual([
      'othersDap',
    ]);
  });

  test('is the profile, of ourselves', () => {
    expect(tellers(['subject.properties.groups', 'subject.properties.roles'], aCase({}))).toEqual(['profile']);
  });

  test('is one file for all that it holds', () => {
    const sale = ['transactingPartner', 'originalReseller', 'channel'].map((fact) => `resource.properties.${fact}`);
    expect(tellers([...sale, 'resource.properties.serviceModel'], aCase({}))).toEqual(['seller', 'subscriptions']);
  });
});
