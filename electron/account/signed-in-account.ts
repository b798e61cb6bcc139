import type { AuthenticationResult } from '@azure/msal-node';
import type { AccountState } from '#shared/contract/sync.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { SyncSource } from '#shared/model/sync.ts';
import type { Account } from './account.ts';
import type { Attempt } from './attempt.ts';
import { authorityOf, cloudOfIssuer, scopeOf } from './clouds.ts';
import type { KeptSignIn, SignInStore } from './kept-sign-in.ts';
import type { LandingPages } from './landing-page.ts';
import type { SignInClient } from './sign-in-client.ts';
import { refuseMisfit } from './token.ts';

export interface SignedInOptions {
  readonly profile: PartnerProfile;
  /** The partner's app registration; `null` while nobody has said. */
  readonly clientId: () => string | null;
  readonly store: SignInStore;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: () => Date;
  readonly open: (address: string) => Promise<boolean>;
  readonly pages: () => LandingPages;
}

/** Minutes that a person has to sign in, in milliseconds. */
const PATIENCE = 15 * 60_000;

/** Milliseconds for which a token is taken for granted: the library looks whether it still lasts, but takes its time. */
const HELD = 60_000;

const GIVEN_UP = Symbol('given up');

interface Held {
  readonly token: string;
  readonly until: number;
}

/** The account of a member of staff who signs in; kept for the next session where there is a keychain. */
export class SignedInAccount implements Account {
  readonly #options: SignedInOptions;
  #who: KeptSignIn | null = null;
  #remembered = false;
  #client: SignInClient | null = null;
  #recalled: Promise<SignInClient> | null = null;
  #attempt: Attempt | null = null;
  /** Another one for each sign-in that is begun or given up. */
  #turn = 0;
  #shown: AccountState | null = null;
  #ended: Promise<AccountState> | null = null;
  readonly #held = new Map<SyncSource, Held>();
  readonly #asked = new Map<string, Promise<string>>();

  private constructor(options: SignedInOptions) {
    this.#options = options;
  }

  /** The account with the sign-in that was kept, if it fits the profile; one that does not is forgotten. */
  static async recall(options: SignedInOptions): Promise<SignedInAccount> {
    const account = new SignedInAccount(options);
    const kept = await options.store.read();
    if (kept === null) return account;
    const { profile } = options;
    const fits =
      kept.authority === authorityOf(profile) &&
      kept.clientId === options.clientId() &&
      kept.tenantId === profile.partner.tenantId;
    if (fits) {
      account.#who = kept;
      account.#remembered = true;
    } else {
      await options.store.wipe().catch(() => undefined);
    }
    return account;
  }

