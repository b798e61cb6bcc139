import { inOrderOfConcern } from '#renderer/app/delegation-order.ts';
import type { Delegation, DelegationStatus } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { Instant, TenantId } from '#shared/model/ids.ts';

const DAY = 86_400_000;

const LIVE: ReadonlySet<DelegationStatus> = new Set(['approved', 'activating', 'active', 'expiring']);

/** A delegation with an instant at which it ends, or extends itself. */
export type Ending = Delegation & { readonly endsAt: Instant };

/** The delegations on record that could end: those in force or about to be. Our DAP that Partner Center tells of is not one of them. */
export function liveDelegations({ delegations, delegatedAccess }: Dossier, us: TenantId): readonly Delegation[] {
  return inOrderOfConcern(delegations).filter(
    ({ kind, partner, service, status }) =>
      LIVE.has(status) && !(kind === 'dap' && partner === us && service === '*' && delegatedAccess?.value === true),
  );
}

/** The live delegations whose end lies ahead of `now`, the soonest first. */
export function endings(dossier: Dossier, us: TenantId, now: number): readonly Ending[] {
  return liveDelegations(dossier, us)
    .flatMap((one) => (one.endsAt !== null && Date.parse(one.endsAt) > now ? [{ ...one, endsAt: one.endsAt }] : []))
    .sort((a, b) => Date.parse(a.endsAt) - Date.parse(b.endsAt));
}

/** Those that will have been due to extend themselves by the instant that is supposed: the records can't know whether they did. */
export function extensionsPassed(dossier: Dossier, us: TenantId, now: number, at: number): readonly Ending[] {
  return endings(dossier, us, now).filter(({ autoExtend, endsAt }) => autoExtend === true && Date.parse(endsAt) <= at);
}

/** The services of the customer's subscriptions, each once. */
export function servicesOf({ subscriptions }: Dossier): readonly string[] {
  return [...new Set(subscriptions.flatMap(({ service }) => (service ? [service.value] : [])))].sort();
}

/** The instant so many days (of 24 hours) after another. */
export function daysAfter(instant: number, days: number): Instant {
  return new Date(instant + days * DAY).toISOString();
}

/** The beginning of a day named as `2026-12-24`, in the time zone of this machine; `null` when that names no day. */
export function startOfDay(day: string): Instant | null {
  const start = new Date(/^\d{4}-/.test(day) ? `${day}T00:00:00` : Number.NaN);
  return Number.isNaN(start.getTime()) ? null : start.toISOString();
}

/**
 * Where the clock is to stand for a day to come: at its beginning, or at `now` where it has begun. What held before `now`
 * can't be supposed: the records tell how things are.
 */
export function dayAhead(day: string, now: number): Instant | 'no-day' | 'past' {
  const start = startOfDay(day);
  if (start === null) return 'no-day';
  if (Date.parse(start) >= now) return start;
  return day === dayOf(now) ? new Date(now).toISOString() : 'past';
}

/** The day of an instant in the time zone of this machine, as `2026-12-24`. */
export function dayOf(instant: number): string {
  const date = new Date(instant);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
