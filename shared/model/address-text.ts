/** The sign that stands for bytes that are no text; a line that holds one is listed as unreadable. */
const REPLACEMENT = '\uFFFD';

/** How files begin that are no text at all: workbooks, archives, PDF, pictures. */
const NO_TEXT: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];

const MARKS = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
] as const;

/**
 * The text of a list of addresses, in whichever of the encodings that spreadsheets write: UTF-16, UTF-8, GB18030, with or
 * without a byte order mark. Damage spoils only its own line, which has U+FFFD where the bytes are no text. `null` for a
 * workbook, a picture or a PDF.
 */
export function addressText(bytes: Uint8Array): string | null {
  if (NO_TEXT.some((mark) => beginsWith(bytes, mark))) return null;
  const marked = MARKS.find(({ mark }) => beginsWith(bytes, mark));
  const body = marked ? bytes.subarray(marked.mark.length) : bytes;
  const wide = marked ? marked.encoding !== 'utf-8' && marked.encoding : guessUtf16(body);
  if (wide) return lenient(wide).decode(body);
  const lines = linesOf(body);
  const decoder = lenient(marked?.encoding ?? narrowEncoding(lines));
  return lines.map((line) => decoder.decode(line)).join('');
}

const beginsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte);

/** Every byte counts: a mark within the text is a sign like others. */
const lenient = (encoding: string) => new TextDecoder(encoding, { ignoreBOM: true });

/**
 * UTF-16 without a mark has zero bytes all over, in the same half, for addresses are ASCII. A short text is not judged, nor
 * is one with a few stray zeros or a block of them.
 */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = Math.max(even, odd);
  if (most < 8 || most * 10 < head.length || most < 2 * Math.min(even, odd)) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** The lines with their ends. Neither UTF-8 nor GB18030 has CR or LF within a character, so they are cut before decoding. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte !== 0x0a && byte !== 0x0d) continue;
    lines.push(bytes.subarray(start, at + 1));
    start = at + 1;
  }
  return [...lines, bytes.subarray(start)];
}

/** Text in other encodings decodes as GB18030 too: Big5 to signs for private use, Western text to Han signs inside words. */
const NOT_CHINESE = /[\uE000-\uF8FF]|[A-Za-z]\p{Script=Han}[a-z]/u;

/** What most lines that are not ASCII are in; damaged ones count as far as they can be read. */
function narrowEncoding(lines: readonly Uint8Array[]): 'utf-8' | 'gb18030' {
  const utf8 = lenient('utf-8');
  const gb18030 = lenient('gb18030');
  let balance = 0;
  for (const line of lines) {
    if (line.every((byte) => byte < 0x80)) continue;
    if (readsAsUtf8(utf8.decode(line))) balance++;
    else if (readsAsGb18030(gb18030.decode(line))) balance--;
  }
  return balance < 0 ? 'gb18030' : 'utf-8';
}

/**
 * A whole line in UTF-8, or a damaged one with more signs of three bytes, such as Chinese ones, than places that are none:
 * a text in GB18030 nearly never looks so, while UTF-8 that was cut often passes for GB18030.
 */
function readsAsUtf8(line: string): boolean {
  const broken = line.split(REPLACEMENT).length - 1;
  return broken === 0 || (line.match(/[\u0800-\uFFFC]/gu)?.length ?? 0) >= broken;
}

const readsAsGb18030 = (line: string) => !line.includes(REPLACEMENT) && !NOT_CHINESE.test(line);
