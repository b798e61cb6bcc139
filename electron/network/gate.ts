import { unlessAborted } from './sleep.ts';

/** Lets in so many at a time, in the order in which they came. */
export interface Gate {
  /** Resolves with the way out when there is room; rejects with the signal's reason when it is aborted before. */
  enter(signal?: AbortSignal): Promise<() => void>;
}

/** A gate with so much room. */
export function createGate(room: number): Gate {
  const waiting = new Set<() => void>();
  let inside = 0;

  function leave(): void {
    const [next] = waiting;
    if (next === undefined) inside--;
    else {
      waiting.delete(next);
      next();
    }
  }

  return {
    async enter(signal) {
      signal?.throwIfAborted();
      if (inside < room) {
        inside++;
        return leave;
      }
      let letIn = () => {};
      const turn = new Promise<void>((resolve) => {
        letIn = resolve;
      });
      waiting.add(letIn);
      try {
        await unlessAborted(turn, signal);
      } catch (error) {
        // Aborted in the very moment in which room was made: it is the next one's.
        if (!waiting.delete(letIn)) leave();
        throw error;
      }
      return leave;
    },
  };
}
