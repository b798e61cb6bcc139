import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeFile } from '#electron/sync/files/decode.ts';
import { detectDelimiter, readDelimited } from '#electron/sync/files/delimited.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';

const HEADER = 'Microsoft ID,Company name\r\n';

/** Chinese names as people write them: from the common part of the character set. */
const chineseName = fc.string({
  unit: fc.constantFrom(...'华盛联创北京科技有限公司海天智远中国电信上海贸易集团（）'),
  minLength: 1,
  maxLength: 12,
});
const anyText = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !text.includes('\0'));

const decoded = async (bytes: Uint8Array) => {
  const { encoding, utf8 } = await decodeFile('names.csv', bytes);
  return { encoding, text: utf8.toString('utf8') };
};

describe('decoding', () => {
  it('gives back UTF-8 as it was, with and without a mark', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const content = HEADER + text;
        expect(await decoded(Buffer.from(content))).toEqual({ encoding: 'utf-8', text: content });
        expect(await decoded(Buffer.from(`\ufeff${content}`))).toEqual({ encoding: 'utf-8-bom', text: content });
      }),
    );
  });

  it('gives back UTF-16 as it was: with a mark in either order, and without one', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const content = HEADER + text;
        const little = iconv.encode(content, 'utf-16le');
        expect(await decoded(iconv.encode(content, 'utf-16le', { addBOM: true }))).toEqual({
          encoding: 'utf-16le',
          text: content,
        });
        expect(await decoded(iconv.encode(content, 'utf-16be', { addBOM: true }))).toEqual({
          encoding: 'utf-16be',
          text: content,
        });
        expect(await decoded(little)).toEqual({ encoding: 'utf-16le', text: content });
      }),
    );
  });

  it('gives back Chinese names written in GB18030', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(chineseName, { minLength: 1 }), async (names) => {
        const content = HEADER + names.join('\r\n');
        const bytes = iconv.encode(content, 'gb18030');
        // A file of one or two characters may be valid UTF-8 by accident (盛 is ʢ); nobody can tell then.
        fc.pre(!isUtf8(bytes));
        const { encoding, text } = await decoded(bytes);
        expect(text).toBe(content);
        expect(encoding).toBe('gb18030');
      }),
    );
  });

  it('knows UTF-16 without a mark in spite of characters with a zero byte of their own', async () => {
    const content = `${HEADER}1,一一一公司`;
    expect(await decoded(iconv.encode(content, 'utf-16le'))).toEqual({ encoding: 'utf-16le', text: content });
  });

  it('reads GB18030 that needs four bytes for a character', async () => {
    const content = `${HEADER}华盛𠀀科技`;
    expect(await decoded(iconv.encode(content, 'gb18030'))).toEqual({ encoding: 'gb18030', text: content });
  });

  it.each(['utf8', 'utf-16le', 'utf-16be', 'gb18030'])(
    'reads a long text in %s whole, wherever it is parted',
    async (encoding) => {
      // Lines of an odd length move the pieces' ends through all the bytes of the characters.
      const lines = Array.from(
        { length: 12_000 },
        (_, n) => `${n},华盛联创😀𠀀${'x'.repeat(n % 7)}北京科技有限公司上海贸易`,
      );
      const content = HEADER + lines.join('\r\n');
      const bytes = iconv.encode(content, encoding, { addBOM: encoding.startsWith('utf-16') });
      const { text } = await decoded(bytes);
      expect(text === content).toBe(true);
    },
  );

  it('names the line of a fault far inside a long text', async () => {
    const line = Buffer.from('华盛联创北京科技有限公司\n');
    const lines = Array.from({ length: 30_000 }, () => line);
    const broken = Buffer.concat([Buffer.from('\ufeff'), ...lines, Buffer.from([0xe5, 0x8d]), ...lines]);
    expect(await rejectionOf(() => decoded(broken))).toMatchObject({ values: { line: 30_001, encoding: 'UTF-8' } });
    const wide = iconv.encode('华盛联创\n'.repeat(90_000), 'utf-16le', { addBOM: true });
    const lone = Buffer.concat([wide, Buffer.from([0x00, 0xd8, 0x0a, 0x00])]);
    expect(await rejectionOf(() => decoded(lone))).toMatchObject({ values: { line: 90_001, encoding: 'UTF-16' } });
  });

  it('names the line where a UTF-8 text was cut inside a character', async () => {
    const cut = Buffer.from(`${HEADER}1,华盛联创\r\n2,北京`).subarray(0, -1);
    expect(await rejectionOf(() => decoded(cut))).toMatchObject({
      key: 'import.encoding',
      values: { file: 'names.csv', line: 3 },
    });
  });

  it('names the line where a marked UTF-8 text is broken', async () => {
    const broken = Buffer.concat([Buffer.from('\ufeffa\nb\n'), Buffer.from([0xff]), Buffer.from('\nc')]);
    expect(await rejectionOf(() => decoded(broken))).toMatchObject({ values: { line: 3, encoding: 'UTF-8' } });
  });

  it('names the line that leaves the encoding of the others', async () => {
    const mixed = Buffer.concat([
      Buffer.from(`${HEADER}1,华盛联创\r\n2,海天智远\r\n`),
      iconv.encode('3,北京科技\r\n', 'gb18030'),
      Buffer.from('4,上海贸易\r\n'),
    ]);
    expect(await rejectionOf(() => decoded(mixed))).toMatchObject({ key: 'import.encoding', values: { line: 4 } });
  });

  it('names the line where a GB18030 text was cut inside a character', async () => {
    const cut = iconv.encode(`${HEADER}1,华盛联创\r\n2,北京`, 'gb18030').subarray(0, -1);
    expect(await rejectionOf(() => decoded(cut))).toMatchObject({ values: { line: 3, encoding: 'GB18030' } });
  });

  it('refuses a western one-byte encoding rather than make Chinese of it', async () => {
    const western = iconv.encode(`${HEADER}1,Müller Söhne\r\n2,Gür İnşaat\r\n`, 'windows-1254');
    expect(await rejectionOf(() => decoded(western))).toMatchObject({ key: 'import.encoding' });
  });

  it('refuses Big5 rather than make other Chinese of it', async () => {
    const big5 = iconv.encode(`${HEADER}1,plain\r\n2,聯強國際股份有限公司\r\n`, 'big5');
    expect(await rejectionOf(() => decoded(big5))).toMatchObject({ key: 'import.encoding', values: { line: 3 } });
  });

  it('refuses UTF-16 that was cut, a workbook, and what is no text', async () => {
    const wide = iconv.encode(`${HEADER}1,华盛`, 'utf-16le', { addBOM: true });
    expect(await rejectionOf(() => decoded(wide.subarray(0, -1)))).toMatchObject({
      values: { line: 2, encoding: 'UTF-16' },
    });
    expect(await rejectionOf(() => decoded(Buffer.from('PK\u0003\u0004rest')))).toMatchObject({
      key: 'import.workbook',
    });
    expect(await rejectionOf(() => decoded(Buffer.from('ab\0\0cd\0\0\0')))).toMatchObject({ key: 'import.notText' });
  });
});

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

