import { setImmediate } from 'node:timers/promises';

/** How long the process may be held up at a time, in milliseconds. */
const SLICE = 8;

/** Does work on one item after another, and lets the process turn to others as soon as a slice of time is used up. */
export async function inSlices<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  let end = performance.now() + SLICE;
  for (const item of items) {
    work(item);
    if (performance.now() < end) continue;
    await setImmediate();
    end = performance.now() + SLICE;
  }
}
