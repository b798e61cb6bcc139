import { z } from 'zod';
import { readItem } from '#electron/sync/files/json.ts';
import type { BodyKind } from '#electron/sync/files/kind.ts';
import { RowRejected } from '#electron/sync/files/rejected.ts';
import { isWholeCollection, readAddress, SelfLink, WireText } from '#electron/sync/files/wire.ts';

const units = z.number().int().nullish();

const Sku = z.object({
  activeUnits: units,
  warningUnits: units,
  totalUnits: units,
  productSku: z.object({ name: WireText, skuPartNumber: z.string().trim().min(1) }),
});

/**
 * `GET /v1/customers/{id}/subscribedskus`: seats of every SKU over all channels. The seats are the total units, which are
 * the active ones and those in their grace period; suspended ones are not among them. The body does not name the customer.
 */
export const apiSubscribedSkus: BodyKind = {
  kind: 'api-subscribed-skus',
  list: 'items',
  open: ({ customer: named }, body) => {
    const customer = readAddress(SelfLink.safeParse(body.links).data ?? null).customer ?? named;
    const skus = new Set<string>();
    return {
      read: (item) => {
        if (customer === undefined) throw new RowRejected('needsCustomer');
        const { productSku, totalUnits, activeUnits, warningUnits } = readItem(Sku, item);
        const active = activeUnits ?? null;
        const seats = totalUnits ?? (active === null ? null : active + (warningUnits ?? 0));
        if (seats === null) throw new RowRejected('missingField', { field: 'totalUnits' }, 'totalUnits');
        const sku = productSku.skuPartNumber;
        skus.add(sku);
        return { about: 'customer', customer, seatCount: { sku, name: productSku.name ?? sku, seats } };
      },
      lists: () =>
        customer === undefined || !isWholeCollection(body)
          ? []
          : [{ about: 'list', customer, of: 'seat-counts', skus }],
    };
  },
};
