/** The units in which a duration is told, each with its seconds, the largest first. */
const UNITS = [
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

export interface DurationPart {
  readonly unit: (typeof UNITS)[number]['unit'];
  readonly value: number;
}

/** A duration in seconds as people say it: its largest unit, and the one below where that is not nought; empty below half a second. */
export function durationParts(seconds: number): readonly DurationPart[] {
  // Whoever waits for an hour does not count its seconds.
  const rounded = seconds >= 3600 ? Math.round(seconds / 60) * 60 : Math.round(seconds);
  const first = UNITS.findIndex((one) => rounded >= one.seconds);
  let rest = rounded;
  return UNITS.slice(first === -1 ? UNITS.length : first, first + 2).flatMap(({ unit, seconds: each }) => {
    const value = Math.floor(rest / each);
    rest -= value * each;
    return value === 0 ? [] : [{ unit, value }];
  });
}

/** Whole minutes or hours since an instant; `null` once it is long enough ago to be told in days, `0` within a minute. */
export function sinceParts(instant: string, now: Date): { unit: 'minute' | 'hour'; value: number } | 0 | null {
  const minutes = Math.floor((now.getTime() - Date.parse(instant)) / 60_000);
  // A clock that was set back meanwhile is no reason to speak of the future.
  if (minutes < 1) return 0;
  if (minutes < 60) return { unit: 'minute', value: minutes };
  return minutes < 12 * 60 ? { unit: 'hour', value: Math.floor(minutes / 60) } : null;
}
