import { quotedCell, withoutFormula } from '#shared/model/csv-cell.ts';
import type { Cell, TableFile, Write } from './table.ts';

/** By this mark Excel knows UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A table as RFC 4180 writes it: commas, CRLF, UTF-8 with a byte order mark. No text in it can begin a formula. */
export class CsvTable implements TableFile {
  readonly #write: Write;
  #begun = false;

  constructor(write: Write) {
    this.#write = write;
  }

  async add(lines: readonly (readonly Cell[])[]): Promise<void> {
    const text = lines.map((cells) => `${cells.map(written).join(',')}\r\n`).join('');
    await this.#write(this.#begun ? text : `${BYTE_ORDER_MARK}${text}`);
    this.#begun = true;
  }

  async finish(): Promise<void> {
    // Every line was written when it was added.
  }
}

function written(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? quotedCell(withoutFormula(cell)) : String(cell);
}
