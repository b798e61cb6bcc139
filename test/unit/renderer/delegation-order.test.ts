import { describe, expect, test } from 'vitest';
import { durationDays, inOrderOfConcern, isPast } from '#renderer/app/delegation-order.ts';
import { Delegation, DelegationStatus } from '#shared/model/delegation.ts';

const delegation = (id: string, status: DelegationStatus, endsAt: string | null) =>
  Delegation.parse({
    id,
    kind: 'gdap',
    name: null,
    partner: '60ea59db-a506-485e-94c5-d115f369e239',
    status,
    service: '*',
    roles: null,
    assignments: null,
    duration: null,
    autoExtend: null,
    createdAt: null,
    activatedAt: null,
    endsAt,
    provenance: { basis: 'observed', source: 'graph', asOf: '2026-11-01T00:00:00Z' },
  });

const order = (...delegations: Delegation[]) => inOrderOfConcern(delegations).map(({ id }) => id);

describe('delegations in order of concern', () => {
  test('of those in force, the soonest to end comes first, and one without an end last', () => {
    expect(
      order(
        delegation('endless', 'active', null),
        delegation('late', 'active', '2028-01-01T00:00:00Z'),
        delegation('soon', 'expiring', '2026-12-01T00:00:00Z'),
      ),
    ).toEqual(['soon', 'late', 'endless']);
  });

  test('a pending request follows what is in force, and the past comes last, newest first', () => {
    expect(
      order(
        delegation('old', 'expired', '2024-01-01T00:00:00Z'),
        delegation('recent', 'terminated', '2026-01-01T00:00:00Z'),
        delegation('asked', 'approvalPending', null),
        delegation('now', 'active', '2027-01-01T00:00:00Z'),
      ),
    ).toEqual(['now', 'asked', 'recent', 'old']);
  });

  test('a status that we do not know yet is not taken for a past one', () => {
    expect(isPast('unknownFutureValue')).toBe(false);
    expect(DelegationStatus.options.filter(isPast)).toEqual([
      'absent',
      'expired',
      'terminationRequested',
      'terminating',
      'terminated',
    ]);
  });
});

describe('durations', () => {
  test.each([
    ['P730D', 730],
    ['P2W', 14],
    ['PT0S', 0],
  ])('%s is %d days', (duration, days) => {
    expect(durationDays(duration)).toBe(days);
  });

  test.each(['P1Y', 'P1DT12H', 'two years', ''])('“%s” is not a number of days', (duration) => {
    expect(durationDays(duration)).toBeNull();
  });
});
