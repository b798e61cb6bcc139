import { describe, expect, test } from 'vitest';
import type { Case, Seen } from '#renderer/features/policy/seen.ts';
import { seenAt, seenElsewhere } from '#renderer/features/policy/seen-at.ts';
import { untold } from '#renderer/features/policy/untold.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import type { ActionName, Decision, Outcome } from '#shared/model/policy.ts';
import type { Link, LinkState } from '#shared/model/trace.ts';
import { aDossier, aSubscription, PROFILE } from '#test/unit/support/dossiers.ts';
import { GROUP, PROVIDER, US } from '#test/unit/support/questions.ts';

const CUSTOMER = '52eaad04-13a2-4a2f-9ce8-93a294fadf36';
const OTHER = 'a0b1c2d3-0000-4000-8000-000000000001';
const OBSERVED = { basis: 'observed', source: 'graph', asOf: '2026-11-19T00:00:00Z' };
const LICENSE_ADMINISTRATOR = '4d6ac14f-3453-41d0-bef9-a3e0c569773a';
const GLOBAL = { ...PROFILE, cloud: 'global' as const };

function aDelegation(more: Record<string, unknown>): unknown {
  return {
    id: 'one',
    kind: 'gdap',
    name: 'Kunlun',
    partner: US,
    status: 'active',
    service: '*',
    roles: null,
    assignments: null,
    duration: null,
    autoExtend: null,
    createdAt: null,
    activatedAt: null,
    endsAt: '2027-01-01T00:00:00Z',
    provenance: OBSERVED,
    ...more,
  };
}

const anAssignment = (group: string, status = 'active') => ({
  id: group,
  group,
  roles: [LICENSE_ADMINISTRATOR],
  status,
  provenance: OBSERVED,
});

/** A case of the first subscription, where the dossier has one. */
function aCase(more: Record<string, unknown>, profile = PROFILE, action: ActionName = 'subscription.provision'): Case {
  const dossier = aDossier(CUSTOMER, 'Contoso', more);
  return { dossier, profile, subscription: dossier.subscriptions[0] ?? null, asked: { action, properties: {} } };
}

const at = (link: Link, rule: string, about: Case, state: LinkState = 'broken'): readonly Seen[] =>
  seenAt({ link, rules: [rule], state }, about);
const topics = (list: readonly Seen[]) => list.map(({ about }) => about);

describe('at the delegation', () => {
  test('DAP that is off is seen with its provenance', () => {
    expect(at('delegation', 'R11', aCase({ delegatedAccess: { value: false, ...OBSERVED } }))).toEqual([
      { about: 'dap', on: false, origin: OBSERVED },
    ]);
  });

  test('DAP that no source told of is not known, which is not off', () => {
    expect(at('delegation', 'R11', aCase({}))).toEqual([{ about: 'dap', on: null, origin: null }]);
  });

  test('a whole list without a relationship of ours says as of when', () => {
    const [none] = at('delegation', 'R11', aCase({ gdapListedAt: '2026-11-19T00:00:00Z' }));
    expect(none).toEqual({ about: 'gdap-none', listedAt: '2026-11-19T00:00:00Z', origin: null });
  });

  test('a list that was never made is an open question on the global cloud, not on 21Vianet', () => {
    expect(topics(at('delegation', 'R11', aCase({}, GLOBAL)))).toEqual(['gdap-none', 'dap']);
    expect(topics(at('delegation', 'R11', aCase({ delegations: [aDelegation({})] }, GLOBAL)))).toEqual([
      'gdap',
      'gdap-never-listed',
      'dap',
    ]);
    expect(topics(at('delegation', 'R11', aCase({})))).toEqual(['dap']);
  });

  test('of ended relationships only the last is told, and none while another is in force', () => {
    const ended = [
      aDelegation({ id: 'old', name: 'Old', status: 'expired', endsAt: '2024-01-01T00:00:00Z' }),
      aDelegation({ id: 'last', name: 'Last', status: 'expired', endsAt: '2026-11-08T00:00:00Z' }),
    ];
    const names = (delegations: unknown[]) =>
      at('delegation', 'R11', aCase({ delegations })).flatMap((one) => (one.about === 'gdap' ? [one.name] : []));
    expect(names(ended)).toEqual(['Last']);
    expect(names([...ended, aDelegation({})])).toEqual(['Kunlun']);
  });

  test('the DAP of other partners is told where one of them stands in the way, ours is not', () => {
    const delegations = [
      aDelegation({ id: 'theirs', kind: 'dap', partner: OTHER, service: 'office-365', status: 'approved' }),
      aDelegation({ id: 'ours', kind: 'dap', status: 'approved' }),
    ];
    expect(at('delegation', 'R13', aCase({ delegations }))).toEqual([
      expect.objectContaining({ about: 'dap-of-service', partner: OTHER, service: 'office-365' }),
    ]);
    expect(at('delegation', 'R11', aCase({ delegations }))).toEqual([
      expect.objectContaining({ about: 'dap-of-service', partner: US }),
    ]);
  });

  test('a question about GDAP on 21Vianet reads no fact of the customer, but that no page describes it', () => {
    const about = aCase({ delegatedAccess: { value: true, ...OBSERVED }, delegations: [aDelegation({})] });
    expect(topics(at('delegation', 'R21', about))).toEqual(['gdap-undescribed']);
  });

  test('a request for DAP on the global cloud reads no fact of the customer, but that DAP is closed', () => {
    const about = aCase({ delegatedAccess: { value: true, ...OBSERVED } }, GLOBAL);
    expect(topics(at('delegation', 'R30', about))).toEqual(['dap-closed']);
  });

  test('another partner can hold no DAP while we do; otherwise no list would show it', () => {
    const ours = (value: boolean) => at('delegation', 'R13', aCase({ delegatedAccess: { value, ...OBSERVED } }));
    expect(ours(true)).toEqual([{ about: 'others-dap', excluded: true, origin: OBSERVED }]);
    expect(ours(false)).toEqual([{ about: 'others-dap', excluded: false, origin: null }]);
  });
});

