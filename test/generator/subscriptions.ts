import { withRemainders } from '#electron/sync/remainders.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { SubscriptionId } from '#shared/model/ids.ts';
import type { Basis, Provenance } from '#shared/model/provenance.ts';
import type { Channel, SeatCount, Subscription } from '#shared/model/subscription.ts';
import type { Customer } from './customer.ts';
import { AZURE, LICENSES, OFFERS, type Offer } from './offers.ts';
import { daysFromNow, type Partner } from './world.ts';

/** Lines a customer has, remainders among them: 4 on average. */
const LINES = [15, 19, 17, 14, 11, 8, 5, 4, 3, 2, 1, 1].map((weight, nth) => [nth + 1, weight] as const);

/** How many of a customer's lines were bought elsewhere. */
const ELSEWHERE = { own: 0.2, 'through-reseller': 0.25, advisor: 1, stranger: 1 } as const;

const STATUSES = [
  ['active', 84],
  ['suspended', 5],
  ['expired', 4],
  ['disabled', 2],
  ['deleted', 2],
  ['pending', 2],
  ['none', 1],
] as const;

/** What staff found out of lines bought elsewhere; many they have not looked into. */
const FOUND_OUT = [
  ['unknown', 34],
  ['direct', 30],
  ['csp-other', 20],
  ['volume-licensing', 11],
  ['advisor', 5],
] as const;

/** Advisor customers bought through us in our Advisor days. */
const FOUND_OUT_ADVISED = [
  ['advisor', 75],
  ['unknown', 15],
  ['direct', 10],
] as const;

/** Seats as they are: many small customers, few very big ones. */
const seatsOf = ({ random }: Customer): number => Math.max(1, Math.round(Math.exp(random.share() * 6.2 + 0.8)));

/**
 * The subscriptions of a dossier and the seats that its tenant counts, remainders reckoned as after a sync: what the
 * lists of Partner Center and the reconciliation files showed, and what staff found out of the rest.
 */
export function withSubscriptions(dossier: Dossier, customer: Customer): Dossier {
  const { random, standing } = customer;
  const lines = random.weighted(LINES);
  const elsewhere = Array.from({ length: lines }, () => random.chance(ELSEWHERE[standing])).filter(Boolean).length;
  const own = random
    .some(heavy(customer), lines - elsewhere)
    .map((offer) => transacted(customer, offer, sellerOf(customer)));
  const counted = random.some(LICENSES, elsewhere);
  // Metered services have no seats that a tenant could count: of those, staff only know what the customer tells.
  const told = counted.length > 1 && random.chance(0.15) ? counted.splice(0, 1) : [];
  const seatCounts = seatsOver(own, counted, customer);
  const subscriptions = [...own, ...told.flatMap(() => AZURE.map((offer) => toldOf(customer, offer)))];
  const reckoned = withRemainders({ ...dossier, subscriptions, seatCounts }).dossier;
  return { ...reckoned, subscriptions: reckoned.subscriptions.map((one) => attributed(customer, one)) };
}

/** Offers so often as they are bought. */
const WEIGHED: readonly Offer[] = OFFERS.flatMap((offer) => Array.from({ length: offer.weight }, () => offer));

/** A dozen different offers, the usual ones first. */
function heavy({ random }: Customer): Offer[] {
  return [
    ...new Set([...Array.from({ length: 10 }, () => random.pick(WEIGHED)), ...random.some(OFFERS, OFFERS.length)]),
  ];
}

/** We sell to customers of a reseller ourselves now and then; sometimes their reseller was removed. */
function sellerOf({ random, reseller, world }: Customer): Partner | null {
  if (reseller && random.chance(0.9)) return reseller;
  return random.chance(0.015) ? null : world.us;
}

