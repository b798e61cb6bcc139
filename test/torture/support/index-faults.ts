import { Directory } from '#electron/directory/directory.ts';
import { openIndex } from '#electron/directory/index/customer-index.ts';
import type { Records } from '#electron/records/records.ts';
import { CustomerQuery, SubscriptionQuery } from '#shared/contract/customers.ts';

export const CLOCK = (): Date => new Date('2026-11-22T00:00:00Z');

/** The index that was kept, brought up to date as at every start, must say what one says that is made from the dossiers. */
export async function indexFaults(records: Records): Promise<string[]> {
  const kept = await listed(records);
  const fresh = await listed(withoutDerived(records));
  return kept === fresh ? [] : [`The index says\n${kept}\nwhere the dossiers say\n${fresh}`];
}

async function listed(records: Records): Promise<string> {
  const index = await openIndex(records, undefined, { clock: CLOCK });
  const directory = new Directory(records, index);
  const customers = await directory.customers(CustomerQuery.parse({ limit: 1000 }), CLOCK());
  const subscriptions = await directory.subscriptions(SubscriptionQuery.parse({ limit: 1000 }), CLOCK());
  return [customers, subscriptions]
    .flatMap(({ counts, items, total }) => [
      JSON.stringify({ counts, total }),
      ...items.map((row) => JSON.stringify(row)).sort(),
    ])
    .join('\n');
}

function withoutDerived(records: Records): Records {
  return {
    folder: records.folder,
    profile: records.profile,
    sample: records.sample,
    protection: records.protection,
    readOnly: records.readOnly,
    surroundings: () => records.surroundings(),
    saveSurroundings: (next, note) => records.saveSurroundings(next, note),
    dossier: (id) => records.dossier(id),
    dossiers: () => records.dossiers(),
    save: (dossiers, note) => records.save(dossiers, note),
    documents: () => records.documents(),
    document: (name) => records.document(name),
    documentOf: (id) => records.documentOf(id),
    onSaved: () => undefined,
    damaged: () => records.damaged(),
    ledger: (name, schema, empty) => records.ledger(name, schema, empty),
    readDerived: async () => null,
    writeDerived: async () => undefined,
    close: async () => undefined,
  };
}
