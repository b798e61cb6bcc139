import { z } from 'zod';

/**
 * How the records are kept on the disk: encrypted with a key that the operating system's keychain holds, encrypted with
 * a key that a passphrase opens, or in the clear, which somebody chose.
 */
export const Protection = z.enum(['keychain', 'passphrase', 'none']);
export type Protection = z.infer<typeof Protection>;

/** A passphrase as typed: any characters, at least eight of them. */
export const Passphrase = z.string().min(8).max(1024);

/** The protection chosen for a new workspace. */
export const ProtectionChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keychain') }),
  z.object({ kind: z.literal('passphrase'), passphrase: Passphrase }),
  z.object({ kind: z.literal('none') }),
]);
export type ProtectionChoice = z.infer<typeof ProtectionChoice>;

/** What is wrong with a document. `key`: it is whole, but was not written with this workspace's key. */
export const Damage = z.enum(['format', 'checksum', 'key', 'shape', 'missing', 'unreadable']);
export type Damage = z.infer<typeof Damage>;

/** A document that can't be read. It costs its own dossiers and nothing else, and is never deleted. */
export const DamagedDocument = z.object({
  /** Its path within the workspace folder, such as `dossiers/1a3.json`. */
  file: z.string(),
  what: z.enum(['workspace', 'dossiers', 'ledger', 'audit', 'index']),
  damage: Damage,
  /** Which part of it does not fit, where that is known. */
  detail: z.string(),
  /** The customers in it, as the index remembers them. */
  customers: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The version before the last save, if it is whole: how many dossiers it has and when it was written. */
  previous: z.object({ dossiers: z.number().int().nonnegative(), at: z.iso.datetime({ offset: true }) }).nullable(),
});
export type DamagedDocument = z.infer<typeof DamagedDocument>;
