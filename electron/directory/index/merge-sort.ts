import type { Slices } from '#electron/directory/slices.ts';

/** How many rows are sorted at a stretch. */
const RUN = 256;

/** After how many comparisons the clock is looked at. */
const LOOK = 512;

export type Compare = (one: number, other: number) => number;

/** Sorts rows in slices of time: short runs first, then two and two of them merged until one is left. */
export async function mergeSort(
  rows: Uint32Array<ArrayBuffer>,
  compare: Compare,
  slices: Slices,
): Promise<Uint32Array<ArrayBuffer>> {
  for (let start = 0; start < rows.length; start += RUN) {
    rows.subarray(start, start + RUN).sort(compare);
    if (slices.isOver()) await slices.next();
  }
  let from = rows;
  let into = new Uint32Array(rows.length);
  for (let run = RUN; run < rows.length; run *= 2) {
    for (let start = 0; start < rows.length; start += 2 * run) {
      await mergeRuns(from, into, start, Math.min(start + run, rows.length), start + 2 * run, compare, slices);
    }
    [from, into] = [into, from];
  }
  return from;
}

async function mergeRuns(
  from: Uint32Array,
  into: Uint32Array,
  start: number,
  middle: number,
  end: number,
  compare: Compare,
  slices: Slices,
): Promise<void> {
  const stop = Math.min(end, from.length);
  let left = start;
  let right = middle;
  for (let at = start; at < stop; at += 1) {
    const one = from[left] ?? 0;
    const other = from[right] ?? 0;
    const takesLeft = left < middle && (right >= stop || compare(one, other) <= 0);
    into[at] = takesLeft ? one : other;
    if (takesLeft) left += 1;
    else right += 1;
    if (at % LOOK === 0 && slices.isOver()) await slices.next();
  }
}
