import type { CustomerRow, SubscriptionRow } from '#shared/contract/customers.ts';
import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { Instant } from '#shared/model/ids.ts';
import { newestFact } from '#shared/model/newest-fact.ts';
import type { Cloud, PartnerProfile } from '#shared/model/partner.ts';
import { CHANNELS, type Channel, type Subscription } from '#shared/model/subscription.ts';
import { type BetweenEnds, betweenEnds, liesBetween } from './between-ends.ts';

const LIVE = new Set(['active', 'expiring']);

/** The channels of a dossier's subscriptions, in the canonical order. */
function channelsOf(dossier: Dossier): Channel[] {
  return CHANNELS.filter((channel) => dossier.subscriptions.some((one) => one.channel.value === channel));
}

interface KeptRow extends BetweenEnds {
  readonly row: CustomerRow;
  readonly profile: PartnerProfile;
}

const rows = new WeakMap<Dossier, KeptRow>();

/**
 * A dossier's line in the list as of now, and when the clock alone may change it (in milliseconds since 1970; `Infinity`
 * for never). It is kept until then, since every keystroke asks for them all.
 */
export function customerRow(
  dossier: Dossier,
  profile: PartnerProfile,
  now: Date,
): { readonly row: CustomerRow; readonly until: number } {
  const kept = rows.get(dossier);
  if (kept?.profile === profile && liesBetween(kept, now)) return kept;
  const made = { row: makeCustomerRow(dossier, profile, now), profile, ...betweenEnds(dossier, now) };
  rows.set(dossier, made);
  return made;
}

function makeCustomerRow(dossier: Dossier, { cloud, partner }: PartnerProfile, now: Date): CustomerRow {
  const ours = dossier.delegations.filter((delegation) => delegation.partner === partner.tenantId);
  const soonest = soonestEnd(ours, now);
  return {
    id: dossier.id,
    name: dossier.name.value,
    domain: dossier.domain?.value ?? null,
    relationship: dossier.relationship?.value ?? null,
    channels: channelsOf(dossier),
    subscriptions: dossier.subscriptions.length,
    access: soonest ? 'ends' : accessWithoutEnd(dossier, ours, cloud),
    delegationEndsAt: soonest?.endsAt ?? null,
    delegationAutoExtends: soonest?.autoExtend ?? null,
    asOf: newestAsOf(dossier),
  };
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

const newest = new WeakMap<Dossier, Instant>();

/** As of when we know the newest of a dossier's facts; found once a dossier. */
export function newestAsOf(dossier: Dossier): Instant {
  const kept = newest.get(dossier);
  if (kept !== undefined) return kept;
  const { asOf } = newestFact(dossier);
  newest.set(dossier, asOf);
  return asOf;
}

/**
 * DAP has no end. That we have no access is known only when nothing was left unasked, not the end of a GDAP relationship
 * either; on 21Vianet no page describes GDAP.
 */
function accessWithoutEnd(dossier: Dossier, ours: readonly Delegation[], cloud: Cloud): CustomerRow['access'] {
  if (dossier.delegatedAccess?.value || ours.some(({ kind, status }) => kind === 'dap' && status === 'approved')) {
    return 'open-ended';
  }
  const endUnknown = ours.some((delegation) => isLiveGdap(delegation) && delegation.endsAt === null);
  const allAsked =
    dossier.delegatedAccess !== null && (dossier.gdapListedAt !== null || cloud === '21vianet') && !endUnknown;
  return allAsked ? 'none' : 'unknown';
}

/** A subscription's line in the list, without any answers of the policy: only the lines that are shown need them. */
export function subscriptionRow(dossier: Dossier, subscription: Subscription): SubscriptionRow {
  const { provenance, channel } = subscription;
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
    asOf: channel.asOf > provenance.asOf ? channel.asOf : provenance.asOf,
    answers: {},
  };
}
