import type { ChangedAnswer } from '#shared/contract/policy.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { GroupId, type Instant, type SubscriptionId } from '#shared/model/ids.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import type { Capability } from '#shared/model/policy.ts';
import { assertNever, ProblemError } from '#shared/model/problem.ts';
import type { Provenance } from '#shared/model/provenance.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import type { TraceStep } from '#shared/model/trace.ts';
import type { Change } from '#shared/model/what-if.ts';
import { Capabilities } from './capabilities.ts';
import { dap, ended, gdap, nextId } from './supposed-delegations.ts';

/** Stands for a security group of our member of staff where we know of none: whichever it is, the person is in it. */
const SOME_GROUP = GroupId.parse('00000000-0000-4000-8000-000000000000');

/** What the policy is asked about: the facts of a customer, who asks, when, and what the cloud is known to offer. */
export interface Situation {
  readonly dossier: Dossier;
  readonly profile: PartnerProfile;
  readonly now: Date;
  /** As in the `context.capabilities` of a request. */
  readonly capabilities: readonly string[];
}

/**
 * The situation that the changes make of the one on record, which stays as it is. They hold in their order, a later one
 * over an earlier; the clock is moved first, for the dates of all others. A change that names a delegation or a
 * subscription which the dossier has not is a `not-found` problem.
 */
export function suppose(dossier: Dossier, profile: PartnerProfile, now: Date, changes: readonly Change[]): Situation {
  const at = changes.reduce((clock, change) => (change.change === 'time' ? new Date(change.at) : clock), now);
  return changes.reduce(supposeOne, { dossier, profile, now: at, capabilities: [] });
}

/** The answers that come out otherwise, by outcome or by deciding rule, when something is supposed. Changes nothing. */
export function whatIf(
  dossier: Dossier,
  profile: PartnerProfile,
  now: Date,
  changes: readonly Change[],
): { at: Instant; asked: number; changed: ChangedAnswer[] } {
  const supposed = suppose(dossier, profile, now, changes);
  const before = answersOf({ dossier, profile, now, capabilities: [] });
  const after = new Map(answersOf(supposed).map((answer) => [answer.key, answer]));
  const changed = before.flatMap(({ key, subscription, answer: { action, properties, ...was } }): ChangedAnswer[] => {
    const then = after.get(key)?.answer;
    if (!then || comesOutAlike(then, was)) return [];
    const { decision, context } = then;
    return [{ subscription, action, properties, before: was, after: { decision, context } }];
  });
  return { at: supposed.now.toISOString(), asked: before.length, changed };
}

/**
 * One of the answers in the supposed situation, with the chain it hangs on; `null` asks of the customer itself. What the
 * supposed dossier has not, or nobody asks, is a `not-found` problem.
 */
export function explainIf(
  dossier: Dossier,
  profile: PartnerProfile,
  now: Date,
  changes: readonly Change[],
  { subscription, ...asked }: Pick<Capability, 'action' | 'properties'> & { subscription: SubscriptionId | null },
): { answer: Capability; trace: TraceStep[] } {
  const supposed = suppose(dossier, profile, now, changes);
  const found = supposed.dossier.subscriptions.find(({ id }) => id === subscription) ?? null;
  if (subscription !== null && !found) throw notFound('whatIf.unknownSubscription', dossier, { subscription });
  const explain = (situation: Situation) =>
    new Capabilities(situation.profile, situation.now, situation.capabilities).explain(supposed.dossier, found, asked);
  const bounds = boundsOf(supposed);
  const least = bounds && explain(bounds.fewest);
  return least && comesOutAlike(least.answer, explain(bounds.most).answer) ? least : explain(supposed);
}

interface Answer {
  readonly key: string;
  /** `null` when asked of the customer itself. */
  readonly subscription: SubscriptionId | null;
  readonly answer: Capability;
}

/** The answers in a situation. */
function answersOf(situation: Situation): Answer[] {
  const bounds = boundsOf(situation);
  const open = everyAnswer(situation);
  if (!bounds) return open;
  const [fewest, most] = [everyAnswer(bounds.fewest), everyAnswer(bounds.most)];
  return open.map((answer, index) => {
    const [least, greatest] = [fewest[index], most[index]];
    return least && greatest && comesOutAlike(least.answer, greatest.answer) ? least : answer;
  });
}

/**
 * Where a member of staff of unknown groups is supposed to be in one: the situations with no other group and with all that
 * are assigned. What comes out alike in both comes out so with any (the more groups, the more access, as soon as one of
 * them has a GDAP relationship in force); the rest is as unknown as the groups.
 */
