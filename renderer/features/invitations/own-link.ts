import type { OwnLink } from '#shared/contract/invitations.ts';

/** Where a link of ours comes from, as it stands in the form. */
export interface TypedLink {
  /** Our own link as Partner Center told it, or a pasted one; `null` while nobody has chosen. */
  readonly by: 'own' | 'pasted' | null;
  readonly pasted: string;
}

export const NO_LINK: TypedLink = { by: null, pasted: '' };

/** The link that the form comes to. Unless somebody chose or pasted another, it is our own where that may be used. */
export function chosenLink({ by, pasted }: TypedLink, own: OwnLink | null) {
  const usable = own !== null && own.problem === null ? own : null;
  const isOwn = pasted === '' || pasted.trim() === usable?.link.trim();
  return usable !== null && (by === 'own' || (by === null && isOwn))
    ? { by: 'own' as const, link: usable.link }
    : { by: 'pasted' as const, link: pasted };
}
