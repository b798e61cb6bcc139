import { randomBytes, type ScryptOptions, scrypt } from 'node:crypto';
import { z } from 'zod';
import { ProblemError } from '#shared/model/problem.ts';
import { Protection, type ProtectionChoice } from '#shared/model/protection.ts';
import { type Disk, nodeDisk } from './disk.ts';
import { type Put, pathOf } from './document.ts';
import { previousOf, readIfPresent, replaceDurably } from './durable-file.ts';
import { KEY_BYTES, seal, unseal } from './sealing.ts';
import { examineDocument, readDocument, type SingleDocument, writeDocument } from './single-document.ts';

/** The operating system's keychain, as a host hands it over. Both calls may throw: it may be locked, or another person's. */
export interface Keychain {
  /** As people know it, such as `Keychain` or `DPAPI`. */
  readonly name: string;
  seal(bytes: Uint8Array): Uint8Array;
  open(sealed: Uint8Array): Uint8Array;
}

/** What documents are sealed with; `null` in a workspace that is kept in the clear. */
export interface WorkspaceKey {
  readonly protection: Protection;
  readonly bytes: Uint8Array | null;
}

/** The key of a workspace that nobody protects. */
export const NO_KEY: WorkspaceKey = { protection: 'none', bytes: null };

const Kdf = z
  .object({
    name: z.literal('scrypt'),
    N: z
      .number()
      .int()
      .min(2 ** 10)
      .max(2 ** 20),
    r: z.number().int().min(1).max(32),
    p: z.number().int().min(1).max(16),
    salt: z.base64(),
  })
  // Whoever wrote the file must not make us take more than a gigabyte.
  .refine(({ N, r }) => N * r <= 2 ** 23);
type Kdf = z.infer<typeof Kdf>;

const KeychainSlot = z.object({ kind: z.literal('keychain'), name: z.string(), sealed: z.base64() });
/** A key that a passphrase opens. */
export const PassphraseSlot = z.object({
  kind: z.literal('passphrase'),
  kdf: Kdf,
  iv: z.base64(),
  tag: z.base64(),
  sealed: z.base64(),
});
export type PassphraseSlot = z.infer<typeof PassphraseSlot>;
type Slot = z.infer<typeof KeychainSlot> | PassphraseSlot;

/** The workspace's one random key, sealed once for each way to open it. */
export const KeyFile = z.object({
  protection: Protection,
  slots: z.array(z.discriminatedUnion('kind', [KeychainSlot, PassphraseSlot])),
});
export type KeyFile = z.infer<typeof KeyFile>;

const NO_KEY_FILE: KeyFile = { protection: 'none', slots: [] };

/** OWASP's choice for scrypt: 128 MiB of memory, some tenths of a second. */
const SCRYPT = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1 } as const;

/** `key.json`: kept in the clear, since its secrets are sealed. */
export function keyDocument(folder: string, disk: Disk = nodeDisk): SingleDocument<KeyFile> {
  return { place: { disk, folder, name: 'key.json', format: 'key', key: null }, schema: KeyFile };
}

/** What opens the workspace in a folder; undefined where there is no such file. */
export async function readKeyFile(folder: string, disk: Disk): Promise<KeyFile | undefined> {
  return await readDocument(keyDocument(folder, disk));
}

/**
 * Writes the file; from then on that is what opens the workspace, whatever becomes of the one before beside it. `landed`
 * is called when it has taken its place; where writing fails after that, only a power cut can still bring back the old.
 */
export async function writeKeyFile(
  folder: string,
  disk: Disk,
  file: KeyFile,
  at: string,
  landed: () => void = () => undefined,
): Promise<void> {
  const put: Put = (path, pieces) => replaceDurably(path, pieces, disk, landed);
  await writeDocument(keyDocument(folder, disk), file, { at, entry: 0 }, put);
  // Whoever opens the workspace for writing next tries again.
  await copyKeyFile(folder, disk).catch(() => undefined);
}

/**
 * Keeps the same file beside it, for the case that a bad sector takes one of them, and never an earlier one: what opened
 * the workspace before shall open it no more.
 */
export async function copyKeyFile(folder: string, disk: Disk): Promise<void> {
  const document = keyDocument(folder, disk);
  if (await examineDocument(document)) return;
  const path = pathOf(document.place);
  const bytes = await disk.read(path);
  const before = await readIfPresent(previousOf(path), disk);
  if (!before?.equals(bytes)) await replaceDurably(previousOf(path), [bytes], disk);
}

