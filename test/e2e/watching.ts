import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';

// What a person sees of the customers' list and when, measured in the page itself: no round trip to the test counts.

/** A frame of the list while it is scrolled. */
const Frame = z.object({
  /** Since the frame before, in milliseconds. */
  took: z.number(),
  /** Every row that is in sight stands in the document. */
  covered: z.boolean(),
  /** Every one of them shows its customer, and not that it is on its way. */
  filled: z.boolean(),
});
type Frame = z.infer<typeof Frame>;

declare global {
  interface Window {
    /** The measurement that goes on; it was begun in one call and is asked for in another. */
    watched?: Promise<unknown>;
  }
}

/** In CSS pixels, as the list has them. */
const ROW_HEIGHT = 32;

/** A search that leaves the list as it was changes nothing that could be seen: no more is waited for (milliseconds). */
const UNCHANGED_AFTER = 3_000;

/** When the list first showed a customer, in milliseconds since 1970. Asked for as soon as there is a page. */
export async function firstListPainted(list: Locator, timeout: number): Promise<number> {
  await list.waitFor({ timeout });
  return await list.evaluate(
    (grid) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (grid.querySelector('tbody tr td span')?.textContent) {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
            port2.postMessage(null);
          } else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
}

/**
 * Waits for the next key, and then for the frame after the list changed by it: milliseconds from the one to the other.
 * `null` when it does not change.
 */
export async function watchKeystroke(page: Page): Promise<void> {
  await page.evaluate((patience) => {
    window.watched = new Promise<number | null>((resolve) => {
      let pressed = 0;
      const ofList = (node: Node): boolean =>
        (node instanceof Element ? node : node.parentElement)?.closest('[role="grid"]') != null;
      const observer = new MutationObserver((changes) => {
        const changed = changes.some(
          ({ target, removedNodes }) =>
            ofList(target) ||
            // Nothing matches any more: the whole list goes.
            [...removedNodes].some((node) => node instanceof Element && node.querySelector('[role="grid"]') !== null),
        );
        if (pressed === 0 || !changed) return;
        observer.disconnect();
        clearTimeout(given);
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - pressed);
          port2.postMessage(null);
        });
      });
      const given = setTimeout(() => {
        observer.disconnect();
        resolve(null);
      }, patience);
      document.addEventListener(
        'keydown',
        ({ timeStamp }) => {
          pressed = timeStamp;
        },
        { capture: true, once: true },
      );
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: ['aria-rowcount'],
      });
    });
  }, UNCHANGED_AFTER);
}

/** What the last `watchKeystroke` found. */
export async function keystrokePainted(page: Page): Promise<number | null> {
  return z
    .number()
    .nullable()
    .parse(await page.evaluate(() => window.watched));
}

/** Looks at every frame of the next `duration` milliseconds. */
export async function watchFrames(list: Locator, duration: number): Promise<void> {
  await list.evaluate(
    (grid, [milliseconds, rowHeight]) => {
      window.watched = new Promise<Frame[]>((resolve) => {
        const scroller = grid.parentElement ?? grid;
        const frames: Frame[] = [];
        const end = performance.now() + milliseconds;
        let before = 0;
        const look = (now: number) => {
          if (before > 0) {
            const { scrollTop, clientHeight } = scroller;
            const first = Math.floor(scrollTop / rowHeight);
            // The header stands over the first row's height of what is in sight.
            const last = Math.ceil((scrollTop + clientHeight) / rowHeight) - 2;
            const there = new Map(
              [...grid.querySelectorAll('tbody tr')].map((row) => [Number(row.getAttribute('data-index')), row]),
            );
            const total = Number(grid.getAttribute('aria-rowcount')) - 1;
            const sight = Array.from({ length: Math.max(0, Math.min(last, total - 1) - first + 1) }, (_, nth) =>
              there.get(first + nth),
            );
            frames.push({
              took: now - before,
              covered: sight.length > 0 && sight.every((row) => row !== undefined),
              filled: sight.every((row) => row?.textContent),
            });
          }
          before = now;
          if (now < end) requestAnimationFrame(look);
          else resolve(frames);
        };
        requestAnimationFrame(look);
      });
    },
    [duration, ROW_HEIGHT] as const,
  );
}

/** What the last `watchFrames` saw. */
export async function framesSeen(page: Page): Promise<Frame[]> {
  return z.array(Frame).parse(await page.evaluate(() => window.watched));
}

/** What paints the page, as it says itself: without a graphics card a program does. */
export function paintedBy(page: Page): Promise<string> {
  return page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl');
    const details = gl?.getExtension('WEBGL_debug_renderer_info');
    const name: unknown = gl && details ? gl.getParameter(details.UNMASKED_RENDERER_WEBGL) : null;
    return typeof name === 'string' && !/swiftshader|llvmpipe|software/iu.test(name) ? name : 'software rendering';
  });
}
