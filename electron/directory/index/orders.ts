import type { z } from 'zod';
import type { Slices } from '#electron/directory/slices.ts';
import { CustomerQuery, SubscriptionQuery } from '#shared/contract/customers.ts';
import { collatorOf } from './collators.ts';
import type { Interned } from './interned.ts';
import { type Compare, mergeSort } from './merge-sort.ts';
import { Order } from './order.ts';
import type { Table } from './table.ts';
import type { IndexTables } from './tables.ts';

type CustomerSort = z.infer<typeof CustomerQuery>['sort'];
type SubscriptionSort = z.infer<typeof SubscriptionQuery>['sort'];

/** Which collations made an order. */
const MARK = 'icu-';
const ICU = `${MARK}${process.versions.icu ?? ''}`;

/** How many orders are kept: those asked for last. */
const KEPT = 10;

/** An order by name: `table sort locale direction`. */
export type OrderName = string;

/** The orders of the index's tables, each made when it is first asked for. Those asked for last are kept and maintained. */
export class Orders {
  readonly #tables: IndexTables;
  readonly #orders = new Map<OrderName, Order>();

  constructor(tables: IndexTables) {
    this.#tables = tables;
  }

  customers(sort: CustomerSort, locale: string, descending: boolean, slices: Slices): Promise<Uint32Array> {
    const tables = this.#tables;
    return this.#rowsOf(['customers', sort, locale, descending], tables.customers, slices, async () =>
      comparing(tables.customers, this.#customerCells(sort, locale), descending),
    );
  }

  subscriptions(sort: SubscriptionSort, locale: string, descending: boolean, slices: Slices): Promise<Uint32Array> {
    const tables = this.#tables;
    return this.#rowsOf(['subscriptions', sort, locale, descending], tables.subscriptions, slices, async (slices) =>
      comparing(tables.subscriptions, await this.#subscriptionCells(sort, locale, slices), descending),
    );
  }

  /** Delegations by their end, the soonest first; those without one last. */
  delegations(slices: Slices): Promise<Uint32Array> {
    const { delegations } = this.#tables;
    return this.#rowsOf(['delegations', 'ends', '', false], delegations, slices, async () =>
      comparing(delegations, { cell: (row) => orMissing(delegations.ends.data[row]), missing: NEVER }, false),
    );
  }

  /** How to compare a few subscriptions of one customer. */
  async ofOneCustomer(sort: SubscriptionSort, locale: string, descending: boolean, slices: Slices): Promise<Compare> {
    const { subscriptions } = this.#tables;
    const by = sort === 'customerName' ? 'id' : sort;
    return comparing(
      subscriptions,
      by === 'id' ? NOTHING : await this.#subscriptionCells(by, locale, slices),
      descending,
    );
  }

  /** Of each table the order that was asked for last, to be kept with the index. They must be up to date. */
  async latest(slices: Slices): Promise<{ name: OrderName; rows: Uint32Array<ArrayBuffer> }[]> {
    const names = new Map([...this.#orders.keys()].map((name) => [name.split(' ', 1)[0], name]));
    // Tables of which nobody asked an order keep the one that was kept before.
    for (const name of [...this.#loaded.keys()]) {
      if (names.has(name.split(' ', 1)[0])) continue;
      await this.#again(name, slices);
      names.set(name.split(' ', 1)[0], name);
    }
    const latest: { name: OrderName; rows: Uint32Array<ArrayBuffer> }[] = [];
    for (const name of names.values()) {
      const order = this.#orders.get(name);
      const rows = await order?.at(this.#tables.version, slices);
      if (rows) latest.push({ name: `${name} ${ICU}`, rows });
    }
    return latest;
  }

  /** Takes an order over that was kept; one of a name that nobody asks for does no harm. */
  load(name: OrderName, rows: Uint32Array<ArrayBuffer>): void {
    // Another ICU may order words otherwise.
    const [words = '', icu] = name.split(` ${MARK}`);
    if (icu === ICU.slice(MARK.length)) this.#loaded.set(words, rows);
  }

  /** Makes an order that was kept, by its name. */
  async #again(name: OrderName, slices: Slices): Promise<void> {
    const [table, sort, locale = '', descending] = name.split(' ');
    const ofCustomers = CustomerQuery.shape.sort.safeParse(sort);
    const ofSubscriptions = SubscriptionQuery.shape.sort.safeParse(sort);
    if (table === 'delegations') await this.delegations(slices);
    else if (table === 'customers' && ofCustomers.success)
      await this.customers(ofCustomers.data, locale, descending === 'true', slices);
    else if (table === 'subscriptions' && ofSubscriptions.success)
      await this.subscriptions(ofSubscriptions.data, locale, descending === 'true', slices);
  }

  readonly #loaded = new Map<OrderName, Uint32Array<ArrayBuffer>>();

  #rowsOf(
    words: readonly [table: string, sort: string, locale: string, descending: boolean],
    table: Table,
    slices: Slices,
    compare: (slices: Slices) => Promise<Compare>,
  ): Promise<Uint32Array> {
    const name = words.join(' ');
    const order = this.#orders.get(name) ?? this.#make(name, table, compare);
    // The one asked for last stands last.
    this.#orders.delete(name);
    this.#orders.set(name, order);
    const [longestUnasked] = this.#orders.keys();
    if (this.#orders.size > KEPT && longestUnasked !== undefined) this.#orders.delete(longestUnasked);
    return order.at(this.#tables.version, slices);
  }

  #make(name: OrderName, table: Table, compare: (slices: Slices) => Promise<Compare>): Order {
    const order = new Order(table, compare);
    const kept = this.#loaded.get(name);
    // What is kept is of the version with which a loaded index begins.
    if (kept) order.load(kept, 1);
    this.#loaded.delete(name);
    return order;
  }

  #customerCells(sort: CustomerSort, locale: string): Cells {
    const { customers } = this.#tables;
    switch (sort) {
      case 'name':
        return textCells((row) => customers.nameOf(row), locale);
      case 'domain':
        return textCells((row) => customers.domainOf(row), locale);
      case 'subscriptions':
        return { cell: (row) => customers.subscriptions.data[row] ?? 0, missing: NEVER };
      case 'delegationEndsAt':
        return { cell: (row) => customers.ends.data[row] ?? NEVER, missing: NEVER };
      case 'asOf':
        return { cell: (row) => customers.asOf.data[row] ?? 0, missing: NEVER };
    }
  }

  async #subscriptionCells(sort: SubscriptionSort, locale: string, slices: Slices): Promise<NumberCells> {
    const { subscriptions, texts } = this.#tables;
    switch (sort) {
      case 'name': {
        const ranks = await ranksOf(texts.names, locale, slices);
        return { cell: (row) => ranks[subscriptions.name.data[row] ?? 0] ?? 0, missing: NEVER };
      }
      case 'customerName': {
        const ranks = await this.#customerRanks(locale, slices);
        return { cell: (row) => ranks[subscriptions.customer.data[row] ?? 0] ?? 0, missing: NEVER };
      }
      case 'quantity':
        return { cell: (row) => orMissing(subscriptions.quantity.data[row]), missing: NEVER };
      // In the order in which the filters name them, whatever the language.
      case 'channel':
        return { cell: (row) => subscriptions.channel.data[row] ?? 0, missing: NEVER };
      case 'status':
        return { cell: (row) => subscriptions.status.data[row] || NEVER, missing: NEVER };
      case 'asOf':
        return { cell: (row) => subscriptions.asOf.data[row] ?? 0, missing: NEVER };
    }
  }

  /** By customer: the place of its name among all names; equal names have one place. */
  async #customerRanks(locale: string, slices: Slices): Promise<Uint32Array> {
    const { customers } = this.#tables;
    const order = await this.customers('name', locale, false, slices);
    const ranks = new Uint32Array(customers.size);
    let rank = 0;
    let before: string | null = null;
    for (const row of order) {
      const name = customers.nameOf(row);
      if (name !== before) rank += 1;
      ranks[row] = rank;
      before = name;
      if (row % 512 === 0 && slices.isOver()) await slices.next();
    }
    return ranks;
  }
}

