import type { CustomerRow, SubscriptionRow } from '#shared/contract/customers.ts';
import type { Delegation, DelegationStatus } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { Instant } from '#shared/model/ids.ts';
import type { Cloud, PartnerProfile } from '#shared/model/partner.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { goneSeconds, goneSince } from './gone-since.ts';

/** The states in which a GDAP relationship is in force. */
export const LIVE: ReadonlySet<DelegationStatus> = new Set(['active', 'expiring']);

/** Our access to a customer at a time, and the delegation of ours that gives it an end. */
export interface Access {
  readonly access: CustomerRow['access'];
  readonly soonest: Delegation | undefined;
}

/** What we have of access to a customer as of now. */
export function accessOf(dossier: Dossier, { cloud, partner }: PartnerProfile, now: Date): Access {
  const ours = dossier.delegations.filter(
    ({ goneUpstream, partner: holder }) => !goneUpstream && holder === partner.tenantId,
  );
  const soonest = soonestEnd(ours, now);
  return { access: soonest ? 'ends' : accessWithoutEnd(dossier, ours, cloud), soonest };
}

const isLiveGdap = ({ kind, status }: Delegation): boolean => kind === 'gdap' && LIVE.has(status);

/**
 * The one in force that ends first. One that was to extend itself at an end behind us is not in force until we are told
 * that it did: so the policy sees it, too.
 */
function soonestEnd(ours: readonly Delegation[], now: Date): Delegation | undefined {
  let soonest: { readonly delegation: Delegation; readonly end: number } | undefined;
  for (const delegation of ours) {
    if (!isLiveGdap(delegation) || delegation.endsAt === null) continue;
    const end = Date.parse(delegation.endsAt);
    if (end > now.getTime() && (!soonest || end < soonest.end)) soonest = { delegation, end };
  }
  return soonest?.delegation;
}

/**
 * DAP has no end. That we have no access is known only when nothing was left unasked, not the end of a GDAP relationship
 * either; on 21Vianet no page describes GDAP.
 */
function accessWithoutEnd(dossier: Dossier, ours: readonly Delegation[], cloud: Cloud): CustomerRow['access'] {
  const isApproved = ours.some(({ kind, status }) => kind === 'dap' && status === 'approved');
  const isOn = dossier.delegatedAccess?.value === true;
  // Of a customer that is gone upstream nobody knows whether DAP is still on.
  if (isApproved || (isOn && !dossier.goneUpstream)) return 'open-ended';
  if (isOn) return 'unknown';
  const endUnknown = ours.some((delegation) => isLiveGdap(delegation) && delegation.endsAt === null);
  const allAsked =
    dossier.delegatedAccess !== null && (dossier.gdapListedAt !== null || cloud === '21vianet') && !endUnknown;
  return allAsked ? 'none' : 'unknown';
}

/** A subscription's line in the list, without any answers of the policy: only the lines that are shown need them. */
export function subscriptionRow(dossier: Dossier, subscription: Subscription): SubscriptionRow {
  const { channel } = subscription;
  return {
    id: subscription.id,
    customer: dossier.id,
    customerName: dossier.name.value,
    kind: subscription.kind,
    name: subscription.name,
    quantity: subscription.quantity,
    channel: channel.value,
    basis: channel.basis,
    status: subscription.status,
    asOf: newestAsOf(subscription),
    goneSince: goneSince(goneSeconds(subscription.goneUpstream)),
    answers: {},
  };
}

/** As of when we know the newest fact of a subscription's line. */
export function newestAsOf({ channel, provenance }: Subscription): Instant {
  return channel.asOf > provenance.asOf ? channel.asOf : provenance.asOf;
}
