import { CustomerRow } from '#shared/contract/customers.ts';
import { DelegationStatus } from '#shared/model/delegation.ts';
import { Basis } from '#shared/model/provenance.ts';
import { CHANNELS, SubscriptionStatus } from '#shared/model/subscription.ts';

/** The words that the index keeps by their places in these lists. A change here is another format of the index. */
export const PLACES = {
  channels: CHANNELS,
  bases: Basis.options,
  statuses: SubscriptionStatus.options,
  delegationStatuses: DelegationStatus.options,
  access: CustomerRow.shape.access.options,
} as const;
