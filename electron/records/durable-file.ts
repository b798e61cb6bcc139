import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The previous generation of a file stands beside it under this name. */
export const previousOf = (path: string): string => `${path}.prev`;

/** The bytes of a file, or undefined when there is none. */
export async function readIfPresent(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Replaces a file so that a crash at any moment leaves the old or the new content, never a mixture:
 * written under a unique name, flushed, the old generation kept, renamed into place, the folder flushed.
 * Resolves when the new content is on the disk. Readable by its owner alone.
 */
export async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await keepPrevious(path);
    await renamePatiently(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** A second name for the present content, so that the first name is never missing. */
async function keepPrevious(path: string): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await link(path, temporary);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return;
    // File systems without hard links: copy instead.
    const content = await readFile(path);
    const file = await open(temporary, 'wx', 0o600);
    await file.writeFile(content);
    await file.sync();
    await file.close();
  }
  await renamePatiently(temporary, previousOf(path));
}

/** Virus scanners and indexers hold files for moments on Windows: try a bounded number of times. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const code = codeOf(error);
      if (attempt === 8 || (code !== 'EPERM' && code !== 'EBUSY' && code !== 'EACCES')) throw error;
      await wait(2 ** attempt);
    }
  }
}

/** Makes the rename itself durable; Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