describe('at the security group', () => {
  test('the groups of the member of staff are told, and which of them a relationship in force is assigned to', () => {
    const delegations = [aDelegation({ assignments: [anAssignment(GROUP, 'deleted'), anAssignment(OTHER)] })];
    expect(at('group', 'R11', aCase({ delegations }))).toEqual([
      { about: 'groups', groups: [GROUP], origin: 'profile' },
      { about: 'groups-assigned', name: 'Kunlun', groups: [{ group: GROUP, active: false }], origin: OBSERVED },
    ]);
  });

  test('assignments that no source told of are not known', () => {
    expect(at('group', 'R11', aCase({ delegations: [aDelegation({})] }))[1]).toEqual(
      expect.objectContaining({ about: 'groups-assigned', groups: null, origin: null }),
    );
  });

  test('groups that the profile leaves out are not known', () => {
    const profile = { ...PROFILE, staff: { id: 'li@partner.example', roles: PROFILE.staff.roles } };
    expect(at('group', 'R11', aCase({}, profile))).toEqual([{ about: 'groups', groups: null, origin: null }]);
  });
});

describe('at the directory role', () => {
  const roles = (more: Record<string, unknown>) => at('directory-role', 'R11', aCase(more));

  test('a relationship in force tells what it gives to the groups of the member of staff', () => {
    expect(roles({ delegations: [aDelegation({ assignments: [anAssignment(GROUP), anAssignment(OTHER)] })] })).toEqual([
      { about: 'roles-given', name: 'Kunlun', roles: [LICENSE_ADMINISTRATOR], origin: OBSERVED },
    ]);
    expect(roles({ delegations: [aDelegation({ assignments: [anAssignment(GROUP, 'deleted')] })] })).toEqual([]);
    const ended = aDelegation({ status: 'expired', assignments: [anAssignment(GROUP)] });
    expect(roles({ delegations: [ended] })).toEqual([]);
  });

  test('DAP gives them all, unless a relationship gives some', () => {
    const delegatedAccess = { value: true, ...OBSERVED };
    expect(roles({ delegatedAccess })).toEqual([{ about: 'roles-by-dap', origin: OBSERVED }]);
    const delegations = [aDelegation({ assignments: [anAssignment(GROUP)] })];
    expect(topics(roles({ delegatedAccess, delegations }))).toEqual(['roles-given']);
  });
});

