import type { Slices } from '#electron/directory/slices.ts';
import { type Compare, mergeSort } from './merge-sort.ts';
import type { Table } from './table.ts';

/**
 * The rows of a table in an order, kept: when rows change, they alone are sorted and put where they belong. It is brought
 * up to date when it is asked for, while nothing in the table changes.
 */
export class Order {
  readonly #table: Table;
  readonly #comparing: (slices: Slices) => Promise<Compare>;
  #rows = new Uint32Array(0);
  /** Changes of the table after this version are not in yet. */
  #version = 0;
  /** While it is brought up to date. */
  #renewed: Promise<void> | undefined;

  /** `comparing` gives the comparison, which puts rows that are alike by their ids. */
  constructor(table: Table, comparing: (slices: Slices) => Promise<Compare>) {
    this.#table = table;
    this.#comparing = comparing;
  }

  /** The order as it was kept, and of which version of the table it is. */
  load(rows: Uint32Array<ArrayBuffer>, version: number): void {
    this.#rows = rows;
    this.#version = version;
  }

  /** The rows in order, as of a version of the table, which is its present one. */
  async at(version: number, slices: Slices): Promise<Uint32Array<ArrayBuffer>> {
    if (this.#version !== version) {
      // Several may ask at a time. Done twice side by side, it would put what changed into the order twice.
      this.#renewed ??= this.#renew(version, slices).finally(() => {
        this.#renewed = undefined;
      });
      await this.#renewed;
    }
    return this.#rows;
  }

  async #renew(version: number, slices: Slices): Promise<void> {
    const changed = this.#changedRows();
    if (changed) {
      const compare = await this.#comparing(slices);
      const sorted = await mergeSort(changed, compare, slices);
      const rest = this.#unchangedRows();
      this.#rows = await merge(rest, sorted, compare, slices);
    }
    this.#version = version;
  }

  /** The rows that changed and are still there; `null` when none has changed. */
  #changedRows(): Uint32Array<ArrayBuffer> | null {
    const { changed, size } = this.#table;
    const version = this.#version;
    const versions = changed.data;
    const there: number[] = [];
    let any = false;
    for (let row = 0; row < size; row += 1) {
      if ((versions[row] ?? 0) <= version) continue;
      any = true;
      if (this.#table.isThere(row)) there.push(row);
    }
    return any ? Uint32Array.from(there) : null;
  }

  #unchangedRows(): Uint32Array<ArrayBuffer> {
    const versions = this.#table.changed.data;
    const version = this.#version;
    const rows = this.#rows;
    const unchanged = new Uint32Array(rows.length);
    let length = 0;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? 0;
      if ((versions[row] ?? 0) > version) continue;
      unchanged[length] = row;
      length += 1;
    }
    return unchanged.slice(0, length);
  }
}

/** Each of the few finds its place by halving; what stands between two of them is copied as a whole. */
async function merge(
  many: Uint32Array<ArrayBuffer>,
  few: Uint32Array<ArrayBuffer>,
  compare: Compare,
  slices: Slices,
): Promise<Uint32Array<ArrayBuffer>> {
  if (many.length === 0) return few;
  const merged = new Uint32Array(many.length + few.length);
  let from = 0;
  for (let nth = 0; nth < few.length; nth += 1) {
    const row = few[nth] ?? 0;
    const place = placeOf(row, many, from, compare);
    merged.set(many.subarray(from, place), from + nth);
    merged[place + nth] = row;
    from = place;
    if (nth % 16 === 0 && slices.isOver()) await slices.next();
  }
  merged.set(many.subarray(from), from + few.length);
  return merged;
}

function placeOf(row: number, rows: Uint32Array, from: number, compare: Compare): number {
  let low = from;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(rows[middle] ?? 0, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
