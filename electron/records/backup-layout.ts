import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { z } from 'zod';
import { Instant } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { parseJson } from './document-layout.ts';
import { codeOf } from './durable-file.ts';
import { openSlot, PassphraseSlot, passphraseSlot } from './key-file.ts';
import { KEY_BYTES, sealCompactly, unsealCompactly } from './sealing.ts';

/**
 * The layout of a backup: a header line, as JSON; then chunks up to the end. A chunk is its kind (one byte: 0, or 1 for
 * the last), its length (32 bits, big-endian) and so many bytes, sealed with the backup's own key. The header, the
 * chunk's number and its kind are bound to it, so that none can be missing, moved, or taken from another backup.
 */
const BACKUP_VERSION = 1;

/** No header is longer. In bytes. */
const HEAD_BYTES = 2048;
const FRAME_BYTES = 5;
/** What is sealed at once. In bytes. */
const CHUNK_BYTES = 1024 * 1024;
/** Nonce and tag come on top. */
const SEALED_BYTES = CHUNK_BYTES + 64;
const LAST = 1;
const LINE_FEED = 0x0a;

const BackupHead = z.strictObject({
  format: z.literal('partner-console/backup'),
  version: z.literal(BACKUP_VERSION),
  at: Instant,
  slot: PassphraseSlot,
  /** SHA-256 of everything before this member: a damaged header is not mistaken for a wrong passphrase. */
  checksum: z.string(),
});
type BackupHead = z.infer<typeof BackupHead>;

const AnyHead = z.object({ format: z.literal('partner-console/backup'), version: z.number().int().positive() });

/** When a backup was made, or null for a file that is none that we could read. */
export async function backupTime(path: string): Promise<string | null> {
  try {
    return (await withFile(path, (file) => readHead(path, file))).head.at;
  } catch {
    return null;
  }
}

/** A backup's bytes for the content given, piece by piece. Holds one chunk at a time. */
export async function* sealBackup(
  content: AsyncIterable<Uint8Array>,
  passphrase: string,
  at: string,
): AsyncGenerator<Buffer> {
  const key = randomBytes(KEY_BYTES);
  const line = lineOf({ at, slot: await passphraseSlot(key, passphrase) });
  yield Buffer.from(`${line}\n`);
  let number = 0;
  const frame = (bytes: Uint8Array, kind: number): Buffer => {
    const sealed = sealCompactly(key, bytes, contextOf(line, number, kind));
    number += 1;
    const head = Buffer.alloc(FRAME_BYTES);
    head.writeUInt8(kind, 0);
    head.writeUInt32BE(sealed.length, 1);
    return Buffer.concat([head, sealed]);
  };
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const piece of content) {
    waiting.push(piece);
    length += piece.length;
    if (length < CHUNK_BYTES) continue;
    const bytes = Buffer.concat(waiting);
    const whole = bytes.length - (bytes.length % CHUNK_BYTES);
    for (let begin = 0; begin < whole; begin += CHUNK_BYTES) yield frame(bytes.subarray(begin, begin + CHUNK_BYTES), 0);
    waiting = [bytes.subarray(whole)];
    length = bytes.length - whole;
  }
  yield frame(Buffer.concat(waiting), LAST);
}

/**
 * The content of a backup, chunk by chunk, each given out only when it is known to be whole. The last one follows only
 * when the file ends with it. A wrong passphrase is refused; any other fault is a `damaged` problem.
 */
export async function* openBackup(path: string, passphrase: string): AsyncGenerator<Buffer> {
  const file = await openFile(path);
  try {
    const { head, length, line } = await readHead(path, file);
    const key = await openSlot(head.slot, passphrase);
    if (!key) throw new ProblemError('refused', 'backupPassphraseWrong', { file: path });
    let offset = length;
    for (let number = 0; ; number += 1) {
      const frame = await readPart(file, path, offset, FRAME_BYTES);
      if (frame.length < FRAME_BYTES) throw new ProblemError('damaged', 'backupCutOff', { file: path });
      const kind = frame.readUInt8(0);
      const size = frame.readUInt32BE(1);
      if (size > SEALED_BYTES) throw damaged(path);
      const sealed = await readPart(file, path, offset + FRAME_BYTES, size);
      if (sealed.length < size) throw new ProblemError('damaged', 'backupCutOff', { file: path });
      offset += FRAME_BYTES + size;
      const bytes = unsealCompactly(key, sealed, contextOf(line, number, kind));
      if (!bytes || (kind === LAST && (await readPart(file, path, offset, 1)).length > 0)) throw damaged(path);
      yield bytes;
      if (kind === LAST) return;
    }
  } finally {
    await file.close();
  }
}

const damaged = (file: string): ProblemError => new ProblemError('damaged', 'backupDamaged', { file });

const contextOf = (line: string, number: number, kind: number): string => `${line}\n${number} ${kind}`;

function lineOf({ at, slot }: Pick<BackupHead, 'at' | 'slot'>): string {
  const { iv, kdf, kind, sealed, tag } = slot;
  const { N, name, p, r, salt } = kdf;
  const opening = JSON.stringify({
    format: 'partner-console/backup',
    version: BACKUP_VERSION,
    at,
    slot: { kind, kdf: { name, N, r, p, salt }, iv, tag, sealed },
  }).slice(0, -1);
  return `${opening},"checksum":"sha256:${createHash('sha256').update(opening).digest('hex')}"}`;
}

async function readHead(path: string, file: FileHandle): Promise<{ head: BackupHead; line: string; length: number }> {
  const beginning = await readPart(file, path, 0, HEAD_BYTES);
  const end = beginning.indexOf(LINE_FEED);
  const line = beginning.toString('utf8', 0, end < 0 ? beginning.length : end);
  if (end < 0) {
    // What is left of one, or something else altogether.
    const ours = line.startsWith('{"format":"partner-console/backup",') && beginning.length < HEAD_BYTES;
    throw new ProblemError('damaged', ours ? 'backupCutOff' : 'backupForeign', { file: path });
  }
  const value = parseJson(line);
  const any = AnyHead.safeParse(value);
  if (!any.success) throw new ProblemError('damaged', 'backupForeign', { file: path });
  if (any.data.version > BACKUP_VERSION) {
    throw new ProblemError('damaged', 'backupNewer', { file: path, version: any.data.version });
  }
  const head = BackupHead.safeParse(value);
  if (!head.success || line !== lineOf(head.data)) throw damaged(path);
  return { head: head.data, line, length: end + 1 };
}

/** So many bytes from a place on, or as many as there are. */
async function readPart(file: FileHandle, path: string, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  try {
    while (filled < length) {
      const { bytesRead } = await file.read(bytes, filled, length - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
  } catch (error) {
    throw unreadable(path, error);
  }
  return bytes.subarray(0, filled);
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await openFile(path);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

function unreadable(file: string, error: unknown): ProblemError {
  return new ProblemError('bad-input', 'fileUnreadable', { file, reason: codeOf(error) ?? String(error) });
}
