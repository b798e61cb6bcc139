import { Directory } from '#electron/directory/directory.ts';
import { type CustomerIndex, openIndex } from '#electron/directory/index/customer-index.ts';
import type { Keychain } from '#electron/records/key-file.ts';
import type { Records } from '#electron/records/records.ts';
import { findKey } from '#electron/records/unlocking.ts';
import { createWorkspace, inStorageOrder, openRecords } from '#electron/records/workspace.ts';
import { CustomerQuery, SubscriptionQuery } from '#shared/contract/customers.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { customerId } from '#test/generator/customer.ts';
import { dossierOf } from '#test/generator/dossiers.ts';
import { NOW } from '#test/generator/world.ts';
import type { Contestant, Listed, Opened, Task } from './contestant.ts';
import { watched } from './stall.ts';

/** How many dossiers are saved at once while the workspace is filled. */
const AT_ONCE = 2_000;

/** The product's own records, encrypted, with its index. */
export const ours: Contestant = {
  prepare: async ({ customers, folder, world }, tell) => {
    await createWorkspace(folder, world.profile, { protection: { kind: 'keychain' }, keychain: KEYCHAIN });
    const records = await openWorkspaceIn(folder);
    const places = new Map(Array.from({ length: customers }, (_, nth) => [customerId(world.seed, nth), nth]));
    const order = inStorageOrder([...places.keys()]);
    let filled = 0;
    for (let from = 0; from < order.length; from += AT_ONCE) {
      const some = order.slice(from, from + AT_ONCE).map((id) => dossierOf(world, places.get(id) ?? 0));
      filled += (await watched(() => records.save(some))).took;
    }
    tell('filled', filled, 'ms');
    const { result: index, stall, took } = await watched(() => openIndexOf(records));
    tell('index made from nothing', took, 'ms');
    tell('index made from nothing, longest stall', stall, 'ms');
    await index.close();
    await records.close();
  },
  open: async ({ folder }: Task) => {
    const records = await openWorkspaceIn(folder);
    return new OpenedWorkspace(records, new Directory(records, await openIndexOf(records)));
  },
};

/** Stands for the operating system's, which is asked for one key when a workspace is opened. */
const KEYCHAIN: Keychain = { name: 'none', seal: (bytes) => bytes, open: (sealed) => sealed };

/** The encrypted workspace in a folder. */
export async function openWorkspaceIn(folder: string): Promise<Records> {
  const key = await findKey(folder, { keychain: KEYCHAIN });
  const records = typeof key === 'string' ? undefined : await openRecords(folder, { key });
  if (!records) throw new Error(`There is no workspace in ${folder}.`);
  return records;
}

/** Its index, which is kept for the next time. */
export function openIndexOf(records: Records): Promise<CustomerIndex> {
  return openIndex(records, undefined, { clock: () => NOW, keeps: true });
}

class OpenedWorkspace implements Opened {
  readonly isDurable = true;
  readonly #records: Records;
  readonly #directory: Directory;

  constructor(records: Records, directory: Directory) {
    this.#records = records;
    this.#directory = directory;
  }

  async list(search: string): Promise<Listed> {
    const { items, total } = await this.#directory.customers(CustomerQuery.parse({ search }), NOW);
    return { total, first: items[0]?.name };
  }

  async channelCounts(): Promise<number> {
    const { counts } = await this.#directory.subscriptions(SubscriptionQuery.parse({ limit: 1 }), NOW);
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  async save(dossier: Dossier): Promise<void> {
    await this.#records.save([dossier]);
  }

  async close(): Promise<void> {
    await this.#records.close();
  }
}