async function allRecords(content: string) {
  const utf8 = Buffer.from(content);
  const found: { line: number; cells: readonly string[] }[] = [];
  for await (const record of readDelimited('table.csv', utf8, detectDelimiter(utf8))) found.push(record);
  return found;
}

describe('delimited text', () => {
  it('comes apart as it was put together, with the line where each record begins', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r\n', '华', '𠀀', ' '),
      maxLength: 6,
    });
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        async (rows, delimiter, end) => {
          const lines = rows.map((cells) => cells.map(quoted).join(delimiter));
          const content = [`one${delimiter}two`, ...lines].join(end);
          let line = 2;
          const expected = rows.map((cells, index) => {
            const record = { line, cells };
            line += (lines[index]?.match(/\n/gu)?.length ?? 0) + 1;
            return record;
          });
          expect(await allRecords(content)).toEqual([{ line: 1, cells: ['one', 'two'] }, ...expected]);
        },
      ),
    );
  });

  it('counts empty lines without making records of them', async () => {
    expect(await allRecords('\r\na,b\r\n\r\n\r\n1,2\r\n')).toEqual([
      { line: 2, cells: ['a', 'b'] },
      { line: 5, cells: ['1', '2'] },
    ]);
  });

  it('takes the delimiter from the header alone, outside quotes', () => {
    expect(detectDelimiter(Buffer.from('"a,b,c";d\n1,2,3;4'))).toBe(';');
    expect(detectDelimiter(Buffer.from('a\tb\n1,2,3\t4'))).toBe('\t');
    expect(detectDelimiter(Buffer.from('a'))).toBe(',');
  });

  it('names the line of the row whose quote was never closed', async () => {
    expect(await rejectionOf(() => allRecords('a,b\r\n1,"x\r\ny"\r\n2,"open\r\n3,4'))).toMatchObject({
      key: 'import.quotes',
      values: { file: 'table.csv', line: 4 },
    });
  });

  it('keeps its count over many pieces', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `${index},"第${index}\r\n行"`);
    const records = await allRecords(`a,b\r\n${rows.join('\r\n')}`);
    expect(records).toHaveLength(20_001);
    expect(records.at(-1)).toEqual({ line: 2 + 19_999 * 2, cells: ['19999', '第19999\r\n行'] });
  });
});
