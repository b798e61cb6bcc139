import { join } from 'node:path';
import { type Disk, nodeDisk, removeIfEmpty } from './disk.ts';
import { codeOf, renamePatiently, writeNew } from './durable-file.ts';
import { dossierFolder, ledgerFolder } from './storage.ts';

/** Within the workspace folder, so that what is in it can take its place by renaming. */
export const restoringFolder = (folder: string): string => join(folder, 'restoring');

/** Stands in there once everything is on the disk. */
const READY = 'ready';

/** The workspace's own document comes last: without it, there is no workspace. */
const PARTS = ['audit.log', 'key.json', 'key.json.prev', 'workspace.json'];

const FOLDERS = [dossierFolder, ledgerFolder];

/** From here on a crash can't keep the workspace from being there. */
export async function markReady(folder: string, disk: Disk): Promise<void> {
  const restoring = restoringFolder(folder);
  for (const part of FOLDERS) if (await listed(part(restoring), disk)) await disk.syncFolder(part(restoring));
  await disk.syncFolder(restoring);
  await writeNew(disk, join(restoring, READY), []);
  await disk.syncFolder(restoring);
  await disk.syncFolder(folder);
}

/** Puts everything that was restored into its place; a restoring that was not ready is removed. There may be none. */
export async function finishRestoring(folder: string, disk: Disk = nodeDisk): Promise<void> {
  const restoring = restoringFolder(folder);
  const names = await listed(restoring, disk);
  if (!names) return;
  if (!names.includes(READY)) {
    await removeRestoring(folder, disk);
    return;
  }
  for (const part of FOLDERS) {
    const files = await listed(part(restoring), disk);
    if (!files) continue;
    await disk.makeFolder(part(folder));
    for (const file of files) await renamePatiently(join(part(restoring), file), join(part(folder), file), disk);
    await disk.syncFolder(part(folder));
  }
  for (const name of PARTS.filter((part) => names.includes(part))) {
    await renamePatiently(join(restoring, name), join(folder, name), disk);
    await disk.syncFolder(folder);
  }
  await removeRestoring(folder, disk);
}

/** Leaves nothing of a restoring behind. */
export async function removeRestoring(folder: string, disk: Disk): Promise<void> {
  const restoring = restoringFolder(folder);
  // The mark goes last: what is half moved must not be taken for what is half made.
  for (const part of [...FOLDERS.map((of) => of(restoring)), restoring]) {
    const files = await listed(part, disk);
    if (!files) continue;
    for (const file of files)
      if (file !== 'dossiers' && file !== 'ledgers' && file !== READY) await disk.remove(join(part, file));
    if (part === restoring) {
      await disk.remove(join(part, READY));
      // A mark that came back after a power cut would put what was restored over what was saved since.
      await disk.syncFolder(part);
    }
    await removeIfEmpty(part);
  }
}

async function listed(folder: string, disk: Disk): Promise<string[] | undefined> {
  try {
    return await disk.list(folder);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
