import { z } from 'zod';
import { CustomerId, SubscriptionId } from '#shared/model/ids.ts';

/** A text field of the wire: absent, `null`, empty and placeholders that documentation prints (`<guid>`) all say nothing. */
export const WireText = z
  .string()
  .nullish()
  .transform((text) => {
    const said = text?.trim() ?? '';
    return said === '' || /^<[^<>]*>$/u.test(said) ? null : said;
  });

/** The `links` of a Partner Center object; only the address of the object itself tells something. */
export const SelfLink = z
  .object({ self: z.object({ uri: z.string() }).nullish() })
  .nullish()
  .transform((links) => links?.self?.uri ?? null);

/** The customer, and the subscription if any, that an address of Partner Center speaks of. */
export function readAddress(uri: string | null): { customer: CustomerId | null; subscription: SubscriptionId | null } {
  const [, customer, , subscription] = /\/customers\/([^/?#]+)(\/subscriptions\/([^/?#]+))?/iu.exec(uri ?? '') ?? [];
  return {
    customer: CustomerId.safeParse(customer).data ?? null,
    subscription: SubscriptionId.safeParse(subscription).data ?? null,
  };
}

const Collection = z.object({
  totalCount: z.number().optional(),
  items: z.array(z.unknown()),
  links: z.object({ next: z.unknown() }).partial().optional(),
});

/** Whether a Partner Center list is whole: it does not count more than it holds, and names no next page. */
export function isWholeCollection(body: unknown): boolean {
  const read = Collection.safeParse(body);
  if (!read.success) return false;
  const { totalCount, items, links } = read.data;
  return (totalCount ?? items.length) <= items.length && (links?.next ?? null) === null;
}

/**
 * Whether a list of customers has them all: it is a whole collection, and its own address is that of a first page, with
 * no filter. One that does not tell its address may be any page.
 */
export function isWholeCustomerList(body: Readonly<Record<string, unknown>>): boolean {
  const address = SelfLink.safeParse(body.links).data;
  return isWholeCollection(body) && /\/customers\/?(?:\?size=\d+)?$/iu.test(address ?? '');
}

/** Whether a Graph list is whole: it names no next page. */
export function isWholeValue(body: Readonly<Record<string, unknown>>): boolean {
  return body['@odata.nextLink'] === undefined || body['@odata.nextLink'] === null;
}
