/** Rows as spreadsheets take them from the clipboard: a line each, cells parted by tabs, of which no cell holds any. */
export function tabSeparated(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => cell.replaceAll(/\s+/g, ' ')).join('\t')}\r\n`).join('');
}
