import { useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Gives the focus back when a dialog has closed and nothing else took it: to what had it when the dialog opened, or, where
 * that is gone (an empty list's button) or nothing had it (files dropped on the window), to the list. Without focus the
 * keyboard would begin at the top, and the page behind the dialog would stay hidden from screen readers.
 */
export function useFocusAfterDialog(open: boolean): void {
  const opener = useRef<Element | null>(null);
  // Before the dialog takes the focus, which it does in an effect of its own.
  useLayoutEffect(() => {
    if (open) opener.current = document.activeElement;
  }, [open]);
  const wasOpen = useRef(open);
  useEffect(() => {
    const closed = wasOpen.current && !open;
    wasOpen.current = open;
    if (!closed) return;
    // Fluent gives the focus back by itself, if it can, before the next frame.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const list = document.getElementById('list');
      const places = [opener.current, list?.querySelector('tr[tabindex="0"]'), list];
      for (const place of places) {
        if (!(place instanceof HTMLElement) || place === document.body || !place.isConnected) continue;
        place.focus({ preventScroll: true });
        if (document.activeElement === place) return;
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [open]);
}
