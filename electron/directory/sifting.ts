import type { Interned, InternedSets } from '#electron/directory/index/interned.ts';

/** Names of partners by tenant id. */
export type NameOf = (tenant: string) => string | null;

/** Which rows a query finds, and what is counted on the way. */
export interface Sifted<Facets> {
  /** By row: 1 for those found. */
  readonly rows: Uint8Array;
  readonly total: number;
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
  return sets.map((members) => (number !== undefined && members.includes(number) ? 1 : 0));
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

/** What a page is cut out of: the rows that were found, and how many they are. */
interface Found {
  readonly rows: Uint8Array;
  readonly total: number;
}

/** A page of rows that stand in this order: those that were found, from an offset on. */
export function pageOf(order: Uint32Array, { rows: found, total }: Found, offset: number, limit: number): number[] {
  const rows: number[] = [];
  const end = Math.min(total, offset + limit);
  for (let at = 0, passed = 0; at < order.length && passed < end; at += 1) {
    const row = order[at] ?? 0;
    if (found[row] !== 1) continue;
    passed += 1;
    if (passed > offset) rows.push(row);
  }
  return rows;
}
