/** What stands in a cell; `null` for nothing. */
export type Cell = string | number | boolean | null;

/** A column of a table. */
export interface Column<Row> {
  /** What stands at its head: stable, since others script against it. */
  readonly name: string;
  /** How many characters wide a spreadsheet shows it. */
  readonly width: number;
  cell(row: Row): Cell;
}

/** Puts a piece of a file on the disk after the ones before. */
export type Write = (piece: string | Uint8Array) => Promise<void>;

/** A file made of lines of cells, the head first. */
export interface TableFile {
  add(lines: readonly (readonly Cell[])[]): Promise<void>;
  finish(): Promise<void>;
}

/** Hands over rows, some at a time; resolves when the last were taken. */
export type EachRow<Row> = (take: (rows: readonly Row[]) => Promise<void>) => Promise<void>;
