import type { Dossier, ResellerRelationship } from '#shared/model/dossier.ts';
import { isLater } from './merge-facts.ts';
import type { CustomerObservation, Sighting } from './observations.ts';
import { saysNoReseller } from './relationship-words.ts';

type Seen = NonNullable<CustomerObservation['relationship']>;
type Resellers = Dossier['resellers'];

/**
 * The reseller relationships after the latest word on the commercial tie to us. A relationship that appears keeps as of
 * when the word before it showed none: without such a word nobody knows how old it is.
 */
export function resellersAfter(before: Dossier, seen: Seen, sighting: Sighting): Resellers {
  const existing = before.resellers.find(({ partner }) => partner === seen.partner);
  const others = before.resellers.filter((one) => one !== existing);
  if (!seen.reseller) return existing === undefined ? before.resellers : others;
  const provenance = { basis: 'observed', source: sighting.source, asOf: sighting.asOf } as const;
  if (existing !== undefined) return [...others, { ...existing, provenance }];
  const word = before.relationship;
  const absent = word?.basis === 'observed' && saysNoReseller(word.value) ? word : null;
  const absence = { absentAsOf: absent?.asOf ?? null, absentSource: absent?.source ?? null };
  return [...others, { partner: seen.partner, via: null, since: sighting.asOf, ...absence, provenance }];
}

/** The reseller relationships after a word from before the one that stands: it may tell since when they are there. */
export function resellersInHindsight(before: Dossier, seen: Seen, sighting: Sighting): Resellers {
  const existing = before.resellers.find(({ partner }) => partner === seen.partner);
  if (existing === undefined || !isLater(existing.provenance.asOf, sighting.asOf)) return before.resellers;
  if (!seen.reseller && !saysNoReseller(seen.word)) return before.resellers;
  const after = inHindsight(existing, seen.reseller, sighting);
  return after === existing ? before.resellers : before.resellers.map((one) => (one === existing ? after : one));
}

function inHindsight(
  existing: ResellerRelationship,
  isThere: boolean,
  { asOf, source }: Sighting,
): ResellerRelationship {
  const { absentAsOf, since } = existing;
  if (since === null) return existing;
  if (absentAsOf !== null && !isLater(asOf, absentAsOf)) return existing;
  const absence = { absentAsOf: asOf, absentSource: source };
  if (isLater(since, asOf)) return isThere ? { ...existing, since: asOf } : { ...existing, ...absence };
  // It ended after it was seen first, and came back at a time that nobody kept.
  return isThere ? existing : { ...existing, since: null, ...absence };
}
