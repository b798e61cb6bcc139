import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { isPassing } from '#electron/network/answer.ts';
import { exchange, type Outgoing } from '#electron/network/exchange.ts';
import { faultProblem, NoAnswer } from '#electron/network/fault.ts';
import { sleep } from '#electron/network/sleep.ts';
import { ProblemError } from '#shared/model/problem.ts';

/** Milliseconds without a sound after which a request to the authority is given up. */
const SILENCE = 30_000;
const AT_MOST = 2 ** 20;
const TRIES = 3;

/** The way of the sign-in library to the authority, with the host's own network. */
export interface AuthorityNetwork extends INetworkModule {
  /** What kept the last request from being answered; the library itself does not tell. `null` when it was answered. */
  readonly trouble: ProblemError | null;
  /** The address as a browser opens it. */
  openable(address: string): string;
}

/**
 * Speaks to one authority. The library takes none but `https:` addresses; for an authority on this machine that is spoken to
 * by `http:`, its addresses are `https:` to the library alone. A request that certainly was not worked on is sent again.
 */
export function createAuthorityNetwork(authority: string, fetch: typeof globalThis.fetch): AuthorityNetwork {
  const { host, protocol } = new URL(authority);
  const plain = protocol === 'http:' ? `http://${host}` : null;
  const openable = (address: string): string => {
    const secure = `https://${host}/`;
    return plain !== null && address.startsWith(secure) ? `${plain}/${address.slice(secure.length)}` : address;
  };
  let trouble: ProblemError | null = null;

  async function answered(outgoing: Outgoing) {
    const at = new URL(outgoing.url).host;
    for (let tries = 1; ; tries += 1) {
      try {
        const answer = await exchange(outgoing, { fetch, silence: SILENCE, atMost: AT_MOST, signal: undefined });
        const { body, status } = answer;
        if (typeof body === 'object' && body !== null && !(isPassing(status) && !('error' in body))) return answer;
        const down = new ProblemError('unavailable', 'networkServiceDown', { host: at, tries, status, words: 'none' });
        if (tries === TRIES || !isPassing(status)) throw down;
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        const { again, undone } = error.fault;
        const repeatable = again !== 'no' && (undone || outgoing.method === 'GET');
        if (tries === TRIES || !repeatable) throw faultProblem(error.fault, at, tries);
      }
      await sleep(500 * tries);
    }
  }

  async function send<T>(method: 'GET' | 'POST', url: string, options: NetworkRequestOptions = {}) {
    trouble = null;
    try {
      const { headers = {}, body: sent } = options;
      const { body, headers: received, status } = await answered({ method, url: openable(url), headers, body: sent });
      const given = method === 'GET' && plain !== null ? securely(body, plain) : body;
      // The library says which body it expects, and looks at what it got itself.
      const response: NetworkResponse<T> = { status, headers: Object.fromEntries(received), body: given as T };
      return response;
    } catch (error) {
      if (error instanceof ProblemError) trouble = error;
      throw error;
    }
  }

  return {
    sendGetRequestAsync: <T>(url: string, options?: NetworkRequestOptions) => send<T>('GET', url, options),
    sendPostRequestAsync: <T>(url: string, options?: NetworkRequestOptions) => send<T>('POST', url, options),
    openable,
    get trouble() {
      return trouble;
    },
  };
}

/** What the authority tells of its own addresses, as the library wants to read it. */
function securely(body: unknown, plain: string): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      typeof value === 'string' && value.startsWith(`${plain}/`) ? value.replace('http:', 'https:') : value,
    ]),
  );
}
