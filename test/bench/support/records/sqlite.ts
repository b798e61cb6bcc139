import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { z } from 'zod';
import { PLACES } from '#electron/directory/index/words.ts';
import { accessOf } from '#electron/directory/rows.ts';
import { FACETS_TOLD } from '#shared/contract/customers.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { CHANNELS } from '#shared/model/subscription.ts';
import { dossiers } from '#test/generator/dossiers.ts';
import { NOW, type World } from '#test/generator/world.ts';
import type { Contestant, Listed, Opened, Task, Tell } from './contestant.ts';
import { haystacksOf } from './haystack.ts';

/**
 * How the haystacks are searched: by LIKE over the customers, or by the trigram index of FTS5 (which scans, too, for
 * words of fewer than three characters).
 */
export type Search = 'like' | 'trigram';

const fileIn = (folder: string, search: Search): string => join(folder, `${search}.sqlite`);

/** Whole dossiers lie apart, so that a scan does not walk over them. The place in the order of names is reckoned beforehand. */
const TABLES = `
  CREATE TABLE dossiers (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE customers (
    rank INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, domain TEXT, relationship TEXT,
    channels INTEGER NOT NULL, subscriptions INTEGER NOT NULL, asOf TEXT NOT NULL, access TEXT NOT NULL, ends REAL,
    haystack TEXT NOT NULL);
  CREATE TABLE resellers (customer INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (customer, value)) WITHOUT ROWID;
  CREATE TABLE tags (customer INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (customer, value)) WITHOUT ROWID;
  CREATE TABLE subscriptions (
    customer TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, quantity INTEGER, channel TEXT NOT NULL, status TEXT,
    PRIMARY KEY (customer, id)) WITHOUT ROWID;
  CREATE INDEX channels ON subscriptions (channel);
  CREATE INDEX resellersByValue ON resellers (value);
  CREATE INDEX tagsByValue ON tags (value);`;

/** What a search finds is listed and counted from here, so that it is sought once. */
const FOUND = 'CREATE TEMP TABLE found (rank INTEGER PRIMARY KEY)';

const TRIGRAMS = `CREATE VIRTUAL TABLE haystacks USING fts5 (haystack, tokenize = 'trigram')`;

/** SQLite with a write-ahead log and every commit on the disk. */
export function sqlite(search: Search): Contestant {
  return {
    prepare: async ({ customers, folder, world }, tell) => {
      const db = openFile(folder, search);
      db.exec(TABLES);
      if (search === 'trigram') db.exec(TRIGRAMS);
      fill(db, search, world, [...dossiers(world, 0, customers)], tell);
      db.exec('PRAGMA wal_checkpoint (TRUNCATE)');
      db.close();
      tell('size on disk', (await stat(fileIn(folder, search))).size / 1e6, 'MB');
    },
    open: async ({ folder, world }: Task) => new OpenedDatabase(openFile(folder, search), search, world),
  };
}

function openFile(folder: string, search: Search): DatabaseSync {
  const db = new DatabaseSync(fileIn(folder, search));
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY',
  );
  db.exec(FOUND);
  return db;
}

function fill(db: DatabaseSync, search: Search, world: World, all: readonly Dossier[], tell: Tell): void {
  const collator = new Intl.Collator('en');
  const sorted = all.toSorted((one, other) => collator.compare(one.name.value, other.name.value));
  const start = performance.now();
  db.exec('BEGIN');
  const write = writer(db, search, world);
  for (const [rank, dossier] of sorted.entries()) write(dossier, rank + 1);
  if (search === 'trigram') db.exec("INSERT INTO haystacks (haystacks) VALUES ('optimize')");
  db.exec('COMMIT');
  tell('filled', performance.now() - start, 'ms');
}

