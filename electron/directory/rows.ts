import type { CustomerRow, SubscriptionRow } from '#shared/contract/customers.ts';
import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { newestFact } from '#shared/model/newest-fact.ts';
import type { Cloud, PartnerProfile } from '#shared/model/partner.ts';
import { CHANNELS, type Channel, type Subscription } from '#shared/model/subscription.ts';

const LIVE = new Set(['active', 'expiring']);

/** The channels of a dossier's subscriptions, in the canonical order. */
function channelsOf(dossier: Dossier): Channel[] {
  return CHANNELS.filter((channel) => dossier.subscriptions.some((one) => one.channel.value === channel));
}

const rows = new WeakMap<Dossier, CustomerRow>();

/** A dossier's line in the list; made once a dossier, since every keystroke asks for them all. */
export function customerRow(dossier: Dossier, profile: PartnerProfile): CustomerRow {
  const kept = rows.get(dossier);
  if (kept !== undefined) return kept;
  const made = makeCustomerRow(dossier, profile);
  rows.set(dossier, made);
  return made;
}

function makeCustomerRow(dossier: Dossier, { cloud, partner }: PartnerProfile): CustomerRow {
  const ours = dossier.delegations.filter((delegation) => delegation.partner === partner.tenantId);
  const [soonest] = ours
    .filter(({ kind, status, endsAt }) => kind === 'gdap' && LIVE.has(status) && endsAt)
    .sort((a, b) => ((a.endsAt ?? '') < (b.endsAt ?? '') ? -1 : 1));
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
    asOf: newestFact(dossier).asOf,
  };
}

/** DAP has no end. That we have no access is known only when nothing was left unasked; on 21Vianet no page describes GDAP. */
function accessWithoutEnd(dossier: Dossier, ours: readonly Delegation[], cloud: Cloud): CustomerRow['access'] {
  if (dossier.delegatedAccess?.value || ours.some(({ kind, status }) => kind === 'dap' && status === 'approved')) {
    return 'open-ended';
  }
  const allAsked = dossier.delegatedAccess !== null && (dossier.gdapListedAt !== null || cloud === '21vianet');
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
