import { z } from 'zod';
import { readItem } from '#electron/sync/files/json.ts';
import type { BodyKind } from '#electron/sync/files/kind.ts';
import { WireText } from '#electron/sync/files/wire.ts';
import { CustomerId } from '#shared/model/ids.ts';

const Customer = z.object({ tenantId: CustomerId, displayName: WireText });

/** Graph's list of customers with a delegated admin relationship: it makes them known, no more. */
export const graphCustomers: BodyKind = {
  kind: 'graph-customers',
  list: 'value',
  open: () => ({
    read: (item) => {
      const { tenantId, displayName } = readItem(Customer, item);
      return {
        about: 'customer',
        customer: tenantId,
        name: displayName === null ? undefined : { value: displayName, basis: 'observed' },
      };
    },
  }),
};
