import type { Tell } from './contestant.ts';

/** Tells what the process holds: as it stands, then what is left of the heap when everything unused is let go. */
export function tellMemory(when: string, tell: Tell): void {
  tell(`RSS ${when}`, process.memoryUsage().rss / 1048576, 'MB');
  globalThis.gc?.();
  const { arrayBuffers, heapUsed, rss } = process.memoryUsage();
  tell(`RSS ${when}, unused let go`, rss / 1048576, 'MB');
  tell(`heap ${when}`, heapUsed / 1048576, 'MB');
  tell(`buffers ${when}`, arrayBuffers / 1048576, 'MB');
}
