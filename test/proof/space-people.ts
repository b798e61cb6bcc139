import { acts, always, type Region, vary } from './space-regions.ts';
import { ALL_ROLES, CLOUDS, CUSTOMER_ROLES, CUSTOMERS_OF_ADMIN, PROGRAMS, ROLES } from './space-values.ts';

const STAFF = always({ type: 'partner-staff' });
const CUSTOMER_ADMIN = always({ type: 'customer-admin' });

export const PEOPLE_REGIONS: readonly Region[] = [
  {
    name: 'staff look after customers and staff',
    dimensions: [
      STAFF,
      always({ on: 'customer' }),
      acts('customer.view', 'customer.create', 'customer.edit', 'staff.manage'),
      CLOUDS,
      PROGRAMS,
      ALL_ROLES,
    ],
  },
  {
    name: 'staff remove or end a relationship',
    dimensions: [
      STAFF,
      acts('relationship.remove', 'relationship.end'),
      CLOUDS,
      PROGRAMS,
      ROLES,
      [{ on: 'customer' }, { on: 'subscription' }],
      vary('customer', 'activeSubscriptionsWithUs', [undefined, 0, 1, 7]),
    ],
  },
  {
    name: 'a customer ends or removes a relationship',
    dimensions: [
      CUSTOMER_ADMIN,
      acts('relationship.remove', 'relationship.end'),
      CLOUDS,
      CUSTOMER_ROLES,
      CUSTOMERS_OF_ADMIN,
      [{ on: 'customer' }, { on: 'subscription' }],
      vary('customer', 'activeSubscriptionsWithUs', [undefined, 0, 1]),
    ],
  },
  {
    name: "a customer tries our staff's acts on customers and staff",
    dimensions: [
      CUSTOMER_ADMIN,
      acts('customer.view', 'customer.create', 'customer.edit', 'staff.manage'),
      CLOUDS,
      CUSTOMER_ROLES,
      CUSTOMERS_OF_ADMIN,
      [{ on: 'customer' }, { on: 'subscription' }, { on: 'invitation' }, { on: 'delegation' }],
    ],
  },
];
