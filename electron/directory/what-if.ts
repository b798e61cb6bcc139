import type { ChangedAnswer } from '#shared/contract/policy.ts';
import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import {
  DelegationId,
  GroupId,
  type Instant,
  type RoleDefinitionId,
  type SubscriptionId,
  type TenantId,
} from '#shared/model/ids.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import type { Capability } from '#shared/model/policy.ts';
import { assertNever, ProblemError } from '#shared/model/problem.ts';
import type { Provenance } from '#shared/model/provenance.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import type { Change } from '#shared/model/what-if.ts';
import { Capabilities } from './capabilities.ts';

/** The longest that a GDAP relationship may last (GDAP frequently asked questions). */
const GDAP_DAYS = 730;
const DAY = 86_400_000;

/** Stands for a security group of our member of staff where we know of none. */
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
    if (!then || (then.context.outcome === was.context.outcome && then.context.rule === was.context.rule)) return [];
    const { decision, context } = then;
    return [{ subscription, action, properties, before: was, after: { decision, context } }];
  });
  return { at: supposed.now.toISOString(), asked: before.length, changed };
}

interface Answer {
  readonly key: string;
  /** `null` when asked of the customer itself. */
  readonly subscription: SubscriptionId | null;
  readonly answer: Capability;
}

/** Everything that can be asked: of the customer first, then of each of its subscriptions. */
function answersOf({ dossier, profile, now, capabilities }: Situation): Answer[] {
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
        delegations: [...dossier.delegations, dap(partner, service, at, supposedly)],
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
      const groups = profile.staff.groups?.length ? profile.staff.groups : [SOME_GROUP];
      return {
        ...withProfile({ staff: { ...profile.staff, groups } }),
        dossier: {
          ...dossier,
          delegations: [...dossier.delegations, gdap(us, change.roles, groups, now, supposedly)],
        },
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

/** A delegation that has just ended: GDAP expires, DAP is removed. */
function ended(delegation: Delegation, now: Date): Delegation {
  const { endsAt, kind } = delegation;
  return {
    ...delegation,
    status: kind === 'gdap' ? 'expired' : 'terminated',
    endsAt: endsAt !== null && Date.parse(endsAt) < now.getTime() ? endsAt : now.toISOString(),
  };
}

const UNTOLD = { name: null, roles: null, assignments: null, duration: null, autoExtend: null, endsAt: null };

function dap(partner: TenantId, service: string, at: Instant, provenance: Provenance): Delegation {
  const id = DelegationId.parse(`supposed-dap:${partner}:${service}`);
  const since = { createdAt: at, activatedAt: at };
  return { ...UNTOLD, ...since, id, kind: 'dap', partner, status: 'approved', service, provenance };
}

function gdap(
  partner: TenantId,
  roles: RoleDefinitionId[],
  groups: readonly GroupId[],
  now: Date,
  provenance: Provenance,
): Delegation {
  const at = now.toISOString();
  return {
    ...UNTOLD,
    id: DelegationId.parse('supposed-gdap'),
    kind: 'gdap',
    partner,
    status: 'active',
    service: '*',
    roles,
    assignments: groups.map((group) => ({
      id: `supposed-assignment:${group}`,
      group,
      roles,
      status: 'active',
      provenance,
    })),
    duration: `P${GDAP_DAYS}D`,
    autoExtend: false,
    createdAt: at,
    activatedAt: at,
    endsAt: new Date(now.getTime() + GDAP_DAYS * DAY).toISOString(),
    provenance,
  };
}
