import { createHash } from 'node:crypto';

/**
 * The id under which one request of a command goes out: the same each time that very request is sent, whichever session
 * sends it, and no other request's. A GUID made from the command's own key (version 8 of RFC 9562).
 */
export function stepKey(key: string, ...request: readonly string[]): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([key, ...request]))
    .digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
