import type { Fact, Provenance } from '#shared/model/provenance.ts';
import type { Channel, Subscription } from '#shared/model/subscription.ts';
import type { Case, Seen, VendorChannel } from './seen.ts';

const originOf = <T>(fact: Fact<T> | null): Provenance | null =>
  fact && { basis: fact.basis, source: fact.source, asOf: fact.asOf };

const isOfVendor = (channel: Channel): channel is VendorChannel =>
  channel === 'direct' || channel === 'volume-licensing';

/** The channel by which the customer bought a subscription from the vendor; `null` where a partner may have sold it. */
export function vendorChannel(subscription: Pick<Subscription, 'channel' | 'transactingPartner'> | null) {
  if (!subscription || subscription.transactingPartner) return null;
  const { value } = subscription.channel;
  return isOfVendor(value) ? value : null;
}

/** Who sold it, and the channel, which says whether we transact where no partner is named. */
export function seller(about: Case): readonly Seen[] {
  const { subscription } = about;
  if (!subscription) return [];
  const { transactingPartner, originalReseller } = subscription;
  const fromVendor = vendorChannel(subscription);
  const reseller: Seen = {
    about: 'original-reseller',
    reseller: originalReseller?.value ?? null,
    origin: originOf(originalReseller),
  };
  return [
    fromVendor === null
      ? {
          about: 'transacting-partner',
          partner: transactingPartner?.value ?? null,
          origin: originOf(transactingPartner),
        }
      : { about: 'bought-from-vendor', channel: fromVendor, origin: originOf(subscription.channel) },
    // Of what the vendor sold, nobody expects a reseller.
    ...(fromVendor === null || originalReseller ? [reseller] : []),
    ...channel(about),
  ];
}

export function channel({ subscription }: Case): readonly Seen[] {
  if (!subscription) return [];
  return [{ about: 'channel', channel: subscription.channel.value, origin: originOf(subscription.channel) }];
}

/** The active subscriptions that we transact. That none is seen is no proof that there is none. */
export function sales({ dossier }: Case): readonly Seen[] {
  const sold = dossier.subscriptions.filter(isActiveWithUs);
  // As old as the oldest of what was counted.
  const oldest = sold.map(({ provenance }) => provenance).sort((a, b) => Date.parse(a.asOf) - Date.parse(b.asOf))[0];
  return [{ about: 'active-with-us', count: sold.length === 0 ? null : sold.length, origin: oldest ?? null }];
}

/** Whether a subscription binds the customer to us: active, and transacted by us. */
export function isActiveWithUs({ channel: { value }, status }: Pick<Subscription, 'channel' | 'status'>): boolean {
  return status === 'active' && (value === 'csp-own' || value === 'csp-indirect');
}

export function serviceOf({ subscription }: Case): readonly Seen[] {
  if (!subscription) return [];
  const { service } = subscription;
  return [{ about: 'service', service: service?.value ?? null, origin: originOf(service) }];
}

/** Whether it is billed by seats or by use. */
export function serviceModel({ subscription }: Case): readonly Seen[] {
  if (!subscription) return [];
  const { serviceModel: model } = subscription;
  return [{ about: 'service-model', model: model?.value ?? null, origin: originOf(model) }];
}

export function status({ subscription }: Case): readonly Seen[] {
  if (!subscription) return [];
  return [{ about: 'status', status: subscription.status, origin: subscription.status && subscription.provenance }];
}

/** The other active subscriptions of the same service. */
export function overlapping({
  dossier,
  subscription,
}: Pick<Case, 'dossier' | 'subscription'>): readonly Subscription[] {
  const service = subscription?.service?.value;
  if (!subscription || service === undefined) return [];
  return dossier.subscriptions.filter(
    (other) => other.id !== subscription.id && other.status === 'active' && other.service?.value === service,
  );
}

export function overlap(about: Case): readonly Seen[] {
  if (!about.subscription) return [];
  const others = overlapping(about);
  if (others.length === 0) return [{ about: 'overlap', other: null, origin: null }];
  return others.map(({ name, provenance }): Seen => ({ about: 'overlap', other: name, origin: provenance }));
}
