import { looksLikeFormula, quotedCell, withoutFormula } from '#shared/model/csv-cell.ts';

/** One line of a mail merge: a customer and the mail made for it. */
export interface MailMergeRow {
  readonly name: string;
  readonly address: string;
  readonly language: string;
  readonly subject: string;
  readonly link: string;
  readonly text: string;
  readonly reference: string;
}

const COLUMNS = ['name', 'address', 'language', 'subject', 'link', 'text', 'reference'] as const;

/** The head of the table: a byte order mark, by which Excel and Word know UTF-8, and the names of the columns. */
export const MAIL_MERGE_HEAD = `\uFEFF${COLUMNS.join(',')}\r\n`;

/** A line of the table as RFC 4180 writes it. No cell can begin a formula. */
export function mailMergeLine(row: MailMergeRow): string {
  const cells = COLUMNS.map((column) =>
    quotedCell(column === 'address' ? safeAddress(row.address) : withoutFormula(row[column])),
  );
  return `${cells.join(',')}\r\n`;
}

/** An apostrophe would make another address of it; angle brackets, or quotes around a name, leave it what it is. */
function safeAddress(address: string): string {
  if (!looksLikeFormula(address)) return address;
  const [first = '', ...others] = address.split(', ');
  const named = /^(.*) (<[^<>]*>)$/u.exec(first);
  return [named ? `"${named[1]}" ${named[2]}` : `<${first}>`, ...others].join(', ');
}
