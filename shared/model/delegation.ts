import { z } from 'zod';
import { DelegationId, GroupId, Instant, RoleDefinitionId, TenantId } from './ids.ts';
import { Gone, Provenance } from './provenance.ts';

export const DelegationKind = z.enum(['dap', 'gdap']);
export type DelegationKind = z.infer<typeof DelegationKind>;

/** DAP: absent, approved, terminated. GDAP: the Graph life cycle. A status we do not know yet is kept as `unknownFutureValue`. */
export const DelegationStatus = z.enum([
  'absent',
  'created',
  'approvalPending',
  'approved',
  'activating',
  'active',
  'expiring',
  'expired',
  'terminationRequested',
  'terminating',
  'terminated',
  'unknownFutureValue',
]);
export type DelegationStatus = z.infer<typeof DelegationStatus>;

export const AssignmentStatus = z.enum(['pending', 'active', 'deleting', 'deleted', 'error', 'unknownFutureValue']);

/** A security group of ours that a GDAP relationship gives roles to. */
export const AccessAssignment = z.object({
  id: z.string().min(1),
  group: GroupId,
  roles: z.array(RoleDefinitionId),
  status: AssignmentStatus,
  provenance: Provenance,
});
export type AccessAssignment = z.infer<typeof AccessAssignment>;

/** Administration of a customer that it granted to a partner. `null` means unknown. */
export const Delegation = z.object({
  id: DelegationId,
  kind: DelegationKind,
  name: z.string().nullable(),
  /** The partner that holds it; ours unless the source says otherwise. */
  partner: TenantId,
  status: DelegationStatus,
  /** `"*"` for all; DAP on 21Vianet is granted per service. */
  service: z.string().min(1),
  roles: z.array(RoleDefinitionId).nullable(),
  assignments: z.array(AccessAssignment).nullable(),
  /** ISO 8601 duration, such as `P730D`. */
  duration: z.string().nullable(),
  autoExtend: z.boolean().nullable(),
  createdAt: Instant.nullable(),
  activatedAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  /** Its source no longer lists it; what stands here is the last that was known. */
  goneUpstream: Gone.optional(),
  provenance: Provenance,
});
export type Delegation = z.infer<typeof Delegation>;
