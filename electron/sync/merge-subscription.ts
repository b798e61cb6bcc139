import { isDeepStrictEqual } from 'node:util';
import type { Fact } from '#shared/model/provenance.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { asThere } from './gone.ts';
import { factFrom, mergeFact, mergeField, replaces } from './merge-facts.ts';
import type { Purchase, Said, Sighting, SubscriptionObservation } from './observations.ts';

/** Takes what a source says of a subscription. Gives back `existing` itself when nothing changes, not even a date. */
export function mergeSubscription(
  existing: Subscription | undefined,
  seen: SubscriptionObservation,
  sighting: Sighting,
): Subscription {
  const provenance = { basis: 'observed', source: sighting.source, asOf: sighting.asOf } as const;
  const later = existing === undefined || replaces(sighting, existing.provenance);
  const before = existing === undefined ? blank(seen, sighting) : later ? asThere(existing) : existing;
  const after: Subscription = {
    ...before,
    name: mergeField(before.name, seen.name, later) ?? before.name,
    quantity: mergeField(before.quantity, seen.quantity, later),
    status: mergeField(before.status, seen.status, later),
    offerId: mergeField(before.offerId, seen.offerId, later),
    startDate: mergeField(before.startDate, seen.startDate, later),
    endDate: mergeField(before.endDate, seen.endDate, later),
    service: mergeFact(before.service, fact(seen.service, sighting)),
    serviceModel: mergeFact(before.serviceModel, fact(seen.serviceModel, sighting)),
    ...mergePurchase(before, seen.purchase, sighting),
    provenance: later ? provenance : before.provenance,
  };
  return existing !== undefined && isDeepStrictEqual(existing, after) ? existing : after;
}

/** Whether a subscription says the same as before, leaving out where and when it was learnt. */
export function sameSubscription(one: Subscription, other: Subscription): boolean {
  return one === other || isDeepStrictEqual(essence(one), essence(other));
}

function essence({ provenance: _, ...subscription }: Subscription) {
  const { channel, service, serviceModel, transactingPartner, originalReseller, partnerOfRecord, supportContact } =
    subscription;
  return {
    ...subscription,
    channel: channel.value,
    service: service?.value,
    serviceModel: serviceModel?.value,
    transactingPartner: transactingPartner?.value,
    originalReseller: originalReseller?.value,
    partnerOfRecord: partnerOfRecord?.value,
    supportContact: supportContact?.value,
  };
}

type PurchaseFacts = Pick<Subscription, 'channel' | 'transactingPartner' | 'originalReseller'>;

/** Who bought from whom is one statement: the channel decides whether it is taken, the partners come along. */
function mergePurchase(before: PurchaseFacts, seen: Purchase, sighting: Sighting): PurchaseFacts {
  const incoming = factFrom(seen.channel, sighting);
  const channel = mergeFact(before.channel, incoming) ?? before.channel;
  if (channel !== incoming) {
    return {
      channel,
      transactingPartner: before.transactingPartner,
      originalReseller: before.originalReseller,
    };
  }
  return {
    channel,
    transactingPartner: along(before.transactingPartner, seen.transactingPartner, sighting),
    originalReseller: along(before.originalReseller, seen.originalReseller, sighting),
  };
}

function along<T>(before: Fact<T> | null, said: Said<T> | null | undefined, sighting: Sighting): Fact<T> | null {
  if (said === undefined) return before;
  return said === null ? null : mergeFact(before, factFrom(said, sighting));
}

function fact<T>(said: Said<T> | null, sighting: Sighting): Fact<T> | null {
  return said === null ? null : factFrom(said, sighting);
}

function blank(seen: SubscriptionObservation, sighting: Sighting): Subscription {
  const { channel, transactingPartner, originalReseller } = seen.purchase;
  return {
    id: seen.id,
    kind: 'subscription',
    name: seen.name ?? seen.id,
    quantity: null,
    status: null,
    channel: factFrom(channel, sighting),
    service: null,
    serviceModel: null,
    transactingPartner: fact(transactingPartner ?? null, sighting),
    originalReseller: fact(originalReseller ?? null, sighting),
    partnerOfRecord: null,
    supportContact: null,
    offerId: null,
    sku: null,
    startDate: null,
    endDate: null,
    provenance: { basis: 'observed', source: sighting.source, asOf: sighting.asOf },
  };
}
