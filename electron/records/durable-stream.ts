import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { renamePatiently, syncFolder } from './durable-file.ts';

/**
 * A large file written piece by piece that appears under its name only when it is whole and on the disk.
 * Readable by its owner alone.
 */
export class DurableStream {
  readonly path: string;
  readonly #temporary: string;
  readonly #file: FileHandle;

  private constructor(path: string, temporary: string, file: FileHandle) {
    this.path = path;
    this.#temporary = temporary;
    this.#file = file;
  }

  static async open(path: string): Promise<DurableStream> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
    return new DurableStream(path, temporary, await open(temporary, 'wx', 0o600));
  }

  async write(piece: string | Uint8Array): Promise<void> {
    await this.#file.appendFile(piece);
  }

  /** Puts the file in place; resolves when it is on the disk. */
  async commit(): Promise<void> {
    await this.#file.sync();
    await this.#file.close();
    await renamePatiently(this.#temporary, this.path);
    await syncFolder(dirname(this.path));
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    await this.#file.close().catch(() => undefined);
    await rm(this.#temporary, { force: true });
  }
}
