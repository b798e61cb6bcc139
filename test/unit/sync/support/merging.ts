import type { CustomerObservation, Sighting, SubscriptionObservation } from '#electron/sync/observations.ts';
import { CustomerId, SubscriptionId } from '#shared/model/ids.ts';
import type { Channel } from '#shared/model/subscription.ts';

/** A sighting on a day of November 2026. */
export const on = (day: number, source = 'partner-center'): Sighting => ({
  source,
  asOf: `2026-11-${String(day).padStart(2, '0')}T00:00:00Z`,
});

/** What a service says of a subscription that was bought by a channel. */
export function sold(
  customer: string,
  id: string,
  channel: Channel,
  more: Partial<SubscriptionObservation> = {},
): CustomerObservation {
  return {
    about: 'customer',
    customer: CustomerId.parse(customer),
    subscription: {
      id: SubscriptionId.parse(id),
      name: 'Office 365 E3',
      quantity: 5,
      status: 'active',
      offerId: null,
      startDate: null,
      endDate: null,
      service: null,
      serviceModel: null,
      purchase: { channel: { value: channel, basis: 'observed' } },
      ...more,
    },
  };
}
