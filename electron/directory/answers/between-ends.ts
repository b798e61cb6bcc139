import type { Dossier } from '#shared/model/dossier.ts';

/**
 * A stretch of time, in milliseconds since 1970, in which no delegation of a dossier ends: from the last end on, up to
 * the next one and without it. Nothing but an end lets what we say of a dossier change by the clock alone.
 */
export interface BetweenEnds {
  /** `-Infinity` when none has ended. */
  readonly since: number;
  /** `Infinity` when none will end. */
  readonly until: number;
}

/** The stretch that a time lies in. */
export function betweenEnds({ delegations }: Dossier, now: Date): BetweenEnds {
  const time = now.getTime();
  let since = Number.NEGATIVE_INFINITY;
  let until = Number.POSITIVE_INFINITY;
  for (const { endsAt } of delegations) {
    if (endsAt === null) continue;
    const end = Date.parse(endsAt);
    if (end > time) until = Math.min(until, end);
    else since = Math.max(since, end);
  }
  return { since, until };
}

export function liesBetween({ since, until }: BetweenEnds, now: Date): boolean {
  const time = now.getTime();
  return time >= since && time < until;
}
