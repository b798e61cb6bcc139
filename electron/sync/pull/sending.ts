import { setMaxListeners } from 'node:events';
import { createGate } from '#electron/network/gate.ts';
import type { Wire } from '#electron/network/wire.ts';
import type { PullContext } from '#electron/sync/source.ts';
import type { Pausing } from './pausing.ts';

/** Requests of a pull that are under way at the same time; while it is paused these alone come to their end. */
const AT_ONCE = 8;

/** Sends the requests of a pull that may be paused, a few at a time. */
export function pausable(wire: Wire, pausing: Pausing, signal: AbortSignal): PullContext['send'] {
  const gate = createGate(AT_ONCE);
  // Every request that waits listens to it, which is no leak.
  setMaxListeners(0, signal);
  return async (request) => {
    const leave = await gate.enter(signal);
    try {
      await pausing.pass(signal);
      return await wire.send({ ...request, signal });
    } finally {
      leave();
    }
  };
}
