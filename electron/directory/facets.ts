import type { Interned, InternedSets } from '#electron/directory/index/interned.ts';
import { FACETS_TOLD, type Facet, type Within } from '#shared/contract/customers.ts';

/** Within how many days ends are counted. */
export const WITHIN_DAYS = [7, 30, 60, 90] as const;
export const DAY = 86_400_000;

/** How far ahead ends are counted, in milliseconds. */
export const FARTHEST = 90 * DAY;

/** How many values of a filter are told besides the chosen one, the most frequent first. */
const TOLD = FACETS_TOLD;

/** Counts by number. */
export type Counts = Uint32Array<ArrayBuffer>;

/** The values of a filter that rows have, with their counts. */
export function facetsOf(
  counts: Counts,
  values: readonly string[],
  nameOf?: (value: string) => string | null,
): Facet[] {
  return told(
    values.flatMap((value, at) => {
      const count = counts[at] ?? 0;
      return count === 0 ? [] : { value, name: nameOf?.(value) ?? null, count };
    }),
  );
}

/**
 * The same for texts by their numbers; rows without one are `unknown`, where that is a value of the filter. The chosen one
 * is always told, with its name.
 */
export function facetsOfTexts(
  counts: Counts,
  texts: Interned,
  nameOf?: (value: string) => string | null,
  chosen?: string,
): Facet[] {
  const facets: Facet[] = [];
  counts.forEach((count, number) => {
    if (count === 0) return;
    const value = texts.text(number) ?? UNKNOWN;
    facets.push({ value, name: nameOf?.(value) ?? null, count });
  });
  return told(facets, chosen);
}

/** The counts of a set's members, from the counts of the sets. */
export function countsOfMembers(counts: Counts, sets: InternedSets, members: number): Counts {
  const ofMembers = new Uint32Array(members);
  counts.forEach((count, set) => {
    if (count === 0) return;
    for (const member of sets.members(set)) ofMembers[member] = (ofMembers[member] ?? 0) + count;
  });
  return ofMembers;
}

/** How many end within each number of days, from the counts of `withinPlace`. */
export function withinOf(counts: Counts): Within[] {
  let count = 0;
  return WITHIN_DAYS.map((days, at) => {
    count += counts[at] ?? 0;
    return { days, count };
  });
}

/** The place among `WITHIN_DAYS` of the first within which this lies ahead; one beyond the last for none. */
export function withinPlace(milliseconds: number): number {
  const days = milliseconds / DAY;
  return days <= 7 ? 0 : days <= 30 ? 1 : days <= 60 ? 2 : days <= 90 ? 3 : 4;
}

/** Stands for a value that is not known. */
export const UNKNOWN = 'unknown';

function told(facets: Facet[], chosen?: string): Facet[] {
  facets.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  const rare = facets.slice(TOLD).find(({ value }) => value === chosen);
  return [...facets.slice(0, TOLD), ...(rare ? [rare] : [])];
}
