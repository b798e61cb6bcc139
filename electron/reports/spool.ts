import { type FileHandle, open, rm } from 'node:fs/promises';
import { temporaryFor } from '#electron/records/durable-file.ts';

/** How many bytes are gathered before they are written. */
const PIECE = 1024 * 1024;

/** How many texts are read at once. */
const TOGETHER = 128;

/** Texts that come in any order and are read in that of their keys: memory holds only where each lies. */
export class Spool {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #places = new Map<string, readonly [offset: number, length: number]>();
  #gathered: Buffer[] = [];
  #gatheredBytes = 0;
  #size = 0;

  private constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  /** A spool in a file of its own beside another one, for its owner alone; `close` removes it. */
  static async beside(other: string): Promise<Spool> {
    const path = temporaryFor(other);
    return new Spool(path, await open(path, 'wx+', 0o600));
  }

  async put(key: string, text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.#places.set(key, [this.#size, bytes.length]);
    this.#size += bytes.length;
    this.#gathered.push(bytes);
    this.#gatheredBytes += bytes.length;
    if (this.#gatheredBytes >= PIECE) await this.#flush();
  }

  /** The texts in the order of their keys, some at a time. */
  async *inOrder(): AsyncGenerator<Buffer[]> {
    await this.#flush();
    const keys = [...this.#places.keys()].sort();
    for (let from = 0; from < keys.length; from += TOGETHER) {
      yield await Promise.all(keys.slice(from, from + TOGETHER).map((key) => this.#read(key)));
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
    await rm(this.#path, { force: true });
  }

  async #read(key: string): Promise<Buffer> {
    const [offset, length] = this.#places.get(key) ?? [0, 0];
    const bytes = Buffer.allocUnsafe(length);
    const { bytesRead } = await this.#file.read(bytes, 0, length, offset);
    if (bytesRead !== length) throw new Error(`the file ${this.#path} was cut off while it was in use`);
    return bytes;
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.concat(this.#gathered);
    this.#gathered = [];
    this.#gatheredBytes = 0;
    if (bytes.length > 0) await this.#file.appendFile(bytes);
  }
}
