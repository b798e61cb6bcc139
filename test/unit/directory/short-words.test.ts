import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShortWords } from '#electron/directory/index/short-words.ts';
import { IndexTables } from '#electron/directory/index/tables.ts';
import { Slices } from '#electron/directory/slices.ts';

/** Puts texts of a customer in, as the index does. */
function put(tables: IndexTables, row: number, name: string, keys: string): void {
  const { customers } = tables;
  while (customers.size <= row) customers.take();
  tables.version += 1;
  customers.putName(row, name);
  customers.id.set(row, `${row}-0a`);
  customers.keys.set(row, keys);
  customers.changed.data[row] = tables.version;
}

const rowsOf = (bits: Uint32Array | null, size: number): number[] | null =>
  bits && Array.from({ length: size }, (_, row) => row).filter((row) => ((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1);

describe('short words', () => {
  it('know the rows that hold them, whatever changed since', async () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'Z', '0', '.', '\n', '华', 'é'), maxLength: 6 });
    const puts = fc.array(fc.tuple(fc.nat({ max: 99 }), texts, texts), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(puts, { maxLength: 4 }), async (rounds) => {
        const tables = new IndexTables();
        const words = new ShortWords(tables);
        for (const round of rounds) {
          for (const [row, name, keys] of round) put(tables, row, name, keys);
          await words.update(new Slices(), Number.POSITIVE_INFINITY);
          const { customers } = tables;
          for (const word of ['a', 'b', 'z', '0', 'ab', 'bb', 'z0', '0a', 'aa']) {
            const held = Array.from({ length: customers.size }, (_, row) => row).filter((row) =>
              [customers.folded, customers.id, customers.keys].some((text) => text.get(row).includes(word)),
            );
            expect(rowsOf(words.rowsWith(word), customers.size)).toEqual(held);
          }
        }
      }),
    );
  });

  it('say nothing of other words, nor while much has changed', async () => {
    const tables = new IndexTables();
    const words = new ShortWords(tables);
    put(tables, 0, 'abc', '');
    await words.update(new Slices(), 0);
    expect(words.rowsWith('a')).toBeNull();
    await words.update(new Slices(), 1);
    expect(rowsOf(words.rowsWith('a'), 1)).toEqual([0]);
    for (const word of ['', 'abc', '华', 'a.', '-']) expect(words.rowsWith(word)).toBeNull();
    put(tables, 40, 'abc', '');
    expect(words.rowsWith('a')).toBeNull();
  });

  it('do not miss what changes while they are brought up to date', async () => {
    const tables = new IndexTables();
    const words = new ShortWords(tables);
    for (let row = 0; row < 100; row += 1) put(tables, row, 'a', '');
    const busy = new Slices(0);
    const updated = words.update(busy, Number.POSITIVE_INFINITY);
    put(tables, 0, 'b', '');
    await updated;
    expect(words.rowsWith('b')).toBeNull();
    await words.update(busy, Number.POSITIVE_INFINITY);
    expect(rowsOf(words.rowsWith('b'), 100)).toEqual([0]);
  });
});
