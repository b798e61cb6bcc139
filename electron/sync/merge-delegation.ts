import { isDeepStrictEqual } from 'node:util';
import type { AccessAssignment, Delegation } from '#shared/model/delegation.ts';
import { isLater, mergeField, replaces } from './merge-facts.ts';
import type { AssignmentObservation, DelegationObservation, Sighting } from './observations.ts';

/** Takes what a source says of a delegation. Gives back `existing` itself when nothing changes, not even a date. */
export function mergeDelegation(
  existing: Delegation | undefined,
  seen: DelegationObservation,
  sighting: Sighting,
): Delegation {
  const provenance = observed(sighting);
  if (existing === undefined) return { ...seen, provenance };
  const later = replaces(sighting, existing.provenance);
  const after: Delegation = {
    id: existing.id,
    kind: existing.kind,
    name: mergeField(existing.name, seen.name, later),
    partner: later ? seen.partner : existing.partner,
    status: later ? seen.status : existing.status,
    service: later ? seen.service : existing.service,
    roles: mergeField(existing.roles, seen.roles, later),
    assignments: mergeField(existing.assignments, seen.assignments, later),
    duration: mergeField(existing.duration, seen.duration, later),
    autoExtend: mergeField(existing.autoExtend, seen.autoExtend, later),
    // The instants go with the status: a request still pending has no end, whatever an earlier life of it had.
    createdAt: later ? seen.createdAt : existing.createdAt,
    activatedAt: later ? seen.activatedAt : existing.activatedAt,
    endsAt: later ? seen.endsAt : existing.endsAt,
    ...(later || !existing.goneUpstream ? {} : { goneUpstream: existing.goneUpstream }),
    provenance: later ? provenance : existing.provenance,
  };
  return isDeepStrictEqual(existing, after) ? existing : after;
}

/** Takes one access assignment of a delegation. */
export function mergeAssignment(delegation: Delegation, seen: AssignmentObservation, sighting: Sighting): Delegation {
  const assignments = delegation.assignments ?? [];
  const existing = assignments.find(({ id }) => id === seen.id);
  if (existing !== undefined && !replaces(sighting, existing.provenance)) return delegation;
  const next = { ...seen, provenance: observed(sighting) };
  return {
    ...delegation,
    assignments:
      existing === undefined ? [...assignments, next] : assignments.map((one) => (one === existing ? next : one)),
  };
}

/** The whole list of assignments was seen: an older one that it does not hold was deleted; an empty list is known to be empty. */
export function closeAssignments(delegation: Delegation, ids: ReadonlySet<string>, sighting: Sighting): Delegation {
  const assignments = delegation.assignments ?? [];
  const gone = ({ id, provenance }: AccessAssignment) => !ids.has(id) && isLater(sighting.asOf, provenance.asOf);
  if (delegation.assignments !== null && !assignments.some(gone)) {
    return delegation;
  }
  return {
    ...delegation,
    assignments: assignments.map((one) =>
      gone(one) ? { ...one, status: 'deleted', provenance: observed(sighting) } : one,
    ),
  };
}

/** Whether a delegation says the same as before, leaving out where and when it was learnt. */
export function sameDelegation(one: Delegation, other: Delegation): boolean {
  return one === other || isDeepStrictEqual(essence(one), essence(other));
}

function essence({ provenance: _, assignments, ...delegation }: Delegation) {
  return { ...delegation, assignments: assignments?.map(({ provenance: __, ...assignment }) => assignment) };
}

function observed({ source, asOf }: Sighting) {
  return { basis: 'observed', source, asOf } as const;
}
