import type { InvitationRow } from '#shared/contract/invitations.ts';
import { inOrder } from './in-order.ts';
import type { ItemsOf } from './json.ts';
import type { Column } from './table.ts';

/** What the list of invitations shows. */
export const INVITATION_COLUMNS: readonly Column<InvitationRow>[] = [
  { name: 'id', width: 22, cell: ({ invitation }) => invitation.id },
  { name: 'customer', width: 38, cell: ({ customer }) => customer },
  { name: 'customerName', width: 40, cell: ({ customerName }) => customerName },
  { name: 'kind', width: 10, cell: ({ invitation }) => invitation.kind },
  { name: 'status', width: 12, cell: ({ invitation }) => invitation.status },
  { name: 'to', width: 32, cell: ({ invitation }) => invitation.to },
  { name: 'language', width: 10, cell: ({ invitation }) => invitation.language },
  { name: 'author', width: 28, cell: ({ invitation }) => invitation.author },
  { name: 'createdAt', width: 24, cell: ({ invitation }) => invitation.createdAt },
  { name: 'link', width: 60, cell: ({ invitation }) => invitation.link },
  { name: 'fingerprint', width: 12, cell: ({ fingerprint }) => fingerprint },
  { name: 'age', width: 6, cell: ({ age }) => age },
  { name: 'nudge', width: 8, cell: ({ nudge }) => nudge },
  { name: 'hint', width: 12, cell: ({ hint }) => hint },
  { name: 'supersededBy', width: 22, cell: ({ invitation }) => invitation.supersededBy },
];

/** A customer's invitations by reference, with their whole history. */
export const invitationItems: ItemsOf = ({ id: customer, invitations, name }) =>
  inOrder(invitations, ({ id }) => id).map(({ id, ...facts }) => ({
    id,
    customer,
    customerName: name.value,
    ...facts,
  }));
