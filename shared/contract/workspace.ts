import { z } from 'zod';
import { AuditEntry } from '#shared/model/audit.ts';
import { Instant } from '#shared/model/ids.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import { Problem } from '#shared/model/problem.ts';
import { DamagedDocument, Passphrase, Protection, ProtectionChoice } from '#shared/model/protection.ts';
import { Settings } from '#shared/model/settings.ts';
import { procedure } from './errors.ts';

/** Work that must be done before the workspace can be used: how far it is. */
export const Opening = z.object({
  doing: z.enum(['reading', 'migrating', 'indexing', 'restoring']),
  done: z.number().int().nonnegative(),
  of: z.number().int().nonnegative(),
});
export type Opening = z.infer<typeof Opening>;

/** What the window shows first: no workspace yet, one that waits for its passphrase, one being opened, an open one, or one that can't be opened (and why). */
export const WorkspaceState = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('empty'),
    folder: z.string(),
    /** The operating system's keychain, by name, where this host has a real one. */
    keychain: z.string().nullable(),
  }),
  z.object({ state: z.literal('locked'), folder: z.string() }),
  z.object({ state: z.literal('opening'), folder: z.string(), ...Opening.shape }),
  z.object({
    state: z.literal('open'),
    folder: z.string(),
    profile: PartnerProfile,
    /** A sample workspace says so in the window. */
    sample: z.boolean(),
    customers: z.number().int().nonnegative(),
    subscriptions: z.number().int().nonnegative(),
    /** The newest fact in the workspace; `null` while it is empty. */
    asOf: Instant.nullable(),
    protection: Protection,
    /** Why nothing may be changed; `null` when it may. */
    readOnly: Problem.nullable(),
    /** How many documents could not be read. */
    damaged: z.number().int().nonnegative(),
  }),
  z.object({ state: z.literal('failed'), folder: z.string(), problem: Problem }),
]);
export type WorkspaceState = z.infer<typeof WorkspaceState>;

export const Host = z.enum(['desktop', 'browser', 'cli']);
export type Host = z.infer<typeof Host>;

/** Everything that was checked, and all that is wrong. */
export const Verification = z.object({
  ok: z.boolean(),
  documents: z.number().int().nonnegative(),
  dossiers: z.number().int().nonnegative(),
  damaged: z.array(DamagedDocument),
  index: z.object({ ok: z.boolean(), stale: z.number().int().nonnegative() }),
  audit: z.object({
    entries: z.number().int().nonnegative(),
    ok: z.boolean(),
    /** The first line that does not continue the chain. */
    brokenAt: z.number().int().positive().nullable(),
  }),
});
export type Verification = z.infer<typeof Verification>;

/** How the names of backups end. */
export const BACKUP_EXTENSION = '.pcbackup';

/** The name of a file in the backups folder, with no step out of it. */
const BackupName = z.string().regex(/^(?!\.{1,2}$)[^/\\\0]{1,255}$/u);

/** What a folder is called: the last name in its path. */
export const folderName = (path: string): string => path.split(/[\\/]/).findLast((name) => name !== '') ?? path;

/**
 * Who erases must type what they mean to erase: the partner's name or, where the workspace does not open and nobody can
 * read that, the name of its folder.
 */
const Confirmation = z.union([z.strictObject({ partner: z.string() }), z.strictObject({ folder: z.string() })]);
export type Confirmation = z.infer<typeof Confirmation>;

/** A workspace in one file, encrypted with a passphrase. */
export const Backup = z.object({ name: z.string(), path: z.string(), bytes: z.number().int(), at: Instant });
export type Backup = z.infer<typeof Backup>;

export const workspace = {
  state: procedure.output(WorkspaceState),
  /** `file` is the name that messages give the profile. */
  create: procedure
    .input(
      z.object({
        profile: z.unknown(),
        file: z.string().default('profile'),
        protection: ProtectionChoice.default({ kind: 'none' }),
      }),
    )
    .output(PartnerProfile),
  /** Opens a workspace that waits for its passphrase; a wrong one is refused. */
  unlock: procedure.input(z.object({ passphrase: z.string() })).output(z.object({ unlocked: z.literal(true) })),
  /** Puts another passphrase in the place of the present one. */
  changePassphrase: procedure
    .input(z.object({ present: z.string(), next: Passphrase }))
    .output(z.object({ changed: z.literal(true) })),
  /** The documents that could not be read, and what the version before holds. */
  damaged: procedure.output(z.array(DamagedDocument)),
  /** Sets a damaged document aside and puts the version before the last save in its place, or nothing where there is none. */
  recover: procedure.input(z.object({ file: z.string() })).output(z.array(DamagedDocument)),
  /** Reads everything there is and says what is wrong. */
  verify: procedure.output(Verification),
  /** The audit log, the newest first. */
  audit: procedure
    .input(
      z.object({
        offset: z.number().int().nonnegative().default(0),
        limit: z.number().int().positive().max(1000).default(100),
      }),
    )
    .output(z.object({ total: z.number().int().nonnegative(), items: z.array(AuditEntry) })),
  /** Writes the whole workspace into one encrypted file in the backups folder; without a name, the partner's and the time. */
  backup: procedure.input(z.object({ passphrase: Passphrase, name: BackupName.optional() })).output(Backup),
  /** The backups in the backups folder, and where that is. */
  backups: procedure.output(z.object({ folder: z.string(), items: z.array(Backup) })),
  /** Fills an empty workspace folder from a backup; nothing is left behind when it fails. */
  restore: procedure
    .input(z.object({ name: BackupName, passphrase: z.string(), protection: ProtectionChoice }))
    .output(PartnerProfile),
  /** Shows a folder in the system's file manager: the workspace's own or the backups'. */
  reveal: procedure
    .input(z.object({ folder: z.enum(['workspace', 'backups']) }))
    .output(z.object({ opened: z.boolean() })),
  /** Erases the workspace for good: its key first. Also one that is locked or can't be opened. */
  erase: procedure.input(Confirmation).output(z.object({ erased: z.literal(true) })),
};

/** What is to change; without the defaults, which would put themselves in the place of what is not spoken of. */
const SettingsChange = z
  .object({
    ...Settings.shape,
    linkHosts: Settings.shape.linkHosts.unwrap(),
    templates: Settings.shape.templates.unwrap(),
  })
  .partial();

export const settings = {
  get: procedure.output(Settings),
  set: procedure.input(SettingsChange).output(Settings),
};

export const about = procedure.output(
  z.object({
    host: Host,
    version: z.string(),
    engine: z.string(),
    /** BCP 47 tag of the language to speak unless the person chose one; `null` where the window knows best. */
    locale: z.string().nullable(),
    /** Whether folders can be shown in a file manager here. */
    showsFolders: z.boolean(),
  }),
);
