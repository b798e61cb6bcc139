import { join } from 'node:path';
import type { AuditEntry } from '#shared/model/audit.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { CHAIN_BEGINS, chained, continues, decodeLine, encodeLine } from './audit-line.ts';
import type { Disk } from './disk.ts';
import type { Home } from './dossier-documents.ts';
import { codeOf } from './durable-file.ts';
import { type FileLine, linesOfFile } from './file-lines.ts';
import { quarantineBytes } from './quarantine.ts';

/** How much of the end of the file is read first to find the last line, in bytes: many times the longest line. */
const TAIL_BYTES = 64 * 1024;

/**
 * A line names its customers where they are no more; more are counted alone. A sync of all customers puts down a line
 * for each hundred of them, and with every name in it the log would soon be larger than the records.
 */
const NAMED = 20;

/** Of every so many lines it is kept in mind where the first begins, so that a page is found in a long file. */
const BETWEEN_PLACES = 128;

const LINE_FEED = 0x0a;

export const AUDIT_FILE = 'audit.log';

export interface AuditChain {
  readonly entries: number;
  readonly ok: boolean;
  /** The first line that does not continue the chain. */
  readonly brokenAt: number | null;
}

/** What is put down. */
export interface AuditAct {
  readonly at: string;
  readonly by: string;
  readonly act: string;
  readonly customers: readonly string[];
}

/** How many lines were counted, where the last of them ends, and where every so many-th begins. */
interface Counted {
  readonly lines: number;
  readonly end: number;
  readonly places: readonly number[];
}

const NOTHING_COUNTED: Counted = { lines: 0, end: 0, places: [] };

/**
 * The append-only log of everything that was changed, each line chained to the one before it by its hash. A line is on
 * the disk before what it speaks of, so that there is no change without one; a change that then failed has one too.
 * A chain that is broken in its midst is told by `verify`, and never mended. The file may be larger than memory: it is
 * never read whole, but a block at a time.
 */
export class AuditLog {
  readonly #home: Home;
  readonly #path: string;
  /** How long the whole lines are, in bytes. */
  #length: number;
  #last: { readonly n: number; readonly hash: string };
  /** An append that failed may have left a part of a line. */
  #unsure = false;
  #counted: Promise<Counted> = Promise.resolve(NOTHING_COUNTED);

  private constructor(home: Home, length: number, last: { n: number; hash: string }) {
    this.#home = home;
    this.#path = join(home.folder, AUDIT_FILE);
    this.#length = length;
    this.#last = last;
  }

  /**
   * Continues the log of a workspace. `written` is the highest number that a document was written under: a log that
   * ends before it was cut, and goes on after it, so that the gap stays visible. With `mend`, what a crash left of a
   * last line is moved into the quarantine; only the workspace's one writer may do so.
   */
  static async open(home: Home, written: number, mend: boolean): Promise<AuditLog> {
    const path = join(home.folder, AUDIT_FILE);
    try {
      const { bytes, from } = await tailOf(home, path);
      const end = endOf(bytes, home.key, written);
      const last = lastEntry(bytes.subarray(0, end).toString('utf8'), home.key);
      const number = Math.max(last.n, written);
      const log = new AuditLog(home, from + end, { n: number, hash: last.hash });
      if (end < bytes.length && mend) {
        await quarantineBytes(home, AUDIT_FILE, bytes.subarray(end));
        await home.disk.truncate(path, from + end);
      }
      // What a process that was killed had not flushed must not be torn under a line of ours.
      if (bytes.length > 0 && mend) await flush(home.disk, path);
      return log;
    } catch (error) {
      throw inaccessible('workspaceUnreadable', path, error);
    }
  }

  /** The number that the next line will have. */
  get next(): number {
    return this.#last.n + 1;
  }

  /** How long the whole lines are, in bytes: it only grows. */
  get length(): number {
    return this.#length;
  }

