import type { Disk, DiskFile } from '#electron/records/disk.ts';
import { diskError } from './disk-error.ts';

/** What goes wrong at which operation: at that one alone, or at it and all that come after. */
export interface Fault {
  readonly code: 'ENOSPC' | 'EIO' | 'EPERM';
  readonly at: number;
  readonly forever: boolean;
}

/** A disk of which an operation fails. Operations are counted from 1; a write that fails may have written a part. */
export class FaultyDisk implements Disk {
  readonly #disk: Disk;
  #fault: Fault | null = null;
  #count = 0;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** How many operations there were since the fault was set. */
  get count(): number {
    return this.#count;
  }

  set fault(fault: Fault | null) {
    this.#fault = fault;
    this.#count = 0;
  }

  read = (path: string): Promise<Buffer> => this.#do(path, () => this.#disk.read(path));
  readSync = (path: string): Buffer => this.#meet(path) ?? this.#disk.readSync(path);
  readHeadSync = (path: string, length: number): Buffer => this.#meet(path) ?? this.#disk.readHeadSync(path, length);
  readFrom = (path: string, offset: number, length?: number): Promise<Buffer> =>
    this.#do(path, () => this.#disk.readFrom(path, offset, length));
  size = (path: string): Promise<number> => this.#do(path, () => this.#disk.size(path));
  list = (folder: string): Promise<string[]> => this.#do(folder, () => this.#disk.list(folder));
  makeFolder = (folder: string): Promise<void> => this.#do(folder, () => this.#disk.makeFolder(folder));
  create = (path: string): Promise<DiskFile> =>
    this.#do(path, async () => this.#file(path, await this.#disk.create(path)));
  append = (path: string): Promise<DiskFile> =>
    this.#do(path, async () => this.#file(path, await this.#disk.append(path)));
  truncate = (path: string, length: number): Promise<void> => this.#do(path, () => this.#disk.truncate(path, length));
  link = (from: string, to: string): Promise<void> => this.#do(to, () => this.#disk.link(from, to));
  rename = (from: string, to: string): Promise<void> => this.#do(to, () => this.#disk.rename(from, to));
  remove = (path: string): Promise<void> => this.#do(path, () => this.#disk.remove(path));
  syncFolder = (folder: string): Promise<void> => this.#do(folder, () => this.#disk.syncFolder(folder));

  #file(path: string, file: DiskFile): DiskFile {
    return {
      write: async (bytes) => {
        try {
          this.#meet(path);
        } catch (error) {
          await file.write(bytes.subarray(0, bytes.length >> 1));
          throw error;
        }
        await file.write(bytes);
      },
      sync: () => this.#do(path, () => file.sync()),
      close: () => this.#do(path, () => file.close()),
    };
  }

  async #do<T>(path: string, work: () => Promise<T>): Promise<T> {
    this.#meet(path);
    return await work();
  }

  #meet(path: string): undefined {
    this.#count += 1;
    if (!this.#fault) return;
    const { at, code, forever } = this.#fault;
    if (this.#count === at || (forever && this.#count > at)) throw diskError(code, path);
  }
}
