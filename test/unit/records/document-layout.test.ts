import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeDocument,
  encodeDocument,
  HEAD_BYTES,
  packDocument,
  readHead,
} from '#electron/records/document-layout.ts';

const KEY = randomBytes(32);
const WRITING = { at: '2026-11-22T08:00:00.000Z', entry: 7 };
const clear = { format: 'dossiers', name: 'dossiers/1a3.json', key: null };
const sealed = { ...clear, key: KEY };

const encoded = (identity: typeof clear | typeof sealed, body: Uint8Array): Buffer =>
  Buffer.concat(encodeDocument(identity, body, WRITING));

describe.each([
  ['in the clear', clear],
  ['sealed', sealed],
])('a document %s', (_, identity) => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (body) => {
        const read = decodeDocument(identity, encoded(identity, body));
        expect(read).toMatchObject({ is: 'whole', head: WRITING });
        expect(read.is === 'whole' && Buffer.compare(read.body, body)).toBe(0);
      }),
    );
  });

  it('is told to be damaged whichever byte of it is changed', () => {
    const bytes = encoded(identity, Buffer.from('{"dossiers":{"华盛":1}}'));
    for (let at = 0; at < bytes.length; at += 1) {
      for (const change of [0x01, 0x20, 0x80]) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ change;
        // A version of more digits than ours is another damage that a changed byte can do.
        expect(decodeDocument(identity, changed).is, `byte ${at}`).not.toBe('whole');
      }
    }
  });

  it('is told to be damaged wherever it is cut off or goes on', () => {
    const bytes = encoded(identity, Buffer.from('{"dossiers":{}}'));
    for (let length = 0; length < bytes.length; length += 1) {
      expect(decodeDocument(identity, bytes.subarray(0, length)).is).toBe('damaged');
    }
    expect(decodeDocument(identity, Buffer.concat([bytes, Buffer.from('\n')])).is).toBe('damaged');
  });

  it('cannot stand in for another', () => {
    const bytes = encoded(identity, Buffer.from('{}'));
    expect(decodeDocument({ ...identity, name: 'dossiers/1a4.json' }, bytes)).toMatchObject({ damage: 'checksum' });
    expect(decodeDocument({ ...identity, format: 'workspace' }, bytes)).toMatchObject({ damage: 'format' });
  });

  it('has a stamp in its header that is another one when its content is', () => {
    const stamp = (body: string) => {
      const read = readHead(encoded(identity, Buffer.from(body)).subarray(0, HEAD_BYTES), 'dossiers');
      return read.is === 'whole' ? read.head.checksum : read.is;
    };
    expect(stamp('{"a":1}')).toMatch(/^sha256:/);
    expect(stamp('{"a":1}')).not.toBe(stamp('{"a":2}'));
  });
});

it('a document of another key, or of none where there is one, is told apart from a damaged one', () => {
  const body = Buffer.from('{}');
  const stranger = { ...clear, key: randomBytes(32) };
  expect(decodeDocument(sealed, encoded(stranger, body))).toMatchObject({ damage: 'key' });
  expect(decodeDocument(sealed, encoded(clear, body))).toMatchObject({ damage: 'key' });
  expect(decodeDocument(clear, encoded(sealed, body))).toMatchObject({ damage: 'key' });
});

it('a sealed document shows nothing of what is in it', () => {
  expect(encoded(sealed, Buffer.from('{"name":"Contoso"}')).toString('latin1')).not.toContain('Contoso');
});

it('a document of a newer version is told apart, whatever else its header says', () => {
  const bytes = Buffer.from('{"format":"partner-console/dossiers","version":3,"fields":"unheard of"}\n\u0001\u0002');
  expect(decodeDocument(clear, bytes)).toEqual({ is: 'newer', version: 3 });
});

describe('a packed document', () => {
  const body = Buffer.from(
    JSON.stringify({ dossiers: Object.fromEntries(Array.from({ length: 50 }, (_, n) => [n, '昆仑'])) }),
  );

  it('is read as it was written, and shorter', async () => {
    const bytes = Buffer.concat(await packDocument(sealed, body, WRITING));
    const read = decodeDocument(sealed, bytes);
    expect(read.is === 'whole' && read.body.equals(body)).toBe(true);
    expect(bytes.length).toBeLessThan(body.length);
  });

  it('is told to be damaged whichever byte of it is changed', async () => {
    const bytes = Buffer.concat(await packDocument(sealed, body, WRITING));
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      expect(decodeDocument(sealed, changed).is, `byte ${at}`).not.toBe('whole');
    }
  });

  it('is damaged when what was encrypted is not packed at all', () => {
    const bytes = Buffer.concat(encodeDocument(sealed, Buffer.from('{"no": "deflate"}'), WRITING, true));
    expect(decodeDocument(sealed, bytes)).toMatchObject({ is: 'damaged', damage: 'format' });
  });

  it('stays legible in the clear', async () => {
    expect(Buffer.concat(await packDocument(clear, body, WRITING)).includes(body)).toBe(true);
  });
});