  get state(): AccountState {
    if (this.#shown !== null) return this.#shown;
    if (this.#who === null) return { state: 'signed-out' };
    const { name, tenantId, username } = this.#who;
    return { state: 'signed-in', username, name, tenantId, remembered: this.#remembered };
  }

  async token(service: SyncSource, refused?: string): Promise<string> {
    const held = this.#held.get(service);
    if (held !== undefined && held.token !== refused && performance.now() < held.until) return held.token;
    const fresh = refused !== undefined && (held === undefined || held.token === refused);
    // However many requests need one, it is asked for once.
    const name = `${service} ${fresh}`;
    const asked = this.#asked.get(name) ?? this.#ask(service, fresh).finally(() => this.#asked.delete(name));
    this.#asked.set(name, asked);
    return await asked;
  }

  async #ask(service: SyncSource, fresh: boolean): Promise<string> {
    const who = this.#who;
    if (who === null) throw new ProblemError('refused', 'notSignedIn');
    const { profile } = this.#options;
    const client = await this.#clientOf(who);
    try {
      const { accessToken } = await client.silently(who.homeAccountId, service, scopeOf(service, profile), fresh);
      if (this.#who?.homeAccountId !== who.homeAccountId) throw new ProblemError('refused', 'notSignedIn');
      refuseMisfit(accessToken, service, profile);
      this.#held.set(service, { token: accessToken, until: performance.now() + HELD });
      return accessToken;
    } catch (error) {
      // Nothing of it is worth keeping any more.
      const ended = error instanceof ProblemError && error.problem.key === 'signInEnded';
      if (ended && this.#client === client) await this.#forget();
      throw error;
    }
  }

  async signIn(how: 'browser' | 'device-code'): Promise<AccountState> {
    await this.cancel();
    const turn = this.#turn;
    const { clock, open, pages, profile } = this.#options;
    const authority = authorityOf(profile);
    const { host } = new URL(authority);
    const clientId = this.#options.clientId();
    if (clientId === null) throw new ProblemError('refused', 'noClientId', { cloud: profile.cloud });
    if ((cloudOfIssuer(host) ?? profile.cloud) !== profile.cloud) {
      throw new ProblemError('refused', 'authorityOtherCloud', { host, cloud: profile.cloud });
    }
    const client = await this.#newClient(clientId);
    if (turn !== this.#turn) return this.state;
    const attempt = client.begin(how, {
      scope: scopeOf('partner-center', profile),
      along: [scopeOf('graph', profile)],
      now: clock,
      open,
      pages: pages(),
      patience: PATIENCE,
    });
    this.#attempt = attempt;
    this.#ended = attempt.ended
      .then((result) => this.#adopt(client, clientId, result))
      .catch(async (error: unknown) => {
        await client.forget().catch(() => undefined);
        if (error !== GIVEN_UP) throw error;
      })
      .finally(() => {
        if (this.#attempt !== attempt) return;
        this.#attempt = null;
        this.#shown = null;
      })
      .then(() => this.state);
    this.#ended.catch(() => undefined);
    try {
      const shown = await attempt.shown;
      if (this.#attempt === attempt) this.#shown = shown;
      return this.state;
    } catch (error) {
      // Whoever gives it up, or begins anew, before there was anything to show.
      if (error === GIVEN_UP) return this.state;
      throw error;
    }
  }

  signedIn(): Promise<AccountState> {
    return this.#ended ?? Promise.resolve(this.state);
  }

  async cancel(): Promise<AccountState> {
    this.#turn += 1;
    this.#attempt?.cancel(GIVEN_UP);
    await this.#ended?.catch(() => undefined);
    return this.state;
  }

  async signOut(): Promise<AccountState> {
    await this.cancel();
    this.#ended = null;
    await this.#forget();
    return this.state;
  }

  async close(): Promise<void> {
    await this.cancel();
  }

  async #adopt(client: SignInClient, clientId: string, { accessToken, account }: AuthenticationResult): Promise<void> {
    const { profile } = this.#options;
    const { name: partner, tenantId } = profile.partner;
    const authority = authorityOf(profile);
    if (account === null)
      throw new ProblemError('refused', 'signInEnded', { host: new URL(authority).host, words: 'none' });
    const tenant = account.tenantId.toLowerCase();
    if (tenant !== tenantId) {
      throw new ProblemError('refused', 'accountOtherTenant', { tenant, partner, own: tenantId });
    }
    refuseMisfit(accessToken, 'partner-center', profile);
    const { homeAccountId, name = null, username } = account;
    this.#held.clear();
    this.#client = client;
    this.#who = { authority, clientId, tenantId, homeAccountId, username, name, cache: '' };
    await this.#keep(client.cache(), client);
  }

  /** Keeps what the client knows, unless it is no longer the one that counts. */
  async #keep(cache: string, client: SignInClient): Promise<void> {
    if (this.#who === null || this.#client !== client) return;
    this.#who = { ...this.#who, cache };
    this.#remembered = await this.#options.store.write(this.#who);
  }

  async #forget(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    this.#who = null;
    this.#held.clear();
    // The disk first: what is in memory goes with the console anyway.
    await this.#options.store.wipe();
    await client?.forget().catch(() => undefined);
  }

  async #clientOf({ cache, clientId }: KeptSignIn): Promise<SignInClient> {
    if (this.#client !== null) return this.#client;
    // Two services may ask at once: they share one.
    this.#recalled ??= this.#newClient(clientId, cache).then((client) => {
      this.#client ??= client;
      this.#recalled = null;
      return this.#client;
    });
    return await this.#recalled;
  }

  async #newClient(clientId: string, cache?: string): Promise<SignInClient> {
    const { fetch, profile } = this.#options;
    const { createSignInClient } = await import('./sign-in-client.ts');
    return createSignInClient({
      authority: authorityOf(profile),
      clientId,
      tenantId: profile.partner.tenantId,
      fetch,
      ...(cache === undefined ? {} : { cache }),
      keep: (next, client) => this.#keep(next, client),
    });
  }
}
