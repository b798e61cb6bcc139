import type { SyncSource } from '#shared/model/sync.ts';

/** What the headers of a request say beside what it asks for. */
export interface Identity {
  readonly service: SyncSource;
  readonly token: string;
  /** The same on every try of the same request. */
  readonly key: string;
  /** The same on every request of a run. */
  readonly correlation: string;
  readonly locale: string;
}

interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The headers of one try, those that the request names included. Names of Partner Center's REST and of Graph's. */
export function headersOf({ headers, body }: Asking, identity: Identity): Record<string, string> {
  const { service, token, key, correlation, locale } = identity;
  const ids =
    service === 'partner-center'
      ? { 'MS-Contract-Version': 'v1', 'MS-RequestId': key, 'MS-CorrelationId': correlation, 'X-Locale': locale }
      : { 'client-request-id': key, 'return-client-request-id': 'true', 'MS-CorrelationId': correlation };
  return {
    Accept: 'application/json',
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
    ...headers,
    ...ids,
    Authorization: `Bearer ${token}`,
  };
}
