import { join } from 'node:path';
import { type Disk, nodeDisk, removeIfEmpty } from './disk.ts';
import { codeOf, renamePatiently, writeNew } from './durable-file.ts';
import { quarantineFile } from './quarantine.ts';
import { dossierFolder, SIGNING_KEY_FILE } from './storage.ts';

/** Within the workspace folder, so that what is in it can take its place by renaming. */
export const restoringFolder = (folder: string): string => join(folder, 'restoring');

/** Stands in there once everything is on the disk. */
const READY = 'ready';

/** The workspace's own document comes last: without it, there is no workspace. */
const PARTS = ['audit.log', SIGNING_KEY_FILE, 'key.json', 'key.json.prev', 'workspace.json'];

/** From here on a crash can't keep the workspace from being there. */
export async function markReady(folder: string, disk: Disk): Promise<void> {
  const restoring = restoringFolder(folder);
  await disk.syncFolder(dossierFolder(restoring));
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
  await disk.makeFolder(dossierFolder(folder));
  for (const file of (await listed(dossierFolder(restoring), disk)) ?? []) {
    await renamePatiently(join(dossierFolder(restoring), file), join(dossierFolder(folder), file), disk);
  }
  await disk.syncFolder(dossierFolder(folder));
  for (const name of PARTS.filter((part) => names.includes(part))) {
    // A key without a workspace may be all that is left of another one.
    if (name === SIGNING_KEY_FILE && (await listed(folder, disk))?.includes(name)) {
      await quarantineFile({ disk, folder }, join(folder, name));
    }
    await renamePatiently(join(restoring, name), join(folder, name), disk);
    await disk.syncFolder(folder);
  }
  await removeRestoring(folder, disk);
}

/** Leaves nothing of a restoring behind. */
export async function removeRestoring(folder: string, disk: Disk): Promise<void> {
  const restoring = restoringFolder(folder);
  // The mark goes last: what is half moved must not be taken for what is half made.
  for (const part of [dossierFolder(restoring), restoring]) {
    const files = await listed(part, disk);
    if (!files) continue;
    for (const file of files) if (file !== 'dossiers' && file !== READY) await disk.remove(join(part, file));
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
