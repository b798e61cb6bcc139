import type { Interned, InternedSets } from '#electron/directory/index/interned.ts';

/** Names of partners by tenant id. */
export type NameOf = (tenant: string) => string | null;

/** Which rows a query finds, and what is counted on the way. */
export interface Sifted<Facets> {
  /** The rows found, in no order. */
  readonly rows: Uint32Array;
  /** How many there are in all channels together. */
  readonly all: number;
  /** By a channel's place. */
  readonly byChannel: Uint32Array;
  readonly facets: Facets;
  /** When the clock alone will change the answer, in milliseconds since 1970; `Infinity` for never. */
  readonly until: number;
}

/** By set: 1 where it has this text; `null` when none is wanted. */
export function setsWith(sets: InternedSets, texts: Interned, wanted: string | undefined): Uint32Array | null {
  if (wanted === undefined) return null;
  const number = texts.find(wanted);
  const has = new Uint32Array(sets.size);
  if (number !== undefined) for (const set of sets.having(number)) has[set] = 1;
  return has;
}

export function count(counts: Uint32Array, at: number | undefined): void {
  if (at !== undefined) counts[at] = (counts[at] ?? 0) + 1;
}

/** By bit: how many have it, from the counts of whole sets of bits. */
export function countsOfBits(counts: Uint32Array, bits: number): Uint32Array<ArrayBuffer> {
  const ofBits = new Uint32Array(bits);
  counts.forEach((number, set) => {
    for (let bit = 0; bit < bits; bit += 1) if ((set & (1 << bit)) !== 0) ofBits[bit] = (ofBits[bit] ?? 0) + number;
  });
  return ofBits;
}

/** Fewer than one row in so many are put in order by their places; more are met on a walk through the order. */
const FEW = 16;

/** An order of fewer rows is walked through in any case. */
const LONG = 1024;

/** A page of rows that stand in this order: those that were found, from an offset on. */
export function pageOf(order: Uint32Array, found: Uint32Array, offset: number, limit: number): number[] {
  const end = Math.min(found.length, offset + limit);
  if (end <= offset) return [];
  if (found.length === order.length) return Array.from(order.subarray(offset, end));
  return order.length >= LONG && found.length * FEW < order.length
    ? sortedPage(order, found, offset, end)
    : walkedPage(order, found, offset, end);
}

function sortedPage(order: Uint32Array, found: Uint32Array, offset: number, end: number): number[] {
  const places = placesIn(order);
  const sorted = found.map((row) => places[row] ?? 0).sort();
  return Array.from(sorted.subarray(offset, end), (place) => order[place] ?? 0);
}

function walkedPage(order: Uint32Array, found: Uint32Array, offset: number, end: number): number[] {
  const isFound = new Uint8Array(1 + last(found));
  for (let nth = 0; nth < found.length; nth += 1) isFound[found[nth] ?? 0] = 1;
  const rows: number[] = [];
  for (let place = 0, passed = 0; place < order.length && passed < end; place += 1) {
    const row = order[place] ?? 0;
    if (isFound[row] !== 1) continue;
    passed += 1;
    if (passed > offset) rows.push(row);
  }
  return rows;
}

/** Orders are not written to once they are made. */
const places = new WeakMap<Uint32Array, Uint32Array>();

/** By row: where it stands in an order. */
function placesIn(order: Uint32Array): Uint32Array {
  const kept = places.get(order);
  if (kept) return kept;
  const made = new Uint32Array(1 + last(order));
  for (let place = 0; place < order.length; place += 1) made[order[place] ?? 0] = place;
  places.set(order, made);
  return made;
}

/** The highest of some row numbers; -1 for none. */
function last(rows: Uint32Array): number {
  let highest = -1;
  for (let nth = 0; nth < rows.length; nth += 1) highest = Math.max(highest, rows[nth] ?? 0);
  return highest;
}
