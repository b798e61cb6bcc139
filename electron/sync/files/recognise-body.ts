import { z } from 'zod';
import { ProblemError } from '#shared/model/problem.ts';
import { Body, brief } from './json.ts';
import type { BodyKind } from './kind.ts';
import { apiCustomer, apiCustomers } from './kinds/api-customers.ts';
import { apiIndirectResellers } from './kinds/api-indirect-resellers.ts';
import { apiRelationshipRequest, apiSupportContact } from './kinds/api-singles.ts';
import { apiSubscribedSkus } from './kinds/api-subscribed-skus.ts';
import { apiSubscription, apiSubscriptions } from './kinds/api-subscriptions.ts';
import { graphAccessAssignments } from './kinds/graph-access-assignments.ts';
import { graphCustomers } from './kinds/graph-customers.ts';
import { graphRelationship, graphRelationships } from './kinds/graph-relationships.ts';
import { apiCustomerPatch, apiError, apiThrottled, graphRelationshipRequest } from './kinds/no-data.ts';

/** Finds the kind of a JSON body by what it says of itself (`objectType`, `@odata`), else by its shape. */
export function recogniseBody(file: string, body: Body): BodyKind {
  const kind = ofError(body) ?? (isGraph(body) ? ofGraph(body) : ofPartnerCenter(body));
  if (kind !== null) return kind;
  const shown = Object.keys(body).slice(0, 4).map(brief);
  throw new ProblemError('bad-input', 'import.unknownFile', { file, header: shown.join(', ') });
}

function has(body: Body, ...names: readonly string[]): boolean {
  return names.every((name) => body[name] !== undefined);
}

function ofError(body: Body): BodyKind | null {
  if (has(body, 'statusCode', 'message')) return apiThrottled;
  if (
    has(body, 'code', 'description') ||
    z.object({ error: z.object({ code: z.unknown() }) }).safeParse(body).success
  ) {
    return apiError;
  }
  return null;
}

function isGraph(body: Body): boolean {
  return Object.keys(body).some((key) => key.startsWith('@odata.')) || Array.isArray(body.value);
}

/** Graph names the entity in `@odata.type`, of the body or of its items, and in the last step of `@odata.context`. */
function ofGraph(body: Body): BodyKind | null {
  const isList = Array.isArray(body.value);
  const about = [isList ? firstOf(body.value)['@odata.type'] : body['@odata.type'], body['@odata.context']].map(
    (name) =>
      String(name ?? '')
        .replace(/\/\$entity$/u, '')
        .replace(/\(.*\)/gu, '')
        .split(/[./#]/u)
        .at(-1),
  );
  const isAbout = (...names: readonly string[]) => about.some((name) => name !== undefined && names.includes(name));
  if (isAbout('delegatedAdminAccessAssignment', 'accessAssignments')) return isList ? graphAccessAssignments : null;
  if (isAbout('delegatedAdminCustomer', 'delegatedAdminCustomers')) return isList ? graphCustomers : null;
  if (isAbout('delegatedAdminRelationshipRequest', 'requests')) return isList ? null : graphRelationshipRequest;
  if (isAbout('delegatedAdminRelationship', 'resellerDelegatedAdminRelationship', 'delegatedAdminRelationships')) {
    return isList ? graphRelationships : graphRelationship;
  }
  const item = isList ? firstOf(body.value) : body;
  if (has(item, 'accessContainer')) return isList ? graphAccessAssignments : null;
  if (has(item, 'customer', 'duration')) return isList ? graphRelationships : graphRelationship;
  return null;
}

const BY_OBJECT_TYPE = new Map<string | null, BodyKind>([
  ['Subscription', apiSubscription],
  ['RelationshipRequest', apiRelationshipRequest],
  ['SupportContact', apiSupportContact],
]);

const BY_ITEM_TYPE = new Map<string | null, BodyKind>([
  ['Customer', apiCustomers],
  ['Subscription', apiSubscriptions],
  ['SubscribedSku', apiSubscribedSkus],
  ['PartnerRelationship', apiIndirectResellers],
]);

function ofPartnerCenter(body: Body): BodyKind | null {
  if (Array.isArray(body.items)) return ofCollection(body);
  const type = objectType(body);
  if (type === 'Customer') return has(body, 'id') ? apiCustomer : apiCustomerPatch;
  const kind = BY_OBJECT_TYPE.get(type);
  if (kind !== undefined) return kind;
  if (has(body, 'id', 'companyProfile')) return apiCustomer;
  if (has(body, 'supportTenantId')) return apiSupportContact;
  return has(body, 'AllowDelegatedAccess') || has(body, 'allowDelegatedAccess') ? apiCustomerPatch : null;
}

function ofCollection(body: Body): BodyKind | null {
  const item = firstOf(body.items);
  const kind = BY_ITEM_TYPE.get(objectType(item));
  if (kind !== undefined) return kind;
  if (has(item, 'productSku')) return apiSubscribedSkus;
  if (has(item, 'relationshipType')) return apiIndirectResellers;
  if (has(item, 'companyProfile')) return apiCustomers;
  if (has(item, 'id', 'quantity')) return apiSubscriptions;
  // An empty list tells what it is a list of by its own address only.
  const uri = z.object({ links: z.object({ self: z.object({ uri: z.string() }) }) }).safeParse(body).data?.links
    .self.uri;
  const last = uri?.split(/[?#]/u)[0]?.split('/').at(-1)?.toLowerCase();
  if (last === 'subscribedskus') return apiSubscribedSkus;
  if (last === 'subscriptions') return apiSubscriptions;
  if (last === 'relationships') return apiIndirectResellers;
  return last === 'customers' ? apiCustomers : null;
}

function firstOf(list: unknown): Body {
  return (Array.isArray(list) ? Body.safeParse(list[0]).data : undefined) ?? {};
}

function objectType(body: Body): string | null {
  return (
    z.object({ attributes: z.object({ objectType: z.string() }) }).safeParse(body).data?.attributes.objectType ?? null
  );
}
