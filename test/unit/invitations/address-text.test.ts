import { describe, expect, it } from 'vitest';
import { readAddressFile } from '#electron/hosts/cli/address-file.ts';
import { readAddressList } from '#electron/invitations/address-list.ts';
import { addressText } from '#shared/model/address-text.ts';
import { aDossier } from '#test/unit/support/dossiers.ts';

const idOf = (n: number) => `55555555-5555-4555-8555-${String(n).padStart(12, '0')}`;
const CUSTOMERS = ['青岛远洋物流集团', 'Contoso', '北京华盛'].map((name, n) => aDossier(idOf(n), name));
const LINES = ['青岛远洋物流集团,a@qd.example', 'Contoso,b@contoso.example', '北京华盛,c@hs.example'];
const WHOLE = ['a@qd.example', 'b@contoso.example', 'c@hs.example'];

/** `青岛远洋物流集团` and `北京华盛` in GB18030. */
const QINGDAO = [0xc7, 0xe0, 0xb5, 0xba, 0xd4, 0xb6, 0xd1, 0xf3, 0xce, 0xef, 0xc1, 0xf7, 0xbc, 0xaf, 0xcd, 0xc5];
const BEIJING = [0xb1, 0xb1, 0xbe, 0xa9, 0xbb, 0xaa, 0xca, 0xa2];

const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => utf16(text).swap16();
const gbLines = (...damage: number[]) =>
  bytesOf(QINGDAO, ',a@qd.example\r\nCon', damage, 'toso,b@contoso.example\r\n', BEIJING, ',c@hs.example');
const damaged = (...damage: number[]) => bytesOf(`${LINES[0]}\nCon`, damage, `toso,b@contoso.example\r\n${LINES[2]}\n`);
const times = (count: number, line: Buffer) => Array.from({ length: count }, () => [...line]);

/** What is taken from a text, and the lines that are listed as unreadable. */
async function taken(text: string) {
  const { addresses, bad } = await readAddressList(text, CUSTOMERS);
  expect(bad.every(({ problem }) => problem.key === 'addressLineUnreadable')).toBe(true);
  return { taken: [...addresses.values()], bad: bad.map(({ line }) => line) };
}

/** As the window reads a file, and as the command line does. */
const HOSTS: readonly [string, (bytes: Uint8Array) => string | null][] = [
  ['the window', (bytes) => addressText(new Uint8Array(bytes))],
  ['the command line', (bytes) => readAddressFile('a.csv', bytes)],
];

const withoutSecond = ['a@qd.example', 'c@hs.example'];
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

const CASES: readonly [string, Uint8Array, readonly string[], readonly number[]][] = [
  ['UTF-8', bytesOf(LINES.join('\n')), WHOLE, []],
  ['UTF-8 with its mark', bytesOf([0xef, 0xbb, 0xbf], LINES.join('\r\n')), WHOLE, []],
  ['UTF-16 with its mark', bytesOf([0xff, 0xfe], [...utf16(LINES.join('\r\n'))]), WHOLE, []],
  ['UTF-16, big end first, with its mark', bytesOf([0xfe, 0xff], [...utf16be(LINES.join('\n'))]), WHOLE, []],
  ['UTF-16 without a mark', utf16(LINES.join('\r\n')), WHOLE, []],
  ['UTF-16, big end first, without a mark', utf16be(LINES.join('\r\n')), WHOLE, []],
  ['GB18030', gbLines(), WHOLE, []],
  ['GB18030 with one bad byte', gbLines(0xff), withoutSecond, [2]],
  ['GB18030 with one NUL', gbLines(0x00), withoutSecond, [2]],
  [
    'UTF-8 with 150 rows each cut inside a Chinese name',
    bytesOf(`${LINES[0]}\n`, ...times(150, bytesOf('青岛远', [0xe6], ',a@qd.example\n')), LINES[2] ?? ''),
    withoutSecond,
    range(2, 151),
  ],
  [
    'UTF-8 whose every row is cut inside a Chinese name, to an even number of bytes',
    bytesOf(...times(150, bytesOf('青', [0xe5], ',a@qd.example\n')), LINES[1] ?? ''),
    ['b@contoso.example'],
    range(1, 150),
  ],
  [
    'UTF-16 with half a surrogate pair',
    bytesOf([0xff, 0xfe], [...utf16(`${LINES[0]}\nCon`)], [0x00, 0xd8], [...utf16(`toso,b@x.example\n${LINES[2]}`)]),
    withoutSecond,
    [2],
  ],
  [
    'UTF-16 that was cut inside a character',
    bytesOf([0xff, 0xfe], [...utf16(`${LINES[0]}\nX`)], [0x41]),
    ['a@qd.example'],
    [2],
  ],
  ['short ASCII with one NUL', bytesOf('Con\0toso,b@x.example\nContoso,b@contoso.example'), ['b@contoso.example'], [1]],
  ['a block of NULs', bytesOf(`${LINES[0]}\n`, Array<number>(300).fill(0), `\n${LINES[2]}`), withoutSecond, [2]],
  ['lone CR with a bad byte', bytesOf(`${LINES[0]}\rCon`, [0xff], `toso,b@x.example\r${LINES[2]}`), withoutSecond, [2]],
  [
    'more than a hundred damaged lines',
    bytesOf(`${LINES[0]}\n`, ...times(300, bytesOf('Con', [0xff], 'toso,b@x.example\n')), LINES[2] ?? ''),
    withoutSecond,
    range(2, 301),
  ],
  ['a damaged letter', damaged(0xff), withoutSecond, [2]],
  ['half a Chinese sign', damaged(0xe9, 0x9d), withoutSecond, [2]],
  ['another control sign', damaged(0x1b), withoutSecond, [2]],
  ['damage in the last line, which has no end', bytesOf(`${LINES[0]}\n${LINES[1]}\nX`, [0xff]), WHOLE.slice(0, 2), [3]],
  [
    'Western letters of one byte',
    bytesOf('M', [0xfc], 'ller,m@x.example\nContoso,b@contoso.example'),
    ['b@contoso.example'],
    [1],
  ],
];

describe.each(HOSTS)('in %s a file of addresses', (_, read) => {
  it.each(CASES)('in %s loses no line but the damaged ones, which are listed', async (_name, bytes, good, bad) => {
    expect(await taken(read(bytes) ?? '')).toEqual({ taken: good, bad });
  });
});

describe('a file that is no text', () => {
  it.each([
    ['a workbook', bytesOf('PK\u0003\u0004…')],
    ['a former workbook', bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['a PDF', bytesOf('%PDF-1.7\n')],
    ['a picture', bytesOf([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['a photograph', bytesOf([0xff, 0xd8, 0xff, 0xe0])],
  ])('such as %s is refused', (_, bytes) => {
    expect(addressText(bytes)).toBeNull();
    expect(() => readAddressFile('a.xlsx', bytes)).toThrow('addressFileNoText {"file":"a.xlsx"}');
  });
});

describe('the text of a file of addresses', () => {
  it('keeps tabs and line ends as they are, and has no byte order mark', () => {
    const text = 'a\tb@c.example\r\nd;e@f.example\rg\n';
    expect(addressText(bytesOf([0xef, 0xbb, 0xbf], text))).toBe(text);
    expect(addressText(bytesOf())).toBe('');
  });
});
