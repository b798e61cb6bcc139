/** The simulator's time: that of a clock, moved on by whoever drives it. */
export interface Time {
  /** When it was started. */
  readonly startedAt: Date;
  /** The instant that it stamps on what it makes; a server whose clock goes wrong is off by its skew. */
  now(): Date;
  /** The instant up to which relationships have lived: unless it flows, it moves only when it is driven on. */
  readonly lived: number;
  advance(milliseconds: number): void;
}

export function createTime(clock: () => Date, skewMs: number, flowing: boolean): Time {
  const startedAt = clock();
  let moved = 0;
  return {
    startedAt,
    now: () => new Date(clock().getTime() + moved + skewMs),
    get lived() {
      return (flowing ? clock() : startedAt).getTime() + moved;
    },
    advance(milliseconds) {
      moved += milliseconds;
    },
  };
}