describe('at the commercial relationship', () => {
  test('a partner that no source named is not known', () => {
    const subscriptions = [aSubscription('one', 'Office 365 E3', 'csp-other')];
    expect(at('relationship', 'R12', aCase({ subscriptions }))).toEqual([
      { about: 'transacting-partner', partner: null, origin: null },
      { about: 'original-reseller', reseller: null, origin: null },
      expect.objectContaining({ about: 'channel', channel: 'csp-other' }),
    ]);
  });

  test('active subscriptions with us are counted, as of the oldest; that none is seen is no proof', () => {
    const sold = (id: string, asOf: string) =>
      aSubscription(id, 'Office 365 E3', 'csp-own', { provenance: { ...OBSERVED, asOf } });
    const subscriptions = [sold('new', '2026-11-20T00:00:00Z'), sold('old', '2026-10-01T00:00:00Z')];
    const sales = (more: Record<string, unknown>) =>
      at('relationship', 'R18', { ...aCase(more), subscription: null }).find(({ about }) => about === 'active-with-us');
    expect(sales({ subscriptions })).toEqual({
      about: 'active-with-us',
      count: 2,
      origin: expect.objectContaining({ asOf: '2026-10-01T00:00:00Z' }),
    });
    expect(sales({})).toEqual({ about: 'active-with-us', count: null, origin: null });
  });
});

describe('at the service', () => {
  const service = { value: 'office-365', ...OBSERVED };

  test('another active subscription of the same service is named; one that is not active or of another is none', () => {
    const subscriptions = [
      aSubscription('asked', 'Office 365 E1', 'direct', { service }),
      aSubscription('active', 'Office 365 E3', 'csp-own', { service, provenance: OBSERVED }),
      aSubscription('gone', 'Office 365 E5', 'csp-own', { service, status: 'deleted' }),
      aSubscription('visio', 'Visio', 'csp-own', { service: { ...service, value: 'visio' } }),
    ];
    const overlaps = at('service', 'R15', aCase({ subscriptions })).filter(({ about }) => about === 'overlap');
    expect(overlaps).toEqual([expect.objectContaining({ other: 'Office 365 E3', origin: OBSERVED })]);
  });

  test('none on record is no proof that there is none', () => {
    const about = aCase({ subscriptions: [aSubscription('asked', 'Office 365 E1', 'direct', { service })] });
    expect(at('service', 'R15', about)).toContainEqual({ about: 'overlap', other: null, origin: null });
  });

  test('status counts for an upgrade alone', () => {
    const about = aCase({ subscriptions: [aSubscription('asked', 'Office 365 E1', 'direct')] });
    expect(topics(at('service', 'R15', about))).toEqual(['status', 'service', 'overlap']);
    expect(topics(at('service', 'R11', about))).toEqual(['service', 'service-model']);
  });
});

describe('at the invitation', () => {
  const reseller = PartnerProfile.parse({ ...PROFILE, programs: ['indirect-reseller'], providers: [PROVIDER] });
  test.each([
    ['invitation.create', US],
    ['invitation.send', US],
    ['invitation.forward', PROVIDER],
    ['invitation.reuse', null],
  ] as const)('%s is about one created by %s', (action, createdBy) => {
    expect(at('invitation', 'R05', aCase({}, reseller, action))[0]).toEqual({
      about: 'invitation',
      kind: 'reseller',
      createdBy,
      origin: 'question',
    });
  });
});

describe('at the commercial relationship', () => {
  const reseller = PartnerProfile.parse({ ...GLOBAL, programs: ['indirect-reseller'], providers: [PROVIDER] });

  test('whether a provider of ours is named or can be asked is seen from our providers, not from the customer', () => {
    const about = aCase({ relationship: { value: 'reseller', ...OBSERVED } }, reseller, 'invitation.create');
    expect(topics(at('relationship', 'R04', about))).toEqual(['providers']);
    expect(topics(at('relationship', 'R31', about))).toEqual(['programs', 'providers']);
  });

  test('whether a relationship may be removed is seen from what the customer has with us alone', () => {
    const about = aCase({ relationship: { value: 'reseller', ...OBSERVED } }, PROFILE, 'relationship.remove');
    expect(topics(at('relationship', 'R18', about))).toEqual(['active-with-us']);
  });

  test.each(['direct', 'volume-licensing'] as const)(
    'what was bought in the channel %s has no transacting partner',
    (channel) => {
      const about = aCase({ subscriptions: [aSubscription('one', 'Office 365 E3', channel)] });
      expect(at('relationship', 'R12', about)).toEqual([
        { about: 'bought-from-vendor', channel, origin: expect.objectContaining({ basis: 'observed' }) },
        expect.objectContaining({ about: 'channel', channel }),
      ]);
    },
  );

  test('a partner that a source names is told, whatever the channel', () => {
    const transactingPartner = { value: OTHER, ...OBSERVED };
    const about = aCase({ subscriptions: [aSubscription('one', 'Office 365 E3', 'direct', { transactingPartner })] });
    expect(topics(at('relationship', 'R12', about))).toEqual(['transacting-partner', 'original-reseller', 'channel']);
  });
});

