import type { InvitationRow } from '#shared/contract/invitations.ts';
import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier, ResellerRelationship } from '#shared/model/dossier.ts';
import type { Instant, TenantId } from '#shared/model/ids.ts';
import { type Evidence, type Invitation, isOut } from '#shared/model/invitation.ts';
import { withStep } from './life-cycle.ts';
import { withChanged } from './tracked.ts';

/** Who takes a step that the facts show; staff have ids of their own. */
export const CONSOLE = 'console';

/** States of a GDAP relationship that follow its being granted, and in which it is in force. */
const IN_FORCE = new Set<Delegation['status']>(['active', 'expiring']);

/**
 * The dossier with every open invitation accepted, drafts aside, that the facts show to be: the very same dossier where they show
 * none, so that it may be asked after every change. What was so before we invited is no evidence, nor is what staff
 * took back. Nothing tells which reseller link a customer opened, only that the relationship is there: where several
 * open invitations asked for it, each is accepted.
 *
 * @param us the partner whose workspace it is
 */
export function detectAcceptance(dossier: Dossier, us: TenantId, now: Date): Dossier {
  let next = dossier;
  for (const invitation of dossier.invitations) {
    const evidence = isOut(invitation) ? evidenceFor(invitation, dossier, us) : null;
    if (!evidence) continue;
    const act = { at: now.toISOString(), by: CONSOLE };
    const accepted = withStep(invitation, { status: 'accepted', ...act, evidence });
    next = withChanged(next, accepted, {
      ...act,
      event: 'invitation-accepted',
      source: evidence.provenance.source,
    });
  }
  return next;
}

function evidenceFor(invitation: Invitation, dossier: Dossier, us: TenantId): Evidence | null {
  if (invitation.kind === 'gdap') {
    const granted = dossier.delegations.find((one) => showsGrant(one, invitation));
    if (!granted) return null;
    const { id, provenance } = granted;
    return { fact: 'gdap-active', delegation: id, absentAsOf: null, absentSource: null, provenance };
  }
  const ours = dossier.resellers.find(({ partner }) => partner === us);
  // A relationship that no source ever showed absent may be older than the day on which we first saw it.
  if (!ours || ours.since === null || ours.absentAsOf === null || !mayFollow(ours.since, invitation)) return null;
  const { absentAsOf, absentSource, provenance } = ours;
  return { fact: 'reseller-relationship', delegation: null, absentAsOf, absentSource, provenance };
}

/**
 * What staff should know of an open invitation although it is no evidence: the relationship that it asked for is there,
 * was not seen before we invited, and yet may be older, since nobody saw it absent.
 *
 * @param us the partner whose workspace it is
 */
export function hintOn(
  invitation: Invitation,
  { resellers }: { readonly resellers: readonly ResellerRelationship[] },
  us: TenantId,
): InvitationRow['hint'] {
  if (invitation.kind !== 'reseller' || !isOut(invitation)) return null;
  const ours = resellers.find(({ partner }) => partner === us);
  if (!ours || (ours.since !== null && ours.absentAsOf !== null)) return null;
  return mayFollow(ours.since ?? ours.provenance.asOf, invitation) ? 'maybe-older' : null;
}

/** A relationship first seen then was not seen before we invited, nor is it the one that staff said is none of the invitation's. */
function mayFollow(seen: Instant, { createdAt, refused }: Invitation): boolean {
  if (!isAfter(seen, createdAt)) return false;
  return refused.every(({ fact, provenance }) => fact !== 'reseller-relationship' || isAfter(seen, provenance.asOf));
}

/**
 * The relationship that the link names became active after we invited, even if it has ended since. Sources that do not
 * tell when it became active (`activatedAt` is unknown) show it by being seen active later.
 */
function showsGrant(delegation: Delegation, { createdAt, link, refused }: Invitation): boolean {
  const { activatedAt, id, kind, provenance, status } = delegation;
  if (kind !== 'gdap' || !link.includes(id)) return false;
  if (refused.some(({ delegation: taken }) => taken === id)) return false;
  if (activatedAt !== null) return isAfter(activatedAt, createdAt);
  return IN_FORCE.has(status) && isAfter(provenance.asOf, createdAt);
}

function isAfter(instant: Instant, than: Instant): boolean {
  return Date.parse(instant) > Date.parse(than);
}
