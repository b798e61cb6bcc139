import { makeStyles, tokens } from '@fluentui/react-components';
import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { DataTableHeader, HEADER_HEIGHT } from './data-table-header.tsx';
import { PICK_WIDTH, type Picking, usePicking } from './data-table-picking.ts';
import { DataTableRow, ROW_HEIGHT } from './data-table-row.tsx';
import { useRovingRow } from './roving-row.ts';
import type { SparseRows } from './row-windows.ts';
import { useWidth } from './use-width.ts';

const OVERSCAN = 8;

/** Padding at both ends of a row, together, in CSS pixels. */
export const ROW_ENDS = 16;

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

export interface Sort<Id extends string = string> {
  readonly column: Id;
  readonly descending: boolean;
}

export interface DataTableProps<Row, Id extends string, SortId extends Id> {
  /** The accessible name of the table. */
  readonly label: string;
  readonly columns: readonly DataColumn<Row, Id>[];
  readonly rows: SparseRows<Row>;
  readonly keyOf: (row: Row) => string;
  /** Key of the row that is open beside the list. */
  readonly selected: string | null;
  readonly onOpen: (row: Row) => void;
  /** Escape in the table. */
  readonly onLeave?: () => void;
  /** Rows may be picked for something that is done to several at once. */
  readonly picking?: Picking<Row>;
  readonly sort: Sort<SortId>;
  readonly onSort: (sort: Sort<Id>) => void;
  /** Place of the row that is active, and in sight, at first: that of the open row where it is known. */
  readonly begin?: number;
  /** When this changes (another search, sort or channel) the list begins at its top again. */
  readonly topic: string;
}

/** A row in sight, with its place in the whole list. */
interface Placed<Row> {
  readonly index: number;
  readonly row: Row;
}

const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature });

const useStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    contain: 'strict',
  },
  table: { display: 'block', position: 'relative', width: '100%', borderSpacing: 0 },
  body: { display: 'block' },
});

/**
 * A virtual table over a list of any length: sortable headers, one row in the tab order, arrows, Home, End,
 * Page Up and Page Down to move, Enter (and Space, where rows can't be picked) to open. Right goes on to the cells of the
 * row that open by themselves, Left and Escape come back from there. Only the rows in sight stand in the document.
 */
