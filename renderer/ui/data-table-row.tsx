import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CSSProperties, KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { PickBox, SHY_BOX } from './pick-box.tsx';

/** In CSS pixels; the virtual list counts on it. */
export const ROW_HEIGHT = 32;

interface Cell {
  readonly id: string;
  readonly numeric: boolean;
  readonly title: string | undefined;
  /** What the cell opens by itself. */
  readonly open: { readonly label: string; readonly act: () => void } | undefined;
  /** `undefined` while the row is on its way. */
  readonly content: ReactNode;
}

/** The box of a row. */
interface PickingRow {
  /** `undefined` while the row is on its way. */
  readonly label: string | undefined;
  readonly picked: boolean;
  /** Some row is picked: then every box shows. */
  readonly some: boolean;
  readonly onPick: (extending: boolean) => void;
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

interface Props {
  readonly index: number;
  /** Distance from the top of the list in CSS pixels. */
  readonly start: number;
  readonly tracks: CSSProperties;
  readonly active: boolean;
  /** Open beside the list. */
  readonly open: boolean;
  readonly picking: PickingRow | undefined;
  readonly onFocus: () => void;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly cells: readonly Cell[];
}

/** One row of a `DataTable`; the active one alone is in the tab order. */
export function DataTableRow({
  index,
  start,
  tracks,
  active,
  open,
  picking,
  onFocus,
  onClick,
  onKeyDown,
  cells,
}: Props) {
  const styles = useStyles();
  return (
    <tr
      // Where rows can be picked, selected are those that are; the open one is then the current one.
      aria-current={picking && open ? true : undefined}
      aria-rowindex={index + 2}
      aria-selected={picking ? picking.picked : open}
      className={mergeClasses(
        styles.row,
        picking && !picking.some && styles.shy,
        picking?.picked && styles.picked,
        open && styles.selected,
      )}
      data-index={index}
      onClick={onClick}
      onFocus={onFocus}
      onMouseDown={(event) => {
        if (!picking || !event.shiftKey) return;
        // It would select the text between; the focus that it would give as well must then be given by hand.
        event.preventDefault();
        event.currentTarget.focus({ preventScroll: true });
      }}
      onKeyDown={onKeyDown}
      style={{ ...tracks, transform: `translateY(${start}px)` }}
      tabIndex={active ? 0 : -1}
    >
      {picking && (
        <td className={styles.boxCell}>
          {picking.label !== undefined && (
            <PickBox checked={picking.picked} label={picking.label} onPick={picking.onPick} />
          )}
        </td>
      )}
      {cells.map(({ id, numeric, title, open, content }) => (
        <td className={mergeClasses(styles.cell, numeric && styles.numeric)} key={id} title={title}>
          {content === undefined && <span className={styles.waiting} />}
          {content !== undefined && !open && <span className={styles.text}>{content}</span>}
          {content !== undefined && open && (
            <button
              aria-label={open.label}
              className={styles.opening}
              data-cell={id}
              onClick={(event) => {
                // The row opens something else. It takes the focus: what opens may leave this cell no room.
                event.stopPropagation();
                event.currentTarget.closest('tr')?.focus({ preventScroll: true });
                open.act();
              }}
              tabIndex={-1}
              type="button"
            >
              {content}
            </button>
          )}
        </td>
      ))}
    </tr>
  );
}
