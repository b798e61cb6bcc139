import type { AccessAssignment, Delegation, DelegationStatus } from '#shared/model/delegation.ts';
import { DelegationId, type RoleDefinitionId } from '#shared/model/ids.ts';
import type { Provenance } from '#shared/model/provenance.ts';
import type { Customer } from './customer.ts';
import { daysFromNow, ROLES } from './world.ts';

/** Delegations a customer has: 2 on average. */
const COUNT = [12, 24, 33, 18, 9, 4].map((weight, nth) => [nth, weight] as const);

const GDAP_STATUSES = [
  ['active', 48],
  ['expiring', 6],
  ['expired', 13],
  ['terminated', 9],
  ['approvalPending', 9],
  ['created', 5],
  ['approved', 3],
  ['activating', 2],
  ['terminationRequested', 2],
  ['terminating', 2],
  ['unknownFutureValue', 1],
] as const;

const DAP_STATUSES = [
  ['approved', 70],
  ['terminated', 22],
  ['absent', 8],
] as const;

const SERVICES = [
  ['*', 25],
  ['office-365', 45],
  ['enterprise-mobility-security', 10],
  ['project', 6],
  ['visio', 6],
  ['power-bi', 8],
] as const;

const DURATIONS = [
  [730, 45],
  [365, 25],
  [180, 20],
  [90, 10],
] as const;

/** What a request asks for while nobody granted it. */
const PENDING = new Set<DelegationStatus>(['created', 'approvalPending']);
const IN_FORCE = new Set<DelegationStatus>(['active', 'expiring', 'terminationRequested', 'terminating']);
const OVER = new Set<DelegationStatus>(['expired', 'terminated']);

/** The delegations of a customer: DAP by service as 21Vianet grants it, and GDAP in every state. */
export function delegationsOf(customer: Customer): Delegation[] {
  const { random } = customer;
  const graph: Provenance = { basis: 'observed', source: 'graph', asOf: customer.pulled.asOf };
  const granted = new Set<string>();
  return Array.from({ length: random.weighted(COUNT) }, (_, nth) => {
    const service = random.weighted(SERVICES);
    if (random.chance(0.6) || granted.has(service)) return gdap(customer, graph, nth);
    granted.add(service);
    return dap(customer, service);
  });
}

function dap({ id, pulled, random, world }: Customer, service: string): Delegation {
  const ours = random.chance(0.85);
  return {
    id: DelegationId.parse(`dap:${id}:${service}`),
    kind: 'dap',
    name: null,
    partner: ours ? world.us.tenantId : random.pick(world.others).tenantId,
    status: random.weighted(DAP_STATUSES),
    service,
    roles: null,
    assignments: null,
    duration: null,
    autoExtend: null,
    createdAt: null,
    activatedAt: null,
    endsAt: null,
    provenance: pulled,
  };
}

function gdap(customer: Customer, provenance: Provenance, nth: number): Delegation {
  const { id, random, world } = customer;
  const status = random.weighted<DelegationStatus>(GDAP_STATUSES);
  const days = random.weighted(DURATIONS);
  const roles = random.some(ROLES, random.integer(1, 5));
  // Reckoned from the end, so that each state stands where it can.
  const end = OVER.has(status)
    ? -random.integer(1, 330)
    : status === 'expiring'
      ? random.integer(1, 30)
      : random.integer(2, days - 2);
  const activated = end - days + random.share();
  const isPending = PENDING.has(status);
  const isGranted = !isPending && status !== 'approved' && status !== 'activating';
  return {
    id: DelegationId.parse(`${random.guid()}-${random.guid()}`),
    kind: 'gdap',
    name: `${world.us.mpnId} ${id.slice(0, 8)} ${nth + 1}`,
    partner: random.chance(0.93) ? world.us.tenantId : random.pick(world.resellers).tenantId,
    status,
    service: '*',
    roles,
    assignments: IN_FORCE.has(status) ? assignmentsOf(customer, roles, provenance) : [],
    duration: `P${days}D`,
    autoExtend: random.chance(0.35),
    createdAt: isPending ? daysFromNow(-random.share() * 80) : daysFromNow(activated - random.integer(1, 9)),
    activatedAt: isGranted ? daysFromNow(activated) : null,
    endsAt: isPending ? null : daysFromNow(end),
    provenance,
  };
}

const ASSIGNMENT_STATUSES = [
  ['active', 88],
  ['pending', 5],
  ['deleting', 2],
  ['deleted', 3],
  ['error', 2],
] as const;

function assignmentsOf(
  { random, world }: Customer,
  roles: readonly RoleDefinitionId[],
  provenance: Provenance,
): AccessAssignment[] {
  return random.some(world.groups, random.integer(0, 2)).map(({ id }) => ({
    id: random.guid(),
    group: id,
    roles: random.some(roles, random.integer(1, roles.length)),
    status: random.weighted(ASSIGNMENT_STATUSES),
    provenance,
  }));
}
