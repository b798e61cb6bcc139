import { describe, expect, test } from 'vitest';
import { type Seen, seenFor } from '#renderer/features/dossier/seen.ts';
import type { Decision, Outcome } from '#shared/model/policy.ts';
import { aDossier, aSubscription, PROFILE } from '#test/unit/support/dossiers.ts';
import { GROUP, US } from '#test/unit/support/questions.ts';

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

function no(rule: string, ...others: readonly [string, Outcome][]): Decision['context'] {
  const reasons = [[rule, 'deny'] as const, ...others].map(([id, effect]) => ({ rule: id, effect, source: null }));
  return { outcome: 'deny', rule, reasons, missing: [], remedies: [], obligations: [] };
}

function seen(context: Decision['context'], more: Record<string, unknown>, profile = PROFILE): readonly Seen[] {
  const dossier = aDossier(CUSTOMER, 'Contoso', more);
  return seenFor(context, { dossier, profile, subscription: dossier.subscriptions[0] ?? null });
}
const topics = (list: readonly Seen[]) => list.map(({ about }) => about);

describe('where a delegation decides', () => {
  test('DAP that is off is seen with its provenance', () => {
    expect(seen(no('R11'), { delegatedAccess: { value: false, ...OBSERVED } })).toEqual([
      { about: 'dap', on: false, provenance: expect.objectContaining(OBSERVED) },
    ]);
  });

  test('DAP that no source told of is not known, which is not off', () => {
    expect(seen(no('R11'), {})).toEqual([{ about: 'dap', on: null, provenance: null }]);
  });

  test('a whole list without a relationship of ours says as of when', () => {
    const [none] = seen(no('R11'), { gdapListedAt: '2026-11-19T00:00:00Z' });
    expect(none).toEqual({ about: 'gdap-none', listedAt: '2026-11-19T00:00:00Z', provenance: null });
  });

  test('a list that was never made is an open question on the global cloud, not on 21Vianet', () => {
    expect(topics(seen(no('R11'), {}, GLOBAL))).toEqual(['gdap-none', 'dap']);
    expect(topics(seen(no('R11'), { delegations: [aDelegation({})] }, GLOBAL))).toEqual([
      'gdap',
      'gdap-never-listed',
      'dap',
    ]);
    expect(topics(seen(no('R11'), {}))).toEqual(['dap']);
  });

  test('of ended relationships only the last is told, and none while another is in force', () => {
    const ended = [
      aDelegation({ id: 'old', name: 'Old', status: 'expired', endsAt: '2024-01-01T00:00:00Z' }),
      aDelegation({ id: 'last', name: 'Last', status: 'expired', endsAt: '2026-11-08T00:00:00Z' }),
    ];
    const names = (list: readonly Seen[]) => list.flatMap((one) => (one.about === 'gdap' ? [one.name] : []));
    expect(names(seen(no('R11'), { delegations: ended }))).toEqual(['Last']);
    expect(names(seen(no('R11'), { delegations: [...ended, aDelegation({})] }))).toEqual(['Kunlun']);
  });

  test('a relationship in force tells what it gives to the groups of the member of staff', () => {
    const assignment = (group: string, status = 'active') => ({
      id: group,
      group,
      roles: [LICENSE_ADMINISTRATOR],
      status,
      provenance: OBSERVED,
    });
    const roles = (assignments: unknown) => {
      const [first] = seen(no('R11'), { delegations: [aDelegation({ assignments })] });
      return first?.about === 'gdap' ? first.roles : undefined;
    };
    expect(roles([assignment(GROUP), assignment(OTHER)])).toEqual([LICENSE_ADMINISTRATOR]);
    expect(roles([assignment(GROUP, 'deleted'), assignment(OTHER)])).toEqual([]);
    expect(roles(null)).toBeNull();
  });

  test('the delegations of other partners are told where one of them stands in the way, ours are not', () => {
    const delegations = [
      aDelegation({ id: 'theirs', kind: 'dap', partner: OTHER, service: 'office-365', status: 'approved' }),
      aDelegation({ id: 'ours', kind: 'dap', status: 'approved' }),
    ];
    expect(seen(no('R13'), { delegations })).toEqual([
      expect.objectContaining({ about: 'dap-of-service', partner: OTHER, service: 'office-365' }),
    ]);
    expect(topics(seen(no('R11'), { delegations }))).toEqual(['dap-of-service']);
  });
});

describe('where the seller decides', () => {
  test('a partner that no source named is not known', () => {
    const subscriptions = [aSubscription('one', 'Office 365 E3', 'csp-other')];
    expect(seen(no('R12'), { subscriptions })).toEqual([
      { about: 'transacting-partner', partner: null, provenance: null },
      { about: 'original-reseller', reseller: null, provenance: null },
      expect.objectContaining({ about: 'channel', channel: 'csp-other' }),
    ]);
  });
});

test('rules that spoke otherwise add nothing, those that agree do, and the deciding rule comes first', () => {
  expect(topics(seen(no('R11', ['R08', 'allow']), {}))).toEqual(['dap']);
  expect(topics(seen(no('R08', ['R11', 'deny']), {}))).toEqual(['roles', 'dap']);
});

test('a rule that looks at no fact shows none', () => {
  expect(seen(no('R17'), {})).toEqual([]);
});
