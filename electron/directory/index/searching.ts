import { IdleSlices, type Slices } from '#electron/directory/slices.ts';
import { fold, wordsOf } from '#shared/model/fold.ts';
import { gramsOf } from './gram-filters.ts';
import type { Interned, InternedSets } from './interned.ts';
import { Marks } from './marks.ts';
import { ShortWords } from './short-words.ts';
import { isHexadecimal } from './subscription-table.ts';
import type { Table } from './table.ts';
import type { IndexTables } from './tables.ts';
import { CHUNK, type TextColumn } from './text-column.ts';

/** A tenant id with more by which the partner is found: name and MPN ID, as searches compare them. */
export type KnownPartners = ReadonlyMap<string, string>;

/** How many words are sought at a time: a bit each. */
const WORDS = 31;

/** How many chunks are searched between two looks at the clock. */
const BETWEEN_LOOKS = 32;

/** How many filters are made while a word is sought in a column. */
const FILTERS = 256;

/** Where more blocks of customers changed than so many, a search does not wait until the short words know of them. */
const CHANGED = 64;

/** How many searches are kept, for paging, sorting and filtering ask for the same again and again. */
const KEPT = 4;

/** Texts that partners are found by; what stands in none of them is not sought in each. */
interface Labels {
  readonly partners?: KnownPartners;
  readonly size: number;
  readonly texts: readonly string[];
  readonly joined: string;
}

/** Numbers of rows, in no order. */
type Rows = Uint32Array;

/** Which rows a search finds: those in which every word of it stands somewhere. */
export class IndexSearch {
  readonly #tables: IndexTables;
  readonly #shortWords: ShortWords;
  #preparing: Promise<void> | undefined;
  /** How many searches are under way. */
  #searches = 0;
  /** Marks that nobody has at the moment. */
  readonly #spare = new Map<Table, Marks>();
  readonly #folded: string[] = [];
  /** Labels with what is known of their tenants, as of the last search. */
  #labels: Labels = { size: 0, texts: [], joined: '' };
  readonly #kept = new Map<string, { version: number; partners: KnownPartners; rows: Rows }>();

  constructor(tables: IndexTables) {
    this.#tables = tables;
    this.#shortWords = new ShortWords(tables);
  }

