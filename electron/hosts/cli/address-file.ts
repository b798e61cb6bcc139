import { decodeFile } from '#electron/sync/files/decode.ts';
import { ProblemError } from '#shared/model/problem.ts';

/** The sign for a byte that is no text (SUBSTITUTE); a line that holds one is listed as unreadable. */
const SUBSTITUTE = 0x1a;
const LINE_FEED = 0x0a;

/** So many lines may be damaged before the file is taken for something else than a list of addresses. */
const DAMAGED_LINES = 100;

/**
 * The text of an address file, in whichever encoding. A damaged line spoils only itself: bytes that are no text become
 * control signs, for which `readAddressList` lists the line among the bad ones. A file that is no text is a problem.
 */
export async function readAddressFile(file: string, bytes: Uint8Array): Promise<string> {
  const mended = Buffer.from(bytes);
  for (let damaged = 0; ; damaged++) {
    try {
      return (await decodeFile(file, mended)).utf8.toString('utf8');
    } catch (error) {
      if (!(error instanceof ProblemError) || damaged === DAMAGED_LINES) throw error;
      const { key, values } = error.problem;
      if (key === 'import.notText') maskZeros(mended);
      else if (key === 'import.encoding' && values.encoding !== 'UTF-16') maskLine(mended, Number(values.line));
      else throw error;
    }
  }
}

function maskZeros(bytes: Buffer): void {
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) bytes[at] = SUBSTITUTE;
}

/** Leaves nothing of a line but its end; lines are counted from 1. */
function maskLine(bytes: Buffer, line: number): void {
  let start = 0;
  for (let left = line; left > 1; left--) start = bytes.indexOf(LINE_FEED, start) + 1;
  const feed = bytes.indexOf(LINE_FEED, start);
  bytes.fill(SUBSTITUTE, start, feed === -1 ? bytes.length : feed);
}
