import { setImmediate, setTimeout } from 'node:timers/promises';

/** How long the process may be held up at a time, in milliseconds. */
const SLICE = 8;

/** The same for what nobody waits for: whoever types meanwhile shall not notice. */
const IDLE_SLICE = 2;

/** Long work in slices: whoever does it asks every now and then whether its slice is used up, and then lets others go on. */
export class Slices {
  readonly #length: number;
  #end: number;

  constructor(length: number = SLICE) {
    this.#length = length;
    this.#end = performance.now() + length;
  }

  /** Whether the slice is used up: then call `next` before going on. */
  isOver(): boolean {
    return performance.now() >= this.#end;
  }

  /** Lets the process turn to others; a new slice begins when it comes back. */
  async next(): Promise<void> {
    await this.pause();
    this.#end = performance.now() + this.#length;
  }

  protected pause(): Promise<void> {
    return setImmediate();
  }
}

/**
 * For work that nobody waits for: in short slices, with pauses between them, which last until the others have done. A
 * process that has nothing else to do may end meanwhile.
 */
export class IdleSlices extends Slices {
  readonly #isIdle: () => boolean;

  constructor(isIdle: () => boolean) {
    super(IDLE_SLICE);
    this.#isIdle = isIdle;
  }

  protected override async pause(): Promise<void> {
    do await setTimeout(1, undefined, { ref: false });
    while (!this.#isIdle());
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
