import { isUtf8 } from 'node:buffer';
import { Slices } from '#electron/directory/slices.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { GrowingText } from './growing-text.ts';

/** The encodings that partners' files come in. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A file's text, as UTF-8 bytes without a byte order mark; line breaks stay as they were. */
export interface DecodedFile {
  readonly encoding: Encoding;
  readonly utf8: Buffer;
}

const LINE_FEED = 0x0a;
/** Decoding as much takes a few milliseconds. */
const PIECE = 1 << 18;
/** A Chinese character takes half as much again in UTF-8 as in UTF-16 or GB18030. */
const GROWTH = 1.5;

/**
 * Finds out the encoding and decodes strictly: what cannot be read is a problem that names file and line, never a
 * replacement character. Without a byte order mark, valid UTF-8 is taken as such; then UTF-16 if it shows by its
 * zero bytes; then GB18030, unless some of the text is plainly UTF-8 (a truncated or mixed file).
 */
export async function decodeFile(file: string, bytes: Uint8Array): Promise<DecodedFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(buffer, [0x50, 0x4b, 0x03, 0x04]) || startsWith(buffer, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new ProblemError('bad-input', 'import.workbook', { file });
  }
  if (startsWith(buffer, [0xff, 0xfe])) return fromUtf16(file, buffer.subarray(2), 'utf-16le');
  if (startsWith(buffer, [0xfe, 0xff])) return fromUtf16(file, buffer.subarray(2), 'utf-16be');
  if (startsWith(buffer, [0xef, 0xbb, 0xbf])) {
    const utf8 = buffer.subarray(3);
    const fault = await firstBadByte(utf8);
    if (fault !== null) throw unreadable(file, utf8, fault, 'UTF-8');
    return { encoding: 'utf-8-bom', utf8 };
  }
  const wide = guessUtf16(buffer);
  if (wide !== null) return fromUtf16(file, buffer, wide);
  if (buffer.includes(0)) throw new ProblemError('bad-input', 'import.notText', { file });
  if ((await firstBadByte(buffer)) === null) return { encoding: 'utf-8', utf8: buffer };
  const stray = await strayFromUtf8(buffer);
  if (stray !== null) throw unreadable(file, buffer, stray, 'UTF-8');
  return { encoding: 'gb18030', utf8: await fromGb18030(file, buffer) };
}

function startsWith(buffer: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, index) => buffer[index] === byte);
}

function unreadable(file: string, bytes: Buffer, offset: number, encoding: string): ProblemError {
  return new ProblemError('bad-input', 'import.encoding', { file, line: lineAt(bytes, offset), encoding });
}

function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1 && at < offset; at = bytes.indexOf(LINE_FEED, at + 1)) line++;
  return line;
}

/** Text in UTF-16 without a mark shows by its zero bytes: separators and line ends have one each, in the same half. */
function guessUtf16(buffer: Buffer): 'utf-16le' | 'utf-16be' | null {
  const head = buffer.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < head.length; index++) {
    if (head[index] !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  // A stray zero byte makes no UTF-16.
  if ((even + odd) * 50 < head.length) return null;
  // A few Chinese characters have a zero byte in the other half (一 is 4E 00), so the greater part decides.
  if (odd > even * 2) return 'utf-16le';
  return even > odd * 2 ? 'utf-16be' : null;
}

/** A half of a surrogate pair standing alone: UTF-16 that was cut or damaged. */
const LONE_SURROGATE = /\p{Surrogate}/u;

async function fromUtf16(file: string, bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): Promise<DecodedFile> {
  const slices = new Slices();
  const decoded = new GrowingText(Math.ceil(bytes.length * GROWTH));
  const even = bytes.length - (bytes.length % 2);
  const cutAt = (): ProblemError => unreadable(file, decoded.utf8, decoded.utf8.length, 'UTF-16');
  for (let start = 0; start < even; ) {
    const end = endOfUtf16(bytes, Math.min(start + PIECE, even), even, encoding);
    const piece = bytes.subarray(start, end);
    const text = (encoding === 'utf-16be' ? Buffer.from(piece).swap16() : piece).toString('utf16le');
    const bad = LONE_SURROGATE.exec(text)?.index;
    if (bad !== undefined) {
      decoded.append(text.slice(0, bad));
      throw cutAt();
    }
    decoded.append(text);
    start = end;
    if (slices.isOver()) await slices.next();
  }
  if (even < bytes.length) throw cutAt();
  return { encoding, utf8: decoded.utf8 };
}

/** The end of a piece, moved forward where it would part the halves of a surrogate pair. */
function endOfUtf16(bytes: Buffer, end: number, whole: number, encoding: 'utf-16le' | 'utf-16be'): number {
  const high = bytes[encoding === 'utf-16le' ? end - 1 : end - 2] ?? 0;
  return end < whole && high >= 0xd8 && high <= 0xdb ? end + 2 : end;
}

/** Length of the valid UTF-8 sequence at an offset; 0 when there is none. Limits of each byte: Unicode, table 3-7. */
function sequenceLength(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index] ?? 0;
    let low = 0x80;
    let high = 0xbf;
    if (index === 1 && first === 0xe0) low = 0xa0;
    if (index === 1 && first === 0xed) high = 0x9f;
    if (index === 1 && first === 0xf0) low = 0x90;
    if (index === 1 && first === 0xf4) high = 0x8f;
    if (byte < low || byte > high) return 0;
  }
  return length;
}

