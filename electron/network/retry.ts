/** When a request is sent again, and how long is waited before that. */
export interface Patience {
  /** Tries in all. */
  readonly tries: number;
  /** Milliseconds: the most that is waited before the second try; doubled for each further one. */
  readonly first: number;
  /** Milliseconds: the most that is waited before any try, unless the service asks for more. */
  readonly longest: number;
  /** Milliseconds: the most that is waited in all for one request, whoever asks for it. */
  readonly inAll: number;
  /** Milliseconds of silence after which nothing more is expected of a try. */
  readonly silence: number;
}

export const PATIENCE: Patience = {
  tries: 6,
  first: 1_000,
  longest: 30_000,
  inAll: 10 * 60_000,
  silence: 100_000,
};

/** Milliseconds to wait after so many tries: anything up to a bound that doubles ("full jitter"), so that clients scatter. */
export function backOff(tries: number, random: () => number, { first, longest }: Patience): number {
  return random() * Math.min(longest, first * 2 ** (tries - 1));
}

const SECONDS = /^\d{1,9}$/;
const HTTP_DATE = /^[a-z]{3,9}, .+ GMT$/i;

/**
 * Milliseconds that `Retry-After` asks for; `null` without one that can be read. A date is a span from the service's own
 * `Date`, so a clock that differs from ours makes no difference; without that, a span from our clock.
 */
export function retryAfter(headers: ReadonlyMap<string, string>, now: Date): number | null {
  const asked = headers.get('retry-after')?.trim() ?? '';
  if (SECONDS.test(asked)) return Number(asked) * 1_000;
  const until = HTTP_DATE.test(asked) ? Date.parse(asked) : Number.NaN;
  if (Number.isNaN(until)) return null;
  const theirs = Date.parse(headers.get('date') ?? '');
  return Math.max(0, until - (Number.isNaN(theirs) ? now.getTime() : theirs));
}

const AGAIN_IN = /try again in (\d{1,6}) seconds?/i;

/** Milliseconds that a throttled answer names in its message, where it carries no `Retry-After`. */
export function waitInWords(words: string): number | null {
  const seconds = AGAIN_IN.exec(words)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1_000;
}
