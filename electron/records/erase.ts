import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '#shared/model/problem.ts';
import { type Disk, nodeDisk, removeIfEmpty } from './disk.ts';
import { codeOf, renamePatiently, writeNew } from './durable-file.ts';
import { removeRestoring } from './restoring-folder.ts';
import { dossierFolder, ledgerFolder, quarantineFolder } from './storage.ts';
import { filesIn } from './workspace-document.ts';

/** What the key file is called from the first moment on: as long as it is there, the erasing is not done. */
const ERASING = 'erasing';

/** What may follow the name of a file of ours. */
const AFTER = String.raw`(?:\.prev)?(?:\.[0-9a-f]{12}\.tmp)?$`;

const OURS = new RegExp(String.raw`^(?:key\.json|signing-key\.pem|workspace\.json|audit\.log)${AFTER}`);
const KEYS = /^(?:key\.json|signing-key\.)/;
const DOCUMENTS = new RegExp(String.raw`^[0-9a-f]{2,3}\.json${AFTER}`);
const LEDGERS = new RegExp(String.raw`^[a-z-]+\.json${AFTER}`);
const DERIVED = new RegExp(String.raw`^[a-z0-9-]+\.bin${AFTER}`);
const SET_ASIDE = /\.[0-9a-f]{12}$/;

/**
 * Erases a workspace for good: its keys are overwritten and removed first, then everything else that is ours. Files that
 * are not ours stay, and drafts do. What a crash cuts short is finished at the next start.
 */
export async function eraseWorkspace(folder: string, disk: Disk = nodeDisk): Promise<void> {
  try {
    await renamePatiently(join(folder, 'key.json'), join(folder, ERASING), disk).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
      // A workspace whose key is lost: nothing in it can be read any more, and all of it can go.
      return writeNew(disk, join(folder, ERASING), []);
    });
    await disk.syncFolder(folder);
  } catch (error) {
    throw new ProblemError('damaged', 'workspaceUnusable', { folder, reason: codeOf(error) ?? String(error) });
  }
  await eraseAll(folder, disk);
}

/** Goes on with an erasing that was cut short. */
export async function finishErasing(folder: string, disk: Disk = nodeDisk): Promise<void> {
  if ((await filesIn(folder, disk))?.includes(ERASING)) await eraseAll(folder, disk);
}

async function eraseAll(folder: string, disk: Disk): Promise<void> {
  try {
    await overwrite(join(folder, ERASING));
    const quarantine = quarantineFolder(folder);
    const isKey = (name: string): boolean => KEYS.test(name);
    await removeFrom(folder, (name) => isKey(name) && OURS.test(name), disk);
    await removeFrom(quarantine, (name) => isKey(name) && SET_ASIDE.test(name), disk);
    await removeFrom(ledgerFolder(folder), (name) => LEDGERS.test(name), disk);
    await removeFrom(dossierFolder(folder), (name) => DOCUMENTS.test(name), disk);
    await removeFrom(join(folder, 'derived'), (name) => DERIVED.test(name), disk);
    await removeFrom(quarantine, (name) => SET_ASIDE.test(name), disk);
    await removeRestoring(folder, disk);
    await removeFrom(folder, (name) => OURS.test(name), disk);
    await disk.remove(join(folder, ERASING));
    await disk.syncFolder(folder);
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new ProblemError('damaged', 'erasingStopped', { folder, reason: code });
  }
}

/** Removes files of ours from a folder, and the folder if nothing else is in it. */
async function removeFrom(folder: string, isOurs: (name: string) => boolean, disk: Disk): Promise<void> {
  const names = await filesIn(folder, disk);
  if (!names) return;
  for (const name of names.filter(isOurs)) {
    if (KEYS.test(name)) await overwrite(join(folder, name));
    await disk.remove(join(folder, name));
  }
  await disk.syncFolder(folder);
  if (names.every(isOurs)) await removeIfEmpty(folder);
}

/** Puts noise over a file's content, as far as the system lets us; the drive may keep the old all the same. */
export async function overwrite(path: string): Promise<void> {
  try {
    const file = await open(path, 'r+');
    try {
      const { size } = await file.stat();
      await file.write(randomBytes(size), 0, size, 0);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch {
    // It is removed next in any case.
  }
}
