import { readGuid, readTimestamp } from '#electron/sync/files/cells.ts';
import { readDelegationStatus, readDuration } from '#electron/sync/files/delegation-fields.ts';
import type { DelimitedKind } from '#electron/sync/files/kind.ts';
import { RowRejected } from '#electron/sync/files/rejected.ts';
import type { CustomerObservation } from '#electron/sync/observations.ts';
import { type CustomerId, DelegationId } from '#shared/model/ids.ts';

type Name =
  | 'error'
  | 'id'
  | 'name'
  | 'partner'
  | 'customerName'
  | 'customer'
  | 'duration'
  | 'status'
  | 'created'
  | 'activated'
  | 'ends';

/**
 * `ExistingGdapRelationship.csv` of the GDAP bulk tool. Two headers stand there twice: the first DisplayName and TenantId
 * are the relationship's name and the partner, the second the customer's. The tool's file of failures has ErrorDetail in front.
 */
export const gdapRelationships: DelimitedKind<Name> = {
  kind: 'gdap-relationships',
  columns: {
    error: { header: 'ErrorDetail', optional: true },
    id: { header: 'Id' },
    name: { header: 'DisplayName', nth: 0 },
    partner: { header: 'TenantId', nth: 0 },
    customerName: { header: 'DisplayName', nth: 1 },
    customer: { header: 'TenantId', nth: 1 },
    duration: { header: 'Duration' },
    status: { header: 'Status' },
    created: { header: 'CreatedDateTime' },
    activated: { header: 'ActivatedDateTime', optional: true },
    ends: { header: 'EndDateTime' },
  },
  open: (_scope, has) => {
    const customers = new Set<CustomerId>();
    return {
      read: ({ cell, header }) => {
        const customer = readGuid(cell('customer'), header('customer'));
        const id = DelegationId.safeParse(cell('id'));
        if (!id.success) throw new RowRejected('missingField', { field: header('id') }, header('id'));
        const read: CustomerObservation = {
          about: 'customer',
          customer,
          name: cell('customerName') === '' ? undefined : { value: cell('customerName'), basis: 'observed' },
          delegation: {
            id: id.data,
            kind: 'gdap',
            name: cell('name') === '' ? null : cell('name'),
            partner: readGuid(cell('partner'), header('partner')),
            status: readDelegationStatus(cell('status')),
            service: '*',
            roles: null,
            assignments: null,
            duration: readDuration(cell('duration'), header('duration')),
            autoExtend: null,
            createdAt: readTimestamp(cell('created'), header('created')),
            activatedAt: readTimestamp(cell('activated'), header('activated')),
            endsAt: readTimestamp(cell('ends'), header('ends')),
          },
        };
        customers.add(customer);
        return read;
      },
      // The file of failures holds only what failed.
      lists: () =>
        has('error') ? [] : [...customers].map((customer) => ({ about: 'list', customer, of: 'delegations' }) as const),
    };
  },
};
