import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';

/** In CSS pixels; the virtual list counts on it. */
export const ROW_HEIGHT = 32;

interface Cell {
  readonly id: string;
  readonly numeric: boolean;
  readonly title: string | undefined;
  /** `undefined` while the row is on its way. */
  readonly content: ReactNode;
}

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
  waiting: {
    height: '8px',
    width: '60%',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
  },
});

interface Props {
  readonly index: number;
  /** Distance from the top of the list in CSS pixels. */
  readonly start: number;
  readonly tracks: CSSProperties;
  readonly active: boolean;
  readonly selected: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly cells: readonly Cell[];
}

/** One row of a `DataTable`; the active one alone is in the tab order. */
export function DataTableRow({ index, start, tracks, active, selected, onFocus, onOpen, onKeyDown, cells }: Props) {
  const styles = useStyles();
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={mergeClasses(styles.row, selected && styles.selected)}
      data-index={index}
      onClick={onOpen}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      style={{ ...tracks, transform: `translateY(${start}px)` }}
      tabIndex={active ? 0 : -1}
    >
      {cells.map(({ id, numeric, title, content }) => (
        <td className={mergeClasses(styles.cell, numeric && styles.numeric)} key={id} title={title}>
          {content === undefined ? <span className={styles.waiting} /> : <span className={styles.text}>{content}</span>}
        </td>
      ))}
    </tr>
  );
}
