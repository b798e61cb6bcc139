import { Questions } from '#electron/directory/answers/questions.ts';
import { customerId } from '#electron/directory/row-ids.ts';
import { Slices } from '#electron/directory/slices.ts';
import type { DocumentName, Records, Stamp } from '#electron/records/records.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { decodeIndex, encodeIndex, type Kept } from './file.ts';
import { Gate } from './gate.ts';
import { putDossier, putStanding, removeCustomer } from './indexing.ts';
import { indexKey } from './key.ts';
import { Orders } from './orders.ts';
import { IndexSearch } from './searching.ts';
import { IndexTables } from './tables.ts';

/** Under which name the index is kept beside the records. */
const NAME = 'index';

/** With how many documents that changed since it was written the index is written again when nothing happens. */
const MANY = 16;

/** How long nothing must happen for that, in milliseconds. */
const IDLE = 15_000;

/** How often the index is written while others may change it, before they have to wait for it. */
const ATTEMPTS = 3;

/** How far the making of an index is, in documents. */
export type Progress = (done: number, of: number) => void;

export interface IndexOptions {
  /** As of when answers are kept; a question of another time has them made for that one first. */
  readonly clock?: () => Date;
  /** The build of the console: another build makes the index anew, for it may answer otherwise. */
  readonly build?: string;
  /** Whether it is written for the next start; whoever only reads the records leaves it as it is. */
  readonly keeps?: boolean;
}

/** A customer of a document that can't be read, as it was when the document could. */
export interface LostCustomer {
  readonly id: string;
  readonly name: string;
}

/**
 * The index of a workspace, up to date with its records from now on. What was kept of it is taken as far as the stamps
 * of the documents say that it holds; the rest is made from the dossiers, in slices of time.
 */
export async function openIndex(
  records: Records,
  progress: Progress = () => undefined,
  options: IndexOptions = {},
): Promise<CustomerIndex> {
  const index = await CustomerIndex.open(records, options);
  await index.refresh(progress);
  return index;
}

/** Columns and texts from which lists, searches and counts are answered without opening dossiers. */
export class CustomerIndex {
  readonly tables: IndexTables;
  readonly orders: Orders;
  readonly search: IndexSearch;
  readonly #gate = new Gate();
  readonly #records: Records;
  readonly #clock: () => Date;
  readonly #key: string;
  readonly #keeps: boolean;
  /** Documents by number, and the stamps that they had when their rows were made. */
  readonly #documents: DocumentName[] = [];
  readonly #numbers = new Map<DocumentName, number>();
  readonly #stamps = new Map<DocumentName, Stamp>();
  readonly #lost = new Map<DocumentName, readonly LostCustomer[]>();
  /** Documents whose rows changed since the index was written. */
  readonly #unwritten = new Set<DocumentName>();
  #idle: NodeJS.Timeout | undefined;
  /** The save that was begun when nothing happened. */
  #saving: Promise<void> = Promise.resolve();
  #bounds = { version: 0, since: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

