import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Gate } from '#electron/directory/index/gate.ts';
import { GramFilters, gramsOf } from '#electron/directory/index/gram-filters.ts';
import { Instants } from '#electron/directory/index/instants.ts';
import { Interned } from '#electron/directory/index/interned.ts';
import { Marks } from '#electron/directory/index/marks.ts';
import { mergeSort } from '#electron/directory/index/merge-sort.ts';
import { idKeyOf } from '#electron/directory/index/table.ts';
import { CHUNK, TextColumn } from '#electron/directory/index/text-column.ts';
import { Slices } from '#electron/directory/slices.ts';

describe('a column of texts', () => {
  it('gives what was put in, and finds the rows that hold a word, whatever was put in since', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '华', 'é'), maxLength: 9 });
    const puts = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 * CHUNK }), texts), { maxLength: 60 });
    fc.assert(
      fc.property(
        fc.array(puts, { maxLength: 3 }),
        fc.constantFrom('a', 'ab', '华', 'ca', 'abca', '华a华bé'),
        (rounds, word) => {
          const column = new TextColumn();
          const expected = new Map<number, string>();
          const size = 4 * CHUNK;
          column.reserve(size);
          for (const round of rounds) {
            for (const [row, text] of round) {
              column.set(row, text);
              expected.set(row, text);
            }
            const found = new Marks(size);
            for (const chunk of column.chunksWith(gramsOf(word), size)) {
              column.makeFilter(chunk);
              column.mark(chunk, word, found, 2);
            }
            const whole = Array.from({ length: size }, (_, row) => expected.get(row) ?? '');
            expect(whole.findIndex((text, row) => column.get(row) !== text)).toBe(-1);
            expect(whole.findIndex((text, row) => text.includes(word) !== (found.bits[row] === 2))).toBe(-1);
          }
        },
      ),
    );
  });
});

describe('filters of grams', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', '7', '-', '华', '盛', '\n'), maxLength: 400 });

  it('never rule out a chunk that holds the word, whatever changed', () => {
    const puts = fc.array(fc.record({ chunk: fc.nat({ max: 99 }), text: texts }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(puts, fc.nat(), fc.nat({ max: 20 }), (changes, from, length) => {
        const filters = new GramFilters();
        const held = new Map<number, string>();
        for (const { chunk, text } of changes) {
          filters.forget(chunk);
          filters.put(chunk, text);
          held.set(chunk, text);
        }
        for (const [chunk, text] of held) {
          const start = text.length === 0 ? 0 : from % text.length;
          expect(filters.chunksWith(gramsOf(text.slice(start, start + length)), 100)).toContain(chunk);
        }
      }),
    );
  });

  it('rule out most chunks that do not, but none that is not known', () => {
    const filters = new GramFilters();
    const idsOf = (seed: number) =>
      Array.from({ length: CHUNK }, (_, nth) => createHash('md5').update(`${seed} ${nth}`).digest('hex')).join('\n');
    for (let chunk = 0; chunk < 100; chunk += 1) filters.put(chunk, idsOf(chunk));
    const all = Array.from({ length: 101 }, (_, chunk) => chunk);
    const among = () => filters.chunksWith(gramsOf('0123abcd'), all.length);
    const before = among();
    expect(before).toContain(100);
    expect(before.length).toBeLessThan(20);
    for (const chunk of all) filters.forget(chunk);
    expect(among()).toEqual(all);
  });
});

describe('an instant', () => {
  it('comes out as it was written', () => {
    const instants = new Instants(new Interned());
    const written = fc.oneof(
      fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
      fc.constantFrom(
        '2026-11-22T00:00:00Z',
        '2026-11-22T08:30:00+08:00',
        '2026-11-22T00:00:00.1234567Z',
        '2026-11-22T00:00:00.5-03:30',
        '2026-11-22T00:00Z',
      ),
    );
    fc.assert(
      fc.property(written, (text) => {
        expect(instants.text(Date.parse(text), instants.formOf(text))).toBe(text);
      }),
    );
    expect(instants.text(0, instants.formOf(null))).toBeNull();
  });
});

describe('sorting in slices', () => {
  it('puts every row in its place, rows alike in their order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 2000 }), async (cells) => {
        const compare = (one: number, other: number) => (cells[one] ?? 0) - (cells[other] ?? 0) || one - other;
        const rows = Uint32Array.from(cells.keys());
        const sorted = await mergeSort(rows.slice(), compare, new Slices());
        expect([...sorted]).toEqual([...rows].sort(compare));
      }),
    );
  });
});

it('ids whose keys differ stand in the order of their keys', () => {
  const ids = fc.string({ unit: fc.constantFrom('0', '9', 'a', 'f', '-', ':', 'ÿ', '华'), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(ids, ids, (one, other) => {
      const order = idKeyOf(one) - idKeyOf(other);
      if (order !== 0) expect(order < 0).toBe(one < other);
    }),
  );
});

describe('the gate of the index', () => {
  it('lets readers in together, and a writer alone, in the order in which they ask', async () => {
    const gate = new Gate();
    const events: string[] = [];
    const turn = (name: string) => async () => {
      events.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 2));
      events.push(`${name} out`);
    };
    await Promise.all([
      gate.read(turn('a')),
      gate.read(turn('b')),
      gate.write(turn('W')),
      gate.read(turn('c')),
      gate.write(turn('X')),
    ]);
    expect(events).toEqual(['a in', 'b in', 'a out', 'b out', 'W in', 'W out', 'c in', 'c out', 'X in', 'X out']);
  });

  it('goes on after one that failed', async () => {
    const gate = new Gate();
    await expect(gate.write(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(gate.read(() => 1)).resolves.toBe(1);
  });
});
