import { z } from 'zod';
import { brief, readItem } from '#electron/sync/files/json.ts';
import type { BodyKind, FileScope } from '#electron/sync/files/kind.ts';
import { RowRejected } from '#electron/sync/files/rejected.ts';
import { isWholeValue, WireText } from '#electron/sync/files/wire.ts';
import { AssignmentStatus } from '#shared/model/delegation.ts';
import { type CustomerId, GroupId } from '#shared/model/ids.ts';
import { AccessDetails } from './graph-relationships.ts';

const Assignment = z.object({
  id: z.string().trim().min(1),
  status: WireText,
  accessContainer: z.object({ accessContainerId: GroupId, accessContainerType: WireText }),
  accessDetails: AccessDetails,
});

/** Graph's access assignments of one relationship, which the body does not name. */
export const graphAccessAssignments: BodyKind = {
  kind: 'graph-access-assignments',
  list: 'value',
  open: (scope, body) => {
    const { relationship } = scope;
    const ids = new Set<string>();
    const customer = holderOf(scope);
    return {
      read: (item) => {
        if (relationship === undefined) throw new RowRejected('needsRelationship');
        if (customer === undefined) throw new RowRejected('needsCustomer');
        const { id, status, accessContainer, accessDetails } = readItem(Assignment, item);
        const type = accessContainer.accessContainerType ?? 'securityGroup';
        if (type.toLowerCase() !== 'securitygroup') {
          const field = 'accessContainer.accessContainerType';
          throw new RowRejected('unreadableField', { field, value: brief(type) }, field);
        }
        ids.add(id);
        return {
          about: 'customer',
          customer,
          assignment: {
            delegation: relationship,
            assignment: {
              id,
              group: accessContainer.accessContainerId,
              roles: accessDetails.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId),
              status: AssignmentStatus.safeParse(status).data ?? 'unknownFutureValue',
            },
          },
        };
      },
      lists: () =>
        relationship === undefined || customer === undefined || !isWholeValue(body)
          ? []
          : [{ about: 'list', customer, of: 'assignments', delegation: relationship, ids }],
    };
  },
};

/** The customer whose relationship it is. Two customers may have one with the same id: then the person says which. */
function holderOf({ relationship, customer, holders }: FileScope): CustomerId | undefined {
  if (relationship === undefined) return undefined;
  const all = holders(relationship);
  if (customer !== undefined) return all.find((one) => one === customer);
  return all.length === 1 ? all[0] : undefined;
}
