import { DELEGATION_REQUEST_REGIONS } from './space-delegation-requests.ts';
import { DELEGATION_REGIONS } from './space-delegations.ts';
import { FAVOURABLE_REGIONS } from './space-favourable.ts';
import { INVITATION_REGIONS } from './space-invitations.ts';
import { PEOPLE_REGIONS } from './space-people.ts';
import { type Region, rawRequestIn, sizeOf } from './space-regions.ts';
import { SUBSCRIPTION_REGIONS } from './space-subscriptions.ts';

/** The finite space of facts that the proof goes through: regions side by side, no request in two of them. */
export const REGIONS: readonly Region[] = [
  ...PEOPLE_REGIONS,
  ...INVITATION_REGIONS,
  ...DELEGATION_REQUEST_REGIONS,
  ...DELEGATION_REGIONS,
  ...SUBSCRIPTION_REGIONS,
  ...FAVOURABLE_REGIONS,
];

let total = 0;
const STARTS = REGIONS.map((region) => {
  const start = total;
  total += sizeOf(region);
  return start;
});

/** How many requests the space holds. */
export const SPACE_SIZE = total;

/**
 * The request at a place in the space, raw.
 *
 * @param index from 0 up to, not including, `SPACE_SIZE`
 * @throws RangeError outside of the space
 */
export function rawRequestAt(index: number): unknown {
  const next = STARTS.findIndex((start) => start > index);
  const place = next === -1 ? REGIONS.length - 1 : next - 1;
  const region = REGIONS[place];
  const start = STARTS[place];
  if (region === undefined || start === undefined || index >= SPACE_SIZE) {
    throw new RangeError(`The space has ${SPACE_SIZE} requests; there is no number ${index}.`);
  }
  return rawRequestIn(region, index - start);
}

/** Steps without a factor in common with the lengths of dimensions, so that every digit of a place moves. */
const STEPS = [59, 37, 29, 19, 11, 1];

/** Places spread evenly over the whole space: about every sixtieth, closer in the smaller regions, and the small ones whole. */
export function sampleOfSpace(atLeastInRegion = 400): number[] {
  return REGIONS.flatMap((region, place) => {
    const start = STARTS[place] ?? 0;
    const size = sizeOf(region);
    const step = STEPS.find((candidate) => size / candidate >= atLeastInRegion) ?? 1;
    return Array.from({ length: Math.ceil(size / step) }, (_, nth) => start + nth * step);
  });
}
