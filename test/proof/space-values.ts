import { Program, StaffRole } from '#shared/model/partner.ts';
import { CustomerRole } from '#shared/model/policy.ts';
import { type Dimension, vary } from './space-regions.ts';

export const NOW = '2026-11-22T00:00:00Z';
export const BEFORE = '2026-11-21T23:59:59Z';
export const LATER = '2027-05-01T08:00:00+08:00';

export const GLOBAL_ADMINISTRATOR = '62e90394-69f5-4237-9190-012177145e10';
export const LICENSE_ADMINISTRATOR = '4d6ac14f-3453-41d0-bef9-a3e0c569773a';
export const USER_ADMINISTRATOR = 'fe930be7-5e62-47db-91af-98c3a49a38b1';
export const SERVICE_SUPPORT_ADMINISTRATOR = 'f023fd81-a637-4b56-95fd-791ac0226033';
export const HELPDESK_ADMINISTRATOR = '729827e3-9c14-49f7-bb1b-9608f156bbb8';
/** Global Reader: covers no act of ours. */
export const GLOBAL_READER = 'f2ef992c-3afb-46b9-b7cf-a126ee74c451';

/** All subsets of a list, the empty one first. */
export function subsetsOf<T>(list: readonly T[]): T[][] {
  return Array.from({ length: 2 ** list.length }, (_, chosen) => list.filter((_item, place) => chosen & (1 << place)));
}

const at = (cloud: string, capabilities?: readonly string[]) => ({ context: { cloud, time: NOW, capabilities } });

export const CLOUDS: Dimension = [at('21vianet'), at('global')];
/** 21Vianet as described, 21Vianet where GDAP is known to exist, and the global cloud. */
export const CLOUDS_AND_GDAP: Dimension = [at('21vianet'), at('21vianet', ['gdap']), at('global')];

export const PARTNERS = vary('subject', 'partner', [undefined, 'us']);
export const PROGRAMS = vary('subject', 'programs', [undefined, ...subsetsOf(Program.options)]);
export const PROVIDERS = vary('subject', 'providers', [undefined, [], ['provider'], ['other-provider', 'provider']]);
export const RESELLERS = vary('subject', 'resellers', [undefined, [], ['reseller'], ['other-reseller', 'reseller']]);
export const GROUPS = vary('subject', 'groups', [undefined, [], ['group'], ['other-group', 'group']]);

/** The matrix gives by any one role, so every subset of the six matters. */
export const ALL_ROLES = vary('subject', 'roles', [undefined, ...subsetsOf(StaffRole.options)]);
/** Unknown, none, each alone, and two pairs. */
export const ROLES = vary('subject', 'roles', [
  undefined,
  [],
  ...StaffRole.options.map((role) => [role]),
  ['sales-agent', 'helpdesk-agent'],
  ['helpdesk-agent', 'billing-admin'],
]);
/** Unknown, and one of each kind that the invitation and GDAP rows of the matrix tell apart. */
export const FEW_ROLES = vary('subject', 'roles', [
  undefined,
  ['admin-agent'],
  ['helpdesk-agent'],
  ['sales-agent', 'user-management-admin'],
]);
/** The other roles one by one, none at all, and a pair: what `FEW_ROLES` leaves out. */
export const OTHER_ROLES = vary('subject', 'roles', [
  [],
  ['sales-agent'],
  ['global-admin'],
  ['billing-admin'],
  ['user-management-admin'],
  ['helpdesk-agent', 'billing-admin'],
]);
export const CUSTOMER_ROLES = vary('subject', 'roles', [undefined, ...subsetsOf(CustomerRole.options)]);
/** Unknown, none, each alone, and a pair. */
export const FEW_CUSTOMER_ROLES = vary('subject', 'roles', [
  undefined,
  [],
  ...CustomerRole.options.map((role) => [role]),
  ['global-admin', 'other'],
]);
export const CUSTOMERS_OF_ADMIN = vary('subject', 'customer', [undefined, 'customer', 'other-customer']);

export const CHANNELS = vary('thing', 'channel', [
  undefined,
  'csp-own',
  'csp-indirect',
  'csp-other',
  'direct',
  'advisor',
  'volume-licensing',
  'unknown',
]);

/** A few of our staff, and of the customer's. */
export const SOMEBODY: Dimension = [
  { type: 'partner-staff' },
  ...[['direct-bill'], ['indirect-reseller'], ['advisor']].flatMap((programs) =>
    [['global-admin'], ['sales-agent']].map(
      (roles) => ({ type: 'partner-staff', subject: { partner: 'us', programs, roles } }) as const,
    ),
  ),
  ...[undefined, ['global-admin'], ['other']].flatMap((roles) =>
    ['customer', 'other-customer'].map(
      (customer) => ({ type: 'customer-admin', subject: { customer, roles } }) as const,
    ),
  ),
];
