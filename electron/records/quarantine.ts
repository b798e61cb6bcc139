import { basename, dirname, join } from 'node:path';
import type { Disk } from './disk.ts';
import { codeOf, temporaryFor, writeNew } from './durable-file.ts';
import { quarantineFolder } from './storage.ts';

interface Workspace {
  readonly disk: Disk;
  readonly folder: string;
}

/** Gives a file of the workspace a second name in its quarantine, where nothing is ever deleted. There may be no such file. */
export async function copyToQuarantine(workspace: Workspace, path: string): Promise<void> {
  const { disk } = workspace;
  const place = await placeFor(workspace, basename(path));
  try {
    await disk.link(path, place);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    // File systems without hard links: copy instead.
    await writeNew(disk, place, [await disk.read(path)]);
  }
  await disk.syncFolder(quarantineFolder(workspace.folder));
}

/** Moves it there; a crash leaves it in one of the two places, or in both. */
export async function quarantineFile(workspace: Workspace, path: string): Promise<void> {
  await copyToQuarantine(workspace, path);
  await workspace.disk.remove(path);
  await workspace.disk.syncFolder(dirname(path));
}

/** Puts bytes that were cut from a file there. */
export async function quarantineBytes(workspace: Workspace, name: string, bytes: Uint8Array): Promise<void> {
  await writeNew(workspace.disk, await placeFor(workspace, name), [bytes]);
  await workspace.disk.syncFolder(quarantineFolder(workspace.folder));
}

/** A name that nothing there bears. */
async function placeFor({ disk, folder }: Workspace, name: string): Promise<string> {
  await disk.makeFolder(quarantineFolder(folder));
  return join(quarantineFolder(folder), basename(temporaryFor(name), '.tmp'));
}
