import { ProblemError } from '#shared/model/problem.ts';

/** Gives tokens to requests that run side by side. */
export interface Tokens {
  /** A token; a fresh one after `refused` was, which is asked for once however many requests it was refused to. */
  get(refused?: string): Promise<string>;
}

/** What a bearer token may be made of (RFC 6750); anything else could not be sent in a header. */
const BEARER = /^[\w.~+/-]+=*$/;

/** Asks the account for tokens to a host. */
export function createTokens(ask: (refused?: string) => Promise<string>, host: string): Tokens {
  let renewal: { readonly refused: string; readonly token: Promise<string> } | undefined;

  async function usable(given: Promise<string>): Promise<string> {
    const token = await given;
    // The sentence must not show it, nor may an exception of `fetch`.
    if (!BEARER.test(token)) throw new ProblemError('refused', 'networkTokenUnusable', { host });
    return token;
  }

  return {
    get(refused) {
      if (refused === undefined) return usable(ask());
      if (renewal?.refused !== refused) {
        const token = usable(ask(refused));
        const mine = { refused, token };
        renewal = mine;
        // A failure is not kept: the next request asks again.
        token.catch(() => {
          if (renewal === mine) renewal = undefined;
        });
      }
      return renewal.token;
    },
  };
}
