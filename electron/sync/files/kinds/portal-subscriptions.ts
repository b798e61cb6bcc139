import { readGuid, readSeats, readStatus } from '#electron/sync/files/cells.ts';
import type { DelimitedKind } from '#electron/sync/files/kind.ts';
import { RowRejected } from '#electron/sync/files/rejected.ts';
import { purchaseBy } from '#electron/sync/purchases.ts';
import { inferredService } from '#electron/sync/services.ts';
import { SubscriptionId } from '#shared/model/ids.ts';

/** The Subscriptions download of the partner portal: what we transact for one customer, whom it does not name. */
export const portalSubscriptions: DelimitedKind<'id' | 'name' | 'quantity' | 'status' | 'reseller'> = {
  kind: 'portal-subscriptions',
  columns: {
    id: {
      header: 'Subscription ID',
      also: ['订阅 ID', '订阅编号', '订阅标识', '訂用帳戶識別碼', '訂用帳戶 ID', '訂閱 ID', '訂閱識別碼'],
    },
    name: { header: 'Subscription', also: ['订阅', '订阅名称', '訂用帳戶', '訂閱', '訂用帳戶名稱', '訂閱名稱'] },
    quantity: { header: 'Quantity', also: ['数量', '數量'] },
    status: { header: 'Status', also: ['状态', '狀態'] },
    reseller: { header: 'Reseller', also: ['经销商', '转销商', '分销商', '轉銷商', '經銷商'] },
  },
  open: ({ known, customer }) => ({
    read: ({ cell, header }) => {
      if (customer === undefined) throw new RowRejected('needsCustomer');
      const name = cell('name') === '' ? null : cell('name');
      return {
        about: 'customer',
        customer,
        subscription: {
          id: SubscriptionId.parse(readGuid(cell('id'), header('id'))),
          name,
          quantity: readSeats(cell('quantity'), header('quantity')),
          status: readStatus(cell('status'), header('status')),
          offerId: null,
          startDate: null,
          endDate: null,
          ...inferredService(name),
          purchase: purchaseBy({ name: cell('reseller') === '' ? null : cell('reseller'), mpnId: null }, known),
        },
      };
    },
  }),
};