  /** The rows of customers found by name, domain, id, pinyin or partners, in no order; `null` when nothing is sought. */
  customers(search: string, partners: KnownPartners, slices: Slices): Promise<Rows | null> {
    const { customers, sets } = this.#tables;
    return this.#find('customers', search, partners, customers, async (words, found) => {
      await this.#inCustomers(words, found, slices);
      const inSets = withMember(sets.labels, await this.#inLabels(words, partners, slices));
      addOf(found, inSets, customers.partners.data);
    });
  }

  /** The rows of subscriptions found by their own name, id or partners, or by what their customer is found by. */
  subscriptions(search: string, partners: KnownPartners, slices: Slices): Promise<Rows | null> {
    const { sets, subscriptions, texts } = this.#tables;
    return this.#find('subscriptions', search, partners, subscriptions, async (words, found) => {
      const inSets = withMember(sets.labels, await this.#inLabels(words, partners, slices));
      const inNames = await bitsIn(await this.#namesOf(texts.names, slices), words, slices);
      const { customer, name, partners: sold } = subscriptions;
      await this.#addOfCustomers(words, inSets, customer.data, found, slices);
      if (slices.isOver()) await slices.next();
      addOf(found, inNames, name.data);
      if (slices.isOver()) await slices.next();
      addOf(found, inSets, sold.data);
      if (slices.isOver()) await slices.next();
      await scan(subscriptions.id, inIds(words), found, slices);
      await scan(subscriptions.otherId, words, found, slices);
    });
  }

  /** The rows of delegations found by their own name or id, or by what their customer is found by. */
  delegations(search: string, partners: KnownPartners, slices: Slices): Promise<Rows | null> {
    const { delegations, sets } = this.#tables;
    return this.#find('delegations', search, partners, delegations, async (words, found) => {
      const inSets = withMember(sets.labels, await this.#inLabels(words, partners, slices));
      await this.#addOfCustomers(words, inSets, delegations.customer.data, found, slices);
      await scan(delegations.id, words, found, slices);
      await scan(delegations.name, words, found, slices);
    });
  }

  async #find(
    kind: string,
    search: string,
    partners: KnownPartners,
    table: Table,
    find: (words: readonly string[], found: Marks) => Promise<void>,
  ): Promise<Rows | null> {
    const words = [...new Set(wordsOf(search))];
    if (words.length === 0) {
      this.#preparing ??= this.#prepare().finally(() => {
        this.#preparing = undefined;
      });
      return null;
    }
    const name = [kind, ...words].join('\n');
    const { version } = this.#tables;
    const kept = this.#kept.get(name);
    if (kept?.version === version && kept.partners === partners) return kept.rows;
    this.#searches += 1;
    const rows = await findAll(words, (some) =>
      this.#withMarks(table, async (found) => {
        await find(some, found);
        return found.rowsWith(2 ** some.length - 1);
      }),
    ).finally(() => {
      this.#searches -= 1;
    });
    this.#kept.delete(name);
    this.#kept.set(name, { version, partners, rows });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return rows;
  }

  /** Makes what customers are sought by, while whoever looks at a list does not type. */
  async #prepare(): Promise<void> {
    const { customers } = this.#tables;
    const slices = new IdleSlices(() => this.#searches === 0);
    await slices.next();
    await this.#shortWords.update(slices, Number.POSITIVE_INFINITY);
    for (const text of [customers.folded, customers.id, customers.keys]) {
      for (let chunk = 0; chunk * CHUNK < customers.size; chunk += 1) {
        text.makeFilter(chunk);
        if (slices.isOver()) await slices.next();
      }
    }
  }

  /** Lends marks for the rows of a table: those of an earlier search where nobody has them, for they take much memory. */
  async #withMarks<R>(table: Table, use: (marks: Marks) => Promise<R>): Promise<R> {
    const spare = this.#spare.get(table);
    this.#spare.delete(table);
    const marks = spare?.bits.length === table.size ? spare : new Marks(table.size);
    const result = await use(marks);
    marks.clear();
    this.#spare.set(table, marks);
    return result;
  }

  /** Marks the customers in whose own texts words stand. */
  async #inCustomers(words: readonly string[], found: Marks, slices: Slices): Promise<void> {
    const { customers } = this.#tables;
    await this.#shortWords.update(slices, CHANGED);
    const others = words.map((word, nth) => {
      const rows = this.#shortWords.rowsWith(word);
      if (rows !== null) found.addAll(rows, 2 ** nth);
      return rows === null ? word : null;
    });
    await scan(customers.folded, others, found, slices);
    await scan(customers.id, inIds(others), found, slices);
    await scan(customers.keys, others, found, slices);
  }

  /** Marks what belongs to customers by the words that stand in their texts or name a partner related to them. */
  #addOfCustomers(
    words: readonly string[],
    inSets: Uint32Array,
    belongsTo: Uint32Array,
    found: Marks,
    slices: Slices,
  ): Promise<void> {
    const { customers } = this.#tables;
    return this.#withMarks(customers, async (ofCustomers) => {
      await this.#inCustomers(words, ofCustomers, slices);
      addOf(ofCustomers, inSets, customers.related.data);
      addOf(found, ofCustomers.bits, belongsTo);
    });
  }

  /** The names of subscriptions as searches compare them; each is folded once. */
  async #namesOf(names: Interned, slices: Slices): Promise<readonly string[]> {
    // Another search may go on with it meanwhile.
    while (this.#folded.length + 1 < names.size) {
      this.#folded.push(fold(names.text(this.#folded.length + 1) ?? ''));
      if (slices.isOver()) await slices.next();
    }
    return this.#folded;
  }

  /** By label: the words that stand in it or in what is known of its tenant, as bits. */
  #inLabels(words: readonly string[], partners: KnownPartners, slices: Slices): Promise<Uint32Array> {
    const { size } = this.#tables.texts.labels;
    if (this.#labels.partners !== partners || this.#labels.size !== size) {
      const texts = this.#labelsWith(partners);
      this.#labels = { partners, size, texts, joined: texts.join('\n') };
    }
    const { joined, texts } = this.#labels;
    return bitsIn(words.some((word) => joined.includes(word)) ? texts : [], words, slices);
  }

  #labelsWith(partners: KnownPartners): string[] {
    const labels = this.#tables.texts.labels.texts();
    return labels.map((label) => `${label}\n${partners.get(label.slice(0, label.indexOf('\n'))) ?? ''}`);
  }
}

