import type { SubscriptionRow } from '#shared/contract/customers.ts';
import { inOrder } from './in-order.ts';
import type { ItemsOf } from './json.ts';
import type { Column } from './table.ts';

/** What the list of subscriptions and seat remainders shows. */
export const SUBSCRIPTION_COLUMNS: readonly Column<SubscriptionRow>[] = [
  { name: 'id', width: 38, cell: ({ id }) => id },
  { name: 'customer', width: 38, cell: ({ customer }) => customer },
  { name: 'customerName', width: 40, cell: ({ customerName }) => customerName },
  { name: 'kind', width: 13, cell: ({ kind }) => kind },
  { name: 'name', width: 40, cell: ({ name }) => name },
  { name: 'quantity', width: 10, cell: ({ quantity }) => quantity },
  { name: 'channel', width: 16, cell: ({ channel }) => channel },
  { name: 'basis', width: 10, cell: ({ basis }) => basis },
  { name: 'status', width: 12, cell: ({ status }) => status },
  { name: 'asOf', width: 24, cell: ({ asOf }) => asOf },
  { name: 'goneSince', width: 24, cell: ({ goneSince }) => goneSince },
];

/** A customer's subscriptions and seat remainders by id, with all facts about them. */
export const subscriptionItems: ItemsOf = ({ id: customer, name, subscriptions }) =>
  inOrder(subscriptions, ({ id }) => id).map(({ goneUpstream = null, id, ...facts }) => ({
    id,
    customer,
    customerName: name.value,
    ...facts,
    goneUpstream,
  }));