function transacted(customer: Customer, offer: Offer, seller: Partner | null): Subscription {
  const { pulled, random, reconciled, world } = customer;
  const source = random.chance(0.7) ? pulled : reconciled;
  const started = random.integer(5, 1500);
  const status = source === pulled ? random.weighted(STATUSES) : null;
  const channel = seller === null || seller === world.us ? 'csp-own' : 'csp-indirect';
  return {
    id: SubscriptionId.parse(random.guid()),
    kind: 'subscription',
    name: random.chance(0.2) ? `${offer.name} (由世纪互联运营)` : offer.name,
    quantity: offer.sku === null ? 1 : seatsOf(customer),
    status,
    channel: { value: channel, ...source },
    service: { value: offer.service, ...source, basis: 'inferred' },
    serviceModel: { value: offer.serviceModel, ...source },
    transactingPartner: { value: world.us.tenantId, ...source },
    originalReseller: seller === null ? null : { value: { ...seller }, ...source },
    partnerOfRecord: random.chance(0.1) && seller ? { value: seller.tenantId, ...source } : null,
    supportContact: random.chance(0.08) ? { value: { ...world.us }, ...source } : null,
    offerId: offer.offerId,
    sku: null,
    startDate: daysFromNow(-started).slice(0, 10),
    endDate: daysFromNow(365 - (started % 365)).slice(0, 10),
    provenance: source,
  };
}

/** Per SKU bought elsewhere: the seats that we transact of it and some more; and of what is ours alone, just ours. */
function seatsOver(
  own: readonly Subscription[],
  elsewhere: readonly (Offer & { readonly sku: string })[],
  customer: Customer,
): SeatCount[] {
  const provenance: SeatCount['provenance'] = customer.pulled;
  const ours = (offer: Offer): number =>
    own
      .filter((one) => one.offerId === offer.offerId && (one.status === null || one.status === 'active'))
      .reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
  const counts: SeatCount[] = elsewhere.map((offer) => ({
    sku: offer.sku,
    name: offer.name,
    seats: ours(offer) + seatsOf(customer),
    provenance,
  }));
  if (!customer.random.chance(0.5)) return counts;
  const rest = LICENSES.filter((offer) => !elsewhere.includes(offer) && ours(offer) > 0);
  return [...counts, ...rest.map((offer) => ({ sku: offer.sku, name: offer.name, seats: ours(offer), provenance }))];
}

/** A metered subscription that the customer told staff of. */
function toldOf(customer: Customer, offer: Offer): Subscription {
  const declared = byStaff(customer);
  const channel: Channel = customer.random.pick(['direct', 'csp-other']);
  return {
    id: SubscriptionId.parse(customer.random.guid()),
    kind: 'subscription',
    name: offer.name,
    quantity: 1,
    status: 'active',
    channel: { value: channel, ...declared },
    service: { value: offer.service, ...declared },
    serviceModel: { value: offer.serviceModel, ...declared },
    transactingPartner: null,
    originalReseller: null,
    partnerOfRecord: null,
    supportContact: null,
    offerId: null,
    sku: null,
    startDate: null,
    endDate: null,
    provenance: declared,
  };
}

/** A remainder as staff left it: most of them were looked into. */
function attributed(customer: Customer, subscription: Subscription): Subscription {
  if (subscription.kind !== 'remainder') return subscription;
  const { random, standing, world } = customer;
  const channel = random.weighted<Channel>(standing === 'advisor' ? FOUND_OUT_ADVISED : FOUND_OUT);
  if (channel === 'unknown') return subscription;
  const declared = byStaff(customer);
  const other = random.pick(world.others);
  return {
    ...subscription,
    channel: { value: channel, ...declared },
    ...(channel === 'csp-other' && random.chance(0.6)
      ? {
          transactingPartner: { value: other.tenantId, ...declared },
          originalReseller: { value: { ...other }, ...declared },
        }
      : {}),
  };
}

function byStaff({ random, world }: Customer): Provenance {
  const basis: Basis = 'declared';
  return { basis, source: `staff:${random.pick(world.staff)}`, asOf: daysFromNow(-random.integer(1, 90)) };
}
