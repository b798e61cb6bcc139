import { openWorkspace, type Session } from '#electron/procedures/session.ts';
import type { OwnLink } from '#shared/contract/invitations.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { readLink } from './link-hosts.ts';

/**
 * Our own reseller link as a source last told it, with what the checks of a pasted link say of it: what a file or a
 * server hands us is trusted no more than what a person pastes. `null` while no source has told one.
 */
export function ownLink(session: Session): OwnLink | null {
  const fact = openWorkspace(session).records.surroundings().resellerLink;
  if (fact === null) return null;
  const { value: link, ...provenance } = fact;
  try {
    return { link, provenance, reading: readLink(session, link.trim()), problem: null };
  } catch (error) {
    if (error instanceof ProblemError) return { link, provenance, reading: null, problem: error.problem };
    throw error;
  }
}
