import { type AuthenticationResult, type ICachePlugin, PublicClientApplication } from '@azure/msal-node';
import { ProblemError } from '#shared/model/problem.ts';
import type { SyncSource } from '#shared/model/sync.ts';
import { type Attempt, type AttemptOptions, byBrowser, byDeviceCode } from './attempt.ts';
import { createAuthorityNetwork } from './authority-network.ts';
import { needsConsent, needsPerson, refusalOf, wordsOf } from './refusal.ts';

export interface SignInClientOptions {
  /** Without a slash at its end. */
  readonly authority: string;
  readonly clientId: string;
  readonly tenantId: string;
  readonly fetch: typeof globalThis.fetch;
  /** What an earlier client kept. */
  readonly cache?: string;
  /** Called with all there is to keep whenever it changes; the client waits until it is done. */
  readonly keep: (cache: string, client: SignInClient) => Promise<void>;
}

/** The sign-in library at work for one tenant; what it throws are problems. Loaded only when somebody signs in. */
export interface SignInClient {
  begin(how: 'browser' | 'device-code', options: Omit<AttemptOptions, 'client'>): Attempt;
  /** A token without asking the person: a kept one, or a fresh one if it is near its end or `fresh` is demanded. */
  silently(homeAccountId: string, service: SyncSource, scope: string, fresh: boolean): Promise<AuthenticationResult>;
  /** Everything to keep. */
  cache(): string;
  /** Forgets every account in memory. */
  forget(): Promise<void>;
}

/** A client for the app registration of a partner. It logs nothing. */
export function createSignInClient(options: SignInClientOptions): SignInClient {
  const { authority, cache: kept, clientId, fetch, keep, tenantId } = options;
  const { host } = new URL(authority);
  const network = createAuthorityNetwork(authority, fetch);
  let known = kept;
  const cachePlugin: ICachePlugin = {
    async beforeCacheAccess({ tokenCache }) {
      // The library empties its memory now and then and wants it back.
      if (known !== undefined) tokenCache.deserialize(known);
    },
    async afterCacheAccess({ cacheHasChanged, tokenCache }) {
      if (!cacheHasChanged) return;
      known = tokenCache.serialize();
      await keep(known, self);
    },
  };
  const library = new PublicClientApplication({
    auth: { clientId, authority: `https://${host}${pathOf(authority)}/${tenantId}`, knownAuthorities: [host] },
    cache: { cachePlugin },
    system: {
      networkClient: network,
      disableInternalRetries: true,
      loggerOptions: { loggerCallback: () => undefined, piiLoggingEnabled: false },
    },
  });

  /** What the library throws, in our words: it hides what the network said. */
  const explained = (error: unknown): unknown => {
    const problem = error instanceof ProblemError ? error : network.trouble;
    return problem ?? refusalOf(error, host);
  };

  const self: SignInClient = {
    begin(how, given) {
      const open = (address: string) => given.open(network.openable(address));
      const start = how === 'browser' ? byBrowser : byDeviceCode;
      return start({ ...given, client: library, open, explained, openable: network.openable });
    },

    async silently(homeAccountId, service, scope, fresh) {
      try {
        const account = await library.getTokenCache().getAccountByHomeId(homeAccountId);
        if (account === null) throw new ProblemError('refused', 'signInEnded', { host, words: 'none' });
        return await library.acquireTokenSilent({ account, scopes: [scope], forceRefresh: fresh });
      } catch (error) {
        if (network.trouble !== null) throw network.trouble;
        if (needsConsent(error)) {
          throw new ProblemError('refused', 'consentMissing', { service, words: wordsOf(error) });
        }
        if (needsPerson(error)) throw new ProblemError('refused', 'signInEnded', { host, words: wordsOf(error) });
        throw explained(error);
      }
    },

    cache: () => known ?? '',

    async forget() {
      const cache = library.getTokenCache();
      for (const account of await cache.getAllAccounts()) await cache.removeAccount(account);
    },
  };
  return self;
}

const pathOf = (authority: string): string => new URL(authority).pathname.replace(/\/+$/, '');
