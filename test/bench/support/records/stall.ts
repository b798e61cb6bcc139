/** What a piece of work gave, how long it took, and the longest that nothing else could run meanwhile (milliseconds). */
export interface Timed<T> {
  readonly result: T;
  readonly took: number;
  readonly stall: number;
}

/** Runs work while a clock ticks every millisecond; a late tick is a stall of the event loop. */
export async function watched<T>(work: () => Promise<T> | T): Promise<Timed<T>> {
  let last = performance.now();
  let stall = 0;
  const tick = (): void => {
    const now = performance.now();
    stall = Math.max(stall, now - last - 1);
    last = now;
  };
  const clock = setInterval(tick, 1);
  try {
    const start = performance.now();
    last = start;
    const result = await work();
    const took = performance.now() - start;
    tick();
    return { result, took, stall };
  } finally {
    clearInterval(clock);
  }
}
