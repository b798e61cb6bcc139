import { useCallback, useRef } from 'react';

/** A ref that gives its element the focus as soon as it stands in the page. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

/**
 * A ref for a dialog's surface. When what had the focus leaves the page while the dialog stands, the surface takes the
 * focus, unless something else in the dialog did: on `<body>` no key would reach the dialog, not even Escape.
 */
export function useKeptFocus(): (surface: HTMLElement | null) => void {
  const observer = useRef<MutationObserver | null>(null);
  return useCallback((surface) => {
    observer.current?.disconnect();
    observer.current = null;
    if (surface === null) return;
    observer.current = new MutationObserver(() => {
      if (document.activeElement === document.body) surface.focus({ preventScroll: true });
    });
    observer.current.observe(surface, { childList: true, subtree: true });
  }, []);
}
