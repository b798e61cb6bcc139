import type { IncomingHttpHeaders } from 'node:http';
import { RPC_PATH } from '#shared/contract/carrier.ts';

/** The parts of a request that the guard looks at. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** Room for the largest reconciliation files that partners download, and a margin for what wraps them. */
export const LARGEST_BODY = 256 * 1024 * 1024;

/**
 * What stands against a request before anyone looks at its cookie: the status to answer with, or `undefined`.
 * `address` is our own host and port. The Host check keeps out names that were made to point at this machine;
 * Origin and Sec-Fetch-Site keep out other pages open in the same browser.
 */
export function objection({ method, path, headers }: Asked, address: string): number | undefined {
  if (headers.host !== address) return 403;
  const site = headers['sec-fetch-site'];
  if (path.startsWith(`${RPC_PATH}/`)) {
    if (method !== 'POST') return 405;
    if (headers.origin !== `http://${address}`) return 403;
    if (site !== undefined && site !== 'same-origin') return 403;
    return bodyObjection(headers);
  }
  if (method !== 'GET') return 405;
  if (headers.origin !== undefined && headers.origin !== `http://${address}`) return 403;
  return site === undefined || site === 'same-origin' || site === 'none' ? undefined : 403;
}

/** A body must say how long it is, so that it can be refused before it is read. */
function bodyObjection(headers: IncomingHttpHeaders): number | undefined {
  const length = headers['content-length'];
  if (length === undefined) return 411;
  return Number(length) <= LARGEST_BODY ? undefined : 413;
}
