import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';

interface Options {
  /** The row that is active at first; later changes of it move nothing. */
  readonly begin: number;
  readonly scroll: RefObject<HTMLElement | null>;
  readonly total: number;
  readonly rowsPerPage: () => number;
  /** Scrolls a row into sight. */
  readonly reveal: (index: number) => void;
  readonly onOpen: (index: number) => void;
  readonly onLeave?: () => void;
}

/** The row that a key leads to from `from`; `null` for keys that do not move. */
export function rowAfterKey(key: string, from: number, total: number, page: number): number | null {
  const last = Math.max(0, total - 1);
  const clamp = (index: number) => Math.min(last, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return clamp(from + 1);
    case 'ArrowUp':
      return clamp(from - 1);
    case 'PageDown':
      return clamp(from + page);
    case 'PageUp':
      return clamp(from - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/**
 * The place in a row that a key leads to from another: -1 is the row itself, the others are those of its cells that open
 * by themselves; `null` for keys that stay in the place.
 */
export function placeAfterKey(key: string, from: number, cells: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return from + 1 < cells ? from + 1 : null;
    case 'ArrowLeft':
      return from > -1 ? from - 1 : null;
    case 'Escape':
      return from > -1 ? -1 : null;
    default:
      return null;
  }
}

const cellsOf = (row: HTMLElement) => [...row.querySelectorAll<HTMLElement>('[data-cell]')];

/**
 * Keeps one row of a list in the tab order and moves the focus along it with the keyboard; within a row, along those of
 * its cells that open by themselves (`data-cell`).
 */
export function useRovingRow(options: Options) {
  const [wanted, setActive] = useState(options.begin);
  const active = Math.min(wanted, Math.max(0, options.total - 1));
  /** Where the focus goes in the row that becomes active: to a cell, or to the row itself; `null` where it stays away. */
  const focusFollows = useRef<{ readonly cell: string | undefined } | null>(null);

  // The row is in the document by now: the active row is always rendered.
  useEffect(() => {
    if (focusFollows.current === null) return;
    const { cell } = focusFollows.current;
    focusFollows.current = null;
    const row = options.scroll.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    const place = row && cellsOf(row).find(({ dataset }) => dataset.cell === cell);
    (place ?? row)?.focus({ preventScroll: true });
  }, [active, options.scroll]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
    const { index, cell } = event.target.dataset;
    // Keys pressed in another control inside a row are the control's.
    if (index === undefined && cell === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') {
      // A cell is a button, and opens itself.
      if (cell !== undefined) return;
      event.preventDefault();
      options.onOpen(active);
      return;
    }
    const cells = cellsOf(event.currentTarget);
    const place = placeAfterKey(event.key, cells.indexOf(event.target), cells.length);
    if (place !== null) {
      event.preventDefault();
      (cells[place] ?? event.currentTarget).focus();
      return;
    }
    if (event.key === 'Escape' && options.onLeave) {
      options.onLeave();
      return;
    }
    const next = rowAfterKey(event.key, active, options.total, options.rowsPerPage());
    if (next === null) return;
    event.preventDefault();
    focusFollows.current = next === active ? null : { cell };
    setActive(next);
    options.reveal(next);
  };

  return { active, setActive: useCallback((index: number) => setActive(index), []), onKeyDown };
}
