import type { CustomerList, Dossier } from '#shared/model/dossier.ts';
import type { TenantId } from '#shared/model/ids.ts';
import { isLater } from './merge-facts.ts';

/** How many lists are kept: more than anybody imports out of order. */
const KEPT = 12;

/** The kept lists with another one that was seen whole; the very same when it is among them, or too old to be kept. */
export function withCustomerList(lists: readonly CustomerList[], seen: CustomerList): readonly CustomerList[] {
  if (lists.some(({ asOf, source }) => asOf === seen.asOf && source === seen.source)) return lists;
  const next = [...lists, seen].sort((one, other) => Date.parse(other.asOf) - Date.parse(one.asOf)).slice(0, KEPT);
  return next.includes(seen) ? next : lists;
}

/**
 * The dossier of a customer whose relationship to us has just been seen for the first time, with the absence that a list
 * shows in which it was not named: the latest whole one from before. The very same dossier where a word on the relationship
 * was known before, or no list is that old.
 *
 * @param us the partner whose workspace it is
 */
export function withAbsence(
  before: Dossier | undefined,
  after: Dossier,
  us: TenantId,
  lists: readonly CustomerList[],
): Dossier {
  if (before && before.relationship !== null) return after;
  return absentFrom(after, us, lists);
}

/** The same for a customer whom none of the lists names. */
export function absentFrom(dossier: Dossier, us: TenantId, lists: readonly CustomerList[]): Dossier {
  const ours = dossier.resellers.find(({ partner }) => partner === us);
  if (!ours || ours.since === null) return dossier;
  const { absentAsOf, since } = ours;
  const list = lists.find(({ asOf }) => isLater(since, asOf));
  if (!list || (absentAsOf !== null && !isLater(list.asOf, absentAsOf))) return dossier;
  const told = { ...ours, absentAsOf: list.asOf, absentSource: list.source };
  return { ...dossier, resellers: dossier.resellers.map((one) => (one === ours ? told : one)) };
}
