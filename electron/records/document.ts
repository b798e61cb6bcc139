import { join } from 'node:path';
import type { Adapter, SyncAdapter } from 'lowdb';
import type { z } from 'zod';
import { misfitOf } from '#shared/model/misfit.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { Damage } from '#shared/model/protection.ts';
import type { Disk } from './disk.ts';
import {
  decodeDocument,
  type Identity,
  packDocument,
  parseJson,
  type ReadDocument,
  type Writing,
} from './document-layout.ts';
import { codeOf, patiently, previousOf, writeDurably } from './durable-file.ts';

/** Where a document lies, and whose it is. */
export interface Place extends Identity {
  readonly disk: Disk;
  /** The workspace folder. */
  readonly folder: string;
}

export const pathOf = ({ folder, name }: Place): string => join(folder, ...name.split('/'));

/** Puts a document's bytes where they belong: at once, or together with others. */
export type Put = (path: string, pieces: readonly Uint8Array[]) => Promise<void>;

/** `landed` is called when they have taken their place. */
export const putAtOnce =
  (disk: Disk, landed?: () => void): Put =>
  (path, pieces) =>
    writeDurably(path, Buffer.concat(pieces), disk, landed);

/** How the data of a document is written. */
export interface Codec<T> {
  encode(data: T): Buffer;
  /** Takes back what `encode` gave, when nobody reads it any more. */
  release?(body: Buffer): void;
  /** What does not fit throws `Damaged`. */
  decode(body: Buffer): T;
}

/** Data as JSON, checked against a schema on the way in. */
export function jsonOf<T>(schema: z.ZodType<T>): Codec<T> {
  return {
    encode: (data) => Buffer.from(JSON.stringify(data)),
    decode: (body) => {
      const value = parseJson(body.toString('utf8'));
      const data = schema.safeParse(value);
      if (data.success) return data.data;
      throw new Damaged('shape', misfitOf(data.error, value).path || 'data');
    },
  };
}

interface WritingOptions {
  readonly put: Put;
  readonly writing: () => Writing;
}

/**
 * lowdb's documented extension point: one JSON document in a file of its own, laid out as `document-layout.ts` says,
 * checked on the way in, written durably on the way out.
 * A damaged document is a `damaged` problem that names the file, and the previous generation if that is whole; both are
 * left as they are.
 */
export class DocumentAdapter<T> implements Adapter<T> {
  readonly #place: Place;
  readonly #codec: Codec<T>;
  readonly #options: WritingOptions;

  constructor(place: Place, codec: Codec<T>, options: WritingOptions) {
    this.#place = place;
    this.#codec = codec;
    this.#options = options;
  }

  async read(): Promise<T | null> {
    let bytes: Buffer;
    try {
      bytes = await patiently(() => this.#place.disk.read(pathOf(this.#place)));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw inaccessible('workspaceUnreadable', pathOf(this.#place), error);
    }
    return dataOf(this.#place, decodeDocument(this.#place, bytes), this.#codec);
  }

  async write(data: T): Promise<void> {
    const { put, writing } = this.#options;
    try {
      const body = this.#codec.encode(data);
      const pieces = await packDocument(this.#place, body, writing());
      // Packed, it is a copy; in the clear it is itself what will be written.
      if (this.#place.key !== null) this.#codec.release?.(body);
      await put(pathOf(this.#place), pieces);
    } catch (error) {
      throw inaccessible('workspaceUnwritable', pathOf(this.#place), error);
    }
  }
}

/** The same for a document that is read while somebody waits for one of its dossiers. It writes nothing. */
export class DocumentReader<T> implements SyncAdapter<T> {
  readonly #place: Place;
  readonly #bytes: Buffer | undefined;
  readonly #codec: Codec<T>;
  /** The header of what was read last, and its length in bytes. */
  last: { readonly stamp: string; readonly bytes: number } | null = null;

  /** `bytes` are those of the file where somebody has read it already. */
  constructor(place: Place, codec: Codec<T>, bytes?: Buffer) {
    this.#place = place;
    this.#codec = codec;
    this.#bytes = bytes;
  }

  read(): T | null {
    let bytes: Buffer;
    try {
      bytes = this.#bytes ?? this.#place.disk.readSync(pathOf(this.#place));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw new Damaged('unreadable', codeOf(error) ?? String(error));
    }
    const read = decodeDocument(this.#place, bytes);
    const data = dataOf(this.#place, read, this.#codec);
    if (read.is === 'whole') this.last = { stamp: read.head.checksum, bytes: bytes.length };
    return data;
  }

  write(): never {
    throw new Error('documents are written by their DocumentAdapter');
  }
}

/** What is wrong with a document, until it is said as a problem. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
  readonly damage: Damage;
  readonly detail: string;

  constructor(damage: Damage, detail = '') {
    super(`${damage} ${detail}`);
    this.damage = damage;
    this.detail = detail;
  }
}

/** A document of a newer version, which is not ours to read. */
export function newerProblem(place: Place, version: number): ProblemError {
  return new ProblemError('damaged', 'workspaceNewer', { file: pathOf(place), version });
}

/** A damaged document, said so that a person can act on it. */
export function damagedProblem(place: Place, { damage, detail }: Damaged, hasPrevious: boolean): ProblemError {
  const file = pathOf(place);
  if (damage === 'unreadable') return new ProblemError('damaged', 'workspaceUnreadable', { file, reason: detail });
  const previous = hasPrevious ? previousOf(file) : 'none';
  return new ProblemError('damaged', 'workspaceDamaged', { file, reason: damage, detail, previous });
}

/** What an operating system's refusal means for a document. */
export function inaccessible(
  key: 'workspaceUnreadable' | 'workspaceUnwritable',
  file: string,
  error: unknown,
): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError('damaged', key, { file, reason: codeOf(error) ?? String(error) });
}

/** The data of a document that was read; throws `Damaged`, or the problem of a newer version. */
function dataOf<T>(place: Place, read: ReadDocument, codec: Codec<T>): T {
  if (read.is === 'newer') throw newerProblem(place, read.version);
  if (read.is === 'damaged') throw new Damaged(read.damage, read.detail);
  return codec.decode(read.body);
}

/** The version before the last save of a document, if it is whole; `bytes` are those of its file, where they are known. */
export function previousGeneration<T>(place: Place, codec: Codec<T>, bytes?: Buffer): { data: T; at: string } | null {
  try {
    const read = decodeDocument(place, bytes ?? place.disk.readSync(previousOf(pathOf(place))));
    return read.is === 'whole' ? { data: dataOf(place, read, codec), at: read.head.at } : null;
  } catch {
    return null;
  }
}
