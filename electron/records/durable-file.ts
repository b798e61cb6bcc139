import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Disk, nodeDisk } from './disk.ts';

/** The previous generation of a file stands beside it under this name. */
export const previousOf = (path: string): string => `${path}.prev`;

/** A name beside a file that nothing bears. */
export const temporaryFor = (path: string): string => `${path}.${randomBytes(6).toString('hex')}.tmp`;

/** The content of a file, one piece after another; each is written before the next is asked for. */
type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** The bytes of a file, or undefined when there is none. */
export async function readIfPresent(path: string, disk: Disk = nodeDisk): Promise<Buffer | undefined> {
  try {
    return await patiently(() => disk.read(path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Replaces a file so that a crash at any moment leaves the old or the new content, never a mixture:
 * written under a unique name, flushed, the old generation kept, renamed into place, the folder flushed.
 * Resolves when the new content is on the disk. Readable by its owner alone. `landed` is called when the content has taken
 * its place: the next start finds it, even if nobody can say yet that it is there for good.
 */
export async function writeDurably(
  path: string,
  content: string | Uint8Array,
  disk: Disk = nodeDisk,
  landed: () => void = () => undefined,
): Promise<void> {
  await disk.makeFolder(dirname(path));
  const temporary = temporaryFor(path);
  try {
    await writeNew(disk, temporary, [Buffer.from(content)]);
    await keepPrevious(disk, path);
    await renamePatiently(temporary, path, disk);
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
  landed();
  await disk.syncFolder(dirname(path));
}

/** The same without a previous generation: for what can be made again, and for what must leave no trace of the old. */
export async function replaceDurably(
  path: string,
  pieces: Pieces,
  disk: Disk,
  landed: () => void = () => undefined,
): Promise<void> {
  await disk.makeFolder(dirname(path));
  const temporary = temporaryFor(path);
  try {
    await writeNew(disk, temporary, pieces);
    await renamePatiently(temporary, path, disk);
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
  landed();
  await disk.syncFolder(dirname(path));
}

/** Writes a file that was not there; resolves when its content is on the disk. */
export async function writeNew(disk: Disk, path: string, pieces: Pieces): Promise<void> {
  const file = await disk.create(path);
  try {
    for await (const piece of pieces) await file.write(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A second name for the present content, so that the first name is never missing. */
export async function keepPrevious(disk: Disk, path: string): Promise<void> {
  const temporary = temporaryFor(path);
  try {
    try {
      await disk.link(path, temporary);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return;
      // File systems without hard links: copy instead.
      await writeNew(disk, temporary, [await disk.read(path)]);
    }
    await renamePatiently(temporary, previousOf(path), disk);
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
}

/** How long a file that somebody else holds is waited for before it is tried again, in milliseconds. */
export const PAUSES = [2, 4, 8, 16, 32, 64, 128] as const;

/** Whether that is what an operating system's refusal may mean. */
export const mayBeHeld = (code: string | undefined): boolean =>
  code === 'EPERM' || code === 'EBUSY' || code === 'EACCES';

/** Virus scanners and indexers hold files for moments on Windows: tries a bounded number of times. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await work();
    } catch (error) {
      if (!mayBeHeld(codeOf(error))) throw error;
      await wait(pause);
    }
  }
  return await work();
}

export const renamePatiently = (from: string, to: string, disk: Disk = nodeDisk): Promise<void> =>
  patiently(() => disk.rename(from, to));

/** Makes the rename itself durable. */
export const syncFolder = (folder: string): Promise<void> => nodeDisk.syncFolder(folder);

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
