import { ActionName } from '#shared/model/policy.ts';
import { acts, always, type Dimension, type Region, vary } from './space-regions.ts';
import {
  ALL_ROLES,
  CLOUDS,
  CUSTOMER_ROLES,
  CUSTOMERS_OF_ADMIN,
  FEW_CUSTOMER_ROLES,
  FEW_ROLES,
  PARTNERS,
  PROGRAMS,
  PROVIDERS,
  RESELLERS,
  ROLES,
} from './space-values.ts';

const STAFF = always({ type: 'partner-staff' });
const INVITATION = always({ on: 'invitation' });
const ASKED_KINDS = vary('asked', 'kind', [undefined, 'reseller', 'gdap', 'dap']);
const KINDS = vary('thing', 'kind', [undefined, 'reseller', 'gdap']);
const ACCEPTED = vary('thing', 'acceptedBy', [undefined, null, 'customer']);
const AUDIENCES = vary('thing', 'audience', [undefined, 'us', 'reseller', 'stranger']);

/** A customer, or an invitation that is or is not known to be of a kind. */
const CUSTOMER_OR_INVITATION: Dimension = [
  { on: 'customer' },
  ...[undefined, 'reseller', 'gdap'].map((kind) => ({ on: 'invitation', thing: { kind } }) as const),
];

const OF_PARTNERS = ActionName.options.filter((name) => /^invitation\.(?!accept)/.test(name));

export const INVITATION_REGIONS: readonly Region[] = [
  {
    name: 'staff create an invitation',
    dimensions: [
      STAFF,
      acts('invitation.create'),
      CLOUDS,
      PROGRAMS,
      FEW_ROLES,
      ASKED_KINDS,
      CUSTOMER_OR_INVITATION,
      vary('asked', 'channel', [undefined, 'api', 'portal']),
      vary('asked', 'provider', [undefined, 'provider', 'stranger']),
      PROVIDERS,
    ],
  },
  {
    name: 'staff request an invitation',
    dimensions: [
      STAFF,
      acts('invitation.request'),
      CLOUDS,
      PROGRAMS,
      ROLES,
      vary('asked', 'provider', [undefined, 'provider', 'stranger']),
      PROVIDERS,
      [{ on: 'customer' }, { on: 'invitation' }],
    ],
  },
  {
    name: 'staff send an invitation',
    dimensions: [
      STAFF,
      INVITATION,
      acts('invitation.send'),
      CLOUDS,
      PROGRAMS,
      FEW_ROLES,
      PARTNERS,
      vary('thing', 'createdBy', [undefined, 'us', 'stranger']),
      vary('asked', 'to', [undefined, 'customer', 'reseller', 'stranger']),
      AUDIENCES,
      RESELLERS,
    ],
  },
  {
    name: 'staff forward an invitation',
    dimensions: [
      STAFF,
      INVITATION,
      acts('invitation.forward'),
      CLOUDS,
      PROGRAMS,
      FEW_ROLES,
      PARTNERS,
      KINDS,
      vary('thing', 'createdBy', [undefined, 'provider', 'us', 'stranger']),
      AUDIENCES,
      PROVIDERS,
    ],
  },
  {
    name: 'staff reuse an invitation',
    dimensions: [STAFF, INVITATION, acts('invitation.reuse'), CLOUDS, ROLES, ASKED_KINDS, KINDS, ACCEPTED, PARTNERS],
  },
  {
    name: 'staff edit an invitation',
    dimensions: [STAFF, INVITATION, acts('invitation.edit-text', 'invitation.edit-link'), CLOUDS, ALL_ROLES, KINDS],
  },
  {
    name: 'a customer accepts an invitation',
    dimensions: [
      always({ type: 'customer-admin' }),
      INVITATION,
      acts('invitation.accept'),
      CLOUDS,
      CUSTOMER_ROLES,
      CUSTOMERS_OF_ADMIN,
      ASKED_KINDS,
      KINDS,
      ACCEPTED,
      vary('thing', 'customer', [undefined, 'customer']),
    ],
  },
  {
    name: 'a customer accepts an invitation before and when its relationship administrators could',
    dimensions: [
      always({ type: 'customer-admin' }),
      INVITATION,
      acts('invitation.accept'),
      CLOUDS,
      vary('context', 'time', ['2026-03-31T23:59:59Z', '2026-04-01T08:00:00+08:00', '2026-04-01T00:00:00+08:00']),
      CUSTOMER_ROLES,
      CUSTOMERS_OF_ADMIN,
      KINDS,
      vary('thing', 'customer', [undefined, 'customer']),
    ],
  },
  {
    name: 'staff accept an invitation',
    dimensions: [STAFF, acts('invitation.accept'), CLOUDS, PROGRAMS, ROLES, ASKED_KINDS, CUSTOMER_OR_INVITATION],
  },
  {
    name: "a customer tries a partner's acts on invitations",
    dimensions: [
      always({ type: 'customer-admin' }),
      INVITATION,
      acts(...OF_PARTNERS),
      CLOUDS,
      FEW_CUSTOMER_ROLES,
      CUSTOMERS_OF_ADMIN,
      ASKED_KINDS,
      KINDS,
      ACCEPTED,
      vary('asked', 'to', [undefined, 'customer', 'reseller']),
    ],
  },
  {
    name: 'a customer tries to send what a partner made',
    dimensions: [
      always({ type: 'customer-admin' }),
      INVITATION,
      acts('invitation.send', 'invitation.forward'),
      CLOUDS,
      CUSTOMER_ROLES,
      vary('thing', 'createdBy', ['us', 'provider']),
      AUDIENCES,
      vary('asked', 'to', [undefined, 'customer', 'reseller']),
    ],
  },
];