  /** Adds a line; resolves when it is on the disk. */
  async append({ act, at, by, customers }: AuditAct): Promise<void> {
    const count = customers.length;
    const named = count > NAMED ? [] : [...customers];
    const entry = chained(this.#last.hash, { n: this.next, at, by, act, customers: named, count });
    const line = Buffer.from(encodeLine(entry, this.#home.key));
    try {
      await this.#write(line);
    } catch (error) {
      this.#unsure = true;
      throw inaccessible('workspaceUnwritable', this.#path, error);
    }
    this.#length += line.length;
    this.#last = { n: entry.n, hash: entry.hash };
  }

  /** The newest entries first; those that can't be read are left out, but counted. */
  async page(offset: number, limit: number): Promise<{ total: number; items: AuditEntry[] }> {
    const { lines: total, places } = await this.#count();
    const end = Math.max(0, total - offset);
    const begin = Math.max(0, end - limit);
    const items: AuditEntry[] = [];
    const place = Math.floor(begin / BETWEEN_PLACES);
    let index = place * BETWEEN_PLACES;
    if (begin === end) return { total, items };
    for await (const { bytes } of this.#linesFrom(places[place])) {
      const entry = index < begin ? null : this.#entryIn(bytes);
      if (entry) items.unshift(entry);
      index += 1;
      if (index === end) break;
    }
    return { total, items };
  }

  /** Goes through the whole chain. */
  async verify(written: number): Promise<AuditChain> {
    let previous = CHAIN_BEGINS;
    let entries = 0;
    let brokenAt: number | null = null;
    for await (const { bytes } of this.#linesFrom()) {
      entries += 1;
      if (brokenAt !== null) continue;
      const entry = this.#entryIn(bytes);
      if (entry?.n === entries && continues(previous, entry)) previous = entry.hash;
      else brokenAt = entries;
    }
    // Documents were written under lines that are no more.
    if (entries < written) brokenAt ??= entries + 1;
    return { entries, ok: brokenAt === null, brokenAt };
  }

  /**
   * The lines of the first so many bytes of the file, the oldest first: what each says, and the line itself where that
   * can't be read.
   */
  async *lines(length: number): AsyncGenerator<AuditEntry | string> {
    for await (const { bytes, end } of this.#linesFrom()) {
      if (end > length) return;
      yield this.#entryIn(bytes) ?? bytes.toString('utf8');
    }
  }

  async *#linesFrom(place?: number): AsyncGenerator<FileLine> {
    try {
      yield* linesOfFile(this.#home.disk, this.#path, place);
    } catch (error) {
      throw inaccessible('workspaceUnreadable', this.#path, error);
    }
  }

  #entryIn(line: Buffer): AuditEntry | null {
    return decodeLine(line.toString('utf8'), this.#home.key);
  }

  /** Counts the lines that came since they were counted last. */
  #count(): Promise<Counted> {
    const before = this.#counted.catch(() => NOTHING_COUNTED);
    this.#counted = before.then((counted) => this.#countOn(counted));
    return this.#counted;
  }

  async #countOn({ end, lines, places }: Counted): Promise<Counted> {
    const counted = { lines, end, places: [...places] };
    for await (const line of this.#linesFrom(end)) {
      if (counted.lines % BETWEEN_PLACES === 0) counted.places.push(counted.end);
      counted.lines += 1;
      counted.end = line.end;
    }
    return counted;
  }

  async #write(line: Buffer): Promise<void> {
    const { disk, folder } = this.#home;
    if (this.#unsure) {
      await disk.truncate(this.#path, this.#length).catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error;
      });
      this.#unsure = false;
      // What was taken off may have been counted.
      this.#counted = Promise.resolve(NOTHING_COUNTED);
    }
    const file = await disk.append(this.#path);
    try {
      await file.write(line);
      await file.sync();
    } finally {
      await file.close();
    }
    if (this.#length === 0) await disk.syncFolder(folder);
  }
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  lines.pop();
  return lines;
}

/** The end of the file with at least one whole line in it, if there is one. */
async function tailOf({ disk }: Home, path: string): Promise<{ bytes: Buffer; from: number }> {
  try {
    const size = await disk.size(path);
    for (let length = TAIL_BYTES; ; length *= 2) {
      const from = Math.max(0, size - length);
      const bytes = await disk.readFrom(path, from);
      if (from === 0) return { bytes, from };
      const first = bytes.indexOf(LINE_FEED) + 1;
      if (first > 0 && bytes.indexOf(LINE_FEED, first) > 0) return { bytes: bytes.subarray(first), from: from + first };
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { bytes: Buffer.alloc(0), from: 0 };
    throw error;
  }
}

async function flush(disk: Disk, path: string): Promise<void> {
  const file = await disk.append(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Where the last line ends that no crash has torn. A line may have come to the disk with its end and without its midst;
 * but not one that a document was written under, which is done only when the line is there.
 */
function endOf(bytes: Buffer, key: Uint8Array | null, written: number): number {
  const end = bytes.lastIndexOf(LINE_FEED) + 1;
  const begin = end < 2 ? 0 : bytes.lastIndexOf(LINE_FEED, end - 2) + 1;
  if (end === 0 || decodeLine(bytes.toString('utf8', begin, end - 1), key)) return end;
  const before = lastEntry(bytes.toString('utf8', 0, begin), key);
  return before.n < written ? end : begin;
}

/** The last entry that can be read, numbered as if those after it could be too: nothing makes up for them. */
function lastEntry(text: string, key: Uint8Array | null): { n: number; hash: string } {
  const lines = linesOf(text).reverse();
  for (const [after, line] of lines.entries()) {
    const entry = decodeLine(line, key);
    if (entry) return { n: entry.n + after, hash: entry.hash };
  }
  return { n: lines.length, hash: CHAIN_BEGINS };
}

function inaccessible(key: 'workspaceUnreadable' | 'workspaceUnwritable', file: string, error: unknown): unknown {
  const code = codeOf(error);
  return code === undefined ? error : new ProblemError('damaged', key, { file, reason: code });
}
