import { z } from 'zod';
import type { Dossier } from '#shared/model/dossier.ts';
import { type Context, sealed, unsealed } from '#test/simulator/context.ts';
import { type Answer, type Asked, headerOf, ok, partnerCenterError } from '#test/simulator/http/exchange.ts';
import { customerItems } from './bodies.ts';

/** Customers on a page where nobody says how many, and at most. */
const USUAL = 100;
const MOST = 500;

/** Where a list goes on. */
const Continuation = z.object({
  from: z.number(),
  size: z.number(),
  filter: z.string().nullable(),
  generation: z.number(),
});
type Continuation = z.infer<typeof Continuation>;

const Filter = z.object({
  Field: z.enum(['CompanyName', 'Domain', 'IndirectReseller', 'IndirectCloudSolutionProvider']),
  Value: z.string(),
  Operator: z.string().regex(/^starts_with$/iu),
});

type Fits = (dossier: Dossier) => boolean;

/** A page of `GET /v1/customers`. */
export function customerList(asked: Asked, context: Context): Answer {
  const header = headerOf(asked, 'MS-ContinuationToken');
  const next = asked.url.searchParams.get('seekOperation')?.toLowerCase() === 'next';
  if (next !== (header !== null)) {
    return partnerCenterError(400, '2000', 'A continuation needs seekOperation=Next and its token.');
  }
  return header === null ? first(asked, context) : later(header, context);
}

function first({ url }: Asked, context: Context): Answer {
  const size = Number(url.searchParams.get('size') ?? USUAL);
  if (!Number.isInteger(size) || size < 1 || size > MOST) {
    return partnerCenterError(400, '2000', `The size must be from 1 to ${MOST}.`, ['size']);
  }
  const { continuations: generation } = context.state;
  return page({ from: 0, size, filter: url.searchParams.get('filter'), generation }, context);
}

function later(token: string, context: Context): Answer {
  const { continuations, continuationStatus } = context.state;
  const continuation = Continuation.safeParse(unsealed(token)).data;
  if (continuation?.generation !== continuations) {
    return partnerCenterError(continuationStatus, '2006', 'The continuation token is invalid or has expired.', [
      'MS-ContinuationToken',
    ]);
  }
  return page(continuation, context);
}

function page(at: Continuation, context: Context): Answer {
  const { customers } = context;
  const fits = fitting(at.filter, context);
  if (fits === null) return partnerCenterError(400, '2000', 'The filter cannot be read.', ['filter']);
  const { dossiers, next } = customers.part(at.from, at.size, fits);
  const again = at.from === 0 ? `size=${at.size}` : 'seekOperation=Next';
  const self = { uri: `/v1/customers?${again}${filterOf(at)}`, method: 'GET', headers: [] };
  const token = sealed({ ...at, from: next });
  const following = {
    uri: '/v1/customers?seekOperation=Next',
    method: 'GET',
    headers: [{ key: 'MS-ContinuationToken', value: token }],
  };
  return ok(
    {
      totalCount:
        at.filter === null ? customers.count : customers.part(0, Number.POSITIVE_INFINITY, fits).dossiers.length,
      items: customerItems(dossiers, context),
      links: { self, ...(next !== null && { next: following }) },
      attributes: { objectType: 'Collection' },
    },
    next === null ? {} : { 'MS-ContinuationToken': token },
  );
}

const filterOf = ({ filter }: Continuation): string => (filter === null ? '' : `&filter=${encodeURIComponent(filter)}`);

/** What a filter keeps; `null` for one that cannot be read. */
function fitting(text: string | null, { world }: Context): Fits | null {
  if (text === null) return () => true;
  const filter = Filter.safeParse(parsed(text)).data;
  if (filter === undefined) return null;
  const value = filter.Value.toLowerCase();
  const starts = (said: string | undefined) => said?.toLowerCase().startsWith(value) ?? false;
  switch (filter.Field) {
    case 'CompanyName':
      return ({ name }) => starts(name.value);
    case 'Domain':
      return ({ domain }) => starts(domain?.value);
    case 'IndirectReseller':
      return ({ resellers }) => resellers.some(({ partner, via }) => via === world.us.tenantId && starts(partner));
    case 'IndirectCloudSolutionProvider':
      return ({ resellers }) => resellers.some(({ via }) => via !== null && starts(via));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
