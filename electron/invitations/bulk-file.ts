import { setImmediate } from 'node:timers/promises';
import { Zip, ZipDeflate } from 'fflate';
import { DurableStream } from '#electron/records/durable-stream.ts';
import { MAIL_MERGE_HEAD, type MailMergeRow, mailMergeLine } from './mail-merge.ts';

/** One file that holds many invitations. It appears when it is whole. */
export interface BulkFile {
  readonly path: string;
  commit(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** An archive of drafts (ZIP, names in UTF-8). */
export class DraftArchive implements BulkFile {
  readonly #stream: DurableStream;
  readonly #zip: Zip;
  #pieces: Uint8Array[] = [];
  #failure: Error | null = null;

  private constructor(stream: DurableStream) {
    this.#stream = stream;
    this.#zip = new Zip((error, piece) => {
      if (error) this.#failure = error;
      else this.#pieces.push(piece);
    });
  }

  static async open(path: string): Promise<DraftArchive> {
    return new DraftArchive(await DurableStream.open(path));
  }

  get path(): string {
    return this.#stream.path;
  }

  async add(name: string, draft: Uint8Array, date: Date): Promise<void> {
    // A small memory: its setting up costs more than a draft of some kilobytes gains by a large one.
    const entry = new ZipDeflate(name, { level: 6, mem: 4 });
    entry.mtime = date;
    this.#zip.add(entry);
    entry.push(draft, true);
    await this.#flush();
  }

  async commit(): Promise<void> {
    this.#zip.end();
    await this.#flush();
    await this.#stream.commit();
  }

  discard(): Promise<void> {
    return this.#stream.discard();
  }

  async #flush(): Promise<void> {
    if (this.#failure) throw this.#failure;
    const pieces = this.#pieces;
    this.#pieces = [];
    await this.#stream.write(Buffer.concat(pieces));
  }
}

/** A table for a mail merge (CSV, UTF-8 with a byte order mark). */
export class MailMergeTable implements BulkFile {
  readonly #stream: DurableStream;

  private constructor(stream: DurableStream) {
    this.#stream = stream;
  }

  static async open(path: string): Promise<MailMergeTable> {
    const stream = await DurableStream.open(path);
    await stream.write(MAIL_MERGE_HEAD);
    return new MailMergeTable(stream);
  }

  get path(): string {
    return this.#stream.path;
  }

  async add(row: MailMergeRow): Promise<void> {
    await this.#stream.write(mailMergeLine(row));
    await setImmediate();
  }

  commit(): Promise<void> {
    return this.#stream.commit();
  }

  discard(): Promise<void> {
    return this.#stream.discard();
  }
}
