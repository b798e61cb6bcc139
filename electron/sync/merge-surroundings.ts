import { isDeepStrictEqual } from 'node:util';
import type { Surroundings } from '#shared/model/dossier.ts';
import type { Provenance } from '#shared/model/provenance.ts';
import { isLater, mergeFact, mergeField, saysSame } from './merge-facts.ts';
import type { Outcome, Sighting, SurroundingsObservation } from './observations.ts';

interface Merged {
  readonly surroundings: Surroundings;
  readonly outcome: Outcome;
}

/** Takes what a source says about partners, security groups or the reseller link. Gives back the same surroundings when nothing changes. */
export function mergeSurroundings(before: Surroundings, seen: SurroundingsObservation, sighting: Sighting): Merged {
  const provenance = { basis: 'observed', source: sighting.source, asOf: sighting.asOf } as const;
  switch (seen.about) {
    case 'partner': {
      const { about: _, ...partner } = seen;
      const existing = before.partners.find(
        (one) => one.tenantId === partner.tenantId && one.relation === partner.relation,
      );
      const later = existing !== undefined && isLater(sighting.asOf, existing.provenance.asOf);
      const next = {
        ...partner,
        name: mergeField(existing?.name ?? null, partner.name, later),
        mpnId: mergeField(existing?.mpnId ?? null, partner.mpnId, later),
        state: mergeField(existing?.state ?? null, partner.state, later),
        provenance: existing === undefined || later ? provenance : existing.provenance,
      };
      const { list, outcome } = put(before.partners, existing, next);
      return {
        surroundings: outcome === null ? before : { ...before, partners: list },
        outcome: outcome ?? 'unchanged',
      };
    }
    case 'group': {
      const existing = before.groups.find(({ id }) => id === seen.id);
      const later = existing === undefined || isLater(sighting.asOf, existing.provenance.asOf);
      const next = later ? { id: seen.id, name: seen.name, roles: [...seen.roles], provenance } : existing;
      const { list, outcome } = put(before.groups, existing, next);
      return { surroundings: outcome === null ? before : { ...before, groups: list }, outcome: outcome ?? 'unchanged' };
    }
    case 'reseller-link': {
      const link = mergeFact(before.resellerLink, { value: seen.link, ...provenance });
      if (link === before.resellerLink) return { surroundings: before, outcome: 'unchanged' };
      const changed = before.resellerLink === null ? 'added' : 'updated';
      return {
        surroundings: { ...before, resellerLink: link },
        outcome: saysSame(before.resellerLink, link) ? 'unchanged' : changed,
      };
    }
  }
}

/** Puts a record in its list; the outcome is `null` when the list stays as it was, date and all. */
function put<T extends { provenance: Provenance }>(list: readonly T[], existing: T | undefined, next: T) {
  if (existing === undefined) return { list: [...list, next], outcome: 'added' as const };
  if (isDeepStrictEqual(existing, next)) return { list: [...list], outcome: null };
  const same = isDeepStrictEqual({ ...existing, provenance: null }, { ...next, provenance: null });
  return {
    list: list.map((one) => (one === existing ? next : one)),
    outcome: same ? ('unchanged' as const) : ('updated' as const),
  };
}
