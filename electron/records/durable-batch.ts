import { dirname } from 'node:path';
import type { Disk } from './disk.ts';
import { keepPrevious, renamePatiently, temporaryFor, writeNew } from './durable-file.ts';

/** How many files are written at once. */
const LANES = 8;

/**
 * Several files replaced together. All of them are on the disk under temporary names before the first takes its place,
 * so that a full disk changes nothing. Each is the old or the new one after a crash; the folder is flushed once.
 */
export class DurableBatch {
  /** The files that took their places. */
  readonly landed = new Set<string>();
  readonly #disk: Disk;
  readonly #staged = new Map<string, string>();
  readonly #writing = new Set<Promise<void>>();
  #failure: { readonly path: string; readonly error: unknown } | undefined;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** The file that something went wrong with first. */
  get failed(): string | undefined {
    return this.#failure?.path;
  }

  /** Begins to write a file's new content; resolves when there is room for the next. */
  async stage(path: string, pieces: readonly Uint8Array[]): Promise<void> {
    const temporary = temporaryFor(path);
    this.#staged.set(path, temporary);
    const writing = writeNew(this.#disk, temporary, pieces)
      .catch((error: unknown) => {
        this.#failure ??= { path, error };
      })
      .finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
    if (this.#writing.size >= LANES) await Promise.race(this.#writing);
    if (this.#failure) throw this.#failure.error;
  }

  /** Resolves when every staged file is on the disk under its temporary name. */
  async staged(): Promise<void> {
    await Promise.all(this.#writing);
    if (this.#failure) throw this.#failure.error;
  }

  /** Puts the files in their places; resolves when that is on the disk. Whatever fails, `landed` says what changed. */
  async commit(): Promise<void> {
    await this.staged();
    const queue = this.#staged.entries();
    const lanes = Array.from({ length: LANES }, async () => {
      for (const [path, temporary] of queue) {
        if (this.#failure) return;
        await this.#land(path, temporary).catch((error: unknown) => {
          this.#failure ??= { path, error };
        });
      }
    });
    await Promise.all(lanes);
    for (const folder of new Set([...this.landed].map((path) => dirname(path)))) {
      await this.#disk.syncFolder(folder).catch((error: unknown) => {
        this.#failure ??= { path: folder, error };
      });
    }
    if (!this.#failure) return;
    await this.discard();
    throw this.#failure.error;
  }

  /** Removes what did not take its place. */
  async discard(): Promise<void> {
    await Promise.all(this.#writing);
    for (const [path, temporary] of this.#staged) {
      if (!this.landed.has(path)) await this.#disk.remove(temporary).catch(() => undefined);
    }
  }

  async #land(path: string, temporary: string): Promise<void> {
    await keepPrevious(this.#disk, path);
    await renamePatiently(temporary, path, this.#disk);
    this.landed.add(path);
  }
}
