import { type Sleep, sleep as sleepHere, unlessAborted } from './sleep.ts';

/**
 * How fast one service may be asked: a token bucket. Whatever asks the same service for the same tenant shares one, since
 * the service counts per tenant.
 */
export interface Pace {
  /** Resolves when the next request may be sent, in the order of the calls; rejects with the signal's reason. */
  take(signal?: AbortSignal): Promise<void>;
  /** Nothing is sent for so many milliseconds, and no burst after them. */
  hold(milliseconds: number): void;
  /** How many milliseconds nothing is sent because of `hold`; 0 when it may be. */
  readonly heldFor: number;
}

export interface PaceOptions {
  /** Requests a minute in the long run; `Infinity` for a service that need not be spared. */
  readonly perMinute?: number;
  /** So many may follow each other at once after a rest. */
  readonly burst?: number;
  /** Milliseconds of a clock that nobody sets: one that jumps would stop us for hours, or let too many pass. */
  readonly elapsed?: () => number;
  readonly sleep?: Sleep;
}

/** Partner Center bears 500 requests a minute and tenant: in no minute are there more than `perMinute` + `burst`. */
const SPARING = { perMinute: 450, burst: 20 } as const;

/** A pace of its own, with a full bucket. */
export function createPace({
  perMinute = SPARING.perMinute,
  burst = SPARING.burst,
  elapsed = () => performance.now(),
  sleep = sleepHere,
}: PaceOptions = {}): Pace {
  const perMillisecond = perMinute / 60_000;
  let tokens = burst;
  /** When `tokens` was right; later than now while held. */
  let counted = elapsed();
  let line: Promise<void> = Promise.resolve();

  /** Milliseconds until there is a token, which is taken if that is 0. */
  function next(): number {
    const now = elapsed();
    if (now >= counted) {
      tokens = perMinute === Infinity ? burst : Math.min(burst, tokens + (now - counted) * perMillisecond);
      counted = now;
    }
    if (now >= counted && tokens >= 1) {
      tokens--;
      return 0;
    }
    // Whole milliseconds: a wait too short to be told from none would never end.
    return Math.ceil(Math.max(0, counted - now) + Math.max(0, 1 - tokens) / perMillisecond);
  }

  return {
    async take(signal) {
      const before = line;
      let leave = () => {};
      line = new Promise((resolve) => {
        leave = resolve;
      });
      try {
        await unlessAborted(before, signal);
        for (let wait = next(); wait > 0; wait = next()) await sleep(wait, signal);
      } finally {
        // Whoever gives up in the middle of the line leaves only when it would have been its turn.
        void before.then(leave);
      }
    },
    hold(milliseconds) {
      const until = elapsed() + milliseconds;
      if (until <= counted) return;
      counted = until;
      tokens = 0;
    },
    get heldFor() {
      return Math.max(0, counted - elapsed());
    },
  };
}
