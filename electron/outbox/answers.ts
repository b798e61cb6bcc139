import { z } from 'zod';
import type { WireAnswer } from '#electron/network/wire.ts';
import type { Records } from '#electron/records/records.ts';
import { graphRelationship } from '#electron/sync/files/kinds/graph-relationships.ts';
import { RowRejected } from '#electron/sync/files/rejected.ts';
import type { CustomerObservation, DelegationObservation } from '#electron/sync/observations.ts';
import { Attention } from './attention.ts';

/** A relationship as Graph showed it just now. */
export interface SeenRelationship {
  readonly observation: CustomerObservation & { readonly delegation: DelegationObservation };
  /** Stands for its present content; for the edit that follows, and kept no longer. */
  readonly etag: string | null;
}

const Etagged = z.object({ '@odata.etag': z.string().optional() });
const Collection = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().nullish() });
const Customer = z.object({
  allowDelegatedAccess: z.boolean().nullish(),
  attributes: z.object({ etag: z.string().nullish() }).nullish(),
});
const ResellerLink = z.object({ url: z.string().trim().min(1) });

/** A relationship in an answer's body, or an item of a list of them; `null` for what is none. */
export function readRelationship(body: unknown, records: Records, header?: string): SeenRelationship | null {
  const known = { profile: records.profile, surroundings: records.surroundings() };
  const scope = {
    known,
    customer: undefined,
    relationship: undefined,
    dossier: () => undefined,
    holders: () => [],
  };
  try {
    const observation = graphRelationship.open(scope, {}).read(body);
    if (observation?.about !== 'customer' || observation.delegation === undefined) return null;
    const { delegation } = observation;
    return {
      observation: { ...observation, delegation },
      etag: Etagged.safeParse(body).data?.['@odata.etag'] ?? header ?? null,
    };
  } catch (error) {
    if (error instanceof RowRejected) return null;
    throw error;
  }
}

/** The relationship that was asked for; anything else needs attention. */
export function relationshipIn({ body, headers }: WireAnswer, records: Records): SeenRelationship {
  const seen = readRelationship(body, records, headers.get('etag'));
  if (!seen) throw unreadable();
  return seen;
}

/** The items of a page of relationships, and the address of the next page. */
export function pageIn({ body }: WireAnswer): { items: readonly unknown[]; next: string | null } {
  const page = Collection.safeParse(body);
  if (!page.success) throw unreadable();
  return { items: page.data.value, next: page.data['@odata.nextLink'] ?? null };
}

/** Whether a customer's DAP is on (`null`: not said), and what stands for the customer's present content. */
export function customerIn({ body, headers }: WireAnswer): { dap: boolean | null; etag: string | null } {
  const customer = Customer.safeParse(body);
  if (!customer.success) throw unreadable();
  const { allowDelegatedAccess, attributes } = customer.data;
  return { dap: allowDelegatedAccess ?? null, etag: attributes?.etag ?? headers.get('etag') ?? null };
}

/** Our reseller link, verbatim. */
export function resellerLinkIn({ body }: WireAnswer): string {
  const link = ResellerLink.safeParse(body);
  if (!link.success) throw unreadable();
  return link.data.url;
}

const unreadable = (): Attention => new Attention('outboxUnreadable');