export function DataTable<Row, Id extends string, SortId extends Id>(props: DataTableProps<Row, Id, SortId>) {
  const { columns, rows, keyOf, selected, sort, onSort, onOpen, onLeave, picking } = props;
  const styles = useStyles();
  const [scroll, width] = useWidth<HTMLDivElement>();

  const rowsPerPage = () =>
    Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 0) - HEADER_HEIGHT) / ROW_HEIGHT) - 1);
  const { active, setActive, onKeyDown } = useRovingRow({
    begin: props.begin ?? 0,
    scroll,
    total: rows.total,
    rowsPerPage,
    reveal: (index) => virtualizer.scrollToIndex(index),
    onOpen: (index) => {
      const row = rows.at(index);
      if (row !== undefined) onOpen(row);
    },
    ...(onLeave ? { onLeave } : {}),
  });
  const { at, total } = rows;
  const pick = usePicking({ picking, active, at, total, rowsPerPage, topic: props.topic });

  const virtualizer = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    paddingStart: HEADER_HEIGHT,
    scrollPaddingStart: HEADER_HEIGHT,
    overscan: OVERSCAN,
    // The active row stays in the document wherever the list is scrolled to, or the focus would be lost.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), active])].filter((i) => i < rows.total),
  });
  const inSight = virtualizer.getVirtualItems();

  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useEffect(() => rows.show(startIndex, endIndex + OVERSCAN), [rows.show, startIndex, endIndex]);

  const begin = useRef(props.begin ?? 0);
  useEffect(() => {
    if (begin.current > 0) virtualizer.scrollToIndex(begin.current);
  }, [virtualizer]);

  const shownTopic = useRef(props.topic);
  useEffect(() => {
    if (shownTopic.current === props.topic) return;
    shownTopic.current = props.topic;
    setActive(0);
    virtualizer.scrollToOffset(0);
  }, [props.topic, setActive, virtualizer]);

  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Placed<Row>>();
    return columns.map((column) =>
      // Only accessor columns can be sorted; what the cell shows is made from the whole row, below.
      helper.accessor((placed): unknown => placed.row, {
        id: column.id,
        header: column.header,
        enableSorting: column.sortable !== false,
        // Numbers begin with the largest, words and dates with the first.
        sortDescFirst: column.numeric === true,
      }),
    );
  }, [columns]);
  const columnOf = useMemo(
    () => new Map<string, DataColumn<Row, Id>>(columns.map((column) => [column.id, column])),
    [columns],
  );
  const room = width - (picking ? PICK_WIDTH : 0);
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map((column) => [column.id, width === 0 || room >= (column.hiddenBelow ?? 0)])),
    [columns, width, room],
  );
  const placed = inSight.flatMap(({ index }) => {
    const row = rows.at(index);
    return row === undefined ? [] : [{ index, row }];
  });
  const sorting = useMemo<SortingState>(() => [{ id: sort.column, desc: sort.descending }], [sort]);
  const table = useTable({
    features,
    columns: definitions,
    data: placed,
    getRowId: ({ index }) => String(index),
    manualSorting: true,
    enableSortingRemoval: false,
    state: { sorting, columnVisibility },
    onSortingChange: (change) => {
      const [next] = typeof change === 'function' ? change(sorting) : change;
      const column = next && columnOf.get(next.id);
      if (column) onSort({ column: column.id, descending: next.desc });
    },
  });

  const visible = columns.filter((column) => columnVisibility[column.id]);
  const tracks: CSSProperties = {
    gridTemplateColumns: [
      ...(picking ? [`${PICK_WIDTH}px`] : []),
      ...visible.map(({ least, share }) => `minmax(${least}px, ${share}fr)`),
    ].join(' '),
  };
  const loaded = new Map(table.getRowModel().rows.map((row) => [row.original.index, row]));

  return (
    <div className={styles.scroll} ref={scroll}>
      <table
        aria-label={props.label}
        aria-rowcount={rows.total + 1}
        aria-colcount={visible.length + (picking ? 1 : 0)}
        aria-multiselectable={picking ? true : undefined}
        className={styles.table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose rows take the focus
        role="grid"
        style={{
          height: virtualizer.getTotalSize(),
          minWidth: visible.reduce((sum, { least }) => sum + least, ROW_ENDS + (picking ? PICK_WIDTH : 0)),
        }}
      >
        <DataTableHeader
          headers={(table.getHeaderGroups()[0]?.headers ?? []).map((header) => ({
            id: header.column.id,
            label: columnOf.get(header.column.id)?.header ?? '',
            hint: columnOf.get(header.column.id)?.hint,
            numeric: columnOf.get(header.column.id)?.numeric === true,
            sorted: header.column.getIsSorted(),
            ...(header.column.getCanSort() ? { onSort: header.column.getToggleSortingHandler() } : {}),
          }))}
          picking={picking}
          tracks={tracks}
        />
        <tbody className={styles.body}>
          {inSight.map(({ index, start }) => {
            const row = loaded.get(index);
            return (
              <DataTableRow
                key={index}
                index={index}
                start={start}
                tracks={tracks}
                active={index === active}
                open={row !== undefined && keyOf(row.original.row) === selected}
                picking={
                  picking && {
                    label: row && picking.labelOf(row.original.row),
                    picked: row !== undefined && picking.isPicked(row.original.row),
                    some: picking.some,
                    onPick: (extending) => pick.byBox(index, extending),
                  }
                }
                onKeyDown={(event) => {
                  if (pick.byKey(event) !== 'spent') onKeyDown(event);
                }}
                // However the focus came: a screen reader may put it on any row.
                onFocus={() => setActive(index)}
                onClick={(event) => {
                  setActive(index);
                  if (row && !pick.byClick(event, index)) onOpen(row.original.row);
                }}
                cells={visible.map((column) => ({
                  id: column.id,
                  numeric: column.numeric === true,
                  title: row && column.title?.(row.original.row),
                  open: row && opening(column, row.original.row),
                  // As it is, and not as a component of its own: it would begin anew whenever the columns change.
                  content: row && <>{column.cell(row.original.row)}</>,
                }))}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What a cell opens by itself, if anything. */
function opening<Row>({ open }: DataColumn<Row>, row: Row) {
  const label = open?.label(row);
  return open && label !== undefined ? { label, act: () => open.act(row) } : undefined;
}
