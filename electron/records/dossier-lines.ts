import { z } from 'zod';
import { Damaged } from './document.ts';
import { parseJson } from './document-layout.ts';
import { Scratch } from './scratch.ts';

/** The dossiers of a document by customer: each the JSON text of one, unread. Nobody changes the bytes. */
export type DossierLines = ReadonlyMap<string, Uint8Array>;

const OPENING = Buffer.from('{"dossiers":{\n');
const BETWEEN = Buffer.from(',\n');
const CLOSING = Buffer.from('\n}}');
const LINE_FEED = 0x0a;

const SCRATCH = new Scratch();

const Whole = z.object({ dossiers: z.record(z.string(), z.unknown()) });

/**
 * How a document of dossiers is written: JSON with a line for each, in the order of their ids. So one dossier is read or
 * replaced without making objects of its hundred neighbours, which kept whoever saved one waiting for the memory's
 * cleaning. JSON of the same shape in other lines is read as well.
 */
export const dossierLines = {
  encode(lines: DossierLines): Buffer {
    const members = [...lines].sort(([one], [other]) => (one < other ? -1 : 1));
    const pieces: Uint8Array[] = [OPENING];
    for (const [nth, [id, text]] of members.entries()) {
      if (nth > 0) pieces.push(BETWEEN);
      pieces.push(Buffer.from(`${JSON.stringify(id)}:`), text);
    }
    pieces.push(CLOSING);
    const body = SCRATCH.take(pieces.reduce((length, piece) => length + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      body.set(piece, at);
      at += piece.length;
    }
    return body;
  },

  release: (body: Buffer): void => SCRATCH.give(body),

  decode(body: Buffer): DossierLines {
    return inLines(body) ?? inOnePiece(body);
  },
};

/** Undefined where the lines are not those that `encode` makes. */
function inLines(body: Buffer): DossierLines | undefined {
  if (!body.subarray(0, OPENING.length).equals(OPENING) || !body.subarray(-CLOSING.length).equals(CLOSING)) {
    return undefined;
  }
  const lines = new Map<string, Uint8Array>();
  const end = body.length - CLOSING.length;
  for (let from = OPENING.length; from < end; ) {
    const feed = body.indexOf(LINE_FEED, from);
    const last = feed < 0 || feed >= end;
    const line = body.subarray(from, last ? end : feed - 1);
    if (!last && body[feed - 1] !== BETWEEN[0]) return undefined;
    const colon = line.indexOf('":') + 1;
    const id = colon > 0 ? parseJson(line.toString('utf8', 0, colon)) : undefined;
    if (typeof id !== 'string' || lines.has(id)) return undefined;
    lines.set(id, line.subarray(colon + 1));
    from = last ? end : feed + 1;
  }
  return lines;
}

function inOnePiece(body: Buffer): DossierLines {
  const whole = Whole.safeParse(parseJson(body.toString('utf8')));
  if (!whole.success) throw new Damaged('shape', 'dossiers');
  return new Map(Object.entries(whole.data.dossiers).map(([id, value]) => [id, Buffer.from(JSON.stringify(value))]));
}
