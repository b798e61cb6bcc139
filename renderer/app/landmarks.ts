import { useEffect } from 'react';

/** The ids of the window's parts, in the order in which F6 visits them. */
export const LANDMARKS = { navigation: 'navigation', list: 'rows', dossier: 'dossier' } as const;

type Landmark = keyof typeof LANDMARKS;
const ORDER: readonly Landmark[] = ['navigation', 'list', 'dossier'];

/** Where the focus goes first in a part; the part itself where there is no such thing. */
const ENTRANCES: Record<Landmark, string> = {
  navigation: '[aria-current="page"]',
  list: 'tr[tabindex="0"]',
  dossier: '[role="tab"][aria-selected="true"]',
};

/** A page that is no list is visited whole. */
const partOf = (landmark: Landmark) =>
  document.getElementById(LANDMARKS[landmark]) ?? (landmark === 'list' ? document.getElementById('list') : null);

/** The part after (or, backwards, before) another in the ring of those that can be seen; the first if there is no other. */
export function landmarkAfter<Name>(visible: readonly Name[], present: Name | undefined, backwards: boolean) {
  const from = present === undefined ? -1 : visible.indexOf(present);
  if (from === -1) return backwards ? visible[visible.length - 1] : visible[0];
  return visible[(from + (backwards ? -1 : 1) + visible.length) % visible.length];
}

/** F6 takes the focus to the next part of the window, Shift+F6 to the one before. */
export function useLandmarkKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
      // A dialog over the window keeps the keys to itself.
      if (document.querySelector('[aria-modal="true"]')) return;
      const visible = ORDER.filter((landmark) => partOf(landmark)?.checkVisibility({ checkVisibilityCSS: true }));
      const present = visible.find((landmark) => partOf(landmark)?.contains(document.activeElement));
      const next = landmarkAfter(visible, present, event.shiftKey);
      const part = next && partOf(next);
      if (!part) return;
      event.preventDefault();
      (part.querySelector<HTMLElement>(ENTRANCES[next]) ?? part).focus({ preventScroll: true });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
