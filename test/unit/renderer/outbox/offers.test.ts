import { describe, expect, test } from 'vitest';
import { offersOf } from '#renderer/features/outbox/offers.ts';
import { Delegation } from '#shared/model/delegation.ts';
import { TenantId } from '#shared/model/ids.ts';
import { STRANGER } from '#test/unit/support/questions.ts';

const US = TenantId.parse('60ea59db-a506-485e-94c5-d115f369e239');
const PROVENANCE = { basis: 'observed', source: 'graph', asOf: '2026-11-01T00:00:00Z' };

const delegation = (some: Record<string, unknown> = {}) =>
  Delegation.parse({
    id: 'relationship',
    kind: 'gdap',
    name: null,
    partner: US,
    status: 'active',
    service: '*',
    roles: null,
    assignments: null,
    duration: null,
    autoExtend: false,
    createdAt: null,
    activatedAt: null,
    endsAt: null,
    provenance: PROVENANCE,
    ...some,
  });

const NOTHING = { extend: null, terminate: false };

describe('what can be begun with a relationship', () => {
  test('of ours in force: that it extends itself, or no longer does, and its end', () => {
    expect(offersOf(delegation(), US)).toEqual({ extend: true, terminate: true });
    expect(offersOf(delegation({ autoExtend: true, status: 'expiring' }), US)).toEqual({
      extend: false,
      terminate: true,
    });
  });

  test('of another partner, or of DAP: nothing', () => {
    expect(offersOf(delegation({ partner: STRANGER }), US)).toEqual(NOTHING);
    expect(offersOf(delegation({ kind: 'dap', status: 'approved' }), US)).toEqual(NOTHING);
  });

  test('that waits for the customer or is over: nothing', () => {
    for (const status of ['created', 'approvalPending', 'terminated', 'expired', 'terminating'] as const) {
      expect(offersOf(delegation({ status }), US)).toEqual(NOTHING);
    }
  });

  test('that is gone upstream: nothing', () => {
    const goneUpstream = { asOf: '2026-11-20T00:00:00Z', source: 'graph' };
    expect(offersOf(delegation({ goneUpstream }), US)).toEqual(NOTHING);
  });
});
