import type { Sleep } from '#electron/network/sleep.ts';

/** Time that passes only while everybody sleeps, and then at once. */
export interface VirtualTime {
  /** Milliseconds since the beginning. */
  readonly elapsed: () => number;
  readonly clock: () => Date;
  readonly sleep: Sleep;
}

/** Virtual time from an instant on. */
export function virtualTime(from = '2026-11-22T09:00:00.000Z'): VirtualTime {
  const beginning = Date.parse(from);
  const sleepers = new Map<object, { readonly at: number; readonly wake: () => void }>();
  let now = 0;
  let passing = false;

  /** When nothing else is to do, wakes whoever sleeps the shortest. */
  function pass(): void {
    if (passing || sleepers.size === 0) return;
    passing = true;
    setImmediate(() => {
      passing = false;
      const [first] = [...sleepers].sort(([, a], [, b]) => a.at - b.at);
      if (first === undefined) return;
      const [key, { at, wake }] = first;
      sleepers.delete(key);
      now = Math.max(now, at);
      wake();
      pass();
    });
  }

  return {
    elapsed: () => now,
    clock: () => new Date(beginning + now),
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const key = {};
        sleepers.set(key, { at: now + milliseconds, wake: resolve });
        signal?.addEventListener('abort', () => {
          if (sleepers.delete(key)) reject(signal.reason);
        });
        pass();
      }),
  };
}
