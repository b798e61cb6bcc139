import { createHash } from 'node:crypto';
import type { Adapter } from 'lowdb';
import { z } from 'zod';
import { ProblemError } from '#shared/model/problem.ts';
import { codeOf, previousOf, readIfPresent, writeDurably } from './durable-file.ts';

/** The version of the documents we write. A newer one is refused, never rewritten. */
const DOCUMENT_VERSION = 1;

/** What is wrong with a document; each has its words in `problems.workspaceDamaged`. */
type Damage = 'format' | 'checksum' | 'shape';

const Envelope = z.object({
  format: z.string(),
  version: z.number().int().positive(),
  checksum: z.string(),
  data: z.unknown(),
});

/**
 * lowdb's documented extension point: one JSON document in a file of its own, with a header (format, version,
 * checksum), checked against a schema on the way in, written durably on the way out.
 * A damaged document is a `damaged` problem that names the file, and the previous generation if that is whole; both are
 * left as they are.
 */
export class DocumentAdapter<T> implements Adapter<T> {
  readonly #path: string;
  readonly #format: string;
  readonly #schema: z.ZodType<T>;

  constructor(path: string, format: string, schema: z.ZodType<T>) {
    this.#path = path;
    this.#format = `partner-console/${format}`;
    this.#schema = schema;
  }

  async read(): Promise<T | null> {
    const bytes = await this.#bytes();
    if (!bytes) return null;
    const read = this.#decode(bytes);
    if ('data' in read) return read.data;
    throw await this.#damaged(read.reason, read.detail);
  }

  #decode(bytes: Buffer): { data: T } | { reason: Damage; detail: string } {
    const envelope = Envelope.safeParse(parseJson(bytes.toString('utf8')));
    if (!envelope.success || envelope.data.format !== this.#format) {
      return { reason: 'format', detail: '' };
    }
    const { version, checksum, data } = envelope.data;
    if (version > DOCUMENT_VERSION) {
      throw new ProblemError('damaged', 'workspaceNewer', { file: this.#path, version });
    }
    if (checksum !== checksumOf(JSON.stringify(data))) return { reason: 'checksum', detail: '' };
    const read = this.#schema.safeParse(data);
    if (read.success) return { data: read.data };
    return { reason: 'shape', detail: read.error.issues[0]?.path.map(String).join('.') || 'data' };
  }

  async write(data: T): Promise<void> {
    const text = JSON.stringify(data);
    const header = JSON.stringify({ format: this.#format, version: DOCUMENT_VERSION, checksum: checksumOf(text) });
    try {
      await writeDurably(this.#path, `${header.slice(0, -1)},"data":${text}}\n`);
    } catch (error) {
      throw this.#inaccessible('workspaceUnwritable', error);
    }
  }

  #inaccessible(key: 'workspaceUnreadable' | 'workspaceUnwritable', error: unknown): ProblemError {
    return new ProblemError('damaged', key, { file: this.#path, reason: codeOf(error) ?? String(error) });
  }

  async #bytes(): Promise<Buffer | undefined> {
    try {
      return await readIfPresent(this.#path);
    } catch (error) {
      throw this.#inaccessible('workspaceUnreadable', error);
    }
  }

  async #damaged(reason: Damage, detail: string): Promise<ProblemError> {
    const previous = (await this.#previousIsWhole()) ? previousOf(this.#path) : 'none';
    return new ProblemError('damaged', 'workspaceDamaged', { file: this.#path, reason, detail, previous });
  }

  async #previousIsWhole(): Promise<boolean> {
    try {
      const bytes = await readIfPresent(previousOf(this.#path));
      return bytes !== undefined && 'data' in this.#decode(bytes);
    } catch {
      return false;
    }
  }
}

function checksumOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** The value, or undefined for text that is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
