import type { SyncSource } from '#shared/model/sync.ts';
import type { Answer } from '#test/simulator/http/exchange.ts';
import type { Person } from './person.ts';

/** An error as OAuth has them, with the number by which Microsoft names it. */
export function oauthError(error: string, number: number, words: string, suberror?: string): Answer {
  const description = `AADSTS${number}: ${words}`;
  const body = { error, error_description: description, error_codes: [number], ...(suberror && { suberror }) };
  return { status: 400, body };
}

/** The service whose permission a scope asks for: the first one that is named. */
export function serviceOf(scope: string): SyncSource | null {
  const [word] = /DelegatedAdminRelationship|user_impersonation/iu.exec(scope) ?? [];
  if (word === undefined) return null;
  return word.toLowerCase() === 'user_impersonation' ? 'partner-center' : 'graph';
}

/** By which the library tells accounts apart. */
export const clientInfo = ({ objectId, tenantId }: Person): string =>
  Buffer.from(JSON.stringify({ uid: objectId, utid: tenantId })).toString('base64url');

/** Whether an address is on this machine: nobody is sent back elsewhere. */
export function isLoopback(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}
