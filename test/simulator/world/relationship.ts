import type { Delegation } from '#shared/model/delegation.ts';
import type { CustomerId } from '#shared/model/ids.ts';

/** A GDAP relationship as Graph has it. */
export interface Relationship {
  readonly id: string;
  /** `null` until a customer accepts one that was made for nobody in particular. */
  readonly customer: CustomerId | null;
  readonly delegation: Delegation;
  /** Whether it was there when the world was made. */
  readonly generated: boolean;
  /** Since when it is in its state, as time is driven on; `null` while nothing happened to it. */
  readonly since: number | null;
  /** When it was last changed; `null` while nothing happened to it. */
  readonly modifiedAt: string | null;
}

/** States in which its roles are in force. */
export const IN_FORCE: ReadonlySet<string> = new Set(['active', 'expiring']);

const DAY = 86_400_000;
/** How long the service takes from one state to the next, in milliseconds. */
export const TAKES = 60_000;
const EXPIRING = 30 * DAY;
const EXTENSION = 180 * DAY;

/** Days of a duration such as `P730D` or `P2Y`; `null` for anything else. */
export function daysOf(duration: string): number | null {
  const [, years, days] = /^P(?:(\d+)Y)?(?:(\d+)D)?$/.exec(duration) ?? [];
  if (years === undefined && days === undefined) return null;
  return Number(years ?? 0) * 365 + Number(days ?? 0);
}

/**
 * What became of a relationship when time was driven on from `from` to `to`: what the service or the customer was asked
 * happens after a minute a step, and what runs out expires or is extended.
 */
export function lived(relationship: Relationship, from: number, to: number): Relationship {
  let now = relationship;
  for (let next = stepOf(now, from, to); next !== undefined; next = stepOf(now, from, to)) now = next;
  return now;
}

/** The next thing that happens to it up to an instant, if any does. */
function stepOf(relationship: Relationship, from: number, to: number): Relationship | undefined {
  const { delegation, since } = relationship;
  const { activatedAt, autoExtend, duration, endsAt, status } = delegation;
  const after = (milliseconds: number, change: (at: number) => Partial<Delegation>): Relationship | undefined => {
    const at = (since ?? Number.NaN) + milliseconds;
    return at <= to ? changed(relationship, change(at), at) : undefined;
  };
  const ends = endsAt === null ? Number.NaN : Date.parse(endsAt);
  // What was so already when the world was made does not happen once more.
  const reached = (instant: number): boolean => instant > from && instant <= to;
  switch (status) {
    case 'approved':
      return after(TAKES, () => ({ status: 'activating' }));
    case 'activating':
      return after(TAKES, (at) => ({
        status: 'active',
        activatedAt: activatedAt ?? new Date(at).toISOString(),
        endsAt: endsAt ?? new Date(at + (daysOf(duration ?? '') ?? 1) * DAY).toISOString(),
      }));
    case 'terminationRequested':
      return after(TAKES, () => ({ status: 'terminating' }));
    case 'terminating':
      return after(TAKES, () => ({ status: 'terminated' }));
    case 'active':
    case 'expiring':
      if (reached(ends)) {
        return autoExtend
          ? changed(relationship, { status: 'active', endsAt: new Date(ends + EXTENSION).toISOString() }, ends)
          : changed(relationship, { status: 'expired' }, ends);
      }
      return status === 'active' && !autoExtend && reached(ends - EXPIRING)
        ? changed(relationship, { status: 'expiring' }, ends - EXPIRING)
        : undefined;
    default:
      return undefined;
  }
}

/** A relationship after something happened to it. */
export function changed(relationship: Relationship, change: Partial<Delegation>, at: number): Relationship {
  return {
    ...relationship,
    delegation: { ...relationship.delegation, ...change },
    since: at,
    modifiedAt: new Date(at).toISOString(),
  };
}