  private constructor(records: Records, tables: IndexTables, key: string, options: IndexOptions) {
    this.#records = records;
    this.#clock = options.clock ?? (() => new Date());
    this.#keeps = options.keeps ?? false;
    this.#key = key;
    this.tables = tables;
    this.orders = new Orders(tables);
    this.search = new IndexSearch(tables);
    records.onSaved((dossiers, stamps) => this.#take(dossiers, stamps));
  }

  /** The index as it was kept, or an empty one; `refresh` brings it up to date. */
  static async open(records: Records, options: IndexOptions): Promise<CustomerIndex> {
    const key = indexKey(records.profile, options.build ?? '');
    const kept = await records.readDerived(NAME);
    const read = kept && (await decodeIndex(kept, key));
    const index = new CustomerIndex(records, read?.tables ?? new IndexTables(), key, options);
    if (!read) return index;
    for (const [name, stamp] of read.kept.documents) {
      index.#numberOf(name);
      index.#stamps.set(name, stamp);
    }
    for (const [name, customers] of read.kept.lost) index.#lost.set(name, customers);
    for (const { name, rows } of read.kept.orders) index.orders.load(name, rows);
    return index;
  }

  /** How many documents the index does not have as they are now. */
  stale(): number {
    return this.#staleDocuments(this.#records.documents()).length;
  }

  /** The customers of documents that can't be read, by document, as the index remembers them. */
  lost(): ReadonlyMap<DocumentName, readonly LostCustomer[]> {
    return this.#lost;
  }

  /** Makes anew what does not have the stamp of its document: after opening, and after a document was put back. */
  async refresh(progress: Progress = () => undefined): Promise<void> {
    const present = this.#records.documents();
    const stale = this.#staleDocuments(present);
    const slices = new Slices();
    for (const [done, name] of stale.entries()) {
      progress(done, stale.length);
      await this.#refreshDocument(name);
      if (slices.isOver()) await slices.next();
    }
    progress(stale.length, stale.length);
  }

  /** Runs a question, while which nothing in the index changes, as of a time. */
  async ask<T>(now: Date, question: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      await this.#standAt(now);
      // Somebody who asks as of another time may have come in between.
      const answer = await this.#gate.read(async () =>
        attempt === 4 || this.#standsAt(now) ? { is: await question() } : null,
      );
      if (answer) return answer.is;
    }
  }

  /** Writes the index beside the records, so that the next start need not make it. */
  async save(): Promise<void> {
    for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
      try {
        return await this.#write('beside others');
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
      }
    }
    // Whoever changes anything waits this time.
    await this.#gate.read(() => this.#write('alone'));
  }

  async #write(how: 'beside others' | 'alone'): Promise<void> {
    const begin = async () => {
      const orders = await this.orders.latest(new Slices());
      const documents = this.#documents.map((name) => [name, this.#stamps.get(name) ?? ''] as const);
      const kept = { key: this.#key, documents, lost: [...this.#lost], orders };
      return { kept, unwritten: [...this.#unwritten], version: this.tables.version };
    };
    const { kept, unwritten, version } = await (how === 'alone' ? begin() : this.#gate.read(begin));
    await this.#records.writeDerived(NAME, this.#encoded(kept, version));
    for (const name of unwritten) this.#unwritten.delete(name);
  }

  /** The index as bytes of one version; throws `Overtaken` as soon as it has another. */
  *#encoded(kept: Kept, version: number): Generator<Uint8Array> {
    for (const piece of encodeIndex(this.tables, kept)) {
      yield piece;
      if (this.tables.version !== version) throw new Overtaken();
    }
  }

  /**
   * Writes the index if that is worth it and `keep` says so. Nothing may be asked afterwards. What is derived may fail to
   * be written: the next start makes it anew.
   */
  async close({ keep = true } = {}): Promise<void> {
    clearTimeout(this.#idle);
    await this.#saving;
    if (keep && this.#keeps && this.#unwritten.size > 0) await this.save().catch(() => undefined);
  }

  #staleDocuments(present: ReadonlyMap<DocumentName, Stamp>): DocumentName[] {
    const stale = [...present].filter(([name, stamp]) => this.#stamps.get(name) !== stamp).map(([name]) => name);
    const gone = [...this.#stamps]
      .filter(([name, stamp]) => stamp !== GONE && !present.has(name))
      .map(([name]) => name);
    return [...stale, ...gone];
  }

  /** Makes the rows of a document anew, and again where it was saved meanwhile. */
  async #refreshDocument(name: DocumentName): Promise<void> {
    const stampNow = () => this.#records.documents().get(name);
    const number = this.#numberOf(name);
    for (let settled = false; !settled; ) {
      const stamp = stampNow();
      const dossiers = stamp === undefined ? null : this.#read(name);
      const there = new Set<number>();
      await this.#put(
        dossiers ?? [],
        () => number,
        (row) => there.add(row),
      );
      settled = await this.#gate.write(() => {
        // What could not be read has another stamp by now: at the next start it is looked at again.
        if (!dossiers) this.#lose(name, stampNow() ?? GONE);
        if (!dossiers || stampNow() !== stamp) return !dossiers;
        for (const row of this.#rowsOf(name)) if (!there.has(row)) removeCustomer(this.tables, row);
        this.#settle(name, stamp ?? GONE);
        return true;
      });
    }
  }

  /** Takes in what was saved. */
  async #take(dossiers: readonly Dossier[], stamps: ReadonlyMap<DocumentName, Stamp>): Promise<void> {
    await this.#put(dossiers, ({ id }) => this.#numberOf(this.#records.documentOf(id)));
    await this.#gate.write(() => {
      for (const [name, stamp] of stamps) this.#settle(name, stamp);
    });
  }

  async #put(
    dossiers: readonly Dossier[],
    documentOf: (dossier: Dossier) => number,
    seen: (row: number) => void = () => undefined,
  ): Promise<void> {
    const asked = new Questions(this.#records.profile, this.#clock());
    await this.#writing(dossiers, (dossier) => {
      putDossier(this.tables, dossier, documentOf(dossier), asked);
      const row = this.tables.rows.get(dossier.id);
      if (row !== undefined) seen(row);
    });
  }

  /** Writes in slices; between two of them others may ask. */
  async #writing<T>(items: readonly T[], work: (item: T) => void): Promise<void> {
    let next = 0;
    while (next < items.length) {
      const slices = new Slices();
      await this.#gate.write(() => {
        while (next < items.length && !slices.isOver()) {
          const item = items[next];
          next += 1;
          if (item !== undefined) work(item);
        }
      });
      if (next < items.length) await slices.next();
    }
  }

  #settle(name: DocumentName, stamp: Stamp): void {
    this.#numberOf(name);
    this.#stamps.set(name, stamp);
    this.#lost.delete(name);
    this.#changed(name);
  }

  /** The document can't be read: its customers leave the lists and are remembered. */
  #lose(name: DocumentName, stamp: Stamp): void {
    const { customers } = this.tables;
    const rows = this.#rowsOf(name);
    const known = rows.map((row) => ({ id: customers.idOf(row), name: customers.nameOf(row) }));
    if (known.length > 0 || !this.#lost.has(name)) this.#lost.set(name, known);
    for (const row of rows) removeCustomer(this.tables, row);
    this.#stamps.set(name, stamp);
    this.#changed(name);
  }

  #changed(name: DocumentName): void {
    this.#unwritten.add(name);
    clearTimeout(this.#idle);
    if (!this.#keeps || this.#unwritten.size < MANY) return;
    this.#idle = setTimeout(() => {
      this.#saving = this.save().catch(() => undefined);
    }, IDLE);
    this.#idle.unref();
  }

  /** The dossiers of a document; `null` for a damaged one. */
  #read(name: DocumentName): readonly Dossier[] | null {
    try {
      return this.#records.document(name);
    } catch (error) {
      if (error instanceof ProblemError) return null;
      throw error;
    }
  }

  #rowsOf(name: DocumentName): number[] {
    const number = this.#numbers.get(name);
    const { document } = this.tables.customers;
    const rows: number[] = [];
    if (number === undefined) return rows;
    for (let row = document.data.indexOf(number); row >= 0; row = document.data.indexOf(number, row + 1)) {
      if (row < this.tables.customers.size) rows.push(row);
    }
    return rows;
  }

  #numberOf(name: DocumentName): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#documents.length);
    return this.#documents.push(name) - 1;
  }

  /** Whether everything in the index holds at this time. */
  #standsAt(now: Date): boolean {
    const { customers, version } = this.tables;
    if (this.#bounds.version !== version) {
      let since = Number.NEGATIVE_INFINITY;
      let until = Number.POSITIVE_INFINITY;
      for (let row = 0; row < customers.size; row += 1) {
        if (!customers.isThere(row)) continue;
        since = Math.max(since, customers.since.data[row] ?? since);
        until = Math.min(until, customers.until.data[row] ?? until);
      }
      this.#bounds = { version, since, until };
    }
    return now.getTime() >= this.#bounds.since && now.getTime() < this.#bounds.until;
  }

  /** Makes what depends on time anew where a delegation ended between the time it is kept for and this one. */
  async #standAt(now: Date): Promise<void> {
    if (this.#standsAt(now)) return;
    const { customers } = this.tables;
    const time = now.getTime();
    const rows: number[] = [];
    for (let row = 0; row < customers.size; row += 1) {
      const holds = (customers.since.data[row] ?? 0) <= time && time < (customers.until.data[row] ?? 0);
      if (customers.isThere(row) && !holds) rows.push(row);
    }
    const { document } = customers;
    // Document by document: each is read once.
    rows.sort((one, other) => (document.data[one] ?? 0) - (document.data[other] ?? 0));
    const asked = new Questions(this.#records.profile, now);
    await this.#writing(rows, (row) => {
      if (!customers.isThere(row)) return;
      const name = this.#documents[document.data[row] ?? 0] ?? '';
      const dossier = this.#dossierOf(row);
      this.tables.version += 1;
      if (dossier) putStanding(this.tables, row, dossier, asked);
      else this.#lose(name, this.#records.documents().get(name) ?? GONE);
    });
  }

  #dossierOf(row: number): Dossier | undefined {
    try {
      return this.#records.dossier(customerId(this.tables.customers.idOf(row)));
    } catch (error) {
      if (error instanceof ProblemError) return undefined;
      throw error;
    }
  }
}

/** The index changed while it was written. */
class Overtaken extends Error {}

/** In the place of the stamp of a document that is no longer there. */
const GONE = '';
