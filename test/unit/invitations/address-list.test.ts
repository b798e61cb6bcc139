import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddressList } from '#electron/invitations/address-list.ts';
import { aDossier } from '#test/unit/support/dossiers.ts';

const OBSERVED = { basis: 'observed', source: 'file:Customers.csv', asOf: '2026-11-01T00:00:00Z' };
const domain = (value: string) => ({ domain: { value, ...OBSERVED } });

const CONTOSO = aDossier('11111111-1111-4111-8111-111111111111', 'Contoso, Ltd.', domain('contoso.example.cn'));
const HUASHENG = aDossier('22222222-2222-4222-8222-222222222222', '华盛联创', domain('例子.cn'));
const TWIN = aDossier('33333333-3333-4333-8333-333333333333', 'Twin', domain('twin.example'));
const OTHER_TWIN = aDossier('44444444-4444-4444-8444-444444444444', 'Twin', domain('twin.example'));
const SHORT = aDossier('55555555-5555-4555-8555-555555555555', 'Contoso');
const CUSTOMERS = [CONTOSO, HUASHENG, TWIN, OTHER_TWIN, SHORT];

async function read(text: string) {
  const { addresses, bad } = await readAddressList(text, CUSTOMERS);
  return { addresses: Object.fromEntries(addresses), bad: bad.map(({ line, problem }) => [line, problem.key]) };
}

const only = (id: string, to: string) => ({ addresses: { [id]: to }, bad: [] });

describe('a list of addresses', () => {
  it.each([
    [`${CONTOSO.id},a@x.example`, CONTOSO.id, 'a@x.example'],
    [`${CONTOSO.id.toUpperCase()};a@x.example`, CONTOSO.id, 'a@x.example'],
    ['CONTOSO.example.cn\ta@x.example', CONTOSO.id, 'a@x.example'],
    ['华盛联创，a@x.example', HUASHENG.id, 'a@x.example'],
    ['华盛联创；李雷 <a@x.example>', HUASHENG.id, '李雷 <a@x.example>'],
    ['例子.cn,a@x.example', HUASHENG.id, 'a@x.example'],
    ['Contoso, Ltd., a@x.example', CONTOSO.id, 'a@x.example'],
    ['"Contoso, Ltd.","a@x.example"', CONTOSO.id, 'a@x.example'],
    ['Contoso,a@x.example', SHORT.id, 'a@x.example'],
    [`${CONTOSO.id}, a@x.example, b@x.example,`, CONTOSO.id, 'a@x.example, b@x.example'],
    ['admin@contoso.example.cn', CONTOSO.id, 'admin@contoso.example.cn'],
    ['Li <admin@例子.cn>; b@例子.CN', HUASHENG.id, 'Li <admin@例子.cn>, b@例子.CN'],
    [`\uFEFF${CONTOSO.id},a@x.example\r\n\r\n`, CONTOSO.id, 'a@x.example'],
    [`${CONTOSO.id},a@x.example\n${CONTOSO.id},b@x.example\n`, CONTOSO.id, 'a@x.example, b@x.example'],
  ])('takes %j', async (text, id, to) => expect(await read(text)).toEqual(only(id, to)));

  it.each([
    ['Nobody,a@x.example', 'addressLineUnknown'],
    ['Nobody', 'addressLineUnknown'],
    ['Twin,a@x.example', 'addressLineAmbiguous'],
    ['admin@twin.example', 'addressLineAmbiguous'],
    ['admin@stranger.example', 'addressLineDomain'],
    ['a@contoso.example.cn, b@twin.example', 'addressLineDomain'],
    ['Contoso', 'addressLineEmpty'],
    ['Contoso,', 'addressLineEmpty'],
    ['Contoso,nonsense', 'recipientNotAddress'],
    ['Contoso,a@x.example\u202E', 'recipientControl'],
    ['a@@b', 'recipientNotAddress'],
  ])('reports %j', async (text, key) => {
    expect(await read(text)).toEqual({ addresses: {}, bad: [[1, key]] });
    const mixed = await read(`\n${text}\n${CONTOSO.id},a@x.example`);
    expect(mixed).toEqual({ addresses: { [CONTOSO.id]: 'a@x.example' }, bad: [[2, key]] });
  });

  it('accounts for every line that is not blank, whatever it holds', async () => {
    const piece = fc.constantFrom(
      'Contoso',
      'Twin',
      '华盛联创',
      ',',
      ';',
      '\t',
      '"',
      '@',
      'a@x.example',
      '<',
      '>',
      ' ',
      '\r',
    );
    const lines = fc.array(fc.string({ unit: piece, maxLength: 6 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(lines, async (texts) => {
        const text = texts.join('\n');
        const written = text.split(/\r\n?|\n/u).flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
        const { addresses, bad } = await readAddressList(text, CUSTOMERS);
        const rejected = bad.map(({ line }) => line);
        expect(written).toEqual(expect.arrayContaining(rejected));
        if (rejected.length < written.length) expect(addresses.size).toBeGreaterThan(0);
        else expect(addresses.size).toBe(0);
      }),
    );
  });
});
