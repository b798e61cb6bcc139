import { customerId } from '#electron/directory/row-ids.ts';
import type { NamedCustomer } from '#electron/directory/search.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { NONE } from './columns.ts';
import { GDAP_ID, type IndexTables } from './tables.ts';

/** Every customer by what people call it. */
export function* namedCustomers({ customers }: IndexTables): Iterable<NamedCustomer> {
  for (let row = 0; row < customers.size; row += 1) {
    if (!customers.isThere(row)) continue;
    const domain = customers.domainOf(row);
    yield {
      id: customerId(customers.idOf(row)),
      name: { value: customers.nameOf(row) },
      domain: domain === null ? null : { value: domain },
    };
  }
}

/** The customers that have a delegation of this id. */
export function holdersOf({ customers, delegations }: IndexTables, id: string): CustomerId[] {
  const rows = delegations.rowsOf(id);
  const holders = rows.map((row) => customerId(customers.idOf(delegations.customer.data[row] ?? NONE)));
  return [...new Set(holders)];
}

/** The customers with a GDAP relationship whose id stands in a link. */
export function gdapHolders(tables: IndexTables, link: string): CustomerId[] {
  const ids = [...link.matchAll(GDAP_ID)].map(([id]) => id);
  for (const id of tables.oddGdapIds.keys()) if (link.includes(id)) ids.push(id);
  return [...new Set(ids.flatMap((id) => holdersOf(tables, id)))];
}
