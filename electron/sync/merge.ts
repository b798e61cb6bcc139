import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { settleClash } from './clashes.ts';
import { asThere, markGone } from './gone.ts';
import { closeAssignments, mergeAssignment, mergeDelegation, sameDelegation } from './merge-delegation.ts';
import { factFrom, isLater, mergeFact, replaces, saysSame } from './merge-facts.ts';
import { resellersAfter, resellersInHindsight } from './merge-relationship.ts';
import { mergeSubscription, sameSubscription } from './merge-subscription.ts';
import type { CustomerObservation, ListOfCustomer, Outcome, Sighting } from './observations.ts';

/** A dossier after an observation. It is the very same object when nothing changed, not even a date. */
export interface Merged {
  readonly dossier: Dossier;
  readonly outcome: Outcome;
  /** What changed in substance, for the history: `customer`, `subscription:<id>`, `channel:<id>` (a declared one gave way), `delegation:<id>`, `seats:<sku>`. */
  readonly subjects: readonly string[];
}

/**
 * Takes what a source says about a customer. What a system said is never overridden by what was declared or reasoned;
 * a later word replaces an earlier one, never the other way round; what staff own (invitations, history) is not touched.
 */
export function mergeObservation(before: Dossier | undefined, seen: CustomerObservation, sighting: Sighting): Merged {
  const start = before ?? emptyDossier(seen, sighting);
  const steps = [mergeProfile, mergeSubscriptions, mergeSeats, mergeDelegations, mergeSupport];
  const subjects: string[] = before === undefined ? ['customer'] : [];
  let dossier = start;
  let added = before === undefined;
  for (const step of steps) {
    const result = step(dossier, seen, sighting);
    if (result === null) continue;
    dossier = result.dossier;
    added ||= result.added === true;
    for (const subject of result.subjects) if (!subjects.includes(subject)) subjects.push(subject);
  }
  const outcome = added ? 'added' : subjects.length > 0 ? 'updated' : 'unchanged';
  return { dossier, outcome, subjects };
}

/** A dossier of which only the id is known; its name is the id until a source tells a better one. */
function emptyDossier(seen: { customer: CustomerId; name?: CustomerObservation['name'] }, sighting: Sighting): Dossier {
  return {
    id: seen.customer,
    name: factFrom(seen.name ?? { value: seen.customer, basis: 'inferred' }, sighting),
    domain: null,
    relationship: null,
    delegatedAccess: null,
    resellers: [],
    subscriptions: [],
    seatCounts: [],
    delegations: [],
    gdapListedAt: null,
    invitations: [],
    tags: [],
    history: [],
  };
}

interface Step {
  readonly dossier: Dossier;
  readonly subjects: readonly string[];
  readonly added?: boolean;
}

function mergeProfile(before: Dossier, seen: CustomerObservation, sighting: Sighting): Step | null {
  const observed = <T>(value: T | undefined) =>
    value === undefined ? null : factFrom<T>({ value, basis: 'observed' }, sighting);
  const relationship = observed(seen.relationship?.word);
  const after: Dossier = {
    ...before,
    name: seen.name === undefined ? before.name : mergeName(before.name, factFrom(seen.name, sighting)),
    domain: mergeFact(before.domain, observed(seen.domain)),
    relationship: mergeFact(before.relationship, relationship),
    delegatedAccess: mergeFact(before.delegatedAccess, observed(seen.delegatedAccess)),
  };
  // Whether we are its reseller is read from the relationship's word, and stands or falls with it.
  if (seen.relationship !== undefined) {
    const takes = after.relationship === relationship ? resellersAfter : resellersInHindsight;
    after.resellers = takes(before, seen.relationship, sighting);
  }
  const there = seen.relationship !== undefined && after.relationship === relationship ? asThere(after) : after;
  const fields = ['name', 'domain', 'relationship', 'delegatedAccess'] as const;
  if (fields.every((field) => after[field] === before[field]) && after.resellers === before.resellers) return null;
  const same =
    there === after &&
    fields.every((field) => saysSame(before[field], after[field])) &&
    after.resellers.length === before.resellers.length;
  return { dossier: there, subjects: same ? [] : ['customer'] };
}

/**
 * The name that stands. Graph calls a customer by its tenant's name, the others by that of the company we deal with, and the
 * two may differ for good: so Graph's stands only where nobody else told one, whichever was told last.
 */
function mergeName(existing: Dossier['name'], incoming: Dossier['name']): Dossier['name'] {
  const isGraphs = ({ basis, source }: Dossier['name']) => basis === 'observed' && source === 'graph';
  if (existing.basis === incoming.basis && isGraphs(existing) !== isGraphs(incoming)) {
    return isGraphs(existing) ? incoming : existing;
  }
  return mergeFact(existing, incoming) ?? existing;
}

function mergeSubscriptions(
  before: Dossier,
  { subscription: seen }: CustomerObservation,
  sighting: Sighting,
): Step | null {
  if (seen === undefined) return null;
  const existing = before.subscriptions.find(({ id }) => id === seen.id);
  const { clashes, subscription: after } = settleClash(
    before,
    existing,
    mergeSubscription(existing, seen, sighting),
    sighting.asOf,
  );
  if (after === existing) return null;
  const subscriptions = replaced(before.subscriptions, existing, after);
  const dossier = { ...before, subscriptions, ...(clashes ? { clashes } : {}) };
  if (existing !== undefined && sameSubscription(existing, after)) return { dossier, subjects: [] };
  const overruled = existing?.channel.basis === 'declared' && after.channel.value !== existing.channel.value;
  const subjects = [`subscription:${seen.id}`, ...(overruled ? [`channel:${seen.id}`] : [])];
  return { dossier, subjects, added: existing === undefined };
}

