import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '#shared/model/ids.ts';
import type { Basis, Fact } from '#shared/model/provenance.ts';
import { SyncSource } from '#shared/model/sync.ts';
import type { Said, Sighting } from './observations.ts';

/** What a system said stands above what staff declared, and that above what we reasoned. */
const RANK: Record<Basis, number> = { observed: 2, declared: 1, inferred: 0 };

/** Whether an instant is strictly later; of two equal ones the fact that stands keeps standing. */
export function isLater(instant: Instant, than: Instant): boolean {
  return instant !== than && Date.parse(instant) > Date.parse(than);
}

const A_DAY = 86_400_000;

/** Where something was learnt, and as of when it held. */
interface Dated {
  readonly source: string;
  readonly asOf: Instant;
}

/**
 * Whether a word takes the place of one that stands: a later one does. So does one of the same service where the other is
 * more than a day ahead: answers come one after another, so the clock was wrong when that one came.
 */
export function replaces({ asOf, source }: Dated, standing: Dated): boolean {
  if (isLater(asOf, standing.asOf)) return true;
  return isService(source) && source === standing.source && Date.parse(standing.asOf) - Date.parse(asOf) > A_DAY;
}

const isService = (source: string): boolean => SyncSource.safeParse(source).success;

/** A said value as a fact of this sighting. */
export function factFrom<T>(said: Said<T>, { source, asOf }: Sighting): Fact<T> {
  return { value: said.value, basis: said.basis, source, asOf };
}

/**
 * The fact that stands after another came in: the better known one, whatever its date; of equally known ones the later.
 * The same value seen later is the same fact with a later date. Gives back `existing` itself when nothing changes.
 */
export function mergeFact<F extends Fact<unknown>>(existing: F | null, incoming: F | null): F | null {
  if (incoming === null || existing === null) return incoming ?? existing;
  const rank = RANK[incoming.basis] - RANK[existing.basis];
  if (rank !== 0) return rank > 0 ? incoming : existing;
  return replaces(incoming, existing) ? incoming : existing;
}

/** Whether two facts say the same, wherever and whenever they were learnt. */
export function saysSame(one: Fact<unknown> | null, other: Fact<unknown> | null): boolean {
  return one === other || isDeepStrictEqual(one?.value, other?.value);
}

/** A plain field under the provenance of its record: silence changes nothing, a later word replaces, an earlier one only fills a gap. */
export function mergeField<T>(existing: T | null, incoming: T | null | undefined, later: boolean): T | null {
  if (incoming === null || incoming === undefined) return existing;
  return later ? incoming : (existing ?? incoming);
}
