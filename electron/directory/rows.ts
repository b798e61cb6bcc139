import type { CustomerRow, SubscriptionRow } from '#shared/contract/customers.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { TenantId } from '#shared/model/ids.ts';
import { CHANNELS, type Channel, type Subscription } from '#shared/model/subscription.ts';

const LIVE = new Set(['active', 'expiring', 'approved', 'activating']);

const newest = new WeakMap<Dossier, string>();

/** The newest fact of a dossier. */
export function asOfDossier(dossier: Dossier): string {
  const kept = newest.get(dossier);
  if (kept !== undefined) return kept;
  const facts = [
    dossier.name,
    dossier.domain,
    dossier.relationship,
    dossier.delegatedAccess,
    ...dossier.subscriptions.flatMap(({ provenance, channel }) => [provenance, channel]),
    ...dossier.delegations.map(({ provenance }) => provenance),
    ...dossier.seatCounts.map(({ provenance }) => provenance),
  ];
  const made = facts.reduce((latest, fact) => (fact && fact.asOf > latest ? fact.asOf : latest), dossier.name.asOf);
  newest.set(dossier, made);
  return made;
}

/** The channels of a dossier's subscriptions, in the canonical order. */
export function channelsOf(dossier: Dossier): Channel[] {
  return CHANNELS.filter((channel) => dossier.subscriptions.some((one) => one.channel.value === channel));
}

export function customerRow(dossier: Dossier, us: TenantId): CustomerRow {
  const ends = dossier.delegations
    .filter(({ partner, status, endsAt }) => partner === us && LIVE.has(status) && endsAt)
    .map(({ endsAt }) => endsAt ?? '')
    .sort();
  return {
    id: dossier.id,
    name: dossier.name.value,
    domain: dossier.domain?.value ?? null,
    relationship: dossier.relationship?.value ?? null,
    channels: channelsOf(dossier),
    subscriptions: dossier.subscriptions.length,
    delegationEndsAt: ends[0] ?? null,
    asOf: asOfDossier(dossier),
  };
}

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
  };
}
