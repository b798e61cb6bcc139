import { describe, expect, it } from 'vitest';
import {
  answer,
  customerAdmin,
  indirectReseller,
  PROVIDER,
  RESELLER,
  STRANGER,
  staff,
  US,
} from '#test/unit/support/questions.ts';

const create = { action: 'invitation.create', with: { kind: 'reseller' } };

describe('R01: providers and direct-bill partners create invitations', () => {
  it.each(['indirect-provider', 'direct-bill'])('%s may', (program) => {
    expect(answer({ ...create, subject: staff({ programs: [program] }) })).toMatchObject({
      outcome: 'allow',
      rule: 'R01',
    });
  });

  it('cannot be judged while nobody says which programs the partner is in', () => {
    const { missing, outcome } = answer({ ...create, subject: staff({ programs: undefined }) });
    expect(outcome).toBe('unknown');
    expect(missing).toEqual(['subject.properties.programs']);
  });
});

describe('R03: an indirect reseller may not create an invitation on 21Vianet', () => {
  it('is refused, and told to ask its provider', () => {
    const { outcome, remedies, rule } = answer({ ...create, subject: indirectReseller() });
    expect({ outcome, rule }).toEqual({ outcome: 'deny', rule: 'R03' });
    expect(remedies).toEqual([{ action: 'invitation.request', by: 'our-staff', rule: 'R03' }]);
  });

  it('does not bind a reseller that also transacts: a permission that any program gives is given', () => {
    const subject = indirectReseller({ programs: ['indirect-reseller', 'direct-bill'] });
    expect(answer({ ...create, subject })).toMatchObject({ outcome: 'allow', rule: 'R01' });
  });
});

describe('R04: on the global cloud a reseller makes a joint invitation in the portal', () => {
  const ask = { ...create, cloud: 'global' as const, subject: indirectReseller() };

  it('may when it names its provider', () => {
    expect(answer({ ...ask, with: { kind: 'reseller', provider: PROVIDER } })).toMatchObject({
      outcome: 'allow',
      rule: 'R04',
    });
  });

  it.each([undefined, STRANGER])('may not when it names %s', (provider) => {
    expect(answer({ ...ask, with: { kind: 'reseller', provider } }).outcome).toBe('deny');
  });

  it('may not through the API', () => {
    const { outcome, remedies } = answer({ ...ask, with: { kind: 'reseller', provider: PROVIDER, channel: 'api' } });
    expect(outcome).toBe('deny');
    expect(remedies).toContainEqual({ action: 'portal.use', by: 'our-staff', rule: 'R04' });
  });
});

describe('R02: the creator sends to the customer or to its own resellers', () => {
  const ours = { type: 'invitation', properties: { kind: 'reseller', createdBy: US } };

  it.each(['customer', RESELLER])('may send to %s', (to) => {
    expect(answer({ action: 'invitation.send', with: { to }, on: ours })).toMatchObject({
      outcome: 'allow',
      rule: 'R02',
    });
  });

  it('may not send to a reseller of somebody else', () => {
    expect(answer({ action: 'invitation.send', with: { to: STRANGER }, on: ours })).toMatchObject({
      outcome: 'deny',
      rule: 'R02',
    });
  });

  it('goes to the reseller it was made for unless the act says otherwise', () => {
    const made = { ...ours, properties: { ...ours.properties, audience: STRANGER } };
    expect(answer({ action: 'invitation.send', on: made }).outcome).toBe('deny');
  });

  it('may not send what somebody else created', () => {
    const theirs = { type: 'invitation', properties: { createdBy: STRANGER } };
    expect(answer({ action: 'invitation.send', with: { to: 'customer' }, on: theirs })).toMatchObject({
      outcome: 'deny',
      rule: 'R00',
    });
  });
});

describe('R05: a reseller forwards only the invitation of its own provider', () => {
  const forward = { action: 'invitation.forward', subject: indirectReseller() };
  const from = (createdBy: string, audience?: string) => ({ type: 'invitation', properties: { createdBy, audience } });

  it('may forward one that its provider created', () => {
    expect(answer({ ...forward, on: from(PROVIDER) })).toMatchObject({ outcome: 'allow', rule: 'R05' });
  });

  it('may forward one made for itself, and not one made for another reseller', () => {
    expect(answer({ ...forward, on: from(PROVIDER, US) }).outcome).toBe('allow');
    expect(answer({ ...forward, on: from(PROVIDER, STRANGER) })).toMatchObject({ outcome: 'deny', rule: 'R05' });
  });

  it('may not forward a stranger’s', () => {
    expect(answer({ ...forward, on: from(STRANGER) })).toMatchObject({ outcome: 'deny', rule: 'R05' });
  });

  it('cannot tell while the creator is unknown', () => {
    expect(answer({ ...forward, on: { type: 'invitation' } })).toMatchObject({
      outcome: 'unknown',
      missing: ['resource.properties.createdBy'],
    });
  });
});

