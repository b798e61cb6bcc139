import type { Link, LinkState } from '#shared/model/trace.ts';
import { isMissing, type Missing, type Truth } from './truth.ts';

/** How one link of the chain stands, as one rule sees it. */
export interface TracePart {
  readonly link: Link;
  readonly state: LinkState;
  readonly missing: Missing;
}

/** A link that holds, is broken or unknown, as a condition came out. */
export function partOf(link: Link, truth: Truth): TracePart {
  if (isMissing(truth)) return { link, state: 'unknown', missing: truth };
  return { link, state: truth ? 'holds' : 'broken', missing: [] };
}

export const unreached = (link: Link): TracePart => ({ link, state: 'unreached', missing: [] });

/**
 * Links that follow one another: beyond one that is broken or unknown, what is not known to hold was not reached.
 * While the whole is open, a link that fails on one of two ways breaks nothing yet.
 */
export function inOrder(chain: readonly TracePart[], isOpen: boolean): readonly TracePart[] {
  let isCut = false;
  let isBroken = false;
  return chain.map((part) => {
    if (part.state === 'holds') return part;
    // One that is broken for certain counts beyond an unknown one, but not beyond another that is broken.
    const isReached = part.state === 'broken' ? !isOpen && !isBroken : !isCut;
    isCut = true;
    isBroken ||= part.state === 'broken';
    return isReached ? part : unreached(part.link);
  });
}