function boundsOf(situation: Situation): { fewest: Situation; most: Situation } | null {
  const { dossier, profile } = situation;
  const isInOne = dossier.delegations.some(
    ({ assignments, status }) => status === 'active' && assignments?.some(({ group }) => group === SOME_GROUP),
  );
  if (profile.staff.groups !== undefined || !isInOne) return null;
  const assigned = dossier.delegations.flatMap(({ assignments }) => assignments?.map(({ group }) => group) ?? []);
  const inGroups = (groups: GroupId[]) => ({
    ...situation,
    profile: { ...profile, staff: { ...profile.staff, groups } },
  });
  return { fewest: inGroups([SOME_GROUP]), most: inGroups(assigned) };
}

const comesOutAlike = (one: Pick<Capability, 'context'>, other: Pick<Capability, 'context'>): boolean =>
  one.context.outcome === other.context.outcome && one.context.rule === other.context.rule;

/** Everything that can be asked: of the customer first, then of each of its subscriptions. */
function everyAnswer({ dossier, profile, now, capabilities }: Situation): Answer[] {
  const policyNow = new Capabilities(profile, now, capabilities);
  const of = (subscription: SubscriptionId | null, answers: readonly Capability[]) =>
    answers.map((answer) => ({
      key: JSON.stringify([subscription, answer.action, answer.properties]),
      subscription,
      answer,
    }));
  return [
    ...of(null, policyNow.onCustomer(dossier)),
    ...dossier.subscriptions.flatMap((one) => of(one.id, policyNow.onSubscription(dossier, one))),
  ];
}

function supposeOne(situation: Situation, change: Change): Situation {
  const { dossier, profile, now } = situation;
  const at = now.toISOString();
  const supposedly: Provenance = { basis: 'declared', source: `staff:${profile.staff.id}`, asOf: at };
  const us = profile.partner.tenantId;
  const withDossier = (parts: Partial<Dossier>): Situation => ({ ...situation, dossier: { ...dossier, ...parts } });
  const withProfile = (parts: Partial<PartnerProfile>): Situation => ({
    ...situation,
    profile: { ...profile, ...parts },
  });
  switch (change.change) {
    case 'time':
      // The clock was moved before anything else.
      return situation;
    case 'grant-dap': {
      const { partner, service } = change;
      return withDossier({
        delegations: [...dossier.delegations, dap(nextId(dossier), partner, service, at, supposedly)],
        ...(partner === us && service === '*' ? { delegatedAccess: { value: true, ...supposedly } } : {}),
      });
    }
    case 'end-dap':
      return withDossier({
        // Partner Center's word speaks of all services, so what we hold of one ends with it.
        delegatedAccess: { value: false, ...supposedly },
        delegations: dossier.delegations.map((one) =>
          one.kind === 'dap' && one.partner === us && one.status === 'approved' ? ended(one, now) : one,
        ),
      });
    case 'grant-gdap': {
      const known = profile.staff.groups;
      const groups = known?.length ? known : [SOME_GROUP];
      // Unknown groups stay so, whichever of them the relationship is assigned to: they may give more by others.
      const staff = known ? { ...profile.staff, groups } : profile.staff;
      const granted = gdap(nextId(dossier), us, change.roles, groups, now, supposedly);
      return {
        ...withProfile({ staff }),
        dossier: { ...dossier, delegations: [...dossier.delegations, granted] },
      };
    }
    case 'end-delegation': {
      const found = dossier.delegations.find(({ id }) => id === change.delegation);
      if (!found) throw notFound('whatIf.unknownDelegation', dossier, { delegation: change.delegation });
      const isOurWholeDap = found.kind === 'dap' && found.partner === us && found.service === '*';
      return withDossier({
        delegations: dossier.delegations.map((one) => (one === found ? ended(one, now) : one)),
        // Both tell of the same privileges: one can't be on without the other.
        ...(isOurWholeDap ? { delegatedAccess: { value: false, ...supposedly } } : {}),
      });
    }
    case 'staff-roles':
      return withProfile({ staff: { ...profile.staff, roles: change.roles } });
    case 'programs':
      return withProfile({ programs: change.programs });
    case 'channel':
      return withDossier(
        withSubscription(dossier, change.subscription, { channel: { value: change.channel, ...supposedly } }),
      );
    case 'status':
      return withDossier(withSubscription(dossier, change.subscription, { status: change.status }));
    case 'gdap-offered':
      return { ...situation, capabilities: [...situation.capabilities, 'gdap'] };
    default:
      return assertNever(change);
  }
}

function withSubscription(
  dossier: Dossier,
  id: SubscriptionId,
  parts: Partial<Subscription>,
): Pick<Dossier, 'subscriptions'> {
  if (!dossier.subscriptions.some((one) => one.id === id)) {
    throw notFound('whatIf.unknownSubscription', dossier, { subscription: id });
  }
  return { subscriptions: dossier.subscriptions.map((one) => (one.id === id ? { ...one, ...parts } : one)) };
}

function notFound(key: string, dossier: Dossier, named: Readonly<Record<string, string>>): ProblemError {
  return new ProblemError('not-found', key, { customer: dossier.name.value, ...named });
}
