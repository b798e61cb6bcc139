/** In MB; a list of a hundred thousand addresses is far smaller. */
export const ADDRESS_FILE_LIMIT = 16;

const ENCODINGS = ['utf-8', 'gb18030'] as const;

/**
 * The text of a list of addresses, in whichever of the encodings that spreadsheets write: UTF-16 with its mark, UTF-8 with
 * or without, and else GB18030. Where a few bytes are damaged it has a control sign or U+FFFD in their place, and the
 * main side lists those lines as bad. `null` for what is no text.
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
  const damaged = new TextDecoder(marked || 'utf-8').decode(bytes);
  return isText(damaged) ? damaged : null;
}

/** A workbook or a picture is full of signs that no text has; in a list of addresses a few lines may be damaged. */
function isText(text: string): boolean {
  const strange = text.match(/(?!\s)\p{Cc}|\uFFFD/gu)?.length ?? 0;
  return strange * 20 <= text.length;
}