/** Where bytes leave UTF-8; `null` when they don't. */
async function firstBadByte(bytes: Buffer): Promise<number | null> {
  const slices = new Slices();
  for (let start = 0; start < bytes.length; ) {
    const end = endOfCharacter(bytes, Math.min(start + PIECE, bytes.length));
    const piece = bytes.subarray(start, end);
    if (!isUtf8(piece)) return start + firstBadByteIn(piece);
    start = end;
    if (slices.isOver()) await slices.next();
  }
  return null;
}

/** The end of a piece, moved forward where it would part a character's bytes. */
function endOfCharacter(bytes: Buffer, end: number): number {
  let at = end;
  while (at < end + 3 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at++;
  return at;
}

function firstBadByteIn(piece: Buffer): number {
  let at = 0;
  while (at < piece.length) {
    const length = sequenceLength(piece, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/**
 * For bytes that are not UTF-8 as a whole: where they leave it, if part of them surely is UTF-8; else `null`.
 * The proof is two neighbouring three-byte sequences (two Chinese characters) on a line, before the first bad byte of
 * that line; GB18030 text shows that by accident about once in 30,000 chances. The lesser part is called the stray.
 */
async function strayFromUtf8(bytes: Buffer): Promise<number | null> {
  const slices = new Slices();
  const proven: number[] = [];
  const broken: number[] = [];
  let brokenAndProven: number | null = null;
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    const line = bytes.subarray(start, end);
    const { bad, chinese } = readLine(line);
    if (bad !== null) broken.push(start + bad);
    if (chinese && bad === null) proven.push(start);
    if (chinese && bad !== null) brokenAndProven ??= start + bad;
    start = end;
    if (slices.isOver()) await slices.next();
  }
  if (brokenAndProven !== null) return brokenAndProven;
  if (proven.length === 0) return null;
  return (proven.length >= broken.length ? broken[0] : proven[0]) ?? null;
}

function readLine(line: Buffer): { bad: number | null; chinese: boolean } {
  let run = 0;
  let chinese = false;
  for (let at = 0; at < line.length; ) {
    const length = sequenceLength(line, at);
    if (length === 0) return { bad: at, chinese };
    run = length === 3 ? run + 1 : 0;
    if (run >= 2) chinese = true;
    at += length;
  }
  return { bad: null, chinese };
}

/** A line feed is never part of a GB18030 character, so the text can be decoded piece by piece at line ends. */
async function fromGb18030(file: string, bytes: Buffer): Promise<Buffer> {
  if (!looksChinese(bytes.subarray(0, PIECE))) {
    throw unreadable(file, bytes, (await firstBadByte(bytes)) ?? 0, 'GB18030');
  }
  const slices = new Slices();
  const decoded = new GrowingText(Math.ceil(bytes.length * GROWTH));
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, Math.min(start + PIECE, bytes.length));
    const end = feed === -1 ? bytes.length : feed + 1;
    const text = tryGb18030(bytes.subarray(start, end));
    if (text === null) throw unreadable(file, bytes, firstBadLine(bytes, start), 'GB18030');
    decoded.append(text);
    start = end;
    if (slices.isOver()) await slices.next();
  }
  return decoded.utf8;
}

/**
 * Other encodings decode as GB18030 without an error too. Big5 shows by characters for private use, which no name has;
 * Western one-byte text by single Han characters inside words ("M黮ler").
 */
const NOT_CHINESE = /[\uE000-\uF8FF]|[A-Za-z]\p{Script=Han}[a-z]/u;

function tryGb18030(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return NOT_CHINESE.test(text) ? null : text;
  } catch {
    return null;
  }
}

function firstBadLine(bytes: Buffer, from: number): number {
  for (let start = from; start < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    if (tryGb18030(bytes.subarray(start, end)) === null) return start;
    start = end;
  }
  return bytes.length;
}

/**
 * Western one-byte encodings decode as GB18030 without an error, to rare characters. Real text stands mostly in the
 * GB 2312 part, where both bytes are 0xA1 and above; a third of the pairs is asked for.
 */
function looksChinese(bytes: Buffer): boolean {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at++) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) continue;
    const second = bytes[at + 1] ?? 0;
    if (second >= 0x30 && second <= 0x39) {
      at += 3;
      common++;
    } else {
      at += 1;
      if (first >= 0xa1 && second >= 0xa1) common++;
    }
    pairs++;
  }
  return common * 3 >= pairs;
}
