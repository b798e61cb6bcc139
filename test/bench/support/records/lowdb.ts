import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Low } from 'lowdb';
import { JSONFilePreset } from 'lowdb/node';
import type { Dossier } from '#shared/model/dossier.ts';
import { dossiers } from '#test/generator/dossiers.ts';
import type { Contestant, Listed, Opened, Task } from './contestant.ts';

interface Data {
  dossiers: Dossier[];
}

const NOTHING: Data = { dossiers: [] };
const fileIn = (folder: string): string => join(folder, 'lowdb.json');

/**
 * Plain lowdb as its own page shows it: one JSON file with everything, filtered and sorted in memory. The file can't grow
 * beyond the longest string of the engine (512 MB); of more customers it keeps half, or half of that.
 */
export const lowdb: Contestant = {
  prepare: async ({ customers, folder, world }, tell) => {
    const db = await JSONFilePreset<Data>(fileIn(folder), NOTHING);
    for (let keeps = customers; ; keeps = Math.floor(keeps / 2)) {
      db.data.dossiers = keeps === customers ? [...dossiers(world, 0, customers)] : db.data.dossiers.slice(0, keeps);
      try {
        await db.write();
      } catch (error) {
        if (error instanceof RangeError && keeps > 1) continue;
        throw error;
      }
      tell('size on disk', (await stat(fileIn(folder))).size / 1e6, 'MB');
      return keeps;
    }
  },
  open: async ({ folder }: Task) => new OpenedFile(await JSONFilePreset<Data>(fileIn(folder), NOTHING)),
};

class OpenedFile implements Opened {
  readonly isDurable = false;
  readonly #db: Low<Data>;
  readonly #collator = new Intl.Collator('en');

  constructor(db: Low<Data>) {
    this.#db = db;
  }

  async list(search: string): Promise<Listed> {
    const found = this.#db.data.dossiers.filter(
      ({ domain, id, name }) =>
        name.value.toLowerCase().includes(search) || domain?.value.includes(search) || id.includes(search),
    );
    const counts = new Map<string, number>();
    for (const { subscriptions } of found) {
      for (const channel of new Set(subscriptions.map((one) => one.channel.value))) {
        counts.set(channel, (counts.get(channel) ?? 0) + 1);
      }
    }
    found.sort((one, other) => this.#collator.compare(one.name.value, other.name.value));
    const page = found.slice(0, 200).map(({ id, name }) => ({ id, name: name.value }));
    return { total: found.length, first: page[0]?.name };
  }

  async channelCounts(): Promise<number> {
    const counts = new Map<string, number>();
    for (const { subscriptions } of this.#db.data.dossiers) {
      for (const { channel } of subscriptions) counts.set(channel.value, (counts.get(channel.value) ?? 0) + 1);
    }
    return [...counts.values()].reduce((sum, count) => sum + count, 0);
  }

  async save(dossier: Dossier): Promise<void> {
    const place = this.#db.data.dossiers.findIndex(({ id }) => id === dossier.id);
    this.#db.data.dossiers[place] = dossier;
    await this.#db.write();
  }

  async close(): Promise<void> {
    this.#db.data = { dossiers: [] };
  }
}
