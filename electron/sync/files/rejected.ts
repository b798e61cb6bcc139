import type { Rejection } from '#shared/model/imports.ts';

/** Thrown by whoever reads a row that can't be taken: a key of the `rejections` catalogue, and the column or field at fault. */
export class RowRejected extends Error {
  override readonly name = 'RowRejected';
  readonly key: string;
  readonly values: Rejection['values'];
  readonly column: string | undefined;
  constructor(key: string, values: Rejection['values'] = {}, column?: string) {
    super(key);
    this.key = key;
    this.values = values;
    this.column = column;
  }

  /** The rejection for the report, at the line where the row begins. */
  at(line: number): Rejection {
    const place = this.column === undefined ? {} : { column: this.column };
    return { line, ...place, key: this.key, values: this.values };
  }
}
