import { type Column, doublesColumn, wordsColumn } from './columns.ts';
import type { TextColumn } from './text-column.ts';

/** How much more room is made when there is none. */
const GROWTH = 1.125;

/** Rows by number, each a line across some columns. A row that is no longer needed is taken for the next that comes. */
export abstract class Table {
  /** How many row numbers are in use or were. */
  size = 0;
  /** How many rows there are. */
  count = 0;
  readonly #free: number[] = [];
  /** For how many rows there is room. */
  #room = 0;
  /** The version of the index at which a row changed last, and came or went. */
  readonly changed = wordsColumn();
  /** The beginning of the row's id as a number of the same order. */
  readonly idKey = doublesColumn();

  /** The columns by the names under which they are kept. */
  abstract columns(): Readonly<Record<string, Column>>;
  abstract texts(): Readonly<Record<string, TextColumn>>;
  /** Whether a row stands for something. */
  abstract isThere(row: number): boolean;
  abstract idOf(row: number): string;

  /** A row for something new; what its columns hold is what the row before left in them. */
  take(): number {
    this.count += 1;
    const freed = this.#free.pop();
    if (freed !== undefined) return freed;
    this.size += 1;
    this.reserve(this.size);
    return this.size - 1;
  }

  /** Gives a row back; whoever calls this marks it as gone. */
  release(row: number): void {
    this.count -= 1;
    this.#free.push(row);
  }

  reserve(rows: number): void {
    if (rows <= this.#room) return;
    this.#room = Math.max(rows, Math.ceil(this.#room * GROWTH), 256);
    this.#widen(this.#room);
  }

  #widen(rows: number): void {
    for (const column of Object.values(this.columns())) column.reserve(rows);
    for (const text of Object.values(this.texts())) text.reserve(rows);
  }

  /** Counts again which rows there are, after the columns were loaded. */
  recount(size: number): void {
    this.size = size;
    this.#room = size;
    this.#widen(size);
    this.#free.length = 0;
    for (let row = size - 1; row >= 0; row -= 1) if (!this.isThere(row)) this.#free.push(row);
    this.count = size - this.#free.length;
  }

  /** The rows with just this id: one comparison of numbers for each row there is. */
  rowsOf(id: string): number[] {
    const key = idKeyOf(id);
    const keys = this.idKey.data;
    const rows: number[] = [];
    for (let row = keys.indexOf(key); row >= 0 && row < this.size; row = keys.indexOf(key, row + 1)) {
      if (this.isThere(row) && this.idOf(row) === id) rows.push(row);
    }
    return rows;
  }

  /** Which of two rows comes first by id. */
  compareIds(one: number, other: number): number {
    const keys = this.idKey.data;
    const order = (keys[one] ?? 0) - (keys[other] ?? 0);
    if (order !== 0 || one === other) return order;
    return this.idOf(one) < this.idOf(other) ? -1 : 1;
  }
}

const LAST = 255;

/** The first six characters of an id as a number: ids whose numbers differ stand in the order of their numbers. */
export function idKeyOf(id: string): number {
  let key = 0;
  let isTold = true;
  for (let at = 0; at < 6; at += 1) {
    const code = isTold && at < id.length ? Math.min(LAST, id.charCodeAt(at)) : 0;
    key = key * (LAST + 1) + code;
    // The characters beyond count alike, so nothing after one may count.
    if (code === LAST) isTold = false;
  }
  return key;
}
