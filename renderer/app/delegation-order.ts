import { parse } from 'iso8601-duration';
import type { Delegation, DelegationStatus } from '#shared/model/delegation.ts';

const STAGE: Readonly<Record<DelegationStatus, number>> = {
  expiring: 0,
  active: 0,
  approved: 0,
  activating: 1,
  approvalPending: 2,
  created: 2,
  unknownFutureValue: 3,
  terminationRequested: 4,
  terminating: 4,
  terminated: 5,
  expired: 5,
  absent: 5,
};

/** Whether a delegation is over, or about to be taken down. */
export function isPast(status: DelegationStatus): boolean {
  return STAGE[status] >= 4;
}

/** Those in force first (the soonest to end on top), then those on their way, then the past ones, newest first. */
export function inOrderOfConcern(delegations: readonly Delegation[]): readonly Delegation[] {
  const end = (delegation: Delegation) =>
    delegation.endsAt === null ? Number.POSITIVE_INFINITY : Date.parse(delegation.endsAt);
  return [...delegations].sort((a, b) => {
    const stage = STAGE[a.status] - STAGE[b.status];
    if (stage !== 0) return stage;
    const [first, second] = [end(a), end(b)];
    if (first === second) return a.id < b.id ? -1 : 1;
    return isPast(a.status) ? second - first : first - second;
  });
}

/** Days of an ISO 8601 duration such as `P730D`; `null` when it is not a whole number of days, or not a duration. */
export function durationDays(duration: string): number | null {
  try {
    const { years, months, weeks, days, hours, minutes, seconds } = parse(duration);
    if (years || months || hours || minutes || seconds) return null;
    return (weeks ?? 0) * 7 + (days ?? 0);
  } catch {
    return null;
  }
}
