import { useEffect, useRef } from 'react';

/**
 * Gives the focus to the list when a dialog has closed and nothing else took it: what opened the dialog may be gone (an
 * empty list's button), or never had it (files dropped on the window). Without focus the keyboard would begin at the
 * top, and the page behind the dialog would stay hidden from screen readers.
 */
export function useFocusAfterDialog(open: boolean): void {
  const wasOpen = useRef(open);
  useEffect(() => {
    const closed = wasOpen.current && !open;
    wasOpen.current = open;
    if (!closed) return;
    // Fluent gives the focus back to the button that opened the dialog, if it can, before the next frame.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const list = document.getElementById('list');
      (list?.querySelector<HTMLElement>('tr[tabindex="0"]') ?? list)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [open]);
}
