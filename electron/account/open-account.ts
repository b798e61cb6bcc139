import { z } from 'zod';
import type { NetworkGift } from '#electron/network/wire.ts';
import type { Keychain } from '#electron/records/key-file.ts';
import type { Records } from '#electron/records/records.ts';
import { pickLanguage } from '#shared/locales/index.ts';
import { ApplicationId } from '#shared/model/ids.ts';
import type { Language } from '#shared/model/invitation.ts';
import type { Account } from './account.ts';
import { createSignInStore, signInFile } from './kept-sign-in.ts';
import { landingPages } from './landing-page.ts';
import { SignedInAccount } from './signed-in-account.ts';
import { TokenFileAccount } from './token-file-account.ts';

/** What a host gives for signing in. */
export interface AccountGifts {
  readonly access?: 'read' | 'write';
  readonly accountsFolder?: string;
  readonly tokenFile?: string;
  readonly keychain?: Keychain | null;
  readonly network?: NetworkGift;
  readonly locale: string | null;
  readonly clock: () => Date;
  readonly settings: { get(): { readonly language: Language | null } };
  readonly openAddress: (address: string) => Promise<boolean>;
}

/** The account of a workspace, and the app registration that it signs in with. */
export interface RegisteredAccount extends Account {
  readonly clientId: ApplicationId | null;
  /** Keeps another registration in the workspace, and forgets whoever signed in by the one before. */
  register(clientId: ApplicationId): Promise<void>;
}

/** What the workspace knows of signing in beside its profile. */
const Registration = z.object({ clientId: ApplicationId.nullable() });

/** Opens the account of a workspace: that of the token file if one was handed in, else of whoever signed in. */
export async function openAccount(records: Records, gifts: AccountGifts): Promise<RegisteredAccount> {
  const { folder, profile } = records;
  const { accountsFolder, clock, keychain = null, network, openAddress: open, tokenFile } = gifts;
  const ledger = () => records.ledger('registration', Registration, { clientId: null });
  // A damaged one must not keep the workspace closed: the profile's counts until it is recovered.
  let kept = await ledger().catch(() => null);
  const clientId = () => kept?.value.clientId ?? profile.clientId ?? null;
  const language = () => gifts.settings.get().language ?? pickLanguage(gifts.locale === null ? [] : [gifts.locale]);
  const account =
    tokenFile === undefined
      ? await SignedInAccount.recall({
          profile,
          clientId,
          store: createSignInStore(accountsFolder === undefined ? null : signInFile(accountsFolder, folder), keychain),
          fetch: network?.fetch ?? globalThis.fetch,
          clock,
          open,
          pages: () => landingPages(language(), profile.partner.name),
        })
      : new TokenFileAccount({ file: tokenFile, profile, clock });
  return {
    get state() {
      return account.state;
    },
    get clientId() {
      return clientId();
    },
    token: (service, refused) => account.token(service, refused),
    signIn: (how) => account.signIn(how),
    signedIn: () => account.signedIn(),
    cancel: () => account.cancel(),
    signOut: () => account.signOut(),
    close: () => account.close(),
    async register(next) {
      if (next === clientId()) return;
      kept ??= await ledger();
      await kept.change(() => ({ clientId: next }), { act: 'registration-changed' });
      if (tokenFile === undefined) await account.signOut();
    },
  };
}
