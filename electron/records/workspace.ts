import { join } from 'node:path';
import type { Opening } from '#shared/contract/workspace.ts';
import type { Surroundings } from '#shared/model/dossier.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { ProtectionChoice } from '#shared/model/protection.ts';
import { AuditLog } from './audit-log.ts';
import { type Disk, nodeDisk } from './disk.ts';
import { inaccessible, pathOf } from './document.ts';
import { DOCUMENT_VERSION, HEAD_BYTES, readHead } from './document-layout.ts';
import { DocumentList } from './document-list.ts';
import { DossierDocuments, type Home } from './dossier-documents.ts';
import { finishErasing } from './erase.ts';
import { copyKeyFile, type Keychain, newKey, type WorkspaceKey, writeKeyFile } from './key-file.ts';
import { examineLedgers } from './ledger.ts';
import { bringUpToDate, finishUpdates } from './migrations/index.ts';
import { finishRestoring } from './restoring-folder.ts';
import { sealSigningKey } from './signing-key.ts';
import { openDocument, writeDocument } from './single-document.ts';
import { dossierFolder, isLeftover } from './storage.ts';
import { findKey } from './unlocking.ts';
import { filesIn, incomplete, lostVersion, workspaceDocument, workspaceVersion } from './workspace-document.ts';
import { type KeptRecords, WorkspaceRecords } from './workspace-records.ts';

export { inStorageOrder } from './storage.ts';
export type { KeptRecords } from './workspace-records.ts';

const NOTHING_AROUND: Surroundings = {
  partners: [],
  groups: [],
  resellerLink: null,
  customerLists: [],
  gdapListedAt: null,
  receivedLinks: [],
  handOvers: [],
  partnerKeys: [],
  templates: [],
};

/** The folders of a workspace in which crashes may leave something. */
const PLACES = ['.', 'dossiers', 'ledgers', 'derived', 'quarantine'];

export interface CreateOptions {
  readonly sample?: boolean;
  readonly protection?: ProtectionChoice;
  /** For a workspace that the keychain protects. */
  readonly keychain?: Keychain | null;
  readonly disk?: Disk;
  readonly clock?: () => Date;
}

export interface OpenOptions {
  /** What opens it; without one, a workspace that is kept in the clear opens, and any other is refused. */
  readonly key?: WorkspaceKey;
  /** A writer, who must hold the workspace's lock, also finishes what crashes interrupted. */
  readonly access?: 'read' | 'write';
  readonly disk?: Disk;
  readonly clock?: () => Date;
  readonly onProgress?: (progress: Opening) => void;
}

const now = (): Date => new Date();

/**
 * Makes a workspace in a folder that holds none, and gives its key. The folder may be missing; other files in it are
 * left alone. Until the last step is on the disk there is no workspace in it.
 */
export async function createWorkspace(
  folder: string,
  profile: PartnerProfile,
  { clock = now, disk = nodeDisk, keychain = null, protection = { kind: 'none' }, sample = false }: CreateOptions = {},
): Promise<WorkspaceKey> {
  await refuseUnlessEmpty(folder, disk);
  const { file, key } = await newKey(protection, keychain);
  const home: Home = { disk, folder, key: key.bytes };
  const at = clock().toISOString();
  try {
    await disk.makeFolder(dossierFolder(folder));
    await writeKeyFile(folder, disk, file, at);
    const audit = await AuditLog.open(home, 0, true);
    const entry = audit.next;
    await audit.append({ at, by: profile.staff.id, act: 'workspace-created', customers: [] });
    await writeDocument(workspaceDocument(home), { profile, sample, surroundings: NOTHING_AROUND }, { at, entry });
  } catch (error) {
    throw inaccessible('workspaceUnwritable', folder, error);
  }
  return key;
}

