import { setImmediate } from 'node:timers/promises';

/** How long the process may be held up at a time, in milliseconds. */
const SLICE = 8;

/** Long work in slices: whoever does it asks every now and then whether its slice is used up, and then lets others go on. */
export class Slices {
  #end = performance.now() + SLICE;

  /** Whether the slice is used up: then call `next` before going on. */
  isOver(): boolean {
    return performance.now() >= this.#end;
  }

  /** Lets the process turn to others; a new slice begins when it comes back. */
  async next(): Promise<void> {
    await setImmediate();
    this.#end = performance.now() + SLICE;
  }
}

/** Does work on one item after another, and lets the process turn to others as soon as a slice of time is used up. */
export async function inSlices<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  const slices = new Slices();
  for (const item of items) {
    work(item);
    if (slices.isOver()) await slices.next();
  }
}
