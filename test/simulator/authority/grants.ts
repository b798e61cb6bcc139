import { createHash, randomBytes } from 'node:crypto';

/** What a code or a refresh token stands for. */
export interface Grant {
  readonly clientId: string;
  readonly tenantId: string;
  readonly scope: string;
  readonly nonce: string | null;
  readonly redirectUri: string | null;
  /** Of the verifier that proves who asked (PKCE, S256). */
  readonly challenge: string | null;
  /** Seconds since 1970. */
  readonly expires: number;
}

/** Something that can be used once, or until it is taken back. */
export interface Grants<One = Grant> {
  give(grant: One): string;
  find(secret: string | null): One | undefined;
  take(secret: string | null): One | undefined;
  clear(): void;
}

export function createGrants<One = Grant>(name = () => randomBytes(24).toString('base64url')): Grants<One> {
  const all = new Map<string, One>();
  return {
    give(grant) {
      const secret = name();
      all.set(secret, grant);
      return secret;
    },
    find: (secret) => all.get(secret ?? ''),
    take(secret) {
      const found = all.get(secret ?? '');
      all.delete(secret ?? '');
      return found;
    },
    clear: () => all.clear(),
  };
}

/** The challenge of a verifier (RFC 7636, S256). */
export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
