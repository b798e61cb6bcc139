import { setImmediate } from 'node:timers/promises';
import { CsvError, type Info, type Options, parse } from 'csv-parse';
import { ProblemError } from '#shared/model/problem.ts';

export type Delimiter = ',' | ';' | '\t';

/** One record of a delimited file: its cells as written, and the physical line (from 1) where it begins. */
export interface DelimitedRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const CANDIDATES: readonly Delimiter[] = [',', ';', '\t'];
/** Small enough that parsing one piece and merging its rows stays under a frame. */
const PIECE = 1 << 15;

/** The delimiter that the header record uses most, outside quotes; a comma when it uses none. */
export function detectDelimiter(utf8: Buffer): Delimiter {
  const counts = new Map<number, number>();
  let quoted = false;
  let seen = false;
  for (const byte of utf8) {
    if (byte === QUOTE) quoted = !quoted;
    else if (byte === LINE_FEED && !quoted && seen) break;
    else if (!quoted) counts.set(byte, (counts.get(byte) ?? 0) + 1);
    if (byte > 0x20) seen = true;
  }
  let best: Delimiter = ',';
  let most = 0;
  for (const candidate of CANDIDATES) {
    const count = counts.get(candidate.charCodeAt(0)) ?? 0;
    if (count > most) {
      best = candidate;
      most = count;
    }
  }
  return best;
}

/**
 * The records of a delimited text, in pieces between which the event loop turns. Records may have any number of cells;
 * empty lines are no records. Quotes that do not pair up (a truncated file) are a problem that names file and line.
 * `onProgress` is told how many bytes are read.
 */
export async function* readDelimited(
  file: string,
  utf8: Buffer,
  delimiter: Delimiter,
  onProgress: (bytes: number) => void = () => undefined,
): AsyncGenerator<DelimitedRecord, void, undefined> {
  const options: Options = {
    delimiter,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
  };
  const parser = parse(options);
  const lines = lineCounter(utf8);
  let ended = 0;
  let failure: unknown;
  parser.on('error', (error) => {
    failure = error;
  });
  for (let start = 0; start <= utf8.length && failure === undefined; start += PIECE) {
    const piece = utf8.subarray(start, start + PIECE);
    if (start + PIECE > utf8.length) parser.end(piece);
    else parser.write(piece);
    // Once before the loop turns (an error empties the parser) and once after (what waited for room).
    for (const turn of ['before', 'after']) {
      if (turn === 'after') await setImmediate();
      for (;;) {
        const read: { record: string[]; info: Info } | null = parser.read();
        if (read === null) break;
        yield { line: lines(skipBreaks(utf8, ended)), cells: read.record };
        ended = read.info.bytes;
      }
    }
    onProgress(Math.min(start + PIECE, utf8.length));
  }
  if (failure === undefined) return;
  if (!(failure instanceof CsvError)) throw failure;
  throw new ProblemError('bad-input', 'import.quotes', { file, line: lines(skipBreaks(utf8, ended)) });
}

function skipBreaks(utf8: Buffer, from: number): number {
  let at = from;
  while (utf8[at] === LINE_FEED || utf8[at] === CARRIAGE_RETURN) at++;
  return at;
}

/** Counts line feeds up to ever later offsets. The parser's own count is off when a quoted cell holds CRLF. */
function lineCounter(utf8: Buffer): (offset: number) => number {
  let line = 1;
  let next = utf8.indexOf(LINE_FEED);
  return (offset) => {
    while (next !== -1 && next < offset) {
      line++;
      next = utf8.indexOf(LINE_FEED, next + 1);
    }
    return line;
  };
}
