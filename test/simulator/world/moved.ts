import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';

const DAY = 86_400_000;

const instantMoved = (instant: string | null, days: number): string | null =>
  instant === null ? null : new Date(Date.parse(instant) + days * DAY).toISOString();

const dayMoved = (day: string | null, days: number): string | null =>
  instantMoved(day === null ? null : `${day}T00:00:00Z`, days)?.slice(0, 10) ?? null;

/** Delegations with their dates moved by so many days. */
export function delegationsMoved(delegations: readonly Delegation[], days: number): Delegation[] {
  if (days === 0) return [...delegations];
  return delegations.map((one) => ({
    ...one,
    createdAt: instantMoved(one.createdAt, days),
    activatedAt: instantMoved(one.activatedAt, days),
    endsAt: instantMoved(one.endsAt, days),
  }));
}

/** A dossier with the dates that a service shows moved by so many days. */
export function datesMoved(dossier: Dossier, days: number): Dossier {
  if (days === 0) return dossier;
  return {
    ...dossier,
    delegations: delegationsMoved(dossier.delegations, days),
    subscriptions: dossier.subscriptions.map((one) => ({
      ...one,
      startDate: dayMoved(one.startDate, days),
      endDate: dayMoved(one.endDate, days),
    })),
  };
}
