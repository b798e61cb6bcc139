import type { Disk } from './disk.ts';
import { codeOf } from './durable-file.ts';

/** How much is read between two turns of the event loop, in bytes: some hundred lines of the audit log. */
const BLOCK = 64 * 1024;

/** No line of ours is nearly as long: what a disk has filled with zeros is kept no further, so that it fills no memory. */
const LONGEST = 1024 * 1024;

const LINE_FEED = 0x0a;

/** One line of a file, without its line feed. */
export interface FileLine {
  readonly bytes: Buffer;
  /** Where the next one begins. */
  readonly end: number;
}

/** The whole lines of a file from the place on where one begins, however long the file is; none where there is no file. */
export async function* linesOfFile(disk: Disk, path: string, from = 0): AsyncGenerator<FileLine> {
  let begun: Buffer[] = [];
  let length = 0;
  let offset = from;
  for await (const block of blocksOf(disk, path, from)) {
    let at = 0;
    for (let feed = block.indexOf(LINE_FEED); feed >= 0; feed = block.indexOf(LINE_FEED, at)) {
      const rest = block.subarray(at, feed);
      const bytes = begun.length === 0 ? rest : Buffer.concat([...begun, rest]);
      at = feed + 1;
      begun = [];
      length = 0;
      yield { bytes: bytes.subarray(0, LONGEST), end: offset + at };
    }
    if (length < LONGEST) begun.push(block.subarray(at));
    length += block.length - at;
    offset += block.length;
  }
}

async function* blocksOf(disk: Disk, path: string, from: number): AsyncGenerator<Buffer> {
  for (let offset = from; ; ) {
    const block = await blockAt(disk, path, offset);
    if (block.length === 0) return;
    yield block;
    offset += block.length;
  }
}

async function blockAt(disk: Disk, path: string, offset: number): Promise<Buffer> {
  try {
    return await disk.readFrom(path, offset, BLOCK);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
