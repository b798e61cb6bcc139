import { z } from 'zod';
import { readTimestamp } from '#electron/sync/files/cells.ts';
import { readAutoExtend, readDelegationStatus, readDuration } from '#electron/sync/files/delegation-fields.ts';
import { readItem } from '#electron/sync/files/json.ts';
import type { BodyKind, FileScope, RowReader } from '#electron/sync/files/kind.ts';
import { isWholeValue, WireText } from '#electron/sync/files/wire.ts';
import type { CustomerObservation } from '#electron/sync/observations.ts';
import { CustomerId, DelegationId, RoleDefinitionId } from '#shared/model/ids.ts';

export const AccessDetails = z.object({ unifiedRoles: z.array(z.object({ roleDefinitionId: RoleDefinitionId })) });

const Relationship = z.object({
  id: DelegationId,
  displayName: WireText,
  duration: WireText,
  /** Set by the service when the customer approves; until then there may be none. */
  customer: z.object({ tenantId: WireText.pipe(CustomerId.nullable()), displayName: WireText }).nullish(),
  accessDetails: AccessDetails.nullish(),
  status: WireText,
  autoExtendDuration: WireText,
  createdDateTime: WireText,
  activatedDateTime: WireText,
  endDateTime: WireText,
});

/** Null where nobody has approved it: then it is no customer's. */
function observe(item: unknown, { known }: FileScope): CustomerObservation | null {
  const one = readItem(Relationship, item);
  const customer = one.customer?.tenantId;
  if (!customer) return null;
  const name = one.customer?.displayName ?? null;
  return {
    about: 'customer',
    customer,
    name: name === null ? undefined : { value: name, basis: 'observed' },
    delegation: {
      id: one.id,
      kind: 'gdap',
      name: one.displayName,
      partner: known.profile.partner.tenantId,
      status: readDelegationStatus(one.status ?? ''),
      service: '*',
      roles: one.accessDetails?.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId) ?? null,
      assignments: null,
      duration: readDuration(one.duration ?? '', 'duration'),
      autoExtend: readAutoExtend(one.autoExtendDuration),
      createdAt: readTimestamp(one.createdDateTime ?? '', 'createdDateTime'),
      activatedAt: readTimestamp(one.activatedDateTime ?? '', 'activatedDateTime'),
      endsAt: readTimestamp(one.endDateTime ?? '', 'endDateTime'),
    },
  };
}

/** Graph's list of delegated admin relationships, made by us or by a provider for us. */
export const graphRelationships: BodyKind = {
  kind: 'graph-relationships',
  list: 'value',
  open: (scope, body) => {
    const customers = new Set<CustomerId>();
    const reader: RowReader<unknown> = {
      read: (item) => {
        const observation = observe(item, scope);
        if (observation) customers.add(observation.customer);
        return observation;
      },
      lists: () =>
        isWholeValue(body)
          ? [...customers].map((customer) => ({ about: 'list', customer, of: 'delegations' }) as const)
          : [],
    };
    return reader;
  },
};

/** One delegated admin relationship, such as Graph's answer to making it. */
export const graphRelationship: BodyKind = {
  kind: 'graph-relationship',
  list: null,
  open: (scope) => ({ read: (item) => observe(item, scope) }),
};
