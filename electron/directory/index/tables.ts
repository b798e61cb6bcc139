import type { NamedCustomer } from '#electron/directory/search.ts';
import type { ResellerRelationship } from '#shared/model/dossier.ts';
import type { Invitation } from '#shared/model/invitation.ts';
import { NONE } from './columns.ts';
import { CustomerRows } from './customer-rows.ts';
import { CustomerTable } from './customer-table.ts';
import { DelegationTable } from './delegation-table.ts';
import { Instants } from './instants.ts';
import { Interned, InternedSets } from './interned.ts';
import { SubscriptionTable } from './subscription-table.ts';

/** A customer that has invitations, with all of them: they are few. */
export interface InvitedCustomer extends NamedCustomer {
  readonly invitations: readonly Invitation[];
  /** What tells whether an invitation was accepted. */
  readonly resellers: readonly ResellerRelationship[];
}

/** What the index holds: the tables, and the texts and sets that their rows share. */
export class IndexTables {
  readonly customers = new CustomerTable();
  readonly subscriptions = new SubscriptionTable();
  readonly delegations = new DelegationTable();
  readonly texts = {
    relationships: new Interned(),
    names: new Interned(),
    services: new Interned(),
    tenants: new Interned(),
    /** Tenant id, name and MPN ID of a partner, as searches compare them: a line each. */
    labels: new Interned(),
    tags: new Interned(),
    forms: new Interned(),
  };
  readonly sets = { labels: new InternedSets(), tenants: new InternedSets(), tags: new InternedSets() };
  readonly instants = new Instants(this.texts.forms);
  /** The rows of customers. */
  readonly rows = new CustomerRows(this.customers);
  readonly invited = new Map<number, InvitedCustomer>();
  /** Ids of GDAP relationships that do not have the form of Microsoft's, with their number of rows. */
  readonly oddGdapIds = new Map<string, number>();
  /** Grows with every change. */
  version = 1;

  /** The rows of a customer's subscriptions, in the dossier's order. */
  subscriptionsOf(customer: number): number[] {
    return chain(this.customers.firstSubscription.data[customer], this.subscriptions.next.data);
  }

  /** The rows of a customer's delegations, in the dossier's order. */
  delegationsOf(customer: number): number[] {
    return chain(this.customers.firstDelegation.data[customer], this.delegations.next.data);
  }
}

/** Two GUIDs. */
export const GDAP_ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

function chain(first: number | undefined, next: Uint32Array): number[] {
  const rows: number[] = [];
  for (let row = first ?? NONE; row !== NONE; row = next[row] ?? NONE) rows.push(row);
  return rows;
}
