import { z } from 'zod';
import { readDay, readStatus } from '#electron/sync/files/cells.ts';
import { dayIn } from '#electron/sync/files/dates.ts';
import { readItem } from '#electron/sync/files/json.ts';
import type { BodyKind, FileScope, RowReader } from '#electron/sync/files/kind.ts';
import { RowRejected } from '#electron/sync/files/rejected.ts';
import { readAddress, SelfLink, WireText } from '#electron/sync/files/wire.ts';
import type { Said } from '#electron/sync/observations.ts';
import { purchaseBy } from '#electron/sync/purchases.ts';
import { inferredService } from '#electron/sync/services.ts';
import { SubscriptionId, TenantId } from '#shared/model/ids.ts';
import type { ServiceModel } from '#shared/model/subscription.ts';

const Listed = z.object({
  id: TenantId.transform((id) => SubscriptionId.parse(id)),
  offerId: WireText,
  offerName: WireText,
  friendlyName: WireText,
  quantity: z.number().int().nullish(),
  effectiveStartDate: WireText,
  commitmentEndDate: WireText,
  status: WireText,
  billingType: WireText,
  partnerId: WireText,
  links: SelfLink,
});

const MODEL_BY_BILLING = new Map<string | undefined, ServiceModel>([
  ['license', 'license-based'],
  ['usage', 'usage-based'],
]);

function open({ known, customer: named }: FileScope): RowReader<unknown> {
  return {
    read: (item) => {
      const one = readItem(Listed, item);
      const customer = readAddress(one.links).customer ?? named;
      if (customer === undefined) throw new RowRejected('needsCustomer');
      const guess = inferredService(one.offerName ?? one.friendlyName);
      const billed = MODEL_BY_BILLING.get(one.billingType?.toLowerCase());
      const serviceModel: Said<ServiceModel> | null =
        billed === undefined ? guess.serviceModel : { value: billed, basis: 'observed' };
      return {
        about: 'customer',
        customer,
        subscription: {
          id: one.id,
          // The offer's name joins with the seat count; the friendly name is whatever somebody typed.
          name: one.offerName ?? one.friendlyName,
          quantity: one.quantity ?? null,
          status: readStatus(one.status ?? '', 'status'),
          offerId: one.offerId?.toLowerCase() ?? null,
          startDate: dayIn(readDay(one.effectiveStartDate ?? '', 'effectiveStartDate'), null),
          endDate: dayIn(readDay(one.commitmentEndDate ?? '', 'commitmentEndDate'), null),
          service: guess.service,
          serviceModel,
          purchase: purchaseBy({ name: null, mpnId: one.partnerId }, known),
        },
      };
    },
  };
}

/** `GET /v1/customers/{id}/subscriptions`: only what we transact. The customer stands in each item's own address. */
export const apiSubscriptions: BodyKind = { kind: 'api-subscriptions', list: 'items', open };

/** One subscription. */
export const apiSubscription: BodyKind = { kind: 'api-subscriptions', list: null, open };