function mergeSeats(before: Dossier, { seatCount: seen }: CustomerObservation, sighting: Sighting): Step | null {
  if (seen === undefined) return null;
  const existing = before.seatCounts.find(({ sku }) => sku === seen.sku);
  if (existing !== undefined && !replaces(sighting, existing.provenance)) return null;
  const after = { ...seen, provenance: { basis: 'observed', source: sighting.source, asOf: sighting.asOf } as const };
  const dossier = { ...before, seatCounts: replaced(before.seatCounts, existing, after) };
  const same = existing !== undefined && existing.seats === after.seats && existing.name === after.name;
  return { dossier, subjects: same ? [] : [`seats:${seen.sku}`], added: existing === undefined };
}

function mergeDelegations(before: Dossier, seen: CustomerObservation, sighting: Sighting): Step | null {
  const id = seen.delegation?.id ?? seen.assignment?.delegation;
  const existing = before.delegations.find((one) => one.id === id);
  let after: Delegation | undefined = existing;
  if (seen.delegation !== undefined) after = mergeDelegation(existing, seen.delegation, sighting);
  const assignment = seen.assignment?.assignment;
  if (after !== undefined && assignment !== undefined) after = mergeAssignment(after, assignment, sighting);
  if (after === undefined || after === existing) return null;
  const dossier = { ...before, delegations: replaced(before.delegations, existing, after) };
  const same = existing !== undefined && sameDelegation(existing, after);
  const newAssignment = assignment !== undefined && !existing?.assignments?.some((one) => one.id === assignment.id);
  return { dossier, subjects: same ? [] : [`delegation:${after.id}`], added: existing === undefined || newAssignment };
}

function mergeSupport(before: Dossier, { supportContact: seen }: CustomerObservation, sighting: Sighting): Step | null {
  const existing = before.subscriptions.find(({ id }) => id === seen?.subscription);
  if (seen === undefined || existing === undefined) return null;
  const supportContact = mergeFact(
    existing.supportContact,
    factFrom({ value: seen.contact, basis: 'observed' }, sighting),
  );
  if (supportContact === existing.supportContact) return null;
  const after: Subscription = { ...existing, supportContact };
  const dossier = { ...before, subscriptions: replaced(before.subscriptions, existing, after) };
  return { dossier, subjects: sameSubscription(existing, after) ? [] : [`subscription:${existing.id}`] };
}

/** Takes the knowledge that a list was whole: what it does not hold is absent. */
export function mergeList(before: Dossier, seen: ListOfCustomer, sighting: Sighting): Merged {
  switch (seen.of) {
    case 'delegations': {
      const known = before.gdapListedAt !== null && !isLater(sighting.asOf, before.gdapListedAt);
      const listed = known ? before : { ...before, gdapListedAt: sighting.asOf };
      const { gone, things } = markGone(
        listed.delegations,
        seen.ids ?? new Set(listed.delegations.map(({ id }) => id)),
        sighting,
      );
      return {
        dossier: gone.length === 0 ? listed : { ...listed, delegations: [...things] },
        outcome: gone.length === 0 ? 'unchanged' : 'updated',
        subjects: gone.map((id) => `delegation:${id}`),
      };
    }
    case 'subscriptions': {
      // What is left of the seats is our own reckoning: no list ever names it.
      const reckoned = before.subscriptions.filter(({ kind }) => kind === 'remainder').map(({ id }) => id);
      const { gone, things } = markGone(before.subscriptions, new Set([...seen.ids, ...reckoned]), sighting);
      if (gone.length === 0) return { dossier: before, outcome: 'unchanged', subjects: [] };
      const dossier = { ...before, subscriptions: [...things] };
      return { dossier, outcome: 'updated', subjects: gone.map((id) => `subscription:${id}`) };
    }
    case 'customer': {
      const { relationship } = before;
      const ours = relationship?.source === sighting.source && isLater(sighting.asOf, relationship.asOf);
      if (!ours || before.goneUpstream) return { dossier: before, outcome: 'unchanged', subjects: [] };
      const goneUpstream = { asOf: sighting.asOf, source: sighting.source };
      return { dossier: { ...before, goneUpstream }, outcome: 'updated', subjects: ['customer'] };
    }
    case 'seat-counts': {
      const gone = before.seatCounts.filter(
        ({ sku, seats, provenance }) => seats !== 0 && !seen.skus.has(sku) && isLater(sighting.asOf, provenance.asOf),
      );
      if (gone.length === 0) return { dossier: before, outcome: 'unchanged', subjects: [] };
      const provenance = { basis: 'observed', source: sighting.source, asOf: sighting.asOf } as const;
      const seatCounts = before.seatCounts.map((one) => (gone.includes(one) ? { ...one, seats: 0, provenance } : one));
      return {
        dossier: { ...before, seatCounts },
        outcome: 'updated',
        subjects: gone.map(({ sku }) => `seats:${sku}`),
      };
    }
    case 'assignments': {
      const existing = before.delegations.find(({ id }) => id === seen.delegation);
      const after = existing && closeAssignments(existing, seen.ids, sighting);
      if (existing === undefined || after === undefined || after === existing) {
        return { dossier: before, outcome: 'unchanged', subjects: [] };
      }
      const dossier = { ...before, delegations: replaced(before.delegations, existing, after) };
      return { dossier, outcome: 'updated', subjects: [`delegation:${seen.delegation}`] };
    }
  }
}

function replaced<T>(list: readonly T[], existing: T | undefined, next: T): T[] {
  return existing === undefined ? [...list, next] : list.map((one) => (one === existing ? next : one));
}
