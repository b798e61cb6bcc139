import type { Context } from '#test/simulator/context.ts';
import { type Answer, type Asked, graphError, type Handler, ok, type Route } from '#test/simulator/http/exchange.ts';
import type { Relationship } from '#test/simulator/world/relationship.ts';
import { relationshipEtag, relationshipItem } from './bodies.ts';
import { assignmentList, delegatedCustomerList, relationshipList } from './lists.ts';
import { createRelationship, deleteRelationship, requestOf, updateRelationship } from './writing.ts';

const LIST = '/v1\\.0/tenantRelationships/delegatedAdminRelationships';
const ONE = `${LIST}/([^/]+)`;

/** The addresses of Graph's delegated administration. */
export function graphRoutes(context: Context): Route[] {
  const route = (method: string, path: string, handle: Handler): Route => ({
    service: 'graph',
    method,
    path: new RegExp(`^${path}/?$`, 'iu'),
    handle,
  });
  /** About a relationship of ours. */
  const of =
    (answer: (relationship: Relationship, asked: Asked) => Answer): Handler =>
    (asked, [id = '']) => {
      const relationship = context.relationships.find(id.toLowerCase());
      return relationship
        ? answer(relationship, asked)
        : graphError(404, 'NotFound', `There is no delegatedAdminRelationship ${id}.`, asked.requestId);
    };

  return [
    route('GET', LIST, (asked) => relationshipList(asked, context)),
    route('POST', LIST, (asked) => createRelationship(asked, context)),
    route(
      'GET',
      ONE,
      of((one) => ok(relationshipItem(one, context), { ETag: relationshipEtag(one) })),
    ),
    route(
      'PATCH',
      ONE,
      of((one, asked) => updateRelationship(one, asked, context)),
    ),
    route(
      'DELETE',
      ONE,
      of((one, asked) => deleteRelationship(one, asked, context)),
    ),
    route(
      'POST',
      `${ONE}/requests`,
      of((one, asked) => requestOf(one, asked, context)),
    ),
    route(
      'GET',
      `${ONE}/accessAssignments`,
      of((one) => assignmentList(one)),
    ),
    route('GET', '/v1\\.0/tenantRelationships/delegatedAdminCustomers', (asked) =>
      delegatedCustomerList(asked, context),
    ),
  ];
}
