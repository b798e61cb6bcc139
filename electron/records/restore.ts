import { join } from 'node:path';
import { z } from 'zod';
import type { Dossier } from '#shared/model/dossier.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { ProtectionChoice } from '#shared/model/protection.ts';
import { encodeLine } from './audit-line.ts';
import { AUDIT_FILE, AuditLog } from './audit-log.ts';
import { readBackup } from './backup.ts';
import type { BackupItem } from './backup-items.ts';
import { type Disk, type DiskFile, nodeDisk } from './disk.ts';
import { inaccessible, pathOf } from './document.ts';
import { packDocument, type Writing } from './document-layout.ts';
import { DossierDocument } from './dossier-document.ts';
import { type Home, placeOf } from './dossier-documents.ts';
import { dossierLines } from './dossier-lines.ts';
import { writeNew } from './durable-file.ts';
import { type Keychain, newKey, type WorkspaceKey, writeKeyFile } from './key-file.ts';
import { ledgerDocument } from './ledger.ts';
import type { DocumentName } from './records.ts';
import { finishRestoring, markReady, removeRestoring, restoringFolder } from './restoring-folder.ts';
import { writeDocument } from './single-document.ts';
import { documentOf, dossierFolder, ledgerFolder } from './storage.ts';
import { refuseUnlessEmpty, sweepLeftovers } from './workspace.ts';
import { type WorkspaceDocument, workspaceDocument } from './workspace-document.ts';

export interface RestoreOptions {
  /** The backup's. */
  readonly passphrase: string;
  /** How the restored records are kept: with a new key in any case. */
  readonly protection: ProtectionChoice;
  readonly keychain?: Keychain | null;
  readonly clock?: () => Date;
  readonly disk?: Disk;
  /** Documents that are restored, and how many there are. */
  readonly onProgress?: (done: number, of: number) => void;
}

/**
 * Makes the workspace in a backup anew in a folder that holds none, and gives its key. The audit log goes on with a line
 * that says so. The workspace is there when all of it is on the disk; nothing is left of a restoring that fails.
 */
export async function restoreBackup(folder: string, file: string, options: RestoreOptions): Promise<WorkspaceKey> {
  const { clock = () => new Date(), disk = nodeDisk, keychain = null, passphrase, protection } = options;
  await sweepLeftovers(folder, disk);
  await refuseUnlessEmpty(folder, disk);
  const { file: keyFile, key } = await newKey(protection, keychain);
  const at = clock().toISOString();
  const home: Home = { disk, folder: restoringFolder(folder), key: key.bytes };
  const restoring = new Restoring(home, file, at, options.onProgress ?? (() => undefined));
  try {
    await readBackup(file, passphrase, async (item) => {
      if (item.is === 'workspace') await begin(home);
      await restoring.take(item);
    });
    await restoring.finish();
    await writeKeyFile(home.folder, disk, keyFile, at);
    await markReady(folder, disk);
  } catch (error) {
    await restoring.stop();
    await removeRestoring(folder, disk).catch(() => undefined);
    throw error instanceof Error && 'code' in error ? inaccessible('workspaceUnwritable', folder, error) : error;
  }
  try {
    await finishRestoring(folder, disk);
  } catch (error) {
    throw inaccessible('workspaceUnwritable', folder, error);
  }
  return key;
}

async function begin({ disk, folder }: Home): Promise<void> {
  await disk.makeFolder(dossierFolder(folder));
}

/** Takes the items of a backup in their order. Holds the dossiers of one document at a time. */
class Restoring {
  readonly #home: Home;
  readonly #file: string;
  readonly #at: string;
  readonly #onProgress: (done: number, of: number) => void;
  readonly #written = new Set<DocumentName>();
  #begun: { readonly workspace: WorkspaceDocument; readonly entry: number; readonly documents: number } | null = null;
  #log: DiskFile | null = null;
  #writing: Writing | null = null;
  #name: DocumentName | null = null;
  #dossiers: Dossier[] = [];

  constructor(home: Home, file: string, at: string, onProgress: (done: number, of: number) => void) {
    this.#home = home;
    this.#file = file;
    this.#at = at;
    this.#onProgress = onProgress;
  }

  async take(item: BackupItem): Promise<void> {
    if ((item.is === 'workspace') !== (this.#begun === null)) throw this.#damaged();
    const { disk, folder, key } = this.#home;
    switch (item.is) {
      case 'workspace':
        this.#begun = item;
        this.#onProgress(0, item.documents);
        this.#log = await disk.append(join(folder, AUDIT_FILE));
        return;
      case 'signing-key':
        await this.#takeLedger('signing-key', { pem: item.pem });
        return;
      case 'ledger':
        await this.#takeLedger(item.name, item.value);
        return;
      case 'audit':
        await this.#putDown(encodeLine(item.entry, key));
        return;
      case 'audit-unreadable':
        await this.#putDown(`${item.line}\n`);
        return;
      case 'dossier':
        await this.#takeDossier(item.dossier);
    }
  }

  /** Writes what is left, and the workspace's own document. */
  async finish(): Promise<void> {
    if (!this.#begun) throw this.#damaged();
    const writing = await this.#writingUnder();
    await this.#writeDocument();
    await writeDocument(workspaceDocument(this.#home), this.#begun.workspace, writing);
  }

  /** Lets go of the files. */
  async stop(): Promise<void> {
    await this.#log?.close().catch(() => undefined);
  }

  async #putDown(line: string): Promise<void> {
    if (!this.#log) throw this.#damaged();
    await this.#log.write(Buffer.from(line));
  }

  async #takeLedger(name: string, value: unknown): Promise<void> {
    const { place } = ledgerDocument(this.#home, name, z.unknown());
    const body = Buffer.from(JSON.stringify(value));
    await place.disk.makeFolder(ledgerFolder(place.folder));
    await writeNew(place.disk, pathOf(place), await packDocument(place, body, { at: this.#at, entry: 0 }));
  }

  async #takeDossier(dossier: Dossier): Promise<void> {
    const name = documentOf(dossier.id);
    if (name !== this.#name) {
      await this.#writeDocument();
      if (this.#written.has(name)) throw this.#damaged();
      this.#name = name;
    }
    this.#dossiers.push(dossier);
  }

  async #writeDocument(): Promise<void> {
    if (this.#name === null || !this.#begun) return;
    const place = placeOf(this.#home, this.#name);
    const data = DossierDocument.empty(this.#name).with(this.#dossiers).data();
    const body = dossierLines.encode(data);
    const pieces = await packDocument(place, body, await this.#writingUnder());
    await writeNew(place.disk, pathOf(place), pieces);
    this.#written.add(this.#name);
    this.#name = null;
    this.#dossiers = [];
    this.#onProgress(this.#written.size, this.#begun.documents);
  }

  /** The log is whole when the first document comes: its line about the restoring is what all of them are written under. */
  async #writingUnder(): Promise<Writing> {
    if (this.#writing) return this.#writing;
    const { entry = 0, workspace } = this.#begun ?? {};
    await this.#log?.sync();
    await this.#log?.close();
    this.#log = null;
    const audit = await AuditLog.open(this.#home, entry, false);
    this.#writing = { at: this.#at, entry: audit.next };
    const by = workspace?.profile.staff.id ?? '';
    await audit.append({ at: this.#at, by, act: 'restored', customers: [] });
    return this.#writing;
  }

  #damaged(): ProblemError {
    return new ProblemError('damaged', 'backupDamaged', { file: this.#file });
  }
}
