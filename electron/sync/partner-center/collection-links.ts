import { z } from 'zod';
import type { PageLinks, PageRequest } from '#electron/sync/pull/listing.ts';

/** Where the next page is, as `links.next` says. */
const Next = z.object({
  uri: z.string().min(1),
  headers: z.array(z.object({ key: z.string(), value: z.string() })).nullish(),
});

const Links = z.object({
  links: z.object({ next: Next.nullish() }).nullish(),
  totalCount: z.number().int().nonnegative().nullish().catch(null),
});

/** What a page of a Partner Center collection says of the whole; `null` where it is of another shape. */
export function collectionLinks(body: unknown, base: string): PageLinks | null {
  const read = Links.safeParse(body).data;
  if (!read) return null;
  const next = read.links?.next ?? null;
  const of = read.totalCount ?? null;
  if (next === null) return { next: null, of };
  const request = requestFor(next, base);
  return request && { next: request, of };
}

/** The address is the service's own, with or without version and host; a size beside the continuation is refused. */
function requestFor({ headers, uri }: z.infer<typeof Next>, base: string): PageRequest | null {
  const path = uri.replace(/^\/?(?:v1\/)?/iu, '');
  const address = z.url().safeParse(/^https?:/iu.test(uri) ? uri : `${base}/v1/${path}`).data;
  if (address === undefined) return null;
  const url = new URL(address);
  url.searchParams.delete('size');
  return { url: url.href, headers: Object.fromEntries((headers ?? []).map(({ key, value }) => [key, value])) };
}
