import { readdir, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { backupTime } from '#electron/records/backup-layout.ts';
import { codeOf } from '#electron/records/durable-file.ts';
import { BACKUP_EXTENSION, type Backup } from '#shared/contract/workspace.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { Session } from './session.ts';

/** Where backups lie: where the host says, or else beside the workspace. */
export function backupsFolderOf({ options: { backupsFolder, folder } }: Session): string {
  return backupsFolder ?? join(dirname(folder), 'backups');
}

/** Where a backup of this name lies. It is never within the workspace, which it is there to outlive. */
export function backupPath(session: Session, name: string): string {
  const backups = backupsFolderOf(session);
  const { folder } = session.options;
  if (isWithin(backups, folder)) throw new ProblemError('refused', 'backupsInside', { backups, folder });
  return join(backups, name);
}

/** The backups in a folder, the newest first; there may be no such folder. What else lies there is left out. */
export async function backupsIn(folder: string): Promise<Backup[]> {
  const found: Backup[] = [];
  for (const name of (await namesIn(folder)).filter((one) => one.endsWith(BACKUP_EXTENSION))) {
    const path = join(folder, name);
    const at = await backupTime(path);
    if (at !== null) found.push({ name, path, bytes: (await stat(path)).size, at });
  }
  return found.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

/** Whether a folder is another one or lies in it. */
export function isWithin(folder: string, other: string): boolean {
  const way = relative(other, folder);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw new ProblemError('refused', 'fileUnreadable', { file: folder, reason: codeOf(error) ?? String(error) });
  }
}
