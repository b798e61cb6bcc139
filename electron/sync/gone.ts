import type { Dossier } from '#shared/model/dossier.ts';
import type { Provenance } from '#shared/model/provenance.ts';
import { isLater } from './merge-facts.ts';
import type { Sighting } from './observations.ts';

interface Listed {
  readonly id: string;
  readonly provenance: Provenance;
  readonly goneUpstream?: Dossier['goneUpstream'];
}

/**
 * Marks what a source used to list and no longer does. What another source told of is left alone: whoever never listed
 * it says nothing by not listing it now. Gives back the same list when nothing is newly gone.
 */
export function markGone<T extends Listed>(
  things: readonly T[],
  named: ReadonlySet<string>,
  { asOf, source }: Sighting,
): { readonly things: readonly T[]; readonly gone: readonly string[] } {
  const isGone = ({ goneUpstream, id, provenance }: T): boolean =>
    goneUpstream === undefined && provenance.source === source && !named.has(id) && isLater(asOf, provenance.asOf);
  const gone = things.filter(isGone).map(({ id }) => id);
  if (gone.length === 0) return { things, gone };
  const goneUpstream = { asOf, source };
  return { things: things.map((one) => (isGone(one) ? { ...one, goneUpstream } : one)), gone };
}

/** The same thing, which is there again. */
export function asThere<T extends { readonly goneUpstream?: Dossier['goneUpstream'] }>(thing: T): T {
  if (thing.goneUpstream === undefined) return thing;
  const { goneUpstream: _, ...there } = thing;
  return there as T;
}
