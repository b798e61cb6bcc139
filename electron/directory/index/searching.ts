import type { Slices } from '#electron/directory/slices.ts';
import { fold, wordsOf } from '#shared/model/fold.ts';
import { gramsOf } from './gram-filter.ts';
import type { Interned, InternedSets } from './interned.ts';
import { isHexadecimal } from './subscription-table.ts';
import type { IndexTables } from './tables.ts';
import { CHUNK, type TextColumn } from './text-column.ts';

/** A tenant id with more by which the partner is found: name and MPN ID, as searches compare them. */
export type KnownPartners = ReadonlyMap<string, string>;

/** How many words are sought at a time: a bit each. */
const WORDS = 31;

/** How many searches are kept, for paging, sorting and filtering ask for the same again and again. */
const KEPT = 4;

type Rows = Uint8Array;

/** Which rows a search finds: those in which every word of it stands somewhere. */
export class IndexSearch {
  readonly #tables: IndexTables;
  readonly #folded: string[] = [];
  readonly #kept = new Map<string, { version: number; partners: KnownPartners; rows: Rows }>();

  constructor(tables: IndexTables) {
    this.#tables = tables;
  }

  /** By row: 1 where a customer is found by name, domain, id, pinyin or its partners; `null` when nothing is sought. */
  customers(search: string, partners: KnownPartners, slices: Slices): Promise<Rows | null> {
    const { customers, sets } = this.#tables;
    return this.#find('customers', search, partners, async (words, all) => {
      const found = await this.#inCustomers(words, slices);
      const inSets = withMember(sets.labels, await this.#inLabels(words, partners, slices));
      orInto(found, inSets, customers.partners.data, customers.size);
      return pick(found, customers.size, all);
    });
  }

  /** By row: 1 where a subscription is found by its own name, id or partners, or by what its customer is found by. */
  subscriptions(search: string, partners: KnownPartners, slices: Slices): Promise<Rows | null> {
    const { sets, subscriptions, texts } = this.#tables;
    return this.#find('subscriptions', search, partners, async (words, all) => {
      const inSets = withMember(sets.labels, await this.#inLabels(words, partners, slices));
      const ofCustomers = await this.#ofCustomers(words, inSets, slices);
      const inNames = await bitsIn(await this.#namesOf(texts.names, slices), words, slices);
      const { customer, name, partners: sold } = subscriptions;
      const found = new Uint32Array(Math.ceil(subscriptions.size / CHUNK) * CHUNK);
      orInto(found, ofCustomers, customer.data, subscriptions.size);
      if (slices.isOver()) await slices.next();
      orInto(found, inNames, name.data, subscriptions.size);
      if (slices.isOver()) await slices.next();
      orInto(found, inSets, sold.data, subscriptions.size);
      if (slices.isOver()) await slices.next();
      // Most ids are of few characters, among which most words need not be sought.
      const inIds = words.map((word) => (isHexadecimal(word) ? word : null));
      await scan(subscriptions.id, subscriptions.size, inIds, found, slices);
      await scan(subscriptions.otherId, subscriptions.size, words, found, slices);
      return pick(found, subscriptions.size, all);
    });
  }

  /** By row: 1 where a delegation is found by its own name or id, or by what its customer is found by. */
  delegations(search: string, partners: KnownPartners, slices: Slices): Promise<Rows | null> {
    const { delegations, sets } = this.#tables;
    return this.#find('delegations', search, partners, async (words, all) => {
      const inSets = withMember(sets.labels, await this.#inLabels(words, partners, slices));
      const ofCustomers = await this.#ofCustomers(words, inSets, slices);
      const found = new Uint32Array(Math.ceil(delegations.size / CHUNK) * CHUNK);
      orInto(found, ofCustomers, delegations.customer.data, delegations.size);
      await scan(delegations.id, delegations.size, words, found, slices);
      await scan(delegations.name, delegations.size, words, found, slices);
      return pick(found, delegations.size, all);
    });
  }

  async #find(
    table: string,
    search: string,
    partners: KnownPartners,
    find: (words: readonly string[], all: number) => Promise<Rows>,
  ): Promise<Rows | null> {
    const words = [...new Set(wordsOf(search))];
    if (words.length === 0) return null;
    const name = [table, ...words].join('\n');
    const { version } = this.#tables;
    const kept = this.#kept.get(name);
    if (kept?.version === version && kept.partners === partners) return kept.rows;
    const rows = await findAll(words, find);
    this.#kept.delete(name);
    this.#kept.set(name, { version, partners, rows });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return rows;
  }

  /** By customer: the words that stand in its own texts, as bits. */
  async #inCustomers(words: readonly string[], slices: Slices): Promise<Uint32Array> {
    const { customers } = this.#tables;
    const found = new Uint32Array(Math.ceil(customers.size / CHUNK) * CHUNK);
    await scan(customers.folded, customers.size, words, found, slices);
    await scan(customers.keys, customers.size, words, found, slices);
    return found;
  }

  /** By customer: the words that stand in its own texts or name a partner that holds a relationship with it, as bits. */
  async #ofCustomers(words: readonly string[], inSets: Uint32Array, slices: Slices): Promise<Uint32Array> {
    const { related } = this.#tables.customers;
    const found = await this.#inCustomers(words, slices);
    orInto(found, inSets, related.data, this.#tables.customers.size);
    return found;
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
    const labels = this.#tables.texts.labels.texts();
    return bitsIn(
      labels.map((label) => `${label}\n${partners.get(label.slice(0, label.indexOf('\n'))) ?? ''}`),
      words,
      slices,
    );
  }
}

