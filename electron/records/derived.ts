import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { decodeDocument, encodeDocument, HEAD_BYTES, type Identity } from './document-layout.ts';
import type { Home } from './dossier-documents.ts';
import { codeOf, replaceDurably } from './durable-file.ts';

/** How long the pieces are, in bytes: one is sealed or opened in a few milliseconds. */
const PIECE = 1024 * 1024;

const LENGTH_BYTES = 4;

/** No piece with its length is longer. */
const ROOM = LENGTH_BYTES + HEAD_BYTES + PIECE;

/** Something derived is not whole: it must be made again. */
export class NotWhole extends Error {
  override readonly name = 'NotWhole';
}

/**
 * What is derived from the documents, such as the index: a file of pieces, each laid out and sealed as a document is and
 * preceded by its length (32 bits, big-endian). A piece's name holds its number and whether it is the last, and all are
 * of one time, so that none can be missing or of another generation. No more than a piece is in memory at a time.
 */
export async function writeDerived(
  home: Home,
  name: string,
  bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  at: string,
): Promise<void> {
  await replaceDurably(derivedPath(home, name), encoded(home, name, bytes, at), home.disk);
}

/**
 * What was written, piece by piece, or `null` when it is not there. Each piece is checked before it is given; going on
 * throws `NotWhole` where one is damaged or missing.
 */
export async function readDerived(home: Home, name: string): Promise<AsyncIterable<Uint8Array> | null> {
  try {
    return decoded(home, name, await home.disk.size(derivedPath(home, name)));
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    // Whatever is the matter with it, it can be made again.
    return null;
  }
}

async function* encoded(
  home: Home,
  name: string,
  bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  at: string,
): AsyncGenerator<Uint8Array> {
  const gathered = Buffer.allocUnsafeSlow(PIECE);
  let length = 0;
  let index = 0;
  for await (const some of bytes) {
    for (let from = 0; from < some.length; ) {
      if (length === PIECE) {
        yield* piece(identityOf(home, name, index, false), gathered, at);
        index += 1;
        length = 0;
      }
      const part = some.subarray(from, from + PIECE - length);
      gathered.set(part, length);
      length += part.length;
      from += part.length;
    }
  }
  yield* piece(identityOf(home, name, index, true), gathered.subarray(0, length), at);
}

function* piece(identity: Identity, body: Uint8Array, at: string): Generator<Uint8Array> {
  const parts = encodeDocument(identity, body, { at, entry: 0 });
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(parts.reduce((sum, part) => sum + part.length, 0));
  yield length;
  yield* parts;
}

async function* decoded(home: Home, name: string, size: number): AsyncGenerator<Uint8Array> {
  const path = derivedPath(home, name);
  let time: string | undefined;
  const begin = (from: number): Promise<Buffer> => {
    const begun = read(home.disk, path, from);
    // It is looked at when its turn comes, which it may never do.
    begun.catch(() => undefined);
    return begun;
  };
  let next = begin(0);
  for (let from = 0, index = 0; from < size; index += 1) {
    const bytes = await next;
    const end = bytes.length < LENGTH_BYTES ? 0 : LENGTH_BYTES + bytes.readUInt32BE(0);
    if (end < LENGTH_BYTES || end > bytes.length) throw new NotWhole();
    from += end;
    // While this piece is opened the disk reads the next.
    if (from < size) next = begin(from);
    const opened = decodeDocument(identityOf(home, name, index, from >= size), bytes.subarray(LENGTH_BYTES, end));
    if (opened.is !== 'whole' || (time !== undefined && opened.head.at !== time)) throw new NotWhole();
    time = opened.head.at;
    yield opened.body;
  }
}

async function read(disk: Disk, path: string, from: number): Promise<Buffer> {
  try {
    return await disk.readFrom(path, from, ROOM);
  } catch {
    throw new NotWhole();
  }
}

/** Where it lies. */
export function derivedPath({ folder }: Home, name: string): string {
  if (!/^[a-z0-9-]+$/.test(name)) throw new Error(`${name} is no name for a derived file`);
  return join(folder, 'derived', `${name}.bin`);
}

function identityOf({ key }: Home, name: string, index: number, isLast: boolean): Identity {
  return { format: 'derived', name: `derived/${name}.bin#${index + 1}${isLast ? ' and last' : ''}`, key };
}
