import { z } from 'zod';
import { Instant, SubscriptionId, TenantId } from './ids.ts';
import { factOf, Gone, Provenance } from './provenance.ts';

/** How a subscription was bought, seen from our partner. The APIs never say it outright, so it is a fact with provenance. */
export const Channel = z.enum([
  'csp-own',
  'csp-indirect',
  'csp-other',
  'direct',
  'advisor',
  'volume-licensing',
  'unknown',
]);
export type Channel = z.infer<typeof Channel>;
export const CHANNELS = Channel.options;

/** What a person may declare; `csp-own` and `csp-indirect` are only ever observed. */
export const DeclarableChannel = Channel.extract(['csp-other', 'direct', 'advisor', 'volume-licensing', 'unknown']);
export type DeclarableChannel = z.infer<typeof DeclarableChannel>;

export const SubscriptionStatus = z.enum(['none', 'active', 'pending', 'suspended', 'expired', 'disabled', 'deleted']);
export type SubscriptionStatus = z.infer<typeof SubscriptionStatus>;

export const ServiceModel = z.enum(['license-based', 'usage-based']);
export type ServiceModel = z.infer<typeof ServiceModel>;

/**
 * A subscription, or a seat remainder: seats the customer has of a SKU beyond those we transact.
 * `null` means unknown. Five facts are independent and never derived from one another:
 * reseller of record, transacting partner, partner of record, delegates, support contact.
 */
export const Subscription = z.object({
  id: SubscriptionId,
  kind: z.enum(['subscription', 'remainder']),
  name: z.string().min(1),
  /** Seats (license-based) or 1 (usage-based); `null` when the source does not say. */
  quantity: z.number().int().nullable(),
  status: SubscriptionStatus.nullable(),
  channel: factOf(Channel),
  /** The service for delegations, such as `office-365`; `null` when unknown. */
  service: factOf(z.string().min(1)).nullable(),
  serviceModel: factOf(ServiceModel).nullable(),
  transactingPartner: factOf(TenantId).nullable(),
  /** The reseller that sold it: tenant id when known, else the name or MPN ID that the source gave. */
  originalReseller: factOf(
    z.object({ tenantId: TenantId.nullable(), name: z.string().nullable(), mpnId: z.string().nullable() }),
  ).nullable(),
  partnerOfRecord: factOf(TenantId).nullable(),
  supportContact: factOf(
    z.object({ tenantId: TenantId, name: z.string().nullable(), mpnId: z.string().nullable() }),
  ).nullable(),
  offerId: z.string().nullable(),
  /** SKU part number for remainders and for joining with the seat count, such as `EMS`. */
  sku: z.string().nullable(),
  startDate: z.string().nullable(),
  endDate: z.string().nullable(),
  /** Its source no longer lists it; what stands here is the last that was known. */
  goneUpstream: Gone.optional(),
  provenance: Provenance,
});
export type Subscription = z.infer<typeof Subscription>;

/** One SKU as the customer's tenant counts it, over all channels. */
export const SeatCount = z.object({
  sku: z.string().min(1),
  name: z.string().min(1),
  seats: z.number().int(),
  provenance: Provenance.extend({ asOf: Instant }),
});
export type SeatCount = z.infer<typeof SeatCount>;
