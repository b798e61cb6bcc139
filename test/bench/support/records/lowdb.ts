import { existsSync } from 'node:fs';
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
const fileIn = (folder: string, nth: number): string => join(folder, `lowdb-${nth}.json`);

/**
 * Plain lowdb as its own page shows it: JSON files read whole, filtered and sorted in memory. A file can't grow beyond the
 * longest string of the engine (512 MB), so that many customers lie in several: each holds half of them, or half of that.
 */
export const lowdb: Contestant = {
  prepare: async ({ customers, folder, world }, tell) => {
    const all = [...dossiers(world, 0, customers)];
    for (let each = customers; ; each = Math.ceil(each / 2)) {
      const files = Math.ceil(customers / each);
      try {
        for (let nth = 0; nth < files; nth += 1) {
          const db = await JSONFilePreset<Data>(fileIn(folder, nth), NOTHING);
          db.data.dossiers = all.slice(nth * each, (nth + 1) * each);
          await db.write();
        }
      } catch (error) {
        if (error instanceof RangeError && each > 1) continue;
        throw error;
      }
      const sizes = await Promise.all(Array.from({ length: files }, (_, nth) => stat(fileIn(folder, nth))));
      tell('files', files, '1');
      tell('size on disk', sizes.reduce((sum, { size }) => sum + size, 0) / 1e6, 'MB');
      return;
    }
  },
  open: async ({ folder }: Task) => {
    const files: Low<Data>[] = [];
    for (let nth = 0; existsSync(fileIn(folder, nth)); nth += 1) {
      files.push(await JSONFilePreset<Data>(fileIn(folder, nth), NOTHING));
    }
    return new OpenedFiles(files);
  },
};

class OpenedFiles implements Opened {
  readonly isDurable = false;
  readonly #files: readonly Low<Data>[];
  readonly #collator = new Intl.Collator('en');

  constructor(files: readonly Low<Data>[]) {
    this.#files = files;
  }

  async list(search: string): Promise<Listed> {
    const found = this.#dossiers().filter(
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
    for (const { subscriptions } of this.#dossiers()) {
      for (const { channel } of subscriptions) counts.set(channel.value, (counts.get(channel.value) ?? 0) + 1);
    }
    return [...counts.values()].reduce((sum, count) => sum + count, 0);
  }

  async save(dossier: Dossier): Promise<void> {
    for (const file of this.#files) {
      const place = file.data.dossiers.findIndex(({ id }) => id === dossier.id);
      if (place < 0) continue;
      file.data.dossiers[place] = dossier;
      await file.write();
    }
  }

  async close(): Promise<void> {
    for (const file of this.#files) file.data = { dossiers: [] };
  }

  #dossiers(): Dossier[] {
    return this.#files.flatMap(({ data }) => data.dossiers);
  }
}
