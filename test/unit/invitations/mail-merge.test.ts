import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecipient, readRecipients } from '#electron/invitations/address.ts';
import { MAIL_MERGE_HEAD, type MailMergeRow, mailMergeLine } from '#electron/invitations/mail-merge.ts';

const COLUMNS = ['name', 'address', 'language', 'subject', 'link', 'text', 'reference'];

/** The table as another program reads it: cells without what keeps formulas out. */
function readBack(table: string): string[][] {
  const rows: string[][] = parse(table, { bom: true, record_delimiter: '\r\n' });
  return rows.map((row) => row.map((cell) => (cell.startsWith("'") ? cell.slice(1) : cell)));
}

const row = (change: Partial<MailMergeRow> = {}): MailMergeRow => ({
  name: 'Contoso',
  address: 'admin@customer.example',
  language: 'en',
  subject: 'Invitation',
  link: 'https://admin.microsoft.com/?a=1,2;"3"',
  text: 'Dear Contoso,\n\nopen it.\n',
  reference: 'INV-20261122-AB12CD',
  ...change,
});

const cellsOf = (one: MailMergeRow) => [
  one.name,
  one.address,
  one.language,
  one.subject,
  one.link,
  one.text,
  one.reference,
];

const anything = fc.oneof(
  fc.string({ unit: 'binary' }).filter((text) => !/\p{Cs}/u.test(text)),
  fc.string({ unit: fc.constantFrom(...'=+-@\'",;\t\r\n|＝＠客a ', '\r\n') }),
);

describe('a mail merge table', () => {
  it('begins with a byte order mark and the names of its columns', () => {
    expect(MAIL_MERGE_HEAD).toBe('\uFEFFname,address,language,subject,link,text,reference\r\n');
    expect(readBack(MAIL_MERGE_HEAD + mailMergeLine(row()))).toEqual([COLUMNS, cellsOf(row())]);
  });

  it('gives every cell back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(anything, anything, anything, anything, (name, subject, link, text) => {
        const one = row({ name, subject, link, text });
        expect(readBack(MAIL_MERGE_HEAD + mailMergeLine(one) + mailMergeLine(row()))).toEqual([
          COLUMNS,
          cellsOf(one),
          cellsOf(row()),
        ]);
      }),
    );
  });

  it('has no cell that a spreadsheet could take for a formula', () => {
    fc.assert(
      fc.property(anything, anything, (name, text) => {
        const [cells = []]: string[][] = parse(mailMergeLine(row({ name, text })), { record_delimiter: '\r\n' });
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
      }),
    );
  });

  it('keeps an address that begins like a formula the address it is', () => {
    for (const to of [
      '=a@b.example, c@d.example',
      '-x@y.example',
      '+Li <li@b.example>',
      "'q@b.example",
      '=1+1 <a@b.cn>',
    ]) {
      const address = readRecipient(to);
      const [[, cell = ''] = []]: string[][] = parse(mailMergeLine(row({ address })), { record_delimiter: '\r\n' });
      expect(cell).toMatch(/^[<"]/u);
      expect(readRecipients(cell)).toEqual(readRecipients(to));
    }
  });
});
