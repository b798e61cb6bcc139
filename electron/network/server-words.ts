import { z } from 'zod';
import type { ServerWords } from '#shared/model/outbox.ts';

const Code = z.union([z.string(), z.number()]).transform(String);
const Words = z.string().nullish();

/** Partner Center: `{code, description, data, source}`. */
const PartnerCenterError = z.object({ code: Code, description: Words });
/** What stands before Partner Center when it throttles: `{statusCode, message}`. */
const GatewayError = z.object({ statusCode: Code, message: Words });
/** Graph: `{error: {code, message, innerError}}`, and in `innerError` the id of the request. */
const GraphError = z.object({
  error: z.object({
    code: Code,
    message: Words,
    innerError: z.object({ 'request-id': z.string().optional() }).nullish().catch(null),
  }),
});

/** The header in which the service names the request, Graph's and Partner Center's. */
const REQUEST_IDS = ['request-id', 'ms-requestid', 'client-request-id'];

/** Longer texts are pages, not sentences. */
const LONGEST = 500;

/** What looks like a token, or like what comes after `Bearer`: no message may carry one, not even the service's own. */
const SECRETS = /\bBearer\s+\S+|\beyJ[\w-]{5,}(?:\.[\w-]*)*/giu;

/** One line of text, bounded and without anything secret. */
function said(words: string | null | undefined): string {
  const line = (words ?? '')
    .replace(SECRETS, '…')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

/** What a service says in an answer that is no success; `words` is empty where it says nothing that we can read. */
export function serverWords(status: number, headers: ReadonlyMap<string, string>, body: unknown): ServerWords {
  const named = said(REQUEST_IDS.map((name) => headers.get(name)).find((id) => id !== undefined)) || null;
  const graph = GraphError.safeParse(body);
  if (graph.success) {
    const { code, message, innerError } = graph.data.error;
    return {
      status,
      code: said(code) || null,
      words: said(message),
      requestId: said(innerError?.['request-id']) || named,
    };
  }
  const partnerCenter = PartnerCenterError.safeParse(body);
  if (partnerCenter.success) {
    const { code, description } = partnerCenter.data;
    return { status, code: said(code) || null, words: said(description), requestId: named };
  }
  const gateway = GatewayError.safeParse(body);
  return { status, code: null, words: gateway.success ? said(gateway.data.message) : '', requestId: named };
}
