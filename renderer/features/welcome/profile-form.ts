import { z } from 'zod';
import { type Misfit, misfitOfIssue } from '#shared/model/misfit.ts';
import { Cloud, PartnerProfile, PartnerReference, Program, StaffRole } from '#shared/model/partner.ts';

const LISTS = ['groups', 'providers', 'resellers'] as const;
export type ListField = (typeof LISTS)[number];
export type ProfileField = 'cloud' | 'name' | 'tenantId' | 'mpnId' | 'programs' | 'staffId' | 'roles' | ListField;

/** A profile as it stands in the form: text as typed, lists as one id a line. */
export interface ProfileForm {
  readonly cloud: Cloud | '';
  readonly name: string;
  readonly tenantId: string;
  readonly mpnId: string;
  readonly programs: readonly Program[];
  readonly staffId: string;
  readonly roles: readonly StaffRole[];
  readonly groups: string;
  readonly providers: string;
  readonly resellers: string;
  /** Lists that the profile file gave, even if empty: an empty one is then known to be empty. */
  readonly given: readonly ListField[];
  /** Names and MPN IDs that the profile file gave for other partners. */
  readonly partners: readonly PartnerReference[];
  /** The file's own service addresses; the form does not show them. */
  readonly endpoints: unknown;
  /** The app registration that staff sign in with. */
  readonly clientId: unknown;
}

export const EMPTY_FORM: ProfileForm = {
  cloud: '',
  name: '',
  tenantId: '',
  mpnId: '',
  programs: [],
  staffId: '',
  roles: [],
  groups: '',
  providers: '',
  resellers: '',
  given: [],
  partners: [],
  endpoints: undefined,
  clientId: undefined,
};

const text = z.string().catch('');
const Entry = z.union([z.string(), z.looseObject({ tenantId: z.string() })]);
const entries = z.array(Entry).optional().catch(undefined);

/** A profile file read leniently: what is wrong in it stays out of the form and shows as a fault there. */
const LooseProfile = z.object({
  cloud: z.union([Cloud, z.literal('')]).catch(''),
  partner: z.object({ tenantId: text, name: text, mpnId: text }).catch({ tenantId: '', name: '', mpnId: '' }),
  programs: z.array(Program).catch([]),
  providers: entries,
  resellers: entries,
  staff: z
    .object({ id: text, roles: z.array(StaffRole).catch([]), groups: z.array(z.string()).optional().catch(undefined) })
    .catch({ id: '', roles: [], groups: undefined }),
  endpoints: z.unknown().optional(),
  clientId: z.unknown().optional(),
});

const idOf = (entry: z.infer<typeof Entry>) => (typeof entry === 'string' ? entry : entry.tenantId);

/** Fills the form from a profile file's value; `null` if that is no JSON object. */
export function formOf(value: unknown): ProfileForm | null {
  const read = LooseProfile.safeParse(value);
  if (!read.success) return null;
  const { cloud, partner, programs, providers, resellers, staff, endpoints, clientId } = read.data;
  const lists = { groups: staff.groups, providers, resellers };
  return {
    cloud,
    name: partner.name,
    tenantId: partner.tenantId,
    mpnId: partner.mpnId,
    programs,
    staffId: staff.id,
    roles: staff.roles,
    groups: (staff.groups ?? []).join('\n'),
    providers: (providers ?? []).map(idOf).join('\n'),
    resellers: (resellers ?? []).map(idOf).join('\n'),
    given: LISTS.filter((list) => lists[list] !== undefined),
    partners: [...(providers ?? []), ...(resellers ?? [])].flatMap((entry) => {
      const reference = PartnerReference.safeParse(entry);
      return reference.success ? [reference.data] : [];
    }),
    endpoints,
    clientId,
  };
}

/** Lines that hold something, with their numbers counted from 1. */
function filledLines(lines: string): { readonly line: number; readonly id: string }[] {
  return lines
    .split(/\r?\n/)
    .map((id, index) => ({ line: index + 1, id: id.trim() }))
    .filter(({ id }) => id !== '');
}

/** The profile that the form describes; it may still be invalid. An empty list that no file gave is left out: unknown. */
export function profileOf(form: ProfileForm): unknown {
  const ids = (list: ListField) => {
    const found = filledLines(form[list]).map(({ id }) => id);
    return found.length > 0 || form.given.includes(list) ? found : undefined;
  };
  const partners = (list: ListField) =>
    ids(list)?.map((id) => form.partners.find(({ tenantId }) => tenantId === id.toLowerCase()) ?? id);
  return {
    cloud: form.cloud,
    partner: { tenantId: form.tenantId, name: form.name, mpnId: form.mpnId.trim() || undefined },
    programs: form.programs,
    providers: partners('providers'),
    resellers: partners('resellers'),
    staff: { id: form.staffId, roles: form.roles, groups: ids('groups') },
    endpoints: form.endpoints,
    clientId: form.clientId,
  };
}

/** What is wrong with a field, as a key of the form's messages; `line` for lists. */
export interface Fault {
  readonly kind: 'required' | 'guid' | 'guidLine' | 'choose' | 'chooseOne' | 'invalid';
  readonly line: number;
}

export interface Faults {
  readonly fields: Partial<Record<ProfileField, Fault>>;
  /** A fault in something that only the file can hold. */
  readonly other: Misfit | null;
}

const FIELDS: Record<string, ProfileField> = {
  cloud: 'cloud',
  'partner.name': 'name',
  'partner.tenantId': 'tenantId',
  'partner.mpnId': 'mpnId',
  programs: 'programs',
  'staff.id': 'staffId',
  'staff.roles': 'roles',
  'staff.groups': 'groups',
  providers: 'providers',
  resellers: 'resellers',
};

/** Every field that keeps the form from being a profile, the first fault of each. */
export function faultsOf(form: ProfileForm): Faults {
  const profile = profileOf(form);
  const checked = PartnerProfile.safeParse(profile);
  const fields: Partial<Record<ProfileField, Fault>> = {};
  let other: Faults['other'] = null;
  for (const issue of checked.error?.issues ?? []) {
    const { path } = issue;
    const position = path.findIndex((part) => typeof part === 'number');
    const named = (position === -1 ? path : path.slice(0, position)).join('.');
    const field = FIELDS[named];
    if (field === undefined) other ??= misfitOfIssue(issue, profile);
    else fields[field] ??= faultIn(form, field, path[position]);
  }
  return { fields, other };
}

function faultIn(form: ProfileForm, field: ProfileField, item: PropertyKey | undefined): Fault {
  switch (field) {
    case 'cloud':
      return { kind: 'chooseOne', line: 0 };
    case 'programs':
    case 'roles':
      return { kind: 'choose', line: 0 };
    case 'tenantId':
      return { kind: form.tenantId.trim() === '' ? 'required' : 'guid', line: 0 };
    case 'name':
    case 'staffId':
      return { kind: 'required', line: 0 };
    case 'mpnId':
      return { kind: 'invalid', line: 0 };
    default: {
      const line = typeof item === 'number' ? filledLines(form[field])[item]?.line : undefined;
      return line === undefined ? { kind: 'invalid', line: 0 } : { kind: 'guidLine', line };
    }
  }
}
