import type { ReactNode } from 'react';

/** One column of a `DataTable`. */
export interface DataColumn<Row, Id extends string = string> {
  readonly id: Id;
  readonly header: string;
  /** What the header stands for in full, where it is cut to a word. */
  readonly hint?: string;
  /** Its share of the free width, and the least width it may have in CSS pixels. */
  readonly share: number;
  readonly least: number;
  /** Numbers stand at the end of their cell. */
  readonly numeric?: boolean;
  /** False where the main side cannot sort by it. */
  readonly sortable?: boolean;
  /** Hidden while the table is narrower than this many CSS pixels. */
  readonly hiddenBelow?: number;
  readonly cell: (row: Row) => ReactNode;
  /** What the cell says in full, for when it is cut short. */
  readonly title?: (row: Row) => string | undefined;
  /** A cell that opens something else than its row does: what that is called, where there is anything to open. */
  readonly open?: { readonly label: (row: Row) => string | undefined; readonly act: (row: Row) => void };
}