/**
 * The records of the workspace in a folder, or undefined when it holds none. No dossier is read. A workspace of an older
 * version is brought up to date first. A workspace that can't be opened is a problem: `workspaceLocked` without its key,
 * `damaged` when a part that all depends on is damaged or gone.
 */
export async function openRecords(folder: string, options: OpenOptions = {}): Promise<KeptRecords | undefined> {
  const { access = 'write', clock = now, disk = nodeDisk, onProgress = () => undefined } = options;
  const key = options.key ?? (await findKey(folder, { disk }));
  if (key === 'locked') throw new ProblemError('refused', 'workspaceLocked', { folder });
  if (key === 'empty') return undefined;
  const home: Home = { disk, folder, key: key.bytes };
  if (access === 'write') await bringUpToDate({ ...home, clock }, onProgress);
  else await refuseOld(folder, disk);
  // Before the folder, so that a reader misses nothing that is saved meanwhile.
  const list = await DocumentList.open(home);
  const files = await filesIn(dossierFolder(folder), disk);
  const workspace = await openDocument(workspaceDocument(home), () => ({ at: clock().toISOString(), entry: 0 }));
  if (!workspace) throw incomplete(folder, 'workspace.json');
  if (!files) throw incomplete(folder, 'dossiers');
  if (access === 'write') await finishUpdates(home, files);
  const documents = await DossierDocuments.open(home, files, list.names);
  const ledgers = await examineLedgers(home);
  documents.lastEntry = Math.max(documents.lastEntry, entryOfWorkspace(home));
  const audit = await AuditLog.open(home, documents.lastEntry, access === 'write');
  const { protection } = key;
  const records = new WorkspaceRecords({ home, protection, workspace, documents, audit, list, ledgers, clock });
  if (access === 'write' && !records.readOnly) await tidy(records, home);
  return records;
}

/** What earlier builds, crashes and full disks have left to be done. */
async function tidy(records: WorkspaceRecords, home: Home): Promise<void> {
  await sealSigningKey(records, home);
  await records.keepNames();
  // Nothing depends on it today; the next start tries again.
  await copyKeyFile(home.folder, home.disk).catch(() => undefined);
}

/** Removes what crashes left behind, and finishes what they cut short. Only the workspace's one writer may do so. */
export async function sweepLeftovers(folder: string, disk: Disk = nodeDisk): Promise<void> {
  try {
    await finishErasing(folder, disk);
    await finishRestoring(folder, disk);
    for (const place of PLACES.map((name) => join(folder, name))) {
      for (const file of ((await filesIn(place, disk)) ?? []).filter(isLeftover)) await disk.remove(join(place, file));
    }
  } catch (error) {
    throw inaccessible('workspaceUnwritable', folder, error);
  }
}

/** Whether a workspace must be brought up to date before anybody can read it. */
export function isOld(folder: string, disk: Disk = nodeDisk): boolean {
  const version = workspaceVersion(folder, disk);
  return version !== null && version < DOCUMENT_VERSION;
}

/** Refuses a folder that holds a workspace, or what is left of one. */
export async function refuseUnlessEmpty(folder: string, disk: Disk): Promise<void> {
  if (workspaceVersion(folder, disk) !== null) throw new ProblemError('refused', 'workspaceExists', { folder });
  // Dossiers without their workspace must not fall to the next profile that comes along.
  if ((await lostVersion(folder, disk)) !== null) throw incomplete(folder, 'workspace.json');
}

async function refuseOld(folder: string, disk: Disk): Promise<void> {
  if (isOld(folder, disk)) throw new ProblemError('refused', 'workspaceOlder', { folder });
}

function entryOfWorkspace(home: Home): number {
  const { place } = workspaceDocument(home);
  try {
    const read = readHead(home.disk.readHeadSync(pathOf(place), HEAD_BYTES), place.format);
    return read.is === 'whole' ? read.head.entry : 0;
  } catch (error) {
    throw inaccessible('workspaceUnreadable', pathOf(place), error);
  }
}
