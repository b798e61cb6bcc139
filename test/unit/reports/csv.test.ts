import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvTable } from '#electron/reports/csv.ts';
import type { Cell } from '#electron/reports/table.ts';

async function written(...batches: Cell[][][]): Promise<string> {
  let text = '';
  const table = new CsvTable(async (piece) => {
    text += piece;
  });
  for (const batch of batches) await table.add(batch);
  await table.finish();
  return text;
}

/** The table as another program reads it: cells without what keeps formulas out. */
function readBack(text: string): string[][] {
  const rows: string[][] = parse(text, { bom: true, record_delimiter: '\r\n' });
  return rows.map((row) => row.map((cell) => (cell.startsWith("'") ? cell.slice(1) : cell)));
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }).filter((text) => !/\p{Cs}/u.test(text)),
  fc.string({ unit: fc.constantFrom(...'=+-@\'",;\t\r\n|＝＠客a ', '\r\n') }),
);

describe('a list exported as CSV', () => {
  it('begins with one byte order mark, however many batches follow, and ends its lines with CRLF', async () => {
    expect(await written([['id', 'name']], [['1', '甲']], [['2', null]])).toBe('\uFEFFid,name\r\n1,甲\r\n2,\r\n');
  });

  it('writes numbers and truth as they are, also negative ones', async () => {
    expect(await written([[-5, 0, true, false, null]])).toBe('\uFEFF-5,0,true,false,\r\n');
  });

  it('has no text that a spreadsheet could take for a formula', async () => {
    const texts = ['=1+1', '+49', '-2', '@SUM(A1)', '\t=1', '＝1', "'quoted"];
    const [cells = []] = parse(await written([texts]), { bom: true, record_delimiter: '\r\n' }) as string[][];
    expect(cells).toEqual(texts.map((text) => `'${text}`));
  });

  it('gives every text back as it was, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyText, { minLength: 3, maxLength: 3 }), { minLength: 1 }), async (rows) => {
        const head = [['a', 'b', 'c']];
        expect(readBack(await written(head, rows))).toEqual([...head, ...rows]);
      }),
    );
  });
});
