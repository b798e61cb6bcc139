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
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from 'react';
import type { DataColumn } from './data-column.ts';
import { DataTableHeader, HEADER_HEIGHT } from './data-table-header.tsx';
import { PICK_WIDTH, type Picking, usePicking } from './data-table-picking.ts';
import { DataTableRow, ROW_HEIGHT } from './data-table-row.tsx';
import { useRovingRow } from './roving-row.ts';
import { type SparseRows, WINDOW } from './row-windows.ts';
import { useStable } from './use-stable.ts';
import { useWidth } from './use-width.ts';

const OVERSCAN = 8;

/** So many rows on both sides of those in sight are fetched before they come into it. */
const AHEAD = WINDOW / 2;

/** Padding at both ends of a row, together, in CSS pixels. */
export const ROW_ENDS = 16;

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

const NO_ROWS: readonly object[] = [];

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
  useEffect(() => rows.show(Math.max(0, startIndex - AHEAD), endIndex + AHEAD), [rows.show, startIndex, endIndex]);

  const begin = useRef(props.begin ?? 0);
  useEffect(() => {
    if (begin.current > 0) virtualizer.scrollToIndex(begin.current);
  }, [virtualizer]);

  const shownTopic = useRef(props.topic);
  useEffect(() => {
    if (shownTopic.current === props.topic) return;
    shownTopic.current = props.topic;
    setActive(0);
    // Where it stands at its top already, scrolling it there would have the whole page laid out first.
    if (virtualizer.scrollOffset !== 0) virtualizer.scrollToOffset(0);
  }, [props.topic, setActive, virtualizer]);

  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, object>();
    return columns.map((column) =>
      // Only accessor columns can be sorted; what the cell shows is made by the row.
      helper.accessor((row): unknown => row, {
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
  const hasBoxes = picking !== undefined;
  const room = width - (hasBoxes ? PICK_WIDTH : 0);
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map((column) => [column.id, width === 0 || room >= (column.hiddenBelow ?? 0)])),
    [columns, width, room],
  );
  const sorting = useMemo<SortingState>(() => [{ id: sort.column, desc: sort.descending }], [sort]);
  const table = useTable({
    features,
    columns: definitions,
    // It keeps the columns; the rows in sight are the virtual list's.
    data: NO_ROWS,
    manualSorting: true,
    enableSortingRemoval: false,
    state: { sorting, columnVisibility },
    onSortingChange: (change) => {
      const [next] = typeof change === 'function' ? change(sorting) : change;
      const column = next && columnOf.get(next.id);
      if (column) onSort({ column: column.id, descending: next.desc });
    },
  });

  const visible = useMemo(() => columns.filter((column) => columnVisibility[column.id]), [columns, columnVisibility]);
  const tracks = useMemo<CSSProperties>(
    () => ({
      gridTemplateColumns: [
        ...(hasBoxes ? [`${PICK_WIDTH}px`] : []),
        ...visible.map(({ least, share }) => `minmax(${least}px, ${share}fr)`),
      ].join(' '),
    }),
    [visible, hasBoxes],
  );
  // The same for all renderings: a row that stays as it is need not be made anew while the list is scrolled.
  const acts = useStable({
    pick: pick.byBox,
    key: (event: KeyboardEvent<HTMLElement>) => {
      if (pick.byKey(event) !== 'spent') onKeyDown(event);
    },
    // However the focus came: a screen reader may put it on any row.
    focus: setActive,
    click: (event: MouseEvent, index: number) => {
      setActive(index);
      const row = rows.at(index);
      if (row !== undefined && !pick.byClick(event, index)) onOpen(row);
    },
  });

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
            const row = rows.at(index);
            return (
              <DataTableRow
                key={index}
                index={index}
                start={start}
                tracks={tracks}
                active={index === active}
                open={row !== undefined && keyOf(row) === selected}
                boxLabelOf={picking?.labelOf}
                picked={row !== undefined && picking?.isPicked(row) === true}
                somePicked={picking?.some === true}
                acts={acts}
                columns={visible}
                row={row}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
