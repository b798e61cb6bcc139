import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { join } from 'node:path';
import type { Records } from '#electron/records/records.ts';
import { signingKeyLedger } from '#electron/records/signing-key.ts';
import { ProblemError } from '#shared/model/problem.ts';

/** The key with which a workspace signs what it hands over. The private half stays in here. */
export interface SigningKey {
  /** SubjectPublicKeyInfo (DER) in base64. */
  readonly publicKey: string;
  /** An Ed25519 signature over a text in UTF-8, in base64. */
  sign(text: string): string;
}

/**
 * The workspace's signing key; `undefined` when it has none yet. A key that can't be used is a `damaged` problem:
 * a new key in its place would look like a forger's to everyone who knows the old one.
 */
export async function signingKey(records: Records): Promise<SigningKey | undefined> {
  const { pem } = (await signingKeyLedger(records)).value;
  return pem === null ? undefined : keyIn(records, pem);
}

/** The same, made on first use: an Ed25519 key, sealed as the records are. */
export async function ensureSigningKey(records: Records): Promise<SigningKey> {
  const ledger = await signingKeyLedger(records);
  const fresh = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const { pem } = await ledger.change((now) => (now.pem === null ? { pem: fresh() } : now), {
    act: 'signing-key-made',
  });
  return keyIn(records, pem ?? '');
}

/** Whether a text was signed with the private half of this key. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
  } catch {
    // 32 bytes that are no point of the curve: nobody holds such a key.
    return false;
  }
}

/** Thirty digits in groups of five, by which two people compare a key on the telephone: its SHA-256 modulo 10³⁰. */
export function fingerprintOf(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex');
  const digits = (BigInt(`0x${digest}`) % 10n ** 30n).toString().padStart(30, '0');
  return digits.replace(/(\d{5})(?=\d)/gu, '$1 ');
}

/** Whether somebody named these digits, however they spaced them. */
export function isFingerprint(said: string, publicKey: string): boolean {
  return said.replace(/\D/gu, '') === fingerprintOf(publicKey).replaceAll(' ', '');
}

function signingWith(key: KeyObject): SigningKey {
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
  return { publicKey, sign: (text) => sign(null, Buffer.from(text), key).toString('base64') };
}

function keyIn({ folder }: Records, pem: string): SigningKey {
  const key = privateKeyOf(pem);
  if (key?.asymmetricKeyType !== 'ed25519') {
    throw new ProblemError('damaged', 'signingKeyDamaged', { file: join(folder, 'ledgers', 'signing-key.json') });
  }
  return signingWith(key);
}

function privateKeyOf(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
