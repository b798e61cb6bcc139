import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { z } from 'zod';
import type { Dossier } from '#shared/model/dossier.ts';
import { fold } from '#shared/model/fold.ts';
import { CHANNELS } from '#shared/model/subscription.ts';
import { dossiers } from '#test/generator/dossiers.ts';
import type { Contestant, Listed, Opened, Task, Tell } from './contestant.ts';

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
    channels INTEGER NOT NULL, subscriptions INTEGER NOT NULL, asOf TEXT NOT NULL, haystack TEXT NOT NULL);
  CREATE TABLE subscriptions (
    customer TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, quantity INTEGER, channel TEXT NOT NULL, status TEXT,
    PRIMARY KEY (customer, id)) WITHOUT ROWID;
  CREATE INDEX channels ON subscriptions (channel);`;

const TRIGRAMS = `CREATE VIRTUAL TABLE haystacks USING fts5 (haystack, tokenize = 'trigram')`;

/** SQLite with a write-ahead log and every commit on the disk. */
export function sqlite(search: Search): Contestant {
  return {
    prepare: async ({ customers, folder, world }, tell) => {
      const db = openFile(folder, search);
      db.exec(TABLES);
      if (search === 'trigram') db.exec(TRIGRAMS);
      fill(db, search, [...dossiers(world, 0, customers)], tell);
      db.exec('PRAGMA wal_checkpoint (TRUNCATE)');
      db.close();
      tell('size on disk', (await stat(fileIn(folder, search))).size / 1e6, 'MB');
      return customers;
    },
    open: async ({ folder }: Task) => new OpenedDatabase(openFile(folder, search), search),
  };
}

function openFile(folder: string, search: Search): DatabaseSync {
  const db = new DatabaseSync(fileIn(folder, search));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -262144');
  return db;
}

function fill(db: DatabaseSync, search: Search, all: readonly Dossier[], tell: Tell): void {
  const collator = new Intl.Collator('en');
  const sorted = all.toSorted((one, other) => collator.compare(one.name.value, other.name.value));
  const start = performance.now();
  db.exec('BEGIN');
  const write = writer(db, search);
  for (const [rank, dossier] of sorted.entries()) write(dossier, rank + 1);
  db.exec('COMMIT');
  tell('filled', performance.now() - start, 'ms');
}

/** Writes everything about a customer at its place in the order of names. */
function writer(db: DatabaseSync, search: Search): (dossier: Dossier, rank: number) => void {
  const dossiers = db.prepare('INSERT OR REPLACE INTO dossiers VALUES (?, ?)');
  const customers = db.prepare('INSERT OR REPLACE INTO customers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const cleared = db.prepare('DELETE FROM subscriptions WHERE customer = ?');
  const subscriptions = db.prepare('INSERT INTO subscriptions VALUES (?, ?, ?, ?, ?, ?)');
  const haystacks =
    search === 'trigram' ? db.prepare('INSERT OR REPLACE INTO haystacks (rowid, haystack) VALUES (?, ?)') : null;
  return (dossier, rank) => {
    const { domain, id, name, relationship } = dossier;
    const haystack = [fold(name.value), domain?.value ?? '', id].join('\n');
    dossiers.run(id, JSON.stringify(dossier));
    customers.run(
      ...[rank, id, name.value, domain?.value ?? null, relationship?.value ?? null, channelBits(dossier)],
      ...[dossier.subscriptions.length, name.asOf, haystack],
    );
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

class OpenedDatabase implements Opened {
  readonly isDurable = true;
  readonly #db: DatabaseSync;
  readonly #search: Search;
  readonly #pages: Readonly<Record<Found, StatementSync>>;
  readonly #totals: Readonly<Record<Found, StatementSync>>;
  readonly #place: StatementSync;
  readonly #write: (dossier: Dossier, rank: number) => void;

  constructor(db: DatabaseSync, search: Search) {
    this.#db = db;
    this.#search = search;
    const prepared = (columns: string, end: string): Record<Found, StatementSync> => ({
      all: db.prepare(`SELECT ${columns} FROM customers ${end}`),
      like: db.prepare(`SELECT ${columns} FROM customers WHERE haystack LIKE ? ${end}`),
      match:
        search === 'trigram'
          ? db.prepare(
              `SELECT ${columns} FROM customers WHERE rank IN (SELECT rowid FROM haystacks WHERE haystacks MATCH ?) ${end}`,
            )
          : db.prepare('SELECT 1'),
    });
    const columns = 'id, name, domain, relationship, channels, subscriptions, asOf';
    this.#pages = prepared(columns, 'ORDER BY rank LIMIT 200');
    const counts = CHANNELS.map((_, nth) => `sum(channels >> ${nth} & 1)`).join(', ');
    this.#totals = prepared(`count(*) AS total, ${counts}`, '');
    this.#place = db.prepare('SELECT rank FROM customers WHERE id = ?');
    this.#write = writer(db, search);
  }

  async list(search: string): Promise<Listed> {
    const found = this.#foundBy(search);
    const values = found === 'all' ? [] : [found === 'like' ? `%${search}%` : `"${search}"`];
    const [first] = this.#pages[found].all(...values);
    const { total } = Total.parse(this.#totals[found].get(...values));
    return { total, first: Row.safeParse(first).data?.name };
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

  #foundBy(search: string): Found {
    if (search === '') return 'all';
    return this.#search === 'trigram' && [...search].length >= 3 ? 'match' : 'like';
  }
}

/** Which statement answers: without a search, by scanning, or by the trigram index. */
type Found = 'all' | 'like' | 'match';
