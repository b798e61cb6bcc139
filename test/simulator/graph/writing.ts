import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CustomerId, DelegationId, RoleDefinitionId } from '#shared/model/ids.ts';
import { type Context, hashOf } from '#test/simulator/context.ts';
import { type Answer, type Asked, graphError, headerOf, ok } from '#test/simulator/http/exchange.ts';
import { daysOf, IN_FORCE, type Relationship } from '#test/simulator/world/relationship.ts';
import { METADATA, providerOf, relationshipEtag, relationshipItem } from './bodies.ts';

const Roles = z.object({
  unifiedRoles: z.array(z.object({ roleDefinitionId: RoleDefinitionId })).min(1),
});
const Duration = z.string().refine((text) => isWithin(daysOf(text), 1, 730), 'must be from P1D to P2Y');
const AutoExtend = z.enum(['P0D', 'PT0S', 'P180D']);

const Wanted = z.object({
  displayName: z.string().trim().min(1).max(50),
  duration: Duration,
  autoExtendDuration: AutoExtend.optional(),
  customer: z.object({ tenantId: CustomerId }).nullish(),
  accessDetails: Roles,
});

const Update = z.object({
  displayName: z.string().trim().min(1).max(50).optional(),
  duration: Duration.optional(),
  autoExtendDuration: AutoExtend.optional(),
  accessDetails: Roles.optional(),
});

const Action = z.object({ action: z.enum(['lockForApproval', 'terminate', 'approve', 'reject']) });

const GLOBAL_ADMINISTRATOR = '62e90394-69f5-4237-9190-012177145e10';
const isWithin = (days: number | null, least: number, most: number) => days !== null && days >= least && days <= most;
const hasGlobalAdministrator = (roles: readonly string[] | null) => roles?.includes(GLOBAL_ADMINISTRATOR) ?? false;

function invalid(error: z.ZodError, requestId: string | null): Answer {
  const [issue] = error.issues;
  const words = `Invalid value for ${issue?.path.join('.') ?? 'the body'}: ${issue?.message ?? ''}.`;
  return graphError(400, 'BadRequest', words, requestId);
}

const EXTENDS_GLOBAL = 'A relationship with the Global Administrator role cannot extend itself.';

/** `POST …/delegatedAdminRelationships`. */
export function createRelationship(asked: Asked, context: Context): Answer {
  const { requestId } = asked;
  const read = Wanted.safeParse(asked.body);
  if (!read.success) return invalid(read.error, requestId);
  const { accessDetails, autoExtendDuration, customer, displayName, duration } = read.data;
  const roles = accessDetails.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId);
  const { profile, relationships, time } = context;
  if (relationships.isNamed(displayName)) {
    return graphError(409, 'Conflict', 'A relationship with the same displayName exists already.', requestId);
  }
  if (autoExtendDuration === 'P180D' && hasGlobalAdministrator(roles)) {
    return graphError(400, 'BadRequest', EXTENDS_GLOBAL, requestId);
  }
  const { tenantId } = profile.partner;
  const at = time.now().toISOString();
  const id = `${guidFrom([displayName, at])}-${tenantId}`;
  const made: Relationship = {
    id,
    customer: customer?.tenantId ?? null,
    generated: false,
    since: time.lived,
    modifiedAt: at,
    delegation: {
      id: DelegationId.parse(id),
      kind: 'gdap',
      name: displayName,
      partner: tenantId,
      status: 'created',
      service: '*',
      roles,
      assignments: [],
      duration,
      autoExtend: autoExtendDuration === 'P180D',
      createdAt: at,
      activatedAt: null,
      endsAt: null,
      provenance: { basis: 'observed', source: 'graph', asOf: at },
    },
  };
  relationships.add(made);
  return { status: 201, headers: { ETag: relationshipEtag(made) }, body: relationshipItem(made, context) };
}

/** `PATCH …/{id}`: everything while it is made, auto-extension while it is active. */
export function updateRelationship(one: Relationship, asked: Asked, context: Context): Answer {
  const { requestId } = asked;
  const match = headerOf(asked, 'If-Match');
  if (match === null) return graphError(400, 'BadRequest', 'The header If-Match is needed.', requestId);
  if (match !== '*' && match !== relationshipEtag(one)) {
    return graphError(412, 'PreconditionFailed', 'The etag does not match the current one.', requestId);
  }
  const read = Update.safeParse(asked.body);
  if (!read.success) return invalid(read.error, requestId);
  const { accessDetails, autoExtendDuration, displayName, duration } = read.data;
  const { status } = one.delegation;
  const more = accessDetails ?? displayName ?? duration;
  if (status !== 'created' && (status !== 'active' || more !== undefined)) {
    return graphError(409, 'Conflict', `A relationship in the state ${status} cannot be changed so.`, requestId);
  }
  const roles = accessDetails?.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId) ?? one.delegation.roles;
  if (autoExtendDuration === 'P180D' && hasGlobalAdministrator(roles)) {
    return graphError(400, 'BadRequest', EXTENDS_GLOBAL, requestId);
  }
  const after = context.relationships.change(one.id, {
    roles,
    ...(displayName !== undefined && { name: displayName }),
    ...(duration !== undefined && { duration }),
    ...(autoExtendDuration !== undefined && { autoExtend: autoExtendDuration === 'P180D' }),
  });
  return ok(relationshipItem(after, context), { ETag: relationshipEtag(after) });
}

/** `DELETE …/{id}`, in the state `created` alone. */
export function deleteRelationship(one: Relationship, { requestId }: Asked, { relationships }: Context): Answer {
  const { status } = one.delegation;
  if (status !== 'created') {
    return graphError(409, 'Conflict', `A relationship in the state ${status} cannot be deleted.`, requestId);
  }
  relationships.remove(one.id);
  return { status: 204 };
}

/** `POST …/{id}/requests`. */
export function requestOf(one: Relationship, asked: Asked, context: Context): Answer {
  const { requestId } = asked;
  const read = Action.safeParse(asked.body);
  if (!read.success) return invalid(read.error, requestId);
  const { action } = read.data;
  const { status } = one.delegation;
  const next = nextStatus(action, one, context);
  if (next === null) {
    return graphError(409, 'Conflict', `${action} is not possible in the state ${status}.`, requestId);
  }
  context.relationships.change(one.id, { status: next });
  const at = context.time.now().toISOString();
  return {
    status: 201,
    body: {
      '@odata.type': '#microsoft.graph.delegatedAdminRelationshipRequest',
      '@odata.context': `${METADATA}#requests`,
      id: guidFrom([one.id, action, at]),
      action,
      status: 'created',
      createdDateTime: at,
      lastModifiedDateTime: at,
    },
  };
}

function nextStatus(action: z.infer<typeof Action>['action'], one: Relationship, context: Context) {
  const { status } = one.delegation;
  const isOffered = status === 'approvalPending' && providerOf(one, context) !== null;
  switch (action) {
    case 'lockForApproval':
      return status === 'created' ? 'approvalPending' : null;
    case 'terminate':
      return IN_FORCE.has(status) ? 'terminationRequested' : null;
    case 'approve':
      return isOffered ? 'approvalPending' : null;
    case 'reject':
      return isOffered ? 'terminated' : null;
  }
}

/** A GUID that the same words always give. */
function guidFrom(words: readonly string[]): string {
  const hex = createHash('sha256').update(hashOf(words)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
