import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { rowAfterKey } from './roving-row.ts';

/** Width of the column of boxes in CSS pixels. */
export const PICK_WIDTH = 28;

/** How rows are picked for something that is done to several at once, besides the one that is open. */
export interface Picking<Row> {
  readonly isPicked: (row: Row) => boolean;
  /** Whether any row is picked, be it in this list or out of its sight. */
  readonly some: boolean;
  /** Whether every row of this list is. */
  readonly all: boolean;
  /** What the box of a row, and the one above all of them, are called; another function makes every row anew. */
  readonly labelOf: (row: Row) => string;
  readonly allLabel: string;
  readonly onToggle: (row: Row) => void;
  /** Picks the rows from one place in the list to another, both among them, in either order. */
  readonly onRange: (from: number, to: number) => void;
  readonly onAll: () => void;
  readonly onClear: () => void;
}

interface Options<Row> {
  readonly picking: Picking<Row> | undefined;
  readonly active: number;
  readonly at: (index: number) => Row | undefined;
  readonly total: number;
  readonly rowsPerPage: () => number;
  /** Ranges begin anew when the list does. */
  readonly topic: string;
}

/**
 * Picks rows by key (Space, Shift+Space, Shift with what moves, Ctrl+A, Escape) and by click (Ctrl, Shift). Each answers
 * whether the key or click was one of these, and is thereby spent.
 */
export function usePicking<Row>({ picking, active, at, total, rowsPerPage, topic }: Options<Row>) {
  /** Where a range begins: at the row that was picked last. */
  const anchor = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another topic is another list, with other rows in each place
  useEffect(() => {
    anchor.current = null;
  }, [topic]);

  const toggle = (index: number) => {
    const row = at(index);
    if (row === undefined) return;
    anchor.current = index;
    picking?.onToggle(row);
  };
  const range = (to: number, from = anchor.current ?? active) => {
    anchor.current = from;
    picking?.onRange(from, to);
  };

  /** The box of a row was clicked. */
  const byBox = (index: number, extending: boolean) => (extending ? range(index) : toggle(index));

  const byClick = (event: MouseEvent, index: number): boolean => {
    if (!picking || event.altKey || !(event.ctrlKey || event.metaKey || event.shiftKey)) return false;
    byBox(index, event.shiftKey);
    return true;
  };

  /** `moves` says that the key is still to move the active row. */
  const byKey = (event: KeyboardEvent<HTMLElement>): 'spent' | 'moves' | null => {
    // Keys in a control within a row are the control's.
    if (!picking || event.altKey || !(event.target instanceof HTMLElement) || !event.target.dataset.index) return null;
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      picking.onAll();
      return 'spent';
    }
    if (control) return null;
    if (event.key === ' ') {
      event.preventDefault();
      byBox(active, event.shiftKey);
      return 'spent';
    }
    if (event.key === 'Escape' && picking.some) {
      picking.onClear();
      return 'spent';
    }
    const next = event.shiftKey ? rowAfterKey(event.key, active, total, rowsPerPage()) : null;
    if (next === null) return null;
    range(next);
    return 'moves';
  };

  return { byBox, byClick, byKey };
}
