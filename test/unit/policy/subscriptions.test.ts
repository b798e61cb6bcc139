import { describe, expect, it } from 'vitest';
import {
  activeGdap,
  answer,
  approvedDap,
  GROUP,
  HELPDESK_ADMINISTRATOR,
  licensed,
  STRANGER,
  staff,
  US,
} from '#test/unit/support/questions.ts';

const provision = (on: ReturnType<typeof licensed>, more = {}) =>
  answer({ action: 'subscription.provision', on, ...more });

describe('R11: administering a license-based subscription needs an effective delegation', () => {
  it('is denied without any, whoever sold it, and names the remedy', () => {
    const { outcome, remedies, rule } = provision(licensed([], { channel: 'csp-own' }));
    expect({ outcome, rule }).toEqual({ outcome: 'deny', rule: 'R11' });
    expect(remedies).toEqual([{ action: 'delegation.request', by: 'our-staff', rule: 'R11' }]);
  });

  it.each([
    ['approved for everything', approvedDap(), 'allow'],
    ['approved for this service', approvedDap({ service: 'office-365' }), 'allow'],
    ['approved for another service', approvedDap({ service: 'azure' }), 'deny'],
    ['terminated', approvedDap({ status: 'terminated' }), 'deny'],
    ['another partner’s', approvedDap({ partner: STRANGER }), 'deny'],
  ])('DAP %s', (_, dap, outcome) => {
    expect(provision(licensed([dap])).outcome).toBe(outcome);
  });

  it.each([
    ['with a covering role', activeGdap(), 'allow'],
    ['that has ended', activeGdap({ endDateTime: '2026-11-21T23:59:59Z' }), 'deny'],
    ['that ends this very instant', activeGdap({ endDateTime: '2026-11-22T00:00:00Z' }), 'deny'],
    ['not approved yet', activeGdap({ status: 'approvalPending' }), 'deny'],
    [
      'assigned to a group we are not in',
      activeGdap({ assignments: [{ group: STRANGER, roles: [], status: 'active' }] }),
      'deny',
    ],
    ['whose assignments nobody listed', activeGdap({ assignments: null }), 'unknown'],
  ])('GDAP %s', (_, gdap, outcome) => {
    expect(provision(licensed([gdap])).outcome).toBe(outcome);
  });

  it('GDAP outranks DAP even where it grants less', () => {
    const helpdeskOnly = activeGdap({
      assignments: [{ group: GROUP, roles: [HELPDESK_ADMINISTRATOR], status: 'active' }],
    });
    const on = licensed([approvedDap(), helpdeskOnly]);
    expect(provision(on).outcome).toBe('deny');
    expect(answer({ action: 'subscription.support', on }).outcome).toBe('allow');
  });

  it('DAP still applies to who stands in no assigned group', () => {
    expect(provision(licensed([approvedDap(), activeGdap()]), { subject: staff({ groups: [] }) }).outcome).toBe(
      'allow',
    );
  });

  it('names the facts that are missing', () => {
    expect(provision(licensed(undefined))).toMatchObject({
      outcome: 'unknown',
      rule: 'R11',
      missing: ['resource.properties.customer.delegations'],
    });
    expect(provision(licensed([activeGdap()]), { subject: staff({ groups: null }) }).missing).toEqual([
      'subject.properties.groups',
    ]);
  });
});

describe('R12: trading only for its original reseller or transacting partner', () => {
  const addSeats = (properties: object) =>
    answer({ action: 'subscription.add-seats', on: { type: 'subscription', properties: { ...properties } } });

  it('a delegate who is neither is denied, and sees no bill', () => {
    const elsewhere = licensed([approvedDap()], { transactingPartner: STRANGER, originalReseller: STRANGER });
    expect(answer({ action: 'subscription.add-seats', on: elsewhere })).toMatchObject({ outcome: 'deny', rule: 'R12' });
    expect(answer({ action: 'subscription.view-bill', on: elsewhere })).toMatchObject({ outcome: 'deny', rule: 'R12' });
  });

  it.each([
    ['we transact it', { transactingPartner: US }, 'allow'],
    ['we sold it through our provider', { transactingPartner: STRANGER, originalReseller: US }, 'allow'],
    ['the channel is our own', { channel: 'csp-own' }, 'allow'],
    [
      'another partner transacts it, whatever the channel',
      { transactingPartner: STRANGER, channel: 'csp-own' },
      'deny',
    ],
    ['a provider and its reseller share it', { transactingPartner: STRANGER, channel: 'csp-indirect' }, 'allow'],
    ['another resold it, but nobody says who transacts it', { originalReseller: STRANGER }, 'unknown'],
    [
      'another resold it, and we transact it by the channel',
      { originalReseller: STRANGER, channel: 'csp-own' },
      'allow',
    ],
    ['the customer bought directly', { channel: 'direct' }, 'deny'],
    ['nobody attributed it', { channel: 'unknown' }, 'unknown'],
  ])('when %s', (_, properties, outcome) => {
    expect(addSeats(properties).outcome).toBe(outcome);
  });
});

describe('R15: an upgrade needs three things, each missing one is a denial of its own', () => {
  it('names a remedy for each', () => {
    const on = licensed([], { status: 'suspended', overlapsActiveService: true });
    const { outcome, remedies } = answer({ action: 'subscription.upgrade', on });
    expect(outcome).toBe('deny');
    expect(remedies.map(({ action }) => action)).toEqual([
      'service.reactivate',
      'delegation.request',
      'overlap.resolve',
    ]);
  });

  it('is allowed when all hold', () => {
    const on = licensed([approvedDap()], { status: 'active', overlapsActiveService: false });
    expect(answer({ action: 'subscription.upgrade', on })).toMatchObject({ outcome: 'allow', rule: 'R15' });
  });
});

describe('R26 and R27: usage-based services', () => {
  const azure = (properties: object) => ({
    type: 'subscription',
    properties: { serviceModel: 'usage-based', ...properties },
  });

  it('21Vianet’s pages do not speak of them: nobody can tell', () => {
    expect(answer({ action: 'subscription.provision', on: azure({}) })).toMatchObject({
      outcome: 'unknown',
      rule: 'R26',
      missing: [],
    });
  });

  it('on the global cloud one from another channel is not provisioned', () => {
    const { outcome, remedies, rule } = answer({
      action: 'subscription.provision',
      cloud: 'global',
      on: azure({ channel: 'direct' }),
    });
    expect({ outcome, rule }).toEqual({ outcome: 'deny', rule: 'R27' });
    expect(remedies).toHaveLength(2);
  });
});
