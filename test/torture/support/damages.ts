/** Bytes of a file as something other than the console left them. */
export interface Damage {
  readonly how: string;
  readonly bytes: Buffer;
}

const LINE_FEED = 0x0a;

/** What people, other programs and dying disks put in the place of a file. */
const FOREIGN: Readonly<Record<string, Buffer>> = {
  'an empty file': Buffer.alloc(0),
  'a picture': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  'an empty object': Buffer.from('{}'),
  'an empty line': Buffer.from('\n'),
  'a note': Buffer.from('华盛联创：星期一打电话\n'),
  'somebody else’s document': Buffer.from('{"format":"partner-console/other","version":2}\n{"dossiers":{}}'),
};

/** Every kind of damage, region by region; of single bytes every so many of the header's, and those around the body. */
export function* damagesOf(bytes: Buffer, every: number): Generator<Damage> {
  const head = bytes.indexOf(LINE_FEED);
  const middle = (head + bytes.length) >> 1;
  for (let at = 0; at < head; at += every) yield { how: `byte ${at} of the header`, bytes: flipped(bytes, at) };
  const places = {
    'header’s end': head,
    'body’s start': head + 1,
    'body’s middle': middle,
    'last byte': bytes.length - 1,
  };
  for (const [place, at] of Object.entries(places)) yield { how: `the ${place}`, bytes: flipped(bytes, at) };
  for (const length of [1, head >> 1, head, head + 1, middle, bytes.length - 1]) {
    yield { how: `cut to ${length} bytes`, bytes: bytes.subarray(0, length) };
  }
  yield { how: 'zeros', bytes: Buffer.alloc(bytes.length) };
  yield { how: 'zeros from its middle on', bytes: Buffer.from(bytes).fill(0, middle) };
  yield { how: 'zeros for its header', bytes: Buffer.from(bytes).fill(0, 0, head) };
  yield { how: 'more than its end', bytes: Buffer.concat([bytes, Buffer.from('\n')]) };
  for (const [how, foreign] of Object.entries(FOREIGN)) yield { how: `${how} in its place`, bytes: foreign };
}

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  // A header's version becomes no newer by this, and no byte stays what it is.
  changed[at] = (changed[at] ?? 0) ^ 0x48;
  return changed;
}
