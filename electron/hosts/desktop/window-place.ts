import { z } from 'zod';

/** A rectangle on the desktop in device-independent pixels. */
export const Bounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type Bounds = z.infer<typeof Bounds>;

/** Where the window was when it was last closed. */
export const WindowPlace = z.object({ bounds: Bounds, maximized: z.boolean() });
export type WindowPlace = z.infer<typeof WindowPlace>;

export const SMALLEST = { width: 640, height: 480 } as const;
const FIRST = { width: 1360, height: 860 } as const;

/** How much of the window must show for a person to get hold of it. */
const GRIP = 80;

/**
 * Bounds to open with: the kept ones where enough of them still shows on one of the screens, else the first size,
 * centred by the system. Screens come and go; a window must never open where nobody can reach it.
 */
export function openingBounds(kept: Bounds | undefined, screens: readonly Bounds[]): Partial<Bounds> {
  const screen = kept && screens.find((area) => showsOn(kept, area));
  if (kept === undefined || screen === undefined) return FIRST;
  return {
    x: kept.x,
    y: kept.y,
    width: Math.max(SMALLEST.width, Math.min(kept.width, screen.width)),
    height: Math.max(SMALLEST.height, Math.min(kept.height, screen.height)),
  };
}

function showsOn(window: Bounds, screen: Bounds): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const down = Math.min(window.y + window.height, screen.y + screen.height) - Math.max(window.y, screen.y);
  const titleShows = window.y >= screen.y;
  return across >= GRIP && down >= GRIP && titleShows;
}
