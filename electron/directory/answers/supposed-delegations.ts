import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { DelegationId, type GroupId, type Instant, type RoleDefinitionId, type TenantId } from '#shared/model/ids.ts';
import type { Provenance } from '#shared/model/provenance.ts';

/** The longest that a GDAP relationship may last (GDAP frequently asked questions). */
const GDAP_DAYS = 730;
const DAY = 86_400_000;

/** A delegation that has just ended: GDAP expires, DAP is removed. */
export function ended(delegation: Delegation, now: Date): Delegation {
  const { endsAt, kind } = delegation;
  return {
    ...delegation,
    status: kind === 'gdap' ? 'expired' : 'terminated',
    endsAt: endsAt !== null && Date.parse(endsAt) < now.getTime() ? endsAt : now.toISOString(),
  };
}

const UNTOLD = { name: null, roles: null, assignments: null, duration: null, autoExtend: null, endsAt: null };

/** An id for one more supposed delegation; none is ever taken away again, so their number makes it new. */
export function nextId({ delegations }: Dossier): DelegationId {
  return DelegationId.parse(`supposed-${delegations.filter(({ id }) => id.startsWith('supposed-')).length + 1}`);
}

/** A DAP that was granted just now. */
export function dap(
  id: DelegationId,
  partner: TenantId,
  service: string,
  at: Instant,
  provenance: Provenance,
): Delegation {
  const since = { createdAt: at, activatedAt: at };
  return { ...UNTOLD, ...since, id, kind: 'dap', partner, status: 'approved', service, provenance };
}

/** A GDAP relationship of the longest duration that became active just now, its roles assigned to each of the groups. */
export function gdap(
  id: DelegationId,
  partner: TenantId,
  roles: RoleDefinitionId[],
  groups: readonly GroupId[],
  now: Date,
  provenance: Provenance,
): Delegation {
  const at = now.toISOString();
  return {
    ...UNTOLD,
    id,
    kind: 'gdap',
    partner,
    status: 'active',
    service: '*',
    roles,
    // Without a role there is nothing to assign: nobody stands in a group by it, and DAP still applies.
    assignments: (roles.length > 0 ? groups : []).map((group) => ({
      id: `supposed-assignment:${group}`,
      group,
      roles,
      status: 'active',
      provenance,
    })),
    duration: `P${GDAP_DAYS}D`,
    autoExtend: false,
    createdAt: at,
    activatedAt: at,
    endsAt: new Date(now.getTime() + GDAP_DAYS * DAY).toISOString(),
    provenance,
  };
}
