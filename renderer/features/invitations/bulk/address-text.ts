/** In MB; a list of a hundred thousand addresses is far smaller. */
export const ADDRESS_FILE_LIMIT = 16;

const ENCODINGS = ['utf-8', 'gb18030'] as const;

/**
 * The text of a list of addresses, in whichever of the encodings that spreadsheets write: UTF-16 with its mark, UTF-8 with
 * or without, and else GB18030. `null` for what is no text.
 */
export function addressText(bytes: Uint8Array): string | null {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff && 'utf-16be';
  for (const encoding of marked ? [marked] : ENCODINGS) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return isText(text) ? text : null;
    } catch {
      // Not in this one.
    }
  }
  return null;
}

/** A workbook or a picture may decode, but never without control characters. */
function isText(text: string): boolean {
  return !/(?!\s)\p{Cc}/u.test(text);
}
