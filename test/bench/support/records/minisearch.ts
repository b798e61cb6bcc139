import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import type { Dossier } from '#shared/model/dossier.ts';
import { fold } from '#shared/model/fold.ts';
import type { Channel } from '#shared/model/subscription.ts';
import { dossiers } from '#test/generator/dossiers.ts';
import type { Contestant, Listed, Opened, Task } from './contestant.ts';

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly channels: readonly Channel[];
}

const HAN = /\p{Script=Han}+/gu;

/** Words as they stand, and every two neighbouring Chinese characters, which know no spaces. */
function tokens(text: string): string[] {
  const pairs = [...text.matchAll(HAN)].flatMap(([run]) =>
    Array.from({ length: Math.max(1, run.length - 1) }, (_, at) => run.slice(at, at + 2)),
  );
  return [...text.replace(HAN, ' ').split(/[\s\p{P}]+/u), ...pairs].filter(Boolean);
}

const OPTIONS: Options<Entry> = {
  fields: ['name', 'domain', 'id'],
  storeFields: ['name', 'domain', 'channels'],
  tokenize: tokens,
  processTerm: fold,
  searchOptions: { prefix: true, combineWith: 'AND' },
};

const fileIn = (folder: string): string => join(folder, 'minisearch.json');

const entryOf = ({ domain, id, name, subscriptions }: Dossier): Entry => ({
  id,
  name: name.value,
  domain: domain?.value ?? '',
  channels: [...new Set(subscriptions.map((one) => one.channel.value))],
});

/** MiniSearch, an index of words in memory that is kept as JSON. It finds words by their beginnings; dossiers it does not keep. */
export const minisearch: Contestant = {
  prepare: async ({ customers, folder, world }, tell) => {
    const entries = [...dossiers(world, 0, customers)].map(entryOf);
    const index = new MiniSearch(OPTIONS);
    const start = performance.now();
    index.addAll(entries);
    tell('filled', performance.now() - start, 'ms');
    await writeFile(fileIn(folder), JSON.stringify(index));
    tell('size on disk', (await stat(fileIn(folder))).size / 1e6, 'MB');
  },
  open: async ({ folder }: Task) => {
    const index = MiniSearch.loadJSON(await readFile(fileIn(folder), 'utf8'), OPTIONS);
    return new OpenedIndex(index);
  },
};

const nameOf = ({ name }: SearchResult): string => String(name);

class OpenedIndex implements Opened {
  readonly isDurable = false;
  readonly #index: MiniSearch<Entry>;
  readonly #collator = new Intl.Collator('en');

  constructor(index: MiniSearch<Entry>) {
    this.#index = index;
  }

  async list(search: string): Promise<Listed> {
    const found = this.#index.search(search === '' ? MiniSearch.wildcard : search);
    const counts = new Map<Channel, number>();
    for (const { channels } of found) {
      for (const channel of channels) counts.set(channel, (counts.get(channel) ?? 0) + 1);
    }
    found.sort((one, other) => this.#collator.compare(nameOf(one), nameOf(other)));
    const [first] = found;
    return { total: found.length, first: first && nameOf(first) };
  }

  async close(): Promise<void> {
    this.#index.removeAll();
  }
}
