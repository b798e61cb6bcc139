import { ActionName } from '#shared/model/policy.ts';
import { acts, always, type Dimension, type Region, vary } from './space-regions.ts';
import {
  CLOUDS_AND_GDAP,
  CUSTOMER_ROLES,
  CUSTOMERS_OF_ADMIN,
  FEW_ROLES,
  GLOBAL_ADMINISTRATOR,
  LICENSE_ADMINISTRATOR,
  PARTNERS,
  PROGRAMS,
  ROLES,
  SOMEBODY,
} from './space-values.ts';

const STAFF = always({ type: 'partner-staff' });
const CUSTOMER_ADMIN = always({ type: 'customer-admin' });
const DELEGATION = always({ on: 'delegation' });
export const ASKED_KINDS = vary('asked', 'kind', [undefined, 'dap', 'gdap']);
const KINDS = vary('thing', 'kind', [undefined, 'dap', 'gdap']);
const HOLDERS = vary('thing', 'partner', [undefined, 'us', 'stranger']);

/** A delegation that is or is not known to be of a kind. */
const OF_SOME_KIND: Dimension = [undefined, 'dap', 'gdap'].map(
  (kind) => ({ on: 'delegation', thing: { kind } }) as const,
);
export const ANY_THING: Dimension = [{ on: 'customer' }, { on: 'subscription' }, ...OF_SOME_KIND];
const THINGS = ['customer', 'subscription', 'invitation', 'delegation'] as const;

export const DELEGATION_REGIONS: readonly Region[] = [
  {
    name: 'staff answer a request',
    dimensions: [
      STAFF,
      DELEGATION,
      acts('delegation.approve', 'delegation.reject'),
      CLOUDS_AND_GDAP,
      PROGRAMS,
      FEW_ROLES,
      ASKED_KINDS,
      KINDS,
      vary('thing', 'status', [undefined, 'approvalPending', 'active', 'unknownFutureValue']),
      vary('thing', 'requestedBy', [undefined, 'provider', 'stranger']),
      vary('subject', 'providers', [undefined, [], ['other-provider', 'provider']]),
    ],
  },
  {
    name: 'staff turn auto-extend on',
    dimensions: [
      STAFF,
      DELEGATION,
      acts('delegation.extend'),
      CLOUDS_AND_GDAP,
      ROLES,
      ASKED_KINDS,
      KINDS,
      HOLDERS,
      vary('thing', 'status', [
        undefined,
        'approvalPending',
        'approved',
        'active',
        'expiring',
        'expired',
        'unknownFutureValue',
      ]),
      vary('thing', 'roles', [undefined, [], [LICENSE_ADMINISTRATOR], [LICENSE_ADMINISTRATOR, GLOBAL_ADMINISTRATOR]]),
    ],
  },
  {
    name: 'staff terminate a delegation',
    dimensions: [
      STAFF,
      DELEGATION,
      acts('delegation.terminate'),
      CLOUDS_AND_GDAP,
      ROLES,
      ASKED_KINDS,
      KINDS,
      HOLDERS,
      PARTNERS,
      vary('thing', 'status', [undefined, 'active', 'terminated']),
      vary('subject', 'programs', [undefined, ['indirect-reseller'], ['advisor']]),
    ],
  },
  {
    name: 'a customer terminates a delegation',
    dimensions: [
      CUSTOMER_ADMIN,
      DELEGATION,
      acts('delegation.terminate'),
      CLOUDS_AND_GDAP,
      CUSTOMER_ROLES,
      CUSTOMERS_OF_ADMIN,
      ASKED_KINDS,
      KINDS,
      HOLDERS,
      vary('thing', 'customer', [undefined, 'customer']),
    ],
  },
  {
    name: "a customer tries the partner's acts on delegations",
    dimensions: [
      CUSTOMER_ADMIN,
      acts('delegation.request', 'delegation.approve', 'delegation.reject', 'delegation.extend'),
      CLOUDS_AND_GDAP,
      CUSTOMER_ROLES,
      ASKED_KINDS,
      OF_SOME_KIND,
    ],
  },
  {
    name: 'a customer grants and removes',
    dimensions: [
      CUSTOMER_ADMIN,
      acts('delegation.grant', 'delegation.remove'),
      CLOUDS_AND_GDAP,
      CUSTOMER_ROLES,
      CUSTOMERS_OF_ADMIN,
      ASKED_KINDS,
      ANY_THING,
      vary('asked', 'partner', [undefined, 'us', 'stranger']),
    ],
  },
  {
    name: 'a customer grants and removes a delegation of a known customer',
    dimensions: [
      CUSTOMER_ADMIN,
      DELEGATION,
      always({ thing: { customer: 'customer' } }),
      acts('delegation.grant', 'delegation.remove'),
      CLOUDS_AND_GDAP,
      CUSTOMER_ROLES,
      CUSTOMERS_OF_ADMIN,
      ASKED_KINDS,
      KINDS,
    ],
  },
  {
    name: "staff try the customer's acts on delegations",
    dimensions: [
      STAFF,
      acts('delegation.grant', 'delegation.remove'),
      CLOUDS_AND_GDAP,
      PROGRAMS,
      ROLES,
      ASKED_KINDS,
      ANY_THING,
    ],
  },
  {
    name: 'staff answer or extend what is no delegation',
    dimensions: [
      STAFF,
      acts('delegation.approve', 'delegation.reject', 'delegation.extend', 'delegation.terminate'),
      CLOUDS_AND_GDAP,
      ROLES,
      ASKED_KINDS,
      vary('subject', 'programs', [undefined, ['indirect-reseller'], ['direct-bill']]),
      [{ on: 'customer' }, { on: 'subscription' }, { on: 'subscription', thing: { status: 'active' } }],
    ],
  },
  {
    name: "acts on delegations where there is none, or in an invitation's kind",
    dimensions: [
      acts(...ActionName.options.filter((name) => name.startsWith('delegation.'))),
      CLOUDS_AND_GDAP,
      SOMEBODY,
      [
        ...[undefined, 'dap', 'gdap'].map((kind) => ({ on: 'invitation', asked: { kind } }) as const),
        ...THINGS.map((on) => ({ on, asked: { kind: 'reseller' } }) as const),
      ],
    ],
  },
];
