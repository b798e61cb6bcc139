import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Adapter } from 'lowdb';
import { z } from 'zod';
import { ProblemError } from '#shared/model/problem.ts';
import { codeOf, readIfPresent, writeDurably } from './durable-file.ts';

/** The version of the documents we write. A newer one is refused, never rewritten. */
export const DOCUMENT_VERSION = 1;

const Envelope = z.object({
  format: z.string(),
  version: z.number().int().positive(),
  checksum: z.string(),
  data: z.unknown(),
});

/**
 * lowdb's documented extension point: one JSON document in a file of its own, with a header (format, version,
 * checksum), checked against a schema on the way in, written durably on the way out.
 * A damaged document is a `damaged` problem that names the file; it is left as it is.
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
    const envelope = Envelope.safeParse(parseJson(bytes.toString('utf8')));
    if (!envelope.success || envelope.data.format !== this.#format) {
      throw this.#damaged(`it is not a ${this.#format} document`);
    }
    const { version, checksum, data } = envelope.data;
    if (version > DOCUMENT_VERSION) {
      throw new ProblemError('damaged', 'workspaceNewer', { file: this.#path, version });
    }
    if (checksum !== checksumOf(JSON.stringify(data))) throw this.#damaged('its checksum does not fit its content');
    const read = this.#schema.safeParse(data);
    if (!read.success) {
      const [issue] = read.error.issues;
      throw this.#damaged(`${issue?.path.map(String).join('.') ?? basename(this.#path)}: ${issue?.message ?? ''}`);
    }
    return read.data;
  }

  async write(data: T): Promise<void> {
    const text = JSON.stringify(data);
    const header = JSON.stringify({ format: this.#format, version: DOCUMENT_VERSION, checksum: checksumOf(text) });
    await writeDurably(this.#path, `${header.slice(0, -1)},"data":${text}}\n`);
  }

  async #bytes(): Promise<Buffer | undefined> {
    try {
      return await readIfPresent(this.#path);
    } catch (error) {
      throw this.#damaged(`it can't be read (${codeOf(error) ?? 'unknown error'})`);
    }
  }

  #damaged(reason: string): ProblemError {
    return new ProblemError('damaged', 'workspaceDamaged', { file: this.#path, reason });
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
