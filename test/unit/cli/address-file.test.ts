import { describe, expect, it } from 'vitest';
import { readAddressFile } from '#electron/hosts/cli/address-file.ts';
import { readAddressList } from '#electron/invitations/address-list.ts';
import { aDossier } from '#test/unit/support/dossiers.ts';

const idOf = (n: number) => `55555555-5555-4555-8555-${String(n).padStart(12, '0')}`;
const CUSTOMERS = ['青岛远洋物流集团', 'Contoso', '北京华盛'].map((name, n) => aDossier(idOf(n), name));
const LINES = ['青岛远洋物流集团,a@qd.example', 'Contoso,b@contoso.example', '北京华盛,c@hs.example'];

/** What is taken from a file of these bytes. */
async function read(bytes: Uint8Array) {
  const { addresses, bad } = await readAddressList(await readAddressFile('a.csv', bytes), CUSTOMERS);
  return { taken: [...addresses.values()], bad: bad.map(({ line, problem }) => [line, problem.key]) };
}

/** The lines with a piece of bytes put into the second one. */
const damaged = (...bytes: number[]) =>
  Buffer.concat([
    Buffer.from(`${LINES[0]}\nCon`),
    Buffer.from(bytes),
    Buffer.from(`toso,b@contoso.example\r\n${LINES[2]}\n`),
  ]);

describe('an address file', () => {
  it('is taken whole when nothing is wrong with it', async () => {
    expect(await read(Buffer.from(LINES.join('\n')))).toEqual({
      taken: ['a@qd.example', 'b@contoso.example', 'c@hs.example'],
      bad: [],
    });
  });

  it.each([
    ['one NUL byte', [0x00]],
    ['a damaged letter', [0xff]],
    ['half a Chinese sign', [0xe9, 0x9d]],
    ['another control sign', [0x1b]],
  ])('with %s loses that line alone, which is listed', async (_, bytes) => {
    expect(await read(damaged(...bytes))).toEqual({
      taken: ['a@qd.example', 'c@hs.example'],
      bad: [[2, 'addressLineUnreadable']],
    });
  });

  it('with damage in the last line, which has no end, loses that line alone', async () => {
    const bytes = Buffer.concat([Buffer.from(`${LINES[0]}\n${LINES[1]}\nX`), Buffer.from([0xff])]);
    expect(await read(bytes)).toEqual({
      taken: ['a@qd.example', 'b@contoso.example'],
      bad: [[3, 'addressLineUnreadable']],
    });
  });

  it('that is a workbook or damaged all over is refused whole', async () => {
    await expect(read(Buffer.from('PK\u0003\u0004…'))).rejects.toThrow('import.workbook');
    const noise = Buffer.from(Array.from({ length: 300 }, () => `青岛\n`).join(''));
    const lines = Buffer.concat(
      Array.from({ length: 300 }, () => Buffer.concat([Buffer.from('青岛'), Buffer.from([0xff, 0x0a])])),
    );
    await expect(read(Buffer.concat([noise, lines]))).rejects.toThrow('import.encoding');
  });
});