/** Finds by so many words at a time as there are bits for. */
async function findAll(words: readonly string[], find: (words: readonly string[]) => Promise<Rows>): Promise<Rows> {
  const found = await find(words.slice(0, WORDS));
  if (words.length <= WORDS) return found;
  const others = new Set(await findAll(words.slice(WORDS), find));
  return found.filter((row) => others.has(row));
}

/** Ids are of few characters, among which most words need not be sought. */
const inIds = (words: readonly (string | null)[]) =>
  words.map((word) => (word !== null && isHexadecimal(word) ? word : null));

/**
 * Marks each row whose text holds a word; where every row of a chunk is marked, nothing is sought. On the way some more
 * chunks get their filters: made all at once they would hold up whoever types.
 */
async function scan(text: TextColumn, words: readonly (string | null)[], found: Marks, slices: Slices): Promise<void> {
  const size = found.bits.length;
  for (const [nth, word] of words.entries()) {
    if (word === null) continue;
    const bit = 2 ** nth;
    let made = 0;
    for (const [sought, chunk] of text.chunksWith(gramsOf(word), size).entries()) {
      if (found.haveAll(chunk * CHUNK, Math.min(size, (chunk + 1) * CHUNK), bit)) continue;
      if (made < FILTERS && text.makeFilter(chunk)) made += 1;
      text.mark(chunk, word, found, bit);
      if (sought % BETWEEN_LOOKS === 0 && slices.isOver()) await slices.next();
    }
  }
}

/** By number from 1 on: the words that stand in a text, as bits. */
async function bitsIn(texts: readonly string[], words: readonly string[], slices: Slices): Promise<Uint32Array> {
  const bits = new Uint32Array(texts.length + 1);
  for (const [at, text] of texts.entries()) {
    for (const [nth, word] of words.entries()) {
      if (text.includes(word)) bits[at + 1] = (bits[at + 1] ?? 0) | (2 ** nth);
    }
    if (slices.isOver()) await slices.next();
  }
  return bits;
}

/** By set: the words that stand in one of its labels, as bits. */
function withMember(sets: InternedSets, inLabels: Uint32Array): Uint32Array {
  const found = new Uint32Array(sets.size);
  inLabels.forEach((bits, label) => {
    if (bits !== 0) for (const set of sets.having(label)) found[set] = (found[set] ?? 0) | bits;
  });
  return found;
}

/** Gives each row the bits of what it belongs to. */
function addOf(found: Marks, bits: Uint32Array, belongsTo: Uint32Array): void {
  if (isNothing(bits)) return;
  for (let row = 0; row < found.bits.length; row += 1) {
    const more = bits[belongsTo[row] ?? 0] ?? 0;
    if (more !== 0) found.add(row, more);
  }
}

function isNothing(bits: Uint32Array): boolean {
  for (let at = 0; at < bits.length; at += 1) if (bits[at] !== 0) return false;
  return true;
}
