import { ActionName } from '#shared/model/policy.ts';
import { SubscriptionStatus } from '#shared/model/subscription.ts';
import { CUSTOMERS, dap, EVERY_DELEGATION, pairs, triples } from './space-delegation-lists.ts';
import { acts, always, type Dimension, type Region, vary } from './space-regions.ts';
import {
  CHANNELS,
  CLOUDS,
  CUSTOMERS_OF_ADMIN,
  FEW_CUSTOMER_ROLES,
  FEW_ROLES,
  GROUPS,
  PARTNERS,
  ROLES,
} from './space-values.ts';

const STAFF = always({ type: 'partner-staff', on: 'subscription' });
const ADMIN_AGENT = always({ type: 'partner-staff', on: 'subscription', subject: { roles: ['admin-agent'] } });
const SERVICES = vary('thing', 'service', [undefined, 'office-365']);

/** The acts that need an effective delegation, with everything else that they need. */
const NEED_DELEGATION: Dimension = [
  { act: 'subscription.provision', thing: { serviceModel: 'license-based' } },
  { act: 'subscription.support', thing: { serviceModel: 'license-based' } },
  { act: 'subscription.upgrade', thing: { status: 'active', overlapsActiveService: false } },
];

const COMMERCE = [
  'subscription.add-seats',
  'subscription.remove-seats',
  'subscription.order-add-on',
  'subscription.transition',
  'subscription.change-partner-of-record',
  'subscription.suspend',
  'subscription.cancel',
  'subscription.renew',
  'subscription.view-bill',
];

export const SUBSCRIPTION_REGIONS: readonly Region[] = [
  {
    name: 'staff act through one delegation',
    dimensions: [
      ADMIN_AGENT,
      always({ subject: { partner: 'us' } }),
      NEED_DELEGATION,
      CLOUDS,
      SERVICES,
      GROUPS,
      vary(
        'customer',
        'delegations',
        EVERY_DELEGATION.map((one) => [one]),
      ),
    ],
  },
  {
    name: 'staff act through two delegations',
    dimensions: [
      ADMIN_AGENT,
      PARTNERS,
      NEED_DELEGATION,
      CLOUDS,
      SERVICES,
      GROUPS,
      vary('customer', 'delegations', pairs),
    ],
  },
  {
    name: 'staff act through three delegations',
    dimensions: [
      ADMIN_AGENT,
      PARTNERS,
      NEED_DELEGATION,
      CLOUDS,
      SERVICES,
      GROUPS,
      vary('customer', 'delegations', triples),
    ],
  },
  {
    name: 'staff administer what was bought in any channel',
    dimensions: [
      STAFF,
      acts('subscription.provision', 'subscription.support'),
      CLOUDS,
      ROLES,
      PARTNERS,
      vary('subject', 'programs', [['direct-bill'], ['indirect-reseller']]),
      vary('thing', 'serviceModel', [undefined, 'license-based', 'usage-based']),
      CHANNELS,
      vary('thing', 'transactingPartner', [undefined, 'us', 'stranger']),
      [{}, { customer: {} }, { customer: { delegations: [] } }, { customer: { delegations: [dap()] } }],
    ],
  },
  {
    name: 'staff do commerce',
    dimensions: [
      STAFF,
      acts(...COMMERCE),
      CLOUDS,
      ROLES,
      PARTNERS,
      CHANNELS,
      vary('thing', 'transactingPartner', [undefined, 'us', 'stranger']),
      vary('thing', 'originalReseller', [undefined, 'us', 'other-stranger']),
      vary('thing', 'partnerOfRecord', [undefined, 'us']),
      [{}, { customer: { delegations: [dap()] } }],
    ],
  },
  {
    name: 'staff upgrade',
    dimensions: [
      STAFF,
      always({ subject: { partner: 'us', programs: ['direct-bill'] } }),
      acts('subscription.upgrade'),
      CLOUDS,
      FEW_ROLES,
      SERVICES,
      GROUPS,
      vary('thing', 'status', [undefined, ...SubscriptionStatus.options]),
      vary('thing', 'overlapsActiveService', [undefined, true, false]),
      CUSTOMERS,
    ],
  },
  {
    name: "a customer tries our staff's acts on subscriptions",
    dimensions: [
      always({ type: 'customer-admin', on: 'subscription' }),
      acts(...ActionName.options.filter((name) => name.startsWith('subscription.'))),
      CLOUDS,
      FEW_CUSTOMER_ROLES,
      CUSTOMERS_OF_ADMIN,
      vary('thing', 'serviceModel', [undefined, 'license-based', 'usage-based']),
      vary('thing', 'channel', [undefined, 'csp-own', 'csp-other']),
      vary('thing', 'status', [undefined, 'active', 'suspended']),
      [{}, { customer: { delegations: [] } }, { customer: { delegations: [dap()] } }],
    ],
  },
];
