import type { Slices } from '#electron/directory/slices.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { CustomerTable } from './customer-table.ts';
import { idKeyOf } from './table.ts';

const EMPTY = 0xffffffff;
/** Where somebody was: whoever came after may stand further on. */
const GONE = 0xfffffffe;

/** Rows of customers by their ids: a hash table of row numbers alone, for the ids stand in the rows. */
export class CustomerRows {
  readonly #customers: CustomerTable;
  #places = new Uint32Array(64).fill(EMPTY);
  /** Places that are not empty. */
  #taken = 0;

  constructor(customers: CustomerTable) {
    this.#customers = customers;
  }

  get(id: CustomerId): number | undefined {
    const place = this.#placeOf(id);
    return place === undefined ? undefined : this.#places[place];
  }

  has(id: CustomerId): boolean {
    return this.#placeOf(id) !== undefined;
  }

  /** Puts in a row that is not in yet; its id must stand in its columns before the next comes. */
  add(row: number, id: CustomerId): void {
    if (2 * (this.#taken + 1) > this.#places.length) this.#grow();
    this.#put(row, id);
  }

  delete(id: CustomerId): void {
    const place = this.#placeOf(id);
    if (place !== undefined) this.#places[place] = GONE;
  }

  /** Puts in all rows that the columns hold. */
  async fill(slices: Slices): Promise<void> {
    const customers = this.#customers;
    this.#places = new Uint32Array(roomFor(customers.size)).fill(EMPTY);
    this.#taken = 0;
    for (let row = 0; row < customers.size; row += 1) {
      if (customers.isThere(row)) this.#put(row, customers.idOf(row));
      if (row % 256 === 0 && slices.isOver()) await slices.next();
    }
  }

  #placeOf(id: CustomerId): number | undefined {
    const { idKey } = this.#customers;
    const key = idKeyOf(id);
    const last = this.#places.length - 1;
    for (let place = hashOf(id) & last; ; place = (place + 1) & last) {
      const row = this.#places[place] ?? EMPTY;
      if (row === EMPTY) return undefined;
      if (row !== GONE && idKey.data[row] === key && this.#customers.idOf(row) === id) return place;
    }
  }

  #put(row: number, id: string): void {
    const last = this.#places.length - 1;
    let place = hashOf(id) & last;
    while (this.#places[place] !== EMPTY) place = (place + 1) & last;
    this.#places[place] = row;
    this.#taken += 1;
  }

  /** Makes room, and forgets who is gone. */
  #grow(): void {
    const rows = this.#places.filter((row) => row < GONE);
    this.#places = new Uint32Array(roomFor(2 * rows.length)).fill(EMPTY);
    this.#taken = 0;
    for (const row of rows) this.#put(row, this.#customers.idOf(row));
  }
}

/** A power of two that leaves half of the places empty. */
const roomFor = (rows: number): number => 2 ** Math.ceil(Math.log2(Math.max(32, rows) + 1) + 1);

/** FNV-1a, with its upper half folded into the lower. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
