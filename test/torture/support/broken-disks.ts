import type { Disk, DiskFile } from '#electron/records/disk.ts';

/** Disks that break a promise, each of which the torture must notice. */
export const BROKEN_DISKS: Readonly<Record<string, (disk: Disk) => Disk>> = {
  'a file is not flushed': (disk) => withFiles(disk, (file) => ({ ...file, sync: async () => undefined })),
  'a folder is not flushed': (disk) => diskWith(disk, { syncFolder: async () => undefined }),
  'a new file takes its place before it is written': (disk) =>
    diskWith(disk, {
      create: async (path) => {
        const target = path.replace(/\.[0-9a-f]{12}\.tmp$/, '');
        if (target === path) return await disk.create(path);
        await disk.remove(target);
        return await disk.create(target);
      },
      rename: async (from, to) => {
        if (await there(disk, from)) await disk.rename(from, to);
      },
    }),
  'a file is renamed by writing it anew': (disk) =>
    diskWith(disk, {
      rename: async (from, to) => {
        const bytes = await disk.read(from);
        await disk.remove(to);
        const file = await disk.create(to);
        await file.write(bytes);
        await file.sync();
        await disk.remove(from);
      },
    }),
  'a line of the audit log is not written': (disk) =>
    diskWith(disk, {
      append: async (path) => ({ ...(await disk.append(path)), write: async () => undefined }),
    }),
  'what is written is not what was given': (disk) =>
    withFiles(disk, (file) => ({
      ...file,
      write: (bytes) => file.write(Buffer.from(bytes).fill('x', bytes.length - 9)),
    })),
};

/** Disks that break a promise to whoever opens the workspace after the crash. */
export const BROKEN_LATER: typeof BROKEN_DISKS = {
  'a temporary file stays': (disk) => diskWith(disk, { remove: async () => undefined }),
  'a torn line is not cut off': (disk) => diskWith(disk, { truncate: async () => undefined }),
  'a torn line is cut off and thrown away': (disk) =>
    diskWith(disk, {
      create: async (path) => {
        const file = await disk.create(path);
        return path.includes('quarantine') ? { ...file, write: async () => undefined } : file;
      },
    }),
};

async function there(disk: Disk, path: string): Promise<boolean> {
  return await disk.size(path).then(
    () => true,
    () => false,
  );
}

/** The same disk with some of its operations done otherwise. */
export function diskWith(disk: Disk, changes: Partial<Disk>): Disk {
  return {
    read: (path) => disk.read(path),
    readSync: (path) => disk.readSync(path),
    readHeadSync: (path, length) => disk.readHeadSync(path, length),
    readFrom: (path, offset, length) => disk.readFrom(path, offset, length),
    size: (path) => disk.size(path),
    list: (folder) => disk.list(folder),
    makeFolder: (folder) => disk.makeFolder(folder),
    create: (path) => disk.create(path),
    append: (path) => disk.append(path),
    truncate: (path, length) => disk.truncate(path, length),
    link: (from, to) => disk.link(from, to),
    rename: (from, to) => disk.rename(from, to),
    remove: (path) => disk.remove(path),
    syncFolder: (folder) => disk.syncFolder(folder),
    ...changes,
  };
}

export function withFiles(disk: Disk, change: (file: DiskFile) => DiskFile): Disk {
  return diskWith(disk, {
    create: async (path) => change(await disk.create(path)),
    append: async (path) => change(await disk.append(path)),
  });
}