/** Writes everything about a customer at its place in the order of names. */
function writer(db: DatabaseSync, search: Search, world: World): (dossier: Dossier, rank: number) => void {
  const dossiers = db.prepare('INSERT OR REPLACE INTO dossiers VALUES (?, ?)');
  const customers = db.prepare('INSERT OR REPLACE INTO customers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const cleared = db.prepare('DELETE FROM subscriptions WHERE customer = ?');
  const subscriptions = db.prepare('INSERT INTO subscriptions VALUES (?, ?, ?, ?, ?, ?)');
  const values = (['resellers', 'tags'] as const).map((table) => ({
    cleared: db.prepare(`DELETE FROM ${table} WHERE customer = ?`),
    added: db.prepare(`INSERT OR IGNORE INTO ${table} VALUES (?, ?)`),
  }));
  const haystackOf = haystacksOf(world);
  const haystacks =
    search === 'trigram' ? db.prepare('INSERT OR REPLACE INTO haystacks (rowid, haystack) VALUES (?, ?)') : null;
  return (dossier, rank) => {
    const { domain, id, name, relationship } = dossier;
    const haystack = haystackOf(dossier);
    const { access, soonest } = accessOf(dossier, world.profile, NOW);
    dossiers.run(id, JSON.stringify(dossier));
    customers.run(
      ...[rank, id, name.value, domain?.value ?? null, relationship?.value ?? null, channelBits(dossier)],
      ...[dossier.subscriptions.length, name.asOf, access, soonest ? Date.parse(soonest.endsAt ?? '') : null, haystack],
    );
    const lists = [dossier.resellers.map(({ partner }) => partner), dossier.tags];
    for (const [nth, { added, cleared }] of values.entries()) {
      cleared.run(rank);
      for (const value of lists[nth] ?? []) added.run(rank, value);
    }
    cleared.run(id);
    for (const one of dossier.subscriptions) {
      subscriptions.run(id, one.id, one.name, one.quantity, one.channel.value, one.status);
    }
    haystacks?.run(rank, haystack);
  };
}

const channelBits = ({ subscriptions }: Dossier): number =>
  subscriptions.reduce((bits, { channel }) => bits | (1 << CHANNELS.indexOf(channel.value)), 0);

const Row = z.object({ name: z.string() });
const Total = z.object({ total: z.number() });
const Counts = z.array(z.object({ channel: z.string(), count: z.number() }));
const Place = z.object({ rank: z.number() });

const DAY = 86_400_000;
const COLUMNS = 'id, name, domain, relationship, channels, subscriptions, asOf, access, ends';

/** What is counted of customers for the filters: by channel, by access, and ends within so many days. */
const TOTALS = [
  'count(*) AS total',
  ...CHANNELS.map((_, nth) => `sum(channels >> ${nth} & 1)`),
  ...PLACES.access.map((access) => `sum(access = '${access}')`),
  ...[7, 30, 60, 90].map((days) => `sum(ends <= ${NOW.getTime() + days * DAY})`),
].join(', ');

/** The statements that answer for the list of all customers, or of those found. */
function listing(db: DatabaseSync, isSearch: boolean) {
  // A cross join goes through what was found, be it much or nothing; left to itself, SQLite goes through all the rest.
  const customers = isSearch ? 'found CROSS JOIN customers USING (rank)' : 'customers';
  const counted = (table: string) => {
    const joined = isSearch ? `found CROSS JOIN ${table} ON customer = rank` : table;
    return db.prepare(
      `SELECT value, count(*) AS count FROM ${joined} GROUP BY value ORDER BY count DESC LIMIT ${FACETS_TOLD}`,
    );
  };
  return {
    page: db.prepare(`SELECT ${COLUMNS} FROM ${customers} ORDER BY rank LIMIT 200`),
    totals: db.prepare(`SELECT ${TOTALS} FROM ${customers}`),
    facets: [counted('resellers'), counted('tags')],
  };
}

class OpenedDatabase implements Opened {
  readonly isDurable = true;
  readonly #db: DatabaseSync;
  readonly #search: Search;
  readonly #all: ReturnType<typeof listing>;
  readonly #found: ReturnType<typeof listing>;
  readonly #like: StatementSync;
  readonly #match: StatementSync;
  readonly #place: StatementSync;
  readonly #write: (dossier: Dossier, rank: number) => void;

  constructor(db: DatabaseSync, search: Search, world: World) {
    this.#db = db;
    this.#search = search;
    this.#all = listing(db, false);
    this.#found = listing(db, true);
    this.#like = db.prepare('INSERT INTO found SELECT rank FROM customers WHERE haystack LIKE ?');
    this.#match =
      search === 'trigram'
        ? db.prepare('INSERT INTO found SELECT rowid FROM haystacks WHERE haystacks MATCH ?')
        : this.#like;
    this.#place = db.prepare('SELECT rank FROM customers WHERE id = ?');
    this.#write = writer(db, search, world);
  }

  async list(search: string): Promise<Listed> {
    if (search !== '') this.#find(search);
    const { facets, page, totals } = search === '' ? this.#all : this.#found;
    const [first] = page.all();
    for (const values of facets) values.all();
    return { total: Total.parse(totals.get()).total, first: Row.safeParse(first).data?.name };
  }

  async channelCounts(): Promise<number> {
    const counts = this.#db.prepare('SELECT channel, count(*) AS count FROM subscriptions GROUP BY channel').all();
    return Counts.parse(counts).reduce((sum, { count }) => sum + count, 0);
  }

  async save(dossier: Dossier): Promise<void> {
    const { rank } = Place.parse(this.#place.get(dossier.id));
    this.#db.exec('BEGIN');
    this.#write(dossier, rank);
    this.#db.exec('COMMIT');
  }

  async close(): Promise<void> {
    this.#db.close();
  }

  /** By scanning, or by the trigram index, which has no words of fewer than three characters. */
  #find(search: string): void {
    this.#db.exec('DELETE FROM found');
    if (this.#search === 'trigram' && [...search].length >= 3) this.#match.run(`"${search}"`);
    else this.#like.run(`%${search}%`);
  }
}
