import { describe, expect, it } from 'vitest';
import { problemSentence } from '#shared/locales/translator.ts';
import { LANGUAGES } from '#shared/model/invitation.ts';
import { Fault, misfitOf } from '#shared/model/misfit.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import { PolicyRequest } from '#shared/model/policy.ts';
import { PROFILE } from '#test/unit/support/dossiers.ts';
import { requestOf } from '#test/unit/support/questions.ts';

function misfitIn(profile: unknown) {
  const read = PartnerProfile.safeParse(profile);
  if (read.success) throw new Error('the profile fits');
  return misfitOf(read.error, profile);
}

describe('what keeps a profile from being used', () => {
  it.each([
    [null, '', 'object'],
    [{ ...PROFILE, cloud: undefined }, 'cloud', 'required'],
    [{ ...PROFILE, cloud: 'mars' }, 'cloud', 'choice'],
    [{ ...PROFILE, programs: [] }, 'programs', 'emptyList'],
    [{ ...PROFILE, programs: 'direct-bill' }, 'programs', 'list'],
    [{ ...PROFILE, partner: { ...PROFILE.partner, tenantId: '123' } }, 'partner.tenantId', 'guid'],
    [{ ...PROFILE, partner: { ...PROFILE.partner, name: ' ' } }, 'partner.name', 'empty'],
    [{ ...PROFILE, staff: { ...PROFILE.staff, id: 7 } }, 'staff.id', 'text'],
    [{ ...PROFILE, resellers: ['123'] }, 'resellers[0]', 'guid'],
    [{ ...PROFILE, endpoints: { graph: 'graph' } }, 'endpoints.graph', 'address'],
    [{ ...PROFILE, endpoints: { graph: 'http://graph.example' } }, 'endpoints.graph', 'insecureAddress'],
  ])('%j: %s is at fault: %s', (profile, path, fault) => {
    expect(misfitIn(profile)).toMatchObject({ path, fault });
  });

  it('names the words that may stand there', () => {
    expect(misfitIn({ ...PROFILE, cloud: 'mars' }).choices).toBe('21vianet, global');
  });

  it('names the place in a list, and what stands inside', () => {
    const resellers = [PROFILE.partner, { ...PROFILE.partner, name: ' ' }];
    expect(misfitIn({ ...PROFILE, resellers }).path).toMatch(/^resellers\[1\]/);
  });
});

describe('what keeps a policy request from being judged', () => {
  const asked = requestOf({ action: 'customer.view' });
  const change = (part: 'subject' | 'resource', type: unknown) => {
    const request = PolicyRequest.parse(asked);
    return { ...request, [part]: { ...request[part], type } };
  };

  it.each([
    ['subject', 'robot', 'subject.type', 'choice', 'partner-staff, customer-admin'],
    ['resource', 'tenant', 'resource.type', 'choice', 'customer, subscription, invitation, delegation'],
    ['resource', 7, 'resource.type', 'choice', 'customer, subscription, invitation, delegation'],
    ['resource', undefined, 'resource.type', 'required', 'customer, subscription, invitation, delegation'],
  ] as const)('a %s of type %s: %s %s: %s', (part, type, path, fault, choices) => {
    const request = change(part, type);
    const read = PolicyRequest.safeParse(request);
    expect(read.success ? null : misfitOf(read.error, request)).toEqual({ path, fault, choices });
  });

  it('stands in a list of lists', () => {
    const request = requestOf({
      action: 'subscription.provision',
      on: { type: 'subscription', properties: { customer: { delegations: [{}, { assignments: [{ group: 7 }] }] } } },
    });
    const read = PolicyRequest.safeParse(request);
    expect(read.success ? null : misfitOf(read.error, request)).toMatchObject({
      path: 'resource.properties.customer.delegations[1].assignments[0].group',
      fault: 'text',
    });
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(Fault.options)('the fault "%s" is told in the language’s own words', (fault) => {
    const values = { file: 'profile.json', field: 'cloud', fault, choices: '21vianet, global' };
    const sentence = problemSentence({ kind: 'bad-input', key: 'profileInvalid', values }, language);
    expect(sentence).toMatch(/profile\.json.*cloud/);
    expect(sentence).not.toMatch(/[{}]/);
    if (fault === 'choice') expect(sentence).toContain('21vianet, global');
  });
});