describe('at a link that holds', () => {
  const dap = (value: boolean) => ({ delegatedAccess: { value, ...OBSERVED } });
  const held = (link: Link, more: Record<string, unknown>) =>
    at(link, 'R11', aCase(more), 'holds').map((one) => ['name' in one ? one.name : one.about, one.aside ?? 'counts']);
  const suffices = { assignments: [anAssignment(GROUP)], endsAt: '2099-01-01T00:00:00Z' };

  test('the relationship that gives the role comes first, and neither DAP nor the others count', () => {
    const delegations = [
      aDelegation({ id: 'idle', name: 'Idle', assignments: [anAssignment(OTHER)], endsAt: '2098-01-01T00:00:00Z' }),
      aDelegation({ id: 'second', name: 'Second', ...suffices, endsAt: '2099-06-01T00:00:00Z' }),
      aDelegation({ id: 'first', name: 'First', ...suffices }),
    ];
    expect(held('delegation', { delegations, ...dap(true) })).toEqual([
      ['First', 'counts'],
      ['Idle', 'notCounted'],
      ['Second', 'notNeeded'],
      ['dap', 'notCounted'],
    ]);
    expect(held('group', { delegations }).at(1)).toEqual(['First', 'counts']);
    expect(held('directory-role', { delegations })).toEqual([
      ['First', 'counts'],
      ['Second', 'notNeeded'],
    ]);
  });

  test('DAP comes first where no relationship names a group of ours', () => {
    const delegations = [aDelegation({ assignments: [anAssignment(OTHER)], endsAt: '2099-01-01T00:00:00Z' })];
    expect(held('delegation', { delegations, ...dap(true) })).toEqual([
      ['dap', 'counts'],
      ['Kunlun', 'notCounted'],
    ]);
  });

  test('a relationship in force makes DAP that is off needless, though it leads no further', () => {
    const delegations = [aDelegation({ assignments: [anAssignment(OTHER)], endsAt: '2099-01-01T00:00:00Z' })];
    expect(held('delegation', { delegations, ...dap(false) })).toEqual([
      ['Kunlun', 'counts'],
      ['dap', 'notNeeded'],
    ]);
  });

  test('nothing is set aside where it does not hold, or where a relationship may count after all', () => {
    const delegations = [aDelegation({ endsAt: '2099-01-01T00:00:00Z' })];
    expect(held('delegation', { delegations, ...dap(true) }).every(([, aside]) => aside === 'counts')).toBe(true);
    const covered = [aDelegation({ ...suffices })];
    expect(at('delegation', 'R11', aCase({ delegations: covered, ...dap(false) })).some(({ aside }) => aside)).toBe(
      false,
    );
  });
});

describe('beside the chain', () => {
  const no = (rule: string, ...others: readonly [string, Outcome][]): Decision['context'] => ({
    outcome: 'deny',
    rule,
    reasons: [[rule, 'deny'] as const, ...others].map(([id, effect]) => ({ rule: id, effect, source: null })),
    missing: [],
    remedies: [],
    obligations: [],
  });
  const about = aCase({ subscriptions: [aSubscription('one', 'Azure', 'direct')] });

  test('what no link tells is told', () => {
    expect(topics(seenElsewhere(no('R27'), [], about))).toEqual(['service-model', 'channel']);
  });

  test('what a link tells is not told again', () => {
    const trace = [
      { link: 'relationship', rules: ['R27'] },
      { link: 'service', rules: ['R27'] },
    ] as const;
    expect(
      seenElsewhere(
        no('R27'),
        trace.map(({ link, rules }) => ({ link, rules: [...rules] })),
        about,
      ),
    ).toEqual([]);
  });

  test('rules that spoke otherwise add nothing, those that agree do', () => {
    expect(topics(seenElsewhere(no('R19', ['R12', 'allow']), [], about))).toEqual(['programs']);
    expect(topics(seenElsewhere(no('R19', ['R08', 'deny']), [], about))).toEqual(['programs', 'roles']);
  });
});

test('a missing fact that what was seen says to be unknown is not named again', () => {
  const about = aCase({ subscriptions: [aSubscription('one', 'Office 365 E3', 'unknown')] });
  const missing = ['transactingPartner', 'channel', 'partnerOfRecord'].map((fact) => `resource.properties.${fact}`);
  expect(untold(missing, at('relationship', 'R12', about))).toEqual(['resource.properties.partnerOfRecord']);
});
