import type { DelegationRow } from '#shared/contract/customers.ts';
import { inOrder } from './in-order.ts';
import type { ItemsOf } from './json.ts';
import type { Column } from './table.ts';

/** What the list of delegations shows. */
export const DELEGATION_COLUMNS: readonly Column<DelegationRow>[] = [
  { name: 'id', width: 38, cell: ({ id }) => id },
  { name: 'customer', width: 38, cell: ({ customer }) => customer },
  { name: 'customerName', width: 40, cell: ({ customerName }) => customerName },
  { name: 'kind', width: 8, cell: ({ kind }) => kind },
  { name: 'name', width: 40, cell: ({ name }) => name },
  { name: 'partner', width: 38, cell: ({ partner }) => partner },
  { name: 'status', width: 20, cell: ({ status }) => status },
  { name: 'service', width: 14, cell: ({ service }) => service },
  { name: 'endsAt', width: 24, cell: ({ endsAt }) => endsAt },
  { name: 'autoExtend', width: 12, cell: ({ autoExtend }) => autoExtend },
];

/** A customer's delegations by id, with all facts about them. */
export const delegationItems: ItemsOf = ({ delegations, id: customer, name }) =>
  inOrder(delegations, ({ id }) => id).map(({ assignments, goneUpstream = null, id, ...facts }) => ({
    id,
    customer,
    customerName: name.value,
    ...facts,
    assignments: assignments && inOrder(assignments, (assignment) => assignment.id),
    goneUpstream,
  }));
