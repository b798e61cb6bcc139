import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rename, rm, rmdir, stat, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file being written. */
export interface DiskFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Resolves when everything written so far is on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Every file operation that records are made of; nothing else touches them. Errors are Node's own, with `code`.
 * What is changed is certain to outlive a power cut only after `sync` of the file and `syncFolder` of its folder.
 */
export interface Disk {
  read(path: string): Promise<Buffer>;
  readSync(path: string): Buffer;
  /** The first bytes of a file, at most `length` of them. */
  readHeadSync(path: string, length: number): Buffer;
  /** The bytes from a place on; whoever names a length needs no more than that, though more may come. */
  readFrom(path: string, offset: number, length?: number): Promise<Buffer>;
  /** In bytes. */
  size(path: string): Promise<number>;
  /** The names in a folder. */
  list(folder: string): Promise<string[]>;
  /** Makes a folder and what it lies in, for its owner alone; durable when it resolves. */
  makeFolder(folder: string): Promise<void>;
  /** A new file for its owner alone; refused when there is one. */
  create(path: string): Promise<DiskFile>;
  /** A file to be continued at its end; made when there is none. */
  append(path: string): Promise<DiskFile>;
  truncate(path: string, length: number): Promise<void>;
  /** A second name for a file. */
  link(from: string, to: string): Promise<void>;
  /** Gives a file another name, in the place of whatever bore it. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; there may be none. */
  remove(path: string): Promise<void>;
  /** Makes what was created, renamed and removed in a folder durable. */
  syncFolder(folder: string): Promise<void>;
}

/** The machine's own disk. */
export const nodeDisk: Disk = {
  read: (path) => readFile(path),
  readSync: (path) => readFileSync(path),

  readHeadSync(path, length) {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.allocUnsafe(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
    } finally {
      closeSync(file);
    }
  },

  async readFrom(path, offset, length = Number.POSITIVE_INFINITY) {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const bytes = Buffer.allocUnsafeSlow(Math.min(Math.max(0, size - offset), length));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
      return bytes.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  },

  size: async (path) => (await stat(path)).size,
  list: (folder) => readdir(folder),

  async makeFolder(folder) {
    const first = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (first === undefined) return;
    for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
  },

  create: (path) => openFile(path, 'wx'),
  append: (path) => openFile(path, 'a'),
  truncate: (path, length) => truncate(path, length),
  link: (from, to) => link(from, to),
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
  syncFolder,
};

async function openFile(path: string, flags: 'wx' | 'a'): Promise<DiskFile> {
  const file = await open(path, flags, 0o600);
  return {
    write: (bytes) => file.appendFile(bytes),
    sync: () => file.sync(),
    close: () => file.close(),
  };
}

/** Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes a folder that nothing is in; any other stays, since it holds what is not ours. Nothing depends on it. */
export async function removeIfEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch(() => undefined);
}