describe('R06 and R07: text may be edited, the link never; a reseller link may be reused', () => {
  it('allows the text and denies the link to everybody', () => {
    expect(answer({ action: 'invitation.edit-text', on: { type: 'invitation' } }).outcome).toBe('allow');
    expect(answer({ action: 'invitation.edit-link', on: { type: 'invitation' } })).toMatchObject({
      outcome: 'deny',
      rule: 'R06',
    });
  });

  it.each([
    ['a reseller link', { kind: 'reseller' }, 'allow'],
    ['a GDAP link that nobody accepted', { kind: 'gdap', acceptedBy: null }, 'allow'],
    ['an accepted GDAP link', { kind: 'gdap', acceptedBy: STRANGER }, 'deny'],
    ['a GDAP link of unknown fate', { kind: 'gdap' }, 'unknown'],
  ])('reuse of %s', (_, properties, outcome) => {
    expect(answer({ action: 'invitation.reuse', on: { type: 'invitation', properties } }).outcome).toBe(outcome);
  });
});

describe('R09, R10 and R25: who accepts', () => {
  const accept = (kind: string, ...roles: string[]) =>
    answer({
      action: 'invitation.accept',
      cloud: 'global',
      subject: customerAdmin(...roles),
      on: { type: 'invitation', properties: { kind } },
    });

  it('a reseller invitation: the global admin only, and nothing else changes', () => {
    expect(accept('reseller', 'global-admin')).toMatchObject({
      outcome: 'allow',
      rule: 'R09',
      obligations: ['nothing-else-changes'],
    });
    expect(accept('reseller', 'billing-admin')).toMatchObject({ outcome: 'deny', rule: 'R09' });
  });

  it('a GDAP request: also the delegated admin relationship admin', () => {
    expect(accept('gdap', 'delegated-admin-relationship-admin')).toMatchObject({ outcome: 'allow', rule: 'R10' });
    expect(accept('gdap', 'billing-admin')).toMatchObject({ outcome: 'deny', rule: 'R00' });
  });
});

describe('R28 and R31: advisors and requests', () => {
  it('an advisor-only partner may not create, and is told to join CSP', () => {
    expect(answer({ ...create, subject: staff({ programs: ['advisor'] }) })).toMatchObject({
      outcome: 'deny',
      rule: 'R28',
      remedies: [{ action: 'csp.join', by: 'our-staff', rule: 'R28' }],
    });
  });

  it('an indirect reseller may ask one of its providers', () => {
    expect(answer({ action: 'invitation.request', subject: indirectReseller() })).toMatchObject({
      outcome: 'allow',
      rule: 'R31',
    });
    expect(answer({ action: 'invitation.request', subject: indirectReseller({ providers: [] }) }).outcome).toBe('deny');
    expect(answer({ action: 'invitation.request', subject: staff() }).outcome).toBe('deny');
  });
});

describe('R08: the staff matrix gates everything', () => {
  it.each([
    ['helpdesk-agent', 'deny'],
    ['billing-admin', 'deny'],
    ['sales-agent', 'allow'],
  ])('%s and invitations: %s', (role, outcome) => {
    expect(answer({ ...create, subject: staff({ roles: [role] }) }).outcome).toBe(outcome);
  });

  it('a second role that permits is enough', () => {
    expect(answer({ ...create, subject: staff({ roles: ['helpdesk-agent', 'sales-agent'] }) }).outcome).toBe('allow');
  });

  it('is itself the allow rule for viewing customers and managing staff', () => {
    expect(answer({ action: 'customer.view', subject: staff({ roles: ['billing-admin'] }) })).toMatchObject({
      outcome: 'allow',
      rule: 'R08',
    });
    expect(answer({ action: 'staff.manage' })).toMatchObject({ outcome: 'deny', rule: 'R08' });
  });
});