const NEVER = Number.POSITIVE_INFINITY;

/** What rows are sorted by. Those whose cell is missing stand last in either direction. */
interface NumberCells {
  readonly cell: (row: number) => number;
  readonly missing: number;
}

interface TextCells {
  readonly text: (row: number) => string | null;
  readonly collator: Intl.Collator;
}

type Cells = NumberCells | TextCells;

const NOTHING: NumberCells = { cell: () => 0, missing: NEVER };

const textCells = (text: TextCells['text'], locale: string): TextCells => ({ text, collator: collatorOf(locale) });

const orMissing = (number: number | undefined): number =>
  number === undefined || Number.isNaN(number) ? NEVER : number;

function comparing(table: Table, cells: Cells, descending: boolean): Compare {
  const sign = descending ? -1 : 1;
  if ('cell' in cells) {
    const { cell, missing } = cells;
    return (one, other) => {
      const left = cell(one);
      const right = cell(other);
      if (left === right) return table.compareIds(one, other);
      if (left === missing || right === missing) return left === missing ? 1 : -1;
      return (left - right) * sign;
    };
  }
  const { collator, text } = cells;
  return (one, other) => {
    const left = text(one);
    const right = text(other);
    if (left === right) return table.compareIds(one, other);
    if (left === null || right === null) return left === null ? 1 : -1;
    return collator.compare(left, right) * sign || table.compareIds(one, other);
  };
}

/** By number: the place of a text among all. */
async function ranksOf(texts: Interned, locale: string, slices: Slices): Promise<Uint32Array> {
  const collator = collatorOf(locale);
  const numbers = Uint32Array.from({ length: texts.size - 1 }, (_, nth) => nth + 1);
  const sorted = await mergeSort(
    numbers,
    (one, other) => collator.compare(texts.text(one) ?? '', texts.text(other) ?? ''),
    slices,
  );
  const ranks = new Uint32Array(texts.size);
  sorted.forEach((number, place) => {
    ranks[number] = place;
  });
  return ranks;
}
