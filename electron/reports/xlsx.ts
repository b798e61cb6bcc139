import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { ProblemError } from '#shared/model/problem.ts';
import { MOST_LINES, SHEET_PATH, sheetBegin, sheetEnd, sheetLine, workbookParts } from './sheet-xml.ts';
import type { Cell, TableFile, Write } from './table.ts';

/** Higher ones take far longer and make it little smaller. */
const COMPRESSION = { level: 1 } as const;

/**
 * A workbook with one sheet (Office Open XML), packed and written as its lines come: memory does not depend on how many
 * there are. One that is too long for a sheet is a problem.
 */
export class XlsxTable implements TableFile {
  readonly #write: Write;
  readonly #zip: Zip;
  readonly #sheet = new ZipDeflate(SHEET_PATH, COMPRESSION);
  readonly #title: string;
  readonly #widths: readonly number[];
  #lines = 0;
  #pieces: Uint8Array[] = [];
  #failure: Error | null = null;

  /** @param widths of the columns, in characters */
  constructor(write: Write, title: string, widths: readonly number[]) {
    this.#write = write;
    this.#title = title;
    this.#widths = widths;
    this.#zip = new Zip((error, piece) => {
      if (error) this.#failure = error;
      else this.#pieces.push(piece);
    });
  }

  async add(lines: readonly (readonly Cell[])[]): Promise<void> {
    const begin = this.#lines === 0 ? this.#begin() : '';
    const text = lines.map((cells, at) => sheetLine(cells, this.#lines + at === 0)).join('');
    this.#lines += lines.length;
    if (this.#lines > MOST_LINES) throw new ProblemError('refused', 'sheetTooLong', { most: MOST_LINES - 1 });
    this.#sheet.push(strToU8(begin + text));
    await this.#flush();
  }

  async finish(): Promise<void> {
    this.#sheet.push(strToU8(sheetEnd(this.#widths.length, this.#lines)), true);
    this.#zip.end();
    await this.#flush();
  }

  #begin(): string {
    for (const [path, xml] of workbookParts(this.#title)) {
      const part = new ZipPassThrough(path);
      this.#zip.add(part);
      part.push(strToU8(xml), true);
    }
    this.#zip.add(this.#sheet);
    return sheetBegin(this.#widths);
  }

  async #flush(): Promise<void> {
    if (this.#failure) throw this.#failure;
    const pieces = this.#pieces;
    this.#pieces = [];
    if (pieces.length > 0) await this.#write(Buffer.concat(pieces));
  }
}
