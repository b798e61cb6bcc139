import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { ProblemError } from '#shared/model/problem.ts';
import { BackupItem } from './backup-items.ts';
import { openBackup, sealBackup } from './backup-layout.ts';
import { type Disk, type DiskFile, nodeDisk } from './disk.ts';
import { parseJson } from './document-layout.ts';
import { codeOf, renamePatiently, temporaryFor } from './durable-file.ts';

/** Levels beyond make a backup hardly smaller, and much slower. */
const COMPRESSION = { level: 1 } as const;

export interface BackupOptions {
  /** The backup's own: it need not be that of the workspace. */
  readonly passphrase: string;
  /** When it is made. */
  readonly at: string;
  readonly disk?: Disk;
  /** Stops it, for the reason that it gives; once the file has its name it is too late. */
  readonly signal?: AbortSignal;
}

/**
 * Writes a backup into a file that was not there, and gives its length in bytes. The file has its name only when it is
 * whole and on the disk; nothing is left of one that fails. Memory does not depend on how much there is to write.
 */
export async function writeBackup(
  path: string,
  items: AsyncIterable<BackupItem>,
  { at, disk = nodeDisk, passphrase, signal }: BackupOptions,
): Promise<number> {
  await refuseExisting(path, disk);
  const temporary = temporaryFor(path);
  const told = new FirstFailure();
  try {
    await disk.makeFolder(dirname(path));
    const file = await disk.create(temporary);
    try {
      const lines = Readable.from(linesOf(items));
      const write = (packed: AsyncIterable<Buffer>) =>
        told.by(() => writeAll(file, sealBackup(packed, passphrase, at), signal));
      await pipeline(lines, createGzip(COMPRESSION), write);
      await file.sync();
    } finally {
      await file.close();
    }
    // Somebody else may have been as slow.
    await refuseExisting(path, disk);
    signal?.throwIfAborted();
    await renamePatiently(temporary, path, disk);
    await disk.syncFolder(dirname(path));
    return await disk.size(path);
  } catch (cause) {
    await disk.remove(temporary).catch(() => undefined);
    const error = told.or(cause);
    if (error instanceof ProblemError || codeOf(error) === undefined) throw error;
    throw new ProblemError('refused', 'backupUnwritable', { file: path, reason: codeOf(error) ?? '' });
  }
}

/**
 * Hands the items of a backup over one by one, each known to be whole and to fit; but that the backup goes on to its
 * end, only the resolving of the promise tells. Problems are those of `openBackup`.
 */
export async function readBackup(
  path: string,
  passphrase: string,
  take: (item: BackupItem) => Promise<void>,
): Promise<void> {
  const told = new FirstFailure();
  const takeAll = async (bytes: AsyncIterable<Buffer>): Promise<void> => {
    for await (const line of linesIn(bytes)) {
      const item = BackupItem.safeParse(parseJson(line));
      if (!item.success) throw new ProblemError('damaged', 'backupDamaged', { file: path });
      await take(item.data);
    }
  };
  try {
    const sealed = Readable.from(openBackup(path, passphrase));
    await pipeline(sealed, createGunzip(), (bytes: AsyncIterable<Buffer>) => told.by(() => takeAll(bytes)));
  } catch (cause) {
    const error = told.or(cause);
    if (!codeOf(error)?.startsWith('Z_')) throw error;
    throw new ProblemError('damaged', 'backupDamaged', { file: path });
  }
}

/** What fails first at the end of a pipeline, which may itself tell of what that brought about. */
class FirstFailure {
  #failure: { readonly error: unknown } | null = null;

  async by(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#failure ??= { error };
      throw error;
    }
  }

  or(error: unknown): unknown {
    // What came down the pipeline fails its end too, and is what it is.
    return this.#failure ? this.#failure.error : error;
  }
}

async function* linesOf(items: AsyncIterable<BackupItem>): AsyncGenerator<Buffer> {
  for await (const item of items) yield Buffer.from(`${JSON.stringify(item)}\n`);
}

async function* linesIn(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let begun: Buffer[] = [];
  for await (const piece of bytes) {
    let at = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', at)) {
      yield Buffer.concat([...begun, piece.subarray(at, end)]).toString('utf8');
      begun = [];
      at = end + 1;
    }
    begun.push(piece.subarray(at));
  }
  const rest = Buffer.concat(begun).toString('utf8');
  if (rest !== '') yield rest;
}

async function writeAll(file: DiskFile, pieces: AsyncIterable<Buffer>, signal?: AbortSignal): Promise<void> {
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    await file.write(piece);
  }
}

async function refuseExisting(path: string, disk: Disk): Promise<void> {
  const there = await disk.size(path).then(
    () => true,
    () => false,
  );
  if (there) throw new ProblemError('refused', 'backupExists', { file: path });
}
