import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** AES-256-GCM, with a fresh random nonce of 96 bits for everything that is sealed. */
export const CIPHER = 'aes-256-gcm';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export const KEY_BYTES = 32;

export interface Sealed {
  readonly iv: Buffer;
  readonly tag: Buffer;
  /** As long as what was sealed. */
  readonly body: Buffer;
}

/** Encrypts bytes; `context` is not in there, but opening takes the very same. */
export function seal(key: Uint8Array, bytes: Uint8Array, context: string): Sealed {
  const iv = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context));
  const body = cipher.update(bytes);
  cipher.final();
  return { iv, tag: cipher.getAuthTag(), body };
}

/** What was sealed, or null when it was sealed with another key or for another context, or was changed since. */
export function unseal(key: Uint8Array, { iv, tag, body }: Sealed, context: string): Buffer | null {
  if (iv.length !== NONCE_BYTES || tag.length !== TAG_BYTES) return null;
  try {
    const cipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(context));
    cipher.setAuthTag(tag);
    const bytes = cipher.update(body);
    cipher.final();
    return bytes;
  } catch {
    return null;
  }
}

/** Nonce, tag and ciphertext one after another. */
export function sealCompactly(key: Uint8Array, bytes: Uint8Array, context: string): Buffer {
  const { iv, tag, body } = seal(key, bytes, context);
  return Buffer.concat([iv, tag, body]);
}

/** What `sealCompactly` sealed, or null as `unseal` says. */
export function unsealCompactly(key: Uint8Array, sealed: Buffer, context: string): Buffer | null {
  const iv = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  return unseal(key, { iv, tag, body: sealed.subarray(NONCE_BYTES + TAG_BYTES) }, context);
}
