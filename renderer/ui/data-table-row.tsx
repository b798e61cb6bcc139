import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type CSSProperties, type KeyboardEvent, type MouseEvent, memo } from 'react';
import type { DataColumn } from './data-column.ts';
import { PickBox, SHY_BOX } from './pick-box.tsx';

/** In CSS pixels; the virtual list counts on it. */
export const ROW_HEIGHT = 32;

const useStyles = makeStyles({
  row: {
    display: 'grid',
    alignItems: 'stretch',
    position: 'absolute',
    insetInlineStart: 0,
    top: 0,
    width: '100%',
    height: `${ROW_HEIGHT}px`,
    boxSizing: 'border-box',
    // What changes in a row changes nothing outside it.
    contain: 'layout style',
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      zIndex: 1,
    },
  },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: 0,
      top: 0,
      bottom: 0,
      width: '3px',
      backgroundColor: tokens.colorCompoundBrandBackground,
    },
    '@media (forced-colors: active)': { outline: `${tokens.strokeWidthThick} solid Highlight`, outlineOffset: '-2px' },
  },
  picked: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '@media (forced-colors: active)': { outline: `${tokens.strokeWidthThin} solid Highlight`, outlineOffset: '-2px' },
  },
  // Once one is picked all show.
  shy: SHY_BOX,
  boxCell: { display: 'flex', alignItems: 'stretch', padding: 0 },
  cell: {
    display: 'flex',
    alignItems: 'center',
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  // Room between a number and the words of the next column.
  numeric: { textAlign: 'end', paddingInlineEnd: tokens.spacingHorizontalXXL, fontVariantNumeric: 'tabular-nums' },
  text: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  /** Its room is the whole cell, so that a click beside the mark is one on it. */
  opening: {
    flexGrow: 1,
    alignSelf: 'stretch',
    minWidth: 0,
    margin: `2px calc(-1 * ${tokens.spacingHorizontalSNudge})`,
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    overflow: 'hidden',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    textAlign: 'start',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  waiting: {
    height: '8px',
    width: '60%',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
  },
});

/** What is done to a row; the same functions for every row, however often the list is drawn. */
export interface RowActs {
  readonly focus: (index: number) => void;
  readonly click: (event: MouseEvent<HTMLElement>, index: number) => void;
  readonly key: (event: KeyboardEvent<HTMLElement>) => void;
  readonly pick: (index: number, extending: boolean) => void;
}

interface Props<Row> {
  readonly index: number;
  /** Distance from the top of the list in CSS pixels. */
  readonly start: number;
  readonly tracks: CSSProperties;
  readonly active: boolean;
  /** Open beside the list. */
  readonly open: boolean;
  /** Rows can be picked: each has a box, which is called so. */
  readonly boxLabelOf: ((row: Row) => string) | undefined;
  readonly picked: boolean;
  /** Some row is picked: then every box shows. */
  readonly somePicked: boolean;
  readonly acts: RowActs;
  readonly columns: readonly DataColumn<Row>[];
  /** `undefined` while the row is on its way. */
  readonly row: Row | undefined;
}

/** One row of a `DataTable`; the active one alone is in the tab order. */
function Row<Row>(props: Props<Row>) {
  const { acts, active, boxLabelOf, columns, index, open, picked, row, somePicked, start, tracks } = props;
  const styles = useStyles();
  const hasBox = boxLabelOf !== undefined;
  return (
    <tr
      // Where rows can be picked, selected are those that are; the open one is then the current one.
      aria-current={hasBox && open ? true : undefined}
      aria-rowindex={index + 2}
      aria-selected={hasBox ? picked : open}
      className={mergeClasses(
        styles.row,
        hasBox && !somePicked && styles.shy,
        picked && styles.picked,
        open && styles.selected,
      )}
      data-index={index}
      onClick={(event) => acts.click(event, index)}
      onFocus={() => acts.focus(index)}
      onMouseDown={(event) => {
        if (!hasBox || !event.shiftKey) return;
        // It would select the text between; the focus that it would give as well must then be given by hand.
        event.preventDefault();
        event.currentTarget.focus({ preventScroll: true });
      }}
      onKeyDown={acts.key}
      style={{ ...tracks, transform: `translateY(${start}px)` }}
      tabIndex={active ? 0 : -1}
    >
      {hasBox && (
        <td className={styles.boxCell}>
          {row !== undefined && (
            <PickBox checked={picked} label={boxLabelOf(row)} onPick={(extending) => acts.pick(index, extending)} />
          )}
        </td>
      )}
      {columns.map((column) => (
        <td
          className={mergeClasses(styles.cell, column.numeric && styles.numeric)}
          key={column.id}
          title={row === undefined ? undefined : column.title?.(row)}
        >
          {row === undefined ? <span className={styles.waiting} /> : <Content column={column} row={row} />}
        </td>
      ))}
    </tr>
  );
}

/** While a list is scrolled most of its rows stay as they are. */
export const DataTableRow = memo(Row) as typeof Row;

function Content<Row>({ column, row }: { readonly column: DataColumn<Row>; readonly row: Row }) {
  const styles = useStyles();
  const label = column.open?.label(row);
  // Called, and not a component of its own: it would begin anew whenever the columns change.
  const content = column.cell(row);
  if (label === undefined) return <span className={styles.text}>{content}</span>;
  return (
    <button
      aria-label={label}
      className={styles.opening}
      data-cell={column.id}
      onClick={(event) => {
        // The row opens something else. It takes the focus: what opens may leave this cell no room.
        event.stopPropagation();
        event.currentTarget.closest('tr')?.focus({ preventScroll: true });
        column.open?.act(row);
      }}
      tabIndex={-1}
      type="button"
    >
      {content}
    </button>
  );
}
