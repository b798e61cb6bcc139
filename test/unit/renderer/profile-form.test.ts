import { describe, expect, it } from 'vitest';
import { EMPTY_FORM, faultsOf, formOf, type ProfileForm, profileOf } from '#renderer/features/welcome/profile-form.ts';
import { PartnerProfile } from '#shared/model/partner.ts';

const OURS = '11111111-1111-4111-8111-111111111111';
const PROVIDER = '22222222-2222-4222-8222-222222222222';

const FILE = {
  cloud: '21vianet',
  partner: { tenantId: OURS, name: '上海蓝桥', mpnId: '1234567' },
  programs: ['indirect-reseller'],
  providers: [{ tenantId: PROVIDER, name: 'Lan Provider' }],
  resellers: [],
  staff: { id: 'li@reseller.example', roles: ['admin-agent'] },
  endpoints: { graph: 'https://graph.example' },
  clientId: '33333333-3333-4333-8333-333333333334',
};

function formFrom(value: unknown): ProfileForm {
  const form = formOf(value);
  if (form === null) throw new Error('the value is no profile');
  return form;
}

describe('the profile form', () => {
  it('gives back the profile that a file filled it with', () => {
    const form = formFrom(FILE);
    expect(faultsOf(form)).toEqual({ fields: {}, other: null });
    expect(PartnerProfile.parse(profileOf(form))).toEqual(PartnerProfile.parse(FILE));
  });

  it('leaves a list unknown that nobody gave, and keeps one empty that the file gave empty', () => {
    const profile = PartnerProfile.parse(profileOf(formFrom(FILE)));
    expect(profile.resellers).toEqual([]);
    expect(profile.staff.groups).toBeUndefined();
  });

  it('keeps the name of a provider whose id stays, and takes a new id as it is typed', () => {
    const other = '33333333-3333-4333-8333-333333333333';
    const form = { ...formFrom(FILE), providers: `${PROVIDER.toUpperCase()}\n\n  ${other}  ` };
    expect(PartnerProfile.parse(profileOf(form)).providers).toEqual([
      { tenantId: PROVIDER, name: 'Lan Provider' },
      other,
    ]);
  });

  it('takes only a JSON object for a profile', () => {
    expect(formOf([1])).toBeNull();
    expect(formOf('text')).toBeNull();
    expect(formOf(null)).toBeNull();
  });

  it('takes whatever an unfinished profile holds', () => {
    expect(formOf({})).toEqual(EMPTY_FORM);
    expect(formOf({ partner: { name: 'Contoso' }, staff: {} })).toEqual({ ...EMPTY_FORM, name: 'Contoso' });
  });

  it('asks for everything required while it is empty, and for nothing else', () => {
    const { fields, other } = faultsOf(EMPTY_FORM);
    expect(other).toBeNull();
    expect(Object.fromEntries(Object.entries(fields).map(([field, fault]) => [field, fault.kind]))).toEqual({
      cloud: 'chooseOne',
      name: 'required',
      tenantId: 'required',
      programs: 'choose',
      staffId: 'required',
      roles: 'choose',
    });
  });

  it('names the line of an id that is none, counting empty lines', () => {
    const form = { ...formFrom(FILE), groups: `${OURS}\n\nnot-an-id` };
    expect(faultsOf(form).fields.groups).toEqual({ kind: 'guidLine', line: 3 });
  });

  it('shows a wrong word in the file as a fault of its field', () => {
    const form = formFrom({ ...FILE, cloud: 'germany', programs: ['indirect-reseller', 'gold'] });
    expect(Object.keys(faultsOf(form).fields)).toEqual(['cloud', 'programs']);
  });

  it('names a fault that only the file can hold', () => {
    const form = formFrom({ ...FILE, endpoints: { graph: 'http://graph.example' } });
    expect(faultsOf(form)).toMatchObject({ fields: {}, other: { path: 'endpoints.graph', fault: 'insecureAddress' } });
  });
});
