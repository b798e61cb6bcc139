import { factName } from './fact-name.ts';
import type { Request } from './request-text.ts';
import type { Case } from './seen.ts';

/** What tells a missing fact: a file, a call or a person; each has its words in the catalogue. */
export type Teller =
  | 'dap'
  | 'gdap'
  | 'othersDap'
  | 'assignments'
  | 'profile'
  | 'seller'
  | 'subscriptions'
  | 'overlap'
  | 'sales'
  | 'invitation';

/** What a file can bring; the others are told by the workspace's profile or by a person. */
export const IMPORTED: ReadonlySet<Teller> = new Set([
  'dap',
  'gdap',
  'assignments',
  'seller',
  'subscriptions',
  'sales',
]);

/** What somebody else can be asked for. */
export const ASKED: Readonly<Partial<Record<Teller, Request>>> = {
  othersDap: { to: 'customer', ask: 'delegation-holder' },
  overlap: { to: 'customer', ask: 'overlap-which' },
};

/** The calls whose responses tell a fact; spaces in them don't break. */
export const CALLS: Readonly<Record<Teller, string>> = {
  dap: 'GET\u00a0/v1/customers/{id}',
  gdap: 'GET\u00a0/tenantRelationships/delegatedAdminRelationships',
  assignments: 'GET\u00a0/tenantRelationships/delegatedAdminRelationships/{id}/accessAssignments',
  seller: 'GET\u00a0/v1/customers/{id}/subscriptions',
  subscriptions: 'GET\u00a0/v1/customers/{id}/subscriptions',
  sales: 'GET\u00a0/v1/customers/{id}/subscriptions',
  overlap: 'GET\u00a0/v1/customers/{id}/subscribedskus',
  othersDap: '',
  profile: '',
  invitation: '',
};

/** What would tell the missing facts of an answer, given by their property paths; each teller once. */
export function tellersOf(missing: readonly string[], about: Case): readonly Teller[] {
  return [...new Set(missing.flatMap((path) => tellerOf(path, about)))];
}

function tellerOf(path: string, about: Case): readonly Teller[] {
  // The profile names us: what it leaves out no file can bring.
  if (path.startsWith('subject.')) return ['profile'];
  switch (factName(path)) {
    case 'delegations':
      return ofDelegations(about);
    case 'assignments':
      return ['assignments'];
    case 'endDateTime':
      return ['gdap'];
    case 'transactingPartner':
    case 'originalReseller':
    case 'channel':
      return ['seller'];
    case 'service':
    case 'serviceModel':
    case 'status':
      return ['subscriptions'];
    case 'overlapsActiveService':
      return ['overlap'];
    case 'activeSubscriptionsWithUs':
      return ['sales'];
    default:
      return ['invitation'];
  }
}

/** Which part of the delegations is not known: whether DAP is on, our GDAP relationships, or what others hold. */
function ofDelegations({ dossier, profile, asked }: Case): readonly Teller[] {
  const { delegatedAccess, delegations, gdapListedAt } = dossier;
  const { tenantId } = profile.partner;
  // A request for DAP asks what others hold, which no list of Partner Center shows.
  if (asked.action === 'delegation.request') return delegatedAccess === null ? ['dap', 'othersDap'] : ['othersDap'];
  const dapKnown =
    delegatedAccess !== null || delegations.some((one) => one.kind === 'dap' && one.partner === tenantId);
  const gdapKnown = gdapListedAt !== null || profile.cloud === '21vianet';
  const open: readonly Teller[] = [...(dapKnown ? [] : ['dap' as const]), ...(gdapKnown ? [] : ['gdap' as const])];
  return open.length > 0 ? open : ['gdap'];
}
