import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { SHEET_PATH } from '#electron/reports/sheet-xml.ts';
import type { Cell } from '#electron/reports/table.ts';
import { XlsxTable } from '#electron/reports/xlsx.ts';

async function written(...batches: Cell[][][]): Promise<Record<string, Uint8Array>> {
  const pieces: (string | Uint8Array)[] = [];
  const widths = batches[0]?.[0]?.map(() => 10) ?? [];
  const table = new XlsxTable(async (piece) => void pieces.push(piece), 'customers', widths);
  for (const batch of batches) await table.add(batch);
  await table.finish();
  return unzipSync(Buffer.concat(pieces.map((piece) => Buffer.from(piece))));
}

/** What a spreadsheet program shows of the sheet: a cell by its kind. */
function shown(parts: Record<string, Uint8Array>): Cell[][] {
  const rows: Cell[][] = [];
  let kind = '';
  let text = '';
  const parser = new Parser(
    {
      onopentag: (name, { t = 'n' }) => {
        if (name === 'row') rows.push([]);
        if (name === 'c') [kind, text] = [t, ''];
      },
      ontext: (some) => {
        text += some;
      },
      onclosetag: (name) => {
        if (name === 'c') rows.at(-1)?.push(cellOf(kind, text));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(sheetOf(parts));
  return rows;
}

const sheetOf = (parts: Record<string, Uint8Array>): string => strFromU8(parts[SHEET_PATH] ?? new Uint8Array());

function cellOf(kind: string, text: string): Cell {
  if (kind === 'b') return text === '1';
  if (kind === 'n') return text === '' ? null : Number(text);
  return text.replace(/_x([0-9A-F]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

describe('a list exported as a workbook', () => {
  it('has a head that stays in sight and a filter over all columns', async () => {
    const parts = await written([['id', 'name']], [['1', '甲']], [['2', '乙']]);
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      SHEET_PATH,
    ]);
    expect(sheetOf(parts)).toContain('<pane ySplit="1" topLeftCell="A2"');
    expect(sheetOf(parts)).toContain('<autoFilter ref="A1:B3"/>');
    expect(sheetOf(parts).match(/ s="1"/gu)).toHaveLength(2);
    expect(shown(parts)).toEqual([
      ['id', 'name'],
      ['1', '甲'],
      ['2', '乙'],
    ]);
  });

  it('keeps numbers, truth and nothing apart from texts, and each in its column', async () => {
    const rows = [
      ['a', 'b', 'c', 'd', 'e'],
      [-5, null, true, '0012', false],
    ];
    expect(shown(await written(rows))).toEqual(rows);
  });

  it('shows a text that looks like a formula as the text that it is', async () => {
    const rows = [['=1+1', '+49', '-2', '@SUM(A1)']];
    const parts = await written(rows);
    expect(shown(parts)).toEqual(rows);
    expect(sheetOf(parts)).not.toContain('<f>');
  });

  it('gives every text back as it was, with characters that XML has not, too', { timeout: 60_000 }, async () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }).filter((text) => !/\p{Cs}/u.test(text)),
      fc.string({ unit: fc.constantFrom(...'<>&"_x00D1\u0000\u0007\r\n\t\uFFFF 客', '_x000D_', '_x005F_', ']]>') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { minLength: 1 }), async (rows) => {
        const parts = await written(rows);
        expect(shown(parts)).toEqual(rows.map((row) => row.map((cell) => cell || null)));
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
        expect(sheetOf(parts)).not.toMatch(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/u);
      }),
      { numRuns: 10 },
    );
  });

  it('is refused where a sheet has no room for it', async () => {
    const table = new XlsxTable(async () => undefined, 'customers', []);
    const batch = Array.from({ length: 262_144 }, () => []);
    for (let times = 0; times < 4; times += 1) await table.add(batch);
    await expect(table.add([[]])).rejects.toMatchObject({ problem: { key: 'sheetTooLong' } });
  });
});
