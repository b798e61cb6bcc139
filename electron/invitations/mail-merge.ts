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

/** What spreadsheet programs may take for the beginning of a formula, and our own mark. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠']/u;

/** The head of the table: a byte order mark, by which Excel and Word know UTF-8, and the names of the columns. */
export const MAIL_MERGE_HEAD = `\uFEFF${COLUMNS.join(',')}\r\n`;

/**
 * A line of the table as RFC 4180 writes it. No cell can begin a formula: one that would gets an apostrophe in front,
 * and so does one that begins with an apostrophe, so that taking one away gives every cell back as it was.
 */
export function mailMergeLine(row: MailMergeRow): string {
  const cells = COLUMNS.map((column) => quoted(column === 'address' ? safeAddress(row.address) : safe(row[column])));
  return `${cells.join(',')}\r\n`;
}

function safe(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** An apostrophe would make another address of it; angle brackets, or quotes around a name, leave it what it is. */
function safeAddress(address: string): string {
  if (!FORMULA.test(address)) return address;
  const [first = '', ...others] = address.split(', ');
  const named = /^(.*) (<[^<>]*>)$/u.exec(first);
  return [named ? `"${named[1]}" ${named[2]}` : `<${first}>`, ...others].join(', ');
}

function quoted(cell: string): string {
  return /[",\r\n;\t]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
