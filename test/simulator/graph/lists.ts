import { z } from 'zod';
import type { Dossier } from '#shared/model/dossier.ts';
import { type Context, hashOf } from '#test/simulator/context.ts';
import { type Answer, type Asked, graphError, ok } from '#test/simulator/http/exchange.ts';
import type { Relationship } from '#test/simulator/world/relationship.ts';
import { assignmentItems, listBody, relationshipItem, tenantNameOf } from './bodies.ts';

/** Items on a page where nobody says how many, and at most. */
const USUAL = 100;
const MOST = 300;

const Place = z.string().regex(/^\d+\.\d+$/u);

interface Asking {
  readonly top: number;
  readonly from: string;
}

/** What the address of a list asks for, or why it cannot be answered. */
function asking({ requestId, url }: Asked): Asking | Answer {
  const top = Number(url.searchParams.get('$top') ?? USUAL);
  if (!Number.isInteger(top) || top < 1 || top > MOST) {
    return graphError(400, 'BadRequest', `Invalid $top: it must be from 1 to ${MOST}.`, requestId);
  }
  const from = Place.safeParse(url.searchParams.get('$skiptoken') ?? '0.0');
  if (!from.success) return graphError(400, 'BadRequest', 'Invalid $skiptoken.', requestId);
  return { top, from: from.data };
}

/** The address of the page after this one. */
function nextLink({ url }: Asked, { root }: Context, next: string | null): string | null {
  if (next === null) return null;
  const address = new URL(url.pathname + url.search, root);
  address.searchParams.set('$skiptoken', next);
  return address.href;
}

/** A page of our relationships. */
export function relationshipList(asked: Asked, context: Context): Answer {
  const where = asking(asked);
  if ('status' in where) return where;
  const fits = filtering(asked.url.searchParams.get('$filter'));
  if (fits === null) return graphError(400, 'BadRequest', 'Invalid $filter.', asked.requestId);
  const { items, next } = context.relationships.page(where.from, where.top, fits);
  const value = items.map((one) => relationshipItem(one, context));
  return ok(listBody('delegatedAdminRelationships', value, nextLink(asked, context, next)));
}

/** What `$filter` keeps: equalities, joined by `and`; `null` for anything else. */
function filtering(text: string | null): ((one: Relationship) => boolean) | null {
  if (text === null) return () => true;
  const wanted = text.split(/\s+and\s+/iu).map((part) => {
    const [, field = '', value = ''] = /^\s*([\w/]+)\s+eq\s+'((?:[^']|'')*)'\s*$/iu.exec(part) ?? [];
    return { field, value: value.replaceAll("''", "'") };
  });
  if (wanted.some(({ field }) => !['displayName', 'status', 'customer/tenantId'].includes(field))) return null;
  return ({ customer, delegation }) =>
    wanted.every(({ field, value }) => {
      if (field === 'displayName') return delegation.name === value;
      return field === 'status' ? delegation.status === value : customer === value.toLowerCase();
    });
}

/** A page of the customers that ever granted us something. */
export function delegatedCustomerList(asked: Asked, context: Context): Answer {
  const where = asking(asked);
  if ('status' in where) return where;
  const { customers, quirks } = context;
  const from = Number(where.from.split('.')[0]);
  const { dossiers, next } = customers.part(from, where.top, (dossier) => hasGranted(dossier, context));
  const value = dossiers.map((dossier) => {
    const { id } = dossier;
    const displayName = tenantNameOf(dossier, context);
    return quirks.delegatedCustomer({
      '@odata.type': '#microsoft.graph.delegatedAdminCustomer',
      '@odata.etag': `W/"${hashOf([id, displayName])}"`,
      id,
      tenantId: id,
      displayName,
    });
  });
  return ok(listBody('delegatedAdminCustomers', value, nextLink(asked, context, next === null ? null : `${next}.0`)));
}

const ASKED_ONLY = new Set(['created', 'approvalPending']);

const hasGranted = ({ id }: Dossier, { relationships }: Context): boolean =>
  relationships.of(id).some(({ delegation }) => !ASKED_ONLY.has(delegation.status));

/** The access assignments of one relationship. */
export function assignmentList(relationship: Relationship): Answer {
  return ok(listBody('accessAssignments', assignmentItems(relationship), null));
}
