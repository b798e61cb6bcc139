/** What spreadsheet programs may take for the beginning of a formula, and our own mark. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠']/u;

/** Whether a spreadsheet program might take a cell for a formula, or for one of ours that was marked as none. */
export const looksLikeFormula = (cell: string): boolean => FORMULA.test(cell);

/**
 * A cell that begins no formula: one that would gets an apostrophe in front, and so does one that begins with an
 * apostrophe, so that taking one away gives every cell back as it was.
 */
export function withoutFormula(cell: string): string {
  return looksLikeFormula(cell) ? `'${cell}` : cell;
}

/** A cell as RFC 4180 writes it, in quotes where another separator than ours might divide it, too. */
export function quotedCell(cell: string): string {
  return /[",\r\n;\t]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
