import type { DelegationFacts } from '#shared/model/policy.ts';
import { anyOf, customerOf, isUs, type Question, staffOf, subscriptionOf } from './question.ts';
import { all, any, known, not, type Truth } from './truth.ts';

/** Built-in directory roles that matter here, by role definition id (Microsoft Entra built-in roles). */
export const DIRECTORY_ROLE = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  licenseAdministrator: '4d6ac14f-3453-41d0-bef9-a3e0c569773a',
  userAdministrator: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  serviceSupportAdministrator: 'f023fd81-a637-4b56-95fd-791ac0226033',
  helpdeskAdministrator: '729827e3-9c14-49f7-bb1b-9608f156bbb8',
} as const;

const PROVISION: readonly string[] = [
  DIRECTORY_ROLE.globalAdministrator,
  DIRECTORY_ROLE.licenseAdministrator,
  DIRECTORY_ROLE.userAdministrator,
];

/** The directory roles that suffice for each purpose. */
const COVERING: Record<Purpose, readonly string[]> = {
  provision: PROVISION,
  support: [...PROVISION, DIRECTORY_ROLE.serviceSupportAdministrator, DIRECTORY_ROLE.helpdeskAdministrator],
};

export type Purpose = 'provision' | 'support';

/**
 * Whether a delegation of ours gives the asking person access to the subscription's service now.
 * GDAP outranks DAP as soon as the person stands in an assigned group, even where it grants less;
 * without an assignment for the person, DAP still applies (GDAP frequently asked questions).
 */
export function hasEffectiveDelegation(question: Question, purpose: Purpose): Truth {
  const { facts, path } = customerOf(question);
  const list = `${path}.delegations`;
  const holds = (test: (delegation: DelegationFacts, path: string) => Truth): Truth =>
    anyOf(facts.delegations, list, (delegation, at) =>
      all(isUs(question, delegation.partner, `${at}.partner`), test(delegation, at)),
    );
  const dap = holds((delegation, at) => isEffectiveDap(question, delegation, at));
  const stands = holds((delegation, at) => standsIn(question, delegation, at, () => true));
  const covers = holds((delegation, at) =>
    standsIn(question, delegation, at, (roles, rolesPath) =>
      known(roles, rolesPath, (held) => held.some((role) => COVERING[purpose].includes(role))),
    ),
  );
  return any(covers, all(not(stands), dap));
}

/** Approved, and for all services or for this one. */
function isEffectiveDap(question: Question, dap: DelegationFacts, path: string): Truth {
  return all(
    known(dap.kind, `${path}.kind`, (kind) => kind === 'dap'),
    known(dap.status, `${path}.status`, (status) => status === 'approved'),
    known(dap.service, `${path}.service`, (covered) =>
      covered === '*'
        ? true
        : known(subscriptionOf(question).service, 'resource.properties.service', (service) => service === covered),
    ),
  );
}

/** Live at the asked time, and one of the person's groups has an active assignment whose roles pass. */
function standsIn(
  question: Question,
  gdap: DelegationFacts,
  path: string,
  roles: (roles: readonly string[] | null | undefined, path: string) => Truth,
): Truth {
  const isGdap = known(gdap.kind, `${path}.kind`, (kind) => kind === 'gdap');
  const isLive = all(
    known(gdap.status, `${path}.status`, (status) => status === 'active' || status === 'expiring'),
    known(gdap.endDateTime, `${path}.endDateTime`, (end) => Date.parse(end) > Date.parse(question.context.time)),
  );
  if (isGdap === false || isLive === false) return false;
  const assigned = anyOf(gdap.assignments, `${path}.assignments`, (assignment, at) =>
    all(
      isMember(question, assignment.group),
      known(assignment.status, `${at}.status`, (status) => status === 'active'),
      roles(assignment.roles, `${at}.roles`),
    ),
  );
  return all(isGdap, isLive, assigned);
}

function isMember(question: Question, group: string): Truth {
  return known(staffOf(question)?.groups, 'subject.properties.groups', (groups) => groups.includes(group));
}
