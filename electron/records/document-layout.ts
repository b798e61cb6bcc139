import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Instant } from '#shared/model/ids.ts';
import type { Damage } from '#shared/model/protection.ts';
import { pack, unpack } from './packing.ts';
import { CIPHER, seal, unseal } from './sealing.ts';

/** The version of the documents we write. A newer one is refused, never rewritten; an older one is migrated. */
export const DOCUMENT_VERSION = 2;

/** No header is longer: it can be read without the rest. In bytes. */
export const HEAD_BYTES = 1024;

/** What a body went through: encrypted, or first packed (`packing.ts`) and then encrypted. */
const PACKED = `deflate+${CIPHER}` as const;

const LINE_FEED = 0x0a;

/** The first line of a document: JSON, its members in this order, with no blanks. The body follows: bytes up to the end. */
const Head = z.strictObject({
  format: z.string(),
  version: z.literal(DOCUMENT_VERSION),
  /** When it was written. */
  at: Instant,
  /** The number of the audit log's line that speaks of this writing; 0 where none does. */
  entry: z.number().int().nonnegative(),
  /** How the body is packed and encrypted; `null` in the clear. */
  cipher: z.enum([CIPHER, PACKED]).nullable(),
  iv: z.base64().optional(),
  tag: z.base64().optional(),
  /** SHA-256 of the document's name, of what stands before this member, and of the body. */
  checksum: z.string().regex(/^sha256:[0-9a-f]{64}$/),
});
export type Head = z.infer<typeof Head>;

const AnyHead = z.object({ format: z.string(), version: z.number().int().positive() });

/** What makes one document another one than the next: its format, its name in the workspace, and the workspace's key. */
export interface Identity {
  /** Such as `dossiers`. */
  readonly format: string;
  /** Its path in the workspace folder, with `/` between the steps. */
  readonly name: string;
  /** `null` in a workspace that is kept in the clear. */
  readonly key: Uint8Array | null;
}

/** When a document is written, and which line of the audit log speaks of it. */
export type Writing = Pick<Head, 'at' | 'entry'>;

export type ReadHead =
  | { readonly is: 'whole'; readonly head: Head; readonly bodyAt: number }
  | { readonly is: 'newer'; readonly version: number }
  | { readonly is: 'damaged'; readonly damage: Damage; readonly detail: string };

export type ReadDocument = { readonly is: 'whole'; readonly head: Head; readonly body: Buffer } | NotWhole;
export type NotWhole = Exclude<ReadHead, { is: 'whole' }>;

/**
 * A document's header and body, ready to be written. `packed` says that the body, which is to be encrypted, was packed.
 */
export function encodeDocument(
  { format, key, name }: Identity,
  body: Uint8Array,
  writing: Writing,
  packed = false,
): Buffer[] {
  const cipher = packed ? PACKED : CIPHER;
  const opening = openingOf({ ...writing, format, cipher: key ? cipher : null });
  const sealed = key ? seal(key, body, contextOf(name, opening)) : null;
  const iv = sealed?.iv.toString('base64');
  const tag = sealed?.tag.toString('base64');
  const start = startOf(opening, { iv, tag });
  const content = sealed ? sealed.body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return [Buffer.from(`${start},"checksum":"${checksumOf(name, start, content)}"}\n`), content];
}

/** The header at the beginning of a document, of which no more need be read than `HEAD_BYTES`. */
export function readHead(bytes: Buffer, format: string): ReadHead {
  const end = bytes.subarray(0, HEAD_BYTES).indexOf(LINE_FEED);
  if (end < 0) return damaged('format');
  const line = bytes.toString('utf8', 0, end);
  const value = parseJson(line);
  const any = AnyHead.safeParse(value);
  if (!any.success || any.data.format !== fullFormat(format)) return damaged('format');
  if (any.data.version > DOCUMENT_VERSION) return { is: 'newer', version: any.data.version };
  const head = Head.safeParse(value);
  // Written otherwise than we write it, so not by us.
  if (!head.success || line !== lineOf(head.data, format)) return damaged('format');
  return { is: 'whole', head: head.data, bodyAt: end + 1 };
}

/** A document as it was before it was encrypted, or what is wrong with it. */
export function decodeDocument({ format, key, name }: Identity, bytes: Buffer): ReadDocument {
  const read = readHead(bytes, format);
  if (read.is !== 'whole') return read;
  const { head } = read;
  const content = bytes.subarray(read.bodyAt);
  const opening = openingOf({ ...head, format });
  if (head.checksum !== checksumOf(name, startOf(opening, head), content)) return damaged('checksum');
  if ((key === null) !== (head.cipher === null)) return damaged('key');
  if (key === null) return { is: 'whole', head, body: content };
  const sealed = {
    iv: Buffer.from(head.iv ?? '', 'base64'),
    tag: Buffer.from(head.tag ?? '', 'base64'),
    body: content,
  };
  const unsealed = unseal(key, sealed, contextOf(name, opening));
  if (!unsealed) return damaged('key');
  const body = head.cipher === PACKED ? unpack(unsealed) : unsealed;
  return body ? { is: 'whole', head, body } : damaged('format');
}

/** The value, or undefined for text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const damaged = (damage: Damage): NotWhole => ({ is: 'damaged', damage, detail: '' });

const fullFormat = (format: string): string => `partner-console/${format}`;

/** What is known before the body is encrypted, and is bound to it by the encryption. */
function openingOf({ at, cipher, entry, format }: Omit<Head, 'version' | 'iv' | 'tag' | 'checksum'>): string {
  return JSON.stringify({ format: fullFormat(format), version: DOCUMENT_VERSION, at, entry, cipher }).slice(0, -1);
}

/** No document can stand in for another, nor under another header. */
const contextOf = (name: string, opening: string): string => `${name}\n${opening}`;

interface Seal {
  readonly iv?: string | undefined;
  readonly tag?: string | undefined;
}

function startOf(opening: string, { iv, tag }: Seal): string {
  return iv === undefined || tag === undefined ? opening : `${opening},"iv":"${iv}","tag":"${tag}"`;
}

function lineOf(head: Head, format: string): string {
  return `${startOf(openingOf({ ...head, format }), head)},"checksum":"${head.checksum}"}`;
}

function checksumOf(name: string, start: string, content: Uint8Array): string {
  return `sha256:${createHash('sha256').update(`${name}\n${start}`).update(content).digest('hex')}`;
}

/** The same of any body: packed where it is to be encrypted, so that what is kept in the clear can be read with any editor. */
export async function packDocument(identity: Identity, body: Uint8Array, writing: Writing): Promise<Buffer[]> {
  if (identity.key === null) return encodeDocument(identity, body, writing);
  return encodeDocument(identity, await pack(body), writing, true);
}
