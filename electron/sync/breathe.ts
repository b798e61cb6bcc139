import { setImmediate } from 'node:timers/promises';

/** Lets the event loop turn, so that long work never freezes the process. */
export async function breathe(): Promise<void> {
  await setImmediate();
}
