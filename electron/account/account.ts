import type { AccountState } from '#shared/contract/sync.ts';
import type { SyncSource } from '#shared/model/sync.ts';

/** Who we are to the services of our cloud. One per workspace. */
export interface Account {
  readonly state: AccountState;
  /**
   * A bearer token for a service, a fresh one after `refused` was; `notSignedIn` (refused) when nobody is signed in or
   * the sign-in has ended.
   */
  token(service: SyncSource, refused?: string): Promise<string>;
  /** Begins to sign in; resolves when there is something to show. */
  signIn(how: 'browser' | 'device-code'): Promise<AccountState>;
  /** Resolves when the sign-in that was begun has ended. */
  signedIn(): Promise<AccountState>;
  cancel(): Promise<AccountState>;
  /** Forgets the account, and every token of it, here and in the keychain. */
  signOut(): Promise<AccountState>;
  /** Gives up a sign-in that was begun; what is kept stays. */
  close(): Promise<void>;
}
