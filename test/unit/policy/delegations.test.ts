import { describe, expect, it } from 'vitest';
import {
  answer,
  approvedDap,
  customerAdmin,
  GLOBAL_ADMINISTRATOR,
  indirectReseller,
  LICENSE_ADMINISTRATOR,
  PROVIDER,
  STRANGER,
  staff,
  US,
} from '#test/unit/support/questions.ts';

const dap = { action: 'delegation.request', with: { kind: 'dap', service: 'office-365' } };
const gdap = { action: 'delegation.request', with: { kind: 'gdap' } };
const customer = (properties: object) => ({ type: 'customer', properties: { ...properties } });
const relationship = (properties: object) => ({
  type: 'delegation',
  properties: { kind: 'gdap', partner: US, ...properties },
});

describe('R29 and R30: DAP travels with the invitation on 21Vianet, and is gone from global links', () => {
  it('a provider may ask', () => {
    expect(answer({ ...dap, on: customer({ delegations: [] }) })).toMatchObject({ outcome: 'allow', rule: 'R29' });
  });

  it('a reseller must use its provider’s invitation', () => {
    const ask = { ...dap, subject: indirectReseller(), on: customer({ delegations: [] }) };
    expect(answer(ask)).toMatchObject({ outcome: 'deny', rule: 'R29', remedies: [{ action: 'invitation.request' }] });
  });

  it('on the global cloud the remedy is GDAP', () => {
    expect(answer({ ...dap, cloud: 'global' })).toMatchObject({
      outcome: 'deny',
      rule: 'R30',
      remedies: [{ action: 'delegation.request', kind: 'gdap', by: 'our-staff', rule: 'R30' }],
    });
    expect(answer({ ...gdap, cloud: 'global' })).toMatchObject({ outcome: 'allow', rule: 'R20' });
  });
});

describe('R13: one partner with DAP per customer and service on 21Vianet', () => {
  it.each([
    ['the same service', [approvedDap({ partner: STRANGER, service: 'office-365' })], 'deny'],
    ['all services', [approvedDap({ partner: STRANGER })], 'deny'],
    ['another service', [approvedDap({ partner: STRANGER, service: 'azure' })], 'allow'],
    ['the same service, ended', [approvedDap({ partner: STRANGER, status: 'terminated' })], 'allow'],
    ['nothing that we know of', null, 'unknown'],
  ])('another partner holds DAP for %s', (_, delegations, outcome) => {
    expect(answer({ ...dap, on: customer({ delegations }) }).outcome).toBe(outcome);
  });

  it('the customer must remove the other one first', () => {
    const { remedies } = answer({ ...dap, on: customer({ delegations: [approvedDap({ partner: STRANGER })] }) });
    expect(remedies).toEqual([{ action: 'delegation.remove', by: 'customer', rule: 'R13' }]);
  });
});

describe('R14, R16 and R17: what the customer may do', () => {
  it('grants to any partner; the provider still owns the relationship', () => {
    expect(answer({ action: 'delegation.grant', subject: customerAdmin('global-admin') })).toMatchObject({
      outcome: 'allow',
      rule: 'R14',
      obligations: ['ownership-unchanged'],
    });
    expect(answer({ action: 'delegation.grant', subject: customerAdmin('billing-admin') }).outcome).toBe('deny');
  });

  it('removes at any time; the duty to support persists', () => {
    expect(answer({ action: 'delegation.remove', subject: customerAdmin('global-admin') })).toMatchObject({
      outcome: 'allow',
      obligations: ['support-duty-persists'],
    });
  });

  it('may not end the reseller relationship itself', () => {
    expect(answer({ action: 'relationship.end', subject: customerAdmin('global-admin') })).toMatchObject({
      outcome: 'deny',
      rule: 'R17',
    });
  });
});

describe('R21: GDAP on 21Vianet is described nowhere', () => {
  it('is unknown unless the cloud is known to have it', () => {
    expect(answer({ ...gdap })).toMatchObject({ outcome: 'unknown', rule: 'R21', missing: [] });
    expect(answer({ ...gdap, capabilities: ['gdap'] })).toMatchObject({ outcome: 'allow', rule: 'R20' });
  });
});

describe('the kind that the thing itself has counts', () => {
  it('a delegation of unknown kind on 21Vianet may be GDAP', () => {
    const on = { type: 'delegation', properties: { partner: US } };
    expect(answer({ action: 'delegation.terminate', on })).toMatchObject({
      outcome: 'unknown',
      missing: ['resource.properties.kind'],
    });
  });

  it('and is not overruled by what the act says', () => {
    const on = { type: 'invitation', properties: { kind: 'gdap', acceptedBy: STRANGER } };
    expect(answer({ action: 'invitation.reuse', with: { kind: 'reseller' }, on })).toMatchObject({
      outcome: 'deny',
      rule: 'R07',
    });
  });
});

describe('R22, R23 and R24: approving, extending, ending GDAP', () => {
  const global = { cloud: 'global' as const };

  it('a reseller approves what its provider asked for, while it is pending', () => {
    const ask = (status: string) => ({
      ...global,
      action: 'delegation.approve',
      subject: indirectReseller(),
      on: relationship({ requestedBy: PROVIDER, status }),
    });
    expect(answer(ask('approvalPending'))).toMatchObject({ outcome: 'allow', rule: 'R22' });
    expect(answer(ask('active')).outcome).toBe('deny');
  });

  it('auto-extends only while active and without Global Administrator', () => {
    const extend = (properties: object) =>
      answer({ ...global, action: 'delegation.extend', on: relationship(properties) });
    expect(extend({ status: 'active', roles: [LICENSE_ADMINISTRATOR] })).toMatchObject({
      outcome: 'allow',
      rule: 'R23',
    });
    expect(extend({ status: 'active', roles: [GLOBAL_ADMINISTRATOR] })).toMatchObject({
      outcome: 'deny',
      remedies: [{ action: 'roles.remove-global-administrator', by: 'our-staff', rule: 'R23' }],
    });
    expect(extend({ status: 'expired', roles: [] }).outcome).toBe('deny');
    expect(extend({ status: 'active' }).outcome).toBe('unknown');
  });

  it('is ended by who holds it', () => {
    expect(answer({ ...global, action: 'delegation.terminate', on: relationship({}) })).toMatchObject({
      outcome: 'allow',
      rule: 'R24',
    });
    expect(answer({ ...global, action: 'delegation.terminate', on: relationship({ partner: STRANGER }) }).outcome).toBe(
      'deny',
    );
  });
});

describe('R18 and R19: removing the commercial tie', () => {
  it('needs that no active subscription with us is left', () => {
    const remove = (activeSubscriptionsWithUs?: number) =>
      answer({ action: 'relationship.remove', on: customer({ activeSubscriptionsWithUs }) });
    expect(remove(0)).toMatchObject({ outcome: 'allow', rule: 'R18', obligations: ['delegation-removed-too'] });
    expect(remove(2)).toMatchObject({ outcome: 'deny', rule: 'R18' });
    expect(remove().outcome).toBe('unknown');
  });

  it('is not for an indirect reseller', () => {
    expect(answer({ action: 'relationship.remove', subject: indirectReseller() })).toMatchObject({
      outcome: 'deny',
      rule: 'R19',
    });
  });

  it('is not for sales agents either', () => {
    const subject = staff({ roles: ['sales-agent'] });
    expect(
      answer({ action: 'relationship.remove', subject, on: customer({ activeSubscriptionsWithUs: 0 }) }).rule,
    ).toBe('R08');
  });
});
