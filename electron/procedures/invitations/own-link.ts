import { InvitationAnswers } from '#electron/invitations/answers.ts';
import { openWorkspace, type Session } from '#electron/procedures/session.ts';
import type { OwnLink } from '#shared/contract/invitations.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { insist, refusal } from './draft-link.ts';
import { readLink } from './link-hosts.ts';

/**
 * Our own reseller link as a source last told it, with what the checks of a pasted link say of it: what a file or a
 * server hands us is trusted no more than what a person pastes. Nor is it used where a partner of our kind may have no
 * link from the API (R04), or where it names another partner. `null` while no source has told one.
 */
export function ownLink(session: Session): OwnLink | null {
  const { now, records } = openWorkspace(session);
  const { resellerLink } = records.surroundings();
  if (resellerLink === null) return null;
  const { value: link, ...provenance } = resellerLink;
  try {
    insist(refusal(new InvitationAnswers(records.profile, now).createThroughApi()));
    const reading = readLink(session, link.trim());
    const { partner: named } = reading;
    if (named !== null && named !== records.profile.partner.tenantId) {
      throw new ProblemError('refused', 'linkOtherPartner', { partner: named });
    }
    return { link, provenance, reading, problem: null };
  } catch (error) {
    if (error instanceof ProblemError) return { link, provenance, reading: null, problem: error.problem };
    throw error;
  }
}
