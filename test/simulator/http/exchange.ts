import type { IncomingHttpHeaders } from 'node:http';
import type { SyncSource } from '#shared/model/sync.ts';

/** Whoever answers: one of the two services, the sign-in authority, or the simulator itself. */
export type Service = SyncSource | 'authority' | 'control';

/** A request as it came in. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body, where it is JSON; else `undefined`. */
  readonly body: unknown;
  /** `MS-RequestId` or `client-request-id`. */
  readonly requestId: string | null;
}

/** What is answered; a body that is no text goes out as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** `found` are the parts of the path that the route's pattern captures. */
export type Handler = (asked: Asked, found: readonly string[]) => Answer | Promise<Answer>;

export interface Route {
  readonly service: Service;
  readonly method: string;
  /** Of the path alone. */
  readonly path: RegExp;
  readonly handle: Handler;
}

/** A header that stands there once. */
export function headerOf({ headers }: Pick<Asked, 'headers'>, name: string): string | null {
  const value = headers[name.toLowerCase()];
  return typeof value === 'string' && value !== '' ? value : null;
}

export const ok = (body: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status: 200,
  headers,
  body,
});

/** An error of Partner Center, as its documentation has them. */
export function partnerCenterError(
  status: number,
  code: string,
  description: string,
  data: readonly string[] = [],
): Answer {
  return { status, body: { code, description, data, source: 'PartnerFD' } };
}

/** An error of Graph. */
export function graphError(status: number, code: string, message: string, requestId: string | null = null): Answer {
  const innerError = { date: new Date(0).toISOString().slice(0, 19), 'request-id': requestId ?? '' };
  return { status, body: { error: { code, message, innerError } } };
}

/** Says no in the words of a service. */
export function refusal(service: Service, status: number, code: string, words: string, id: string | null): Answer {
  return service === 'graph' ? graphError(status, code, words, id) : partnerCenterError(status, code, words);
}
