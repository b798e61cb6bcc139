import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dossierLines } from '#electron/records/dossier-lines.ts';

const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const asObject = (body: Uint8Array) => JSON.parse(Buffer.from(body).toString('utf8'));
const read = (lines: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...lines].map(([id, text]) => [id, asObject(text)]));

describe('a document of dossiers in lines', () => {
  it('is JSON, and comes out as it went in, whatever stands in the dossiers', () => {
    const dossiers = fc.dictionary(fc.string({ unit: 'grapheme', minLength: 1 }), fc.jsonValue());
    fc.assert(
      fc.property(dossiers, (all) => {
        const body = dossierLines.encode(new Map(Object.entries(all).map(([id, value]) => [id, json(value)])));
        const plain = JSON.parse(JSON.stringify(all));
        expect(asObject(body)).toEqual({ dossiers: plain });
        expect(read(dossierLines.decode(body))).toEqual(plain);
      }),
    );
  });

  it('gives the same bytes in whatever order the dossiers came', () => {
    const [a, b] = [json({ id: 'a' }), json({ id: 'b' })];
    const one = dossierLines.encode(new Map([['b', b], ['a', a]])); // biome-ignore format: one line shows it
    expect(one.equals(dossierLines.encode(new Map([['a', a], ['b', b]])))).toBe(true); // biome-ignore format: one line shows it
  });

  it('writes into the same memory again, but into none that was not given back', () => {
    const one = dossierLines.encode(new Map([['a', json({ id: 'a' })]]));
    const other = dossierLines.encode(new Map([['b', json({ id: 'b' })]]));
    expect([asObject(one), asObject(other)]).toEqual([
      { dossiers: { a: { id: 'a' } } },
      { dossiers: { b: { id: 'b' } } },
    ]);
    dossierLines.release(one);
    const next = dossierLines.encode(new Map([['c', json({ id: 'c' })]]));
    expect(next.buffer).toBe(one.buffer);
    expect([asObject(next), asObject(other)]).toEqual([
      { dossiers: { c: { id: 'c' } } },
      { dossiers: { b: { id: 'b' } } },
    ]);
  });

  it('reads a document in one line, as earlier builds wrote it', () => {
    const dossiers = { x: { name: '昆仑\n云' }, y: { n: [1, { z: null }] } };
    expect(read(dossierLines.decode(json({ dossiers })))).toEqual(dossiers);
    expect(read(dossierLines.decode(Buffer.from(JSON.stringify({ dossiers }, null, 2))))).toEqual(dossiers);
  });

  it.each([
    ['', 'nothing'],
    ['{"dossiers":[]}', 'a list'],
    ['{"dossiers":{\n"a":{},\n"a":{}\n}', 'no end'],
    ['{"dossiers":{\n"a":{}\n"b":{}\n}}', 'no comma'],
  ])('refuses %j (%s) as damaged', (text) => {
    expect(() => dossierLines.decode(Buffer.from(text))).toThrow('shape');
  });
});
