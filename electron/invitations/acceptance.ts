import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier, ResellerRelationship } from '#shared/model/dossier.ts';
import type { Instant, TenantId } from '#shared/model/ids.ts';
import type { Evidence, Invitation } from '#shared/model/invitation.ts';
import { isOpen, withStep } from './life-cycle.ts';
import { withChanged } from './tracked.ts';

/** Who takes a step that the facts show; staff have ids of their own. */
export const CONSOLE = 'console';

/** States of a GDAP relationship that follow its being granted, and in which it is in force. */
const IN_FORCE = new Set<Delegation['status']>(['active', 'expiring']);

/**
 * The dossier with every open invitation accepted that the facts show to be: the very same dossier where they show
 * none, so that it may be asked after every change. What was so before we invited is no evidence, nor is what staff
 * took back. Nothing tells which reseller link a customer opened, only that the relationship is there: where several
 * open invitations asked for it, each is accepted.
 *
 * @param us the partner whose workspace it is
 */
export function detectAcceptance(dossier: Dossier, us: TenantId, now: Date): Dossier {
  let next = dossier;
  for (const invitation of dossier.invitations) {
    const evidence = isOpen(invitation) ? evidenceFor(invitation, dossier, us) : null;
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
    return granted ? { fact: 'gdap-active', delegation: granted.id, provenance: granted.provenance } : null;
  }
  const ours = dossier.resellers.find(({ partner }) => partner === us);
  if (!ours || !showsTie(ours, invitation)) return null;
  return { fact: 'reseller-relationship', delegation: null, provenance: ours.provenance };
}

/** The relationship was first seen after we invited, and is not the one that staff said is none of this invitation's. */
function showsTie({ since }: ResellerRelationship, { createdAt, refused }: Invitation): boolean {
  if (since === null || !isAfter(since, createdAt)) return false;
  return refused.every(({ fact, provenance }) => fact !== 'reseller-relationship' || isAfter(since, provenance.asOf));
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
