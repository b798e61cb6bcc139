import { type Disk, type DiskFile, nodeDisk } from '#electron/records/disk.ts';

/** What is done to a disk: an operation, and the file or folder it is done to. */
export type DiskHook = (operation: keyof Disk | keyof DiskFile, path: string) => void;

/** The machine's disk, where a test is told of everything before it is done, and may throw instead. */
export function hookedDisk(hook: DiskHook): Disk {
  const file = (path: string, inner: DiskFile): DiskFile => ({
    async write(bytes) {
      hook('write', path);
      await inner.write(bytes);
    },
    async sync() {
      hook('sync', path);
      await inner.sync();
    },
    close: () => inner.close(),
  });
  return {
    async read(path) {
      hook('read', path);
      return await nodeDisk.read(path);
    },
    readSync(path) {
      hook('readSync', path);
      return nodeDisk.readSync(path);
    },
    readHeadSync(path, length) {
      hook('readHeadSync', path);
      return nodeDisk.readHeadSync(path, length);
    },
    async readFrom(path, offset) {
      hook('readFrom', path);
      return await nodeDisk.readFrom(path, offset);
    },
    size: (path) => nodeDisk.size(path),
    list: (folder) => nodeDisk.list(folder),
    async makeFolder(folder) {
      hook('makeFolder', folder);
      await nodeDisk.makeFolder(folder);
    },
    async create(path) {
      hook('create', path);
      return file(path, await nodeDisk.create(path));
    },
    async append(path) {
      hook('append', path);
      return file(path, await nodeDisk.append(path));
    },
    async truncate(path, length) {
      hook('truncate', path);
      await nodeDisk.truncate(path, length);
    },
    async link(from, to) {
      hook('link', to);
      await nodeDisk.link(from, to);
    },
    async rename(from, to) {
      hook('rename', to);
      await nodeDisk.rename(from, to);
    },
    async remove(path) {
      hook('remove', path);
      await nodeDisk.remove(path);
    },
    async syncFolder(folder) {
      hook('syncFolder', folder);
      await nodeDisk.syncFolder(folder);
    },
  };
}

/** An error as an operating system gives it. */
export const refusal = (code: string): Error => Object.assign(new Error(code), { code });