/** Finds by so many words at a time as there are bits for. */
async function findAll(
  words: readonly string[],
  find: (words: readonly string[], all: number) => Promise<Rows>,
): Promise<Rows> {
  const some = words.slice(0, WORDS);
  const found = await find(some, 2 ** some.length - 1);
  if (words.length <= WORDS) return found;
  const others = await findAll(words.slice(WORDS), find);
  return found.map((is, row) => is & (others[row] ?? 0));
}

/** Sets the bit of each word in each row whose text holds it; where every row of a chunk has it, nothing is sought. */
async function scan(
  text: TextColumn,
  size: number,
  words: readonly (string | null)[],
  found: Uint32Array,
  slices: Slices,
): Promise<void> {
  for (const [nth, word] of words.entries()) {
    if (word === null) continue;
    const bit = 2 ** nth;
    const grams = gramsOf(word);
    for (let chunk = 0; chunk * CHUNK < size; chunk += 1) {
      if (!allHave(found, chunk * CHUNK, Math.min(size, (chunk + 1) * CHUNK), bit))
        text.mark(chunk, word, grams, found, bit);
      if (slices.isOver()) await slices.next();
    }
  }
}

function allHave(found: Uint32Array, from: number, to: number, bit: number): boolean {
  for (let row = from; row < to; row += 1) if (((found[row] ?? 0) & bit) === 0) return false;
  return true;
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
  if (isNothing(inLabels)) return new Uint32Array(sets.size);
  return sets.map((members) => {
    let bits = 0;
    for (const label of members) bits |= inLabels[label] ?? 0;
    return bits;
  });
}

/** Gives each row the bits of what it belongs to. */
function orInto(found: Uint32Array, bits: Uint32Array, belongsTo: Uint32Array, size: number): void {
  if (isNothing(bits)) return;
  for (let row = 0; row < size; row += 1) {
    const more = bits[belongsTo[row] ?? 0] ?? 0;
    if (more !== 0) found[row] = (found[row] ?? 0) | more;
  }
}

function isNothing(bits: Uint32Array): boolean {
  for (let at = 0; at < bits.length; at += 1) if (bits[at] !== 0) return false;
  return true;
}

function pick(found: Uint32Array, size: number, all: number): Rows {
  const rows = new Uint8Array(size);
  for (let row = 0; row < size; row += 1) if (found[row] === all) rows[row] = 1;
  return rows;
}