/** A new workspace's key, and the file that opens it again. */
export async function newKey(
  choice: ProtectionChoice,
  keychain: Keychain | null,
): Promise<{ key: WorkspaceKey; file: KeyFile }> {
  if (choice.kind === 'none') return { key: NO_KEY, file: NO_KEY_FILE };
  const bytes = randomBytes(KEY_BYTES);
  const slot =
    choice.kind === 'keychain' ? keychainSlot(bytes, keychain) : await passphraseSlot(bytes, choice.passphrase);
  return { key: { protection: choice.kind, bytes }, file: { protection: choice.kind, slots: [slot] } };
}

/** The key out of the keychain; whatever keeps it in there is a problem. */
export function keyFromKeychain(folder: string, file: KeyFile, keychain: Keychain | null): WorkspaceKey {
  const slot = file.slots.find(({ kind }) => kind === 'keychain');
  const name = slot?.kind === 'keychain' ? slot.name : 'keychain';
  if (slot?.kind !== 'keychain' || keychain === null) throw keychainRefuses(folder, name, 'none here');
  try {
    const bytes = keychain.open(Buffer.from(slot.sealed, 'base64'));
    if (bytes.length !== KEY_BYTES) throw new Error('not a key');
    return { protection: 'keychain', bytes };
  } catch (error) {
    throw keychainRefuses(folder, name, error instanceof Error ? error.message : String(error));
  }
}

/** The key that a passphrase opens; a wrong passphrase is refused. Takes some tenths of a second, on another thread. */
export async function keyFromPassphrase(folder: string, file: KeyFile, passphrase: string): Promise<WorkspaceKey> {
  for (const slot of file.slots) {
    if (slot.kind !== 'passphrase') continue;
    const bytes = await openSlot(slot, passphrase);
    if (bytes) return { protection: 'passphrase', bytes };
  }
  throw new ProblemError('refused', 'passphraseWrong', { folder });
}

/** The key in a slot; null when the passphrase does not open it. Takes as long as making it. */
export async function openSlot(slot: PassphraseSlot, passphrase: string): Promise<Buffer | null> {
  const sealed = {
    iv: Buffer.from(slot.iv, 'base64'),
    tag: Buffer.from(slot.tag, 'base64'),
    body: Buffer.from(slot.sealed, 'base64'),
  };
  const bytes = unseal(await derive(passphrase, slot.kdf), sealed, contextOf(slot.kdf));
  return bytes?.length === KEY_BYTES ? bytes : null;
}

/** The same file opened by another passphrase instead of the present one, which must be given. */
export async function withPassphrase(folder: string, file: KeyFile, present: string, next: string): Promise<KeyFile> {
  const { bytes } = await keyFromPassphrase(folder, file, present);
  if (bytes === null) throw new ProblemError('refused', 'passphraseWrong', { folder });
  const others = file.slots.filter(({ kind }) => kind !== 'passphrase');
  return { ...file, slots: [...others, await passphraseSlot(bytes, next)] };
}

function keychainSlot(bytes: Uint8Array, keychain: Keychain | null): Slot {
  if (keychain === null) throw new ProblemError('refused', 'keychainMissing');
  try {
    return { kind: 'keychain', name: keychain.name, sealed: Buffer.from(keychain.seal(bytes)).toString('base64') };
  } catch (error) {
    throw new ProblemError('refused', 'keychainUnusable', { name: keychain.name, reason: String(error) });
  }
}

/** A key, sealed so that the passphrase opens it. Takes some tenths of a second, on another thread. */
export async function passphraseSlot(bytes: Uint8Array, passphrase: string): Promise<PassphraseSlot> {
  const kdf: Kdf = { ...SCRYPT, salt: randomBytes(16).toString('base64') };
  const { body, iv, tag } = seal(await derive(passphrase, kdf), bytes, contextOf(kdf));
  return {
    kind: 'passphrase',
    kdf,
    iv: iv.toString('base64'),
    tag: tag.toString('base64'),
    sealed: body.toString('base64'),
  };
}

const contextOf = ({ N, p, r, salt }: Kdf): string => `key.json\nscrypt ${N} ${r} ${p} ${salt}`;

function derive(passphrase: string, { N, p, r, salt }: Kdf): Promise<Buffer> {
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  // The same characters typed on another system may come as other code points.
  const typed = passphrase.normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(typed, Buffer.from(salt, 'base64'), KEY_BYTES, options, (error, bytes) => {
      if (error) reject(error);
      else resolve(bytes);
    });
  });
}

function keychainRefuses(folder: string, name: string, reason: string): ProblemError {
  return new ProblemError('refused', 'keychainRefuses', { folder, name, reason });
}
