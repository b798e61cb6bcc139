import { basename } from 'node:path';
import type { AccountState } from '#shared/contract/sync.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { SyncSource } from '#shared/model/sync.ts';
import type { Account } from './account.ts';
import { claimsOf, refuseEnded, refuseMisfit } from './token.ts';
import { type HandedTokens, readTokenFile } from './token-file.ts';

export interface TokenFileOptions {
  readonly file: string;
  readonly profile: PartnerProfile;
  readonly clock: () => Date;
}

/**
 * The account of whoever hands tokens in by a file, for unattended use. The file is read when a token is first needed, and
 * again when a service refuses one or it is past its end: whoever renews the file renews the sign-in.
 */
export class TokenFileAccount implements Account {
  readonly #options: TokenFileOptions;
  #tokens: HandedTokens | null = null;

  constructor(options: TokenFileOptions) {
    this.#options = options;
  }

  /** Who the tokens say it is, where they say so; the file itself until it was read. */
  get state(): AccountState {
    const { file, profile } = this.#options;
    const token = this.#tokens?.['partner-center'] ?? this.#tokens?.graph;
    const claims = token === undefined ? null : claimsOf(token);
    return {
      state: 'signed-in',
      username: claims?.preferred_username ?? claims?.upn ?? claims?.unique_name ?? basename(file),
      name: claims?.name ?? null,
      tenantId: claims?.tid ?? profile.partner.tenantId,
      remembered: true,
    };
  }

  async token(service: SyncSource, refused?: string): Promise<string> {
    const { clock, file, profile } = this.#options;
    if (!this.#usable(service, refused)) this.#tokens = await readTokenFile(file);
    const token = this.#tokens?.[service];
    if (token === undefined) throw new ProblemError('refused', 'tokenFileLacks', { file, service });
    if (token === refused) throw new ProblemError('refused', 'tokenFileRefused', { file, service });
    refuseMisfit(token, service, profile);
    refuseEnded(token, service, clock());
    return token;
  }

  #usable(service: SyncSource, refused: string | undefined): boolean {
    const token = this.#tokens?.[service];
    if (token === undefined || token === refused) return false;
    const end = claimsOf(token)?.exp;
    return end === undefined || end * 1_000 > this.#options.clock().getTime();
  }

  signIn(): Promise<AccountState> {
    return Promise.reject(this.#elsewhere());
  }

  signedIn(): Promise<AccountState> {
    return Promise.resolve(this.state);
  }

  cancel(): Promise<AccountState> {
    return Promise.resolve(this.state);
  }

  signOut(): Promise<AccountState> {
    return Promise.reject(this.#elsewhere());
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #elsewhere(): ProblemError {
    return new ProblemError('refused', 'accountByFile', { file: this.#options.file });
  }
}
