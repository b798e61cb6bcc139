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

/** Keeps one row of a list in the tab order and moves the focus along it with the keyboard. */
export function useRovingRow(options: Options) {
  const [wanted, setActive] = useState(options.begin);
  const active = Math.min(wanted, Math.max(0, options.total - 1));
  const focusFollows = useRef(false);

  // The row is in the document by now: the active row is always rendered.
  useEffect(() => {
    if (!focusFollows.current) return;
    focusFollows.current = false;
    options.scroll.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus({ preventScroll: true });
  }, [active, options.scroll]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
    // Keys pressed in a control inside a row are the control's.
    if (event.target.dataset.index === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      options.onOpen(active);
      return;
    }
    if (event.key === 'Escape' && options.onLeave) {
      options.onLeave();
      return;
    }
    const next = rowAfterKey(event.key, active, options.total, options.rowsPerPage());
    if (next === null) return;
    event.preventDefault();
    focusFollows.current = next !== active;
    setActive(next);
    options.reveal(next);
  };

  return { active, setActive: useCallback((index: number) => setActive(index), []), onKeyDown };
}
