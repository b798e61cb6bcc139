import { DIRECTORY_ROLE } from '#electron/policy/effective-delegation.ts';
import {
  askedByStaff,
  BY_GLOBAL_ADMIN,
  type Condition,
  CSP,
  customerOf,
  customerPath,
  delegationOf,
  IS_ONLY_RESELLER,
  isAmong,
  isDapKind,
  isGdapKind,
  isInCsp,
  isNotSaidDap,
  isReseller,
  isSaidDap,
  isUs,
  kindOf,
  type Question,
  subscriptionOf,
  transacts,
} from '#electron/policy/question.ts';
import { BOTH, type Rule } from '#electron/policy/rule.ts';
import { SOURCE } from '#electron/policy/sources.ts';
import { every, known, not, some, type Truth } from '#electron/policy/truth.ts';
import type { DelegationFacts } from '#shared/model/policy.ts';

type OfDelegation = (question: Question, delegation: DelegationFacts, path: string) => Truth;

/** Another partner's DAP that is in force for the service asked for. */
export const ANOTHERS_DAP: readonly OfDelegation[] = [
  function isDap(_question, { kind }, path) {
    return known(kind, `${path}.kind`, (said) => said === 'dap');
  },
  function isAnothers(question, { partner }, path) {
    return not(isUs(question, partner, `${path}.partner`));
  },
  function isApproved(_question, { status }, path) {
    return known(status, `${path}.status`, (now) => now === 'approved');
  },
  function overlapsService(question, { service }, path) {
    const asked = question.action.properties.service ?? subscriptionOf(question).service;
    if (asked === '*' || service === '*') return true;
    return known(service, `${path}.service`, (one) => known(asked, 'action.properties.service', (two) => one === two));
  },
];

const anotherHoldsDap =
  (parts: readonly OfDelegation[]): Condition =>
  (question) => {
    const path = customerPath(question, 'delegations');
    return some(customerOf(question).delegations, path, (delegation, index) =>
      every(parts, question, delegation, `${path}[${index}]`),
    );
  };

const isGdapUnconfirmed: Condition = ({ context }) => !context.capabilities.includes('gdap');

/** What a customer grants or removes without naming a kind is taken for what 21Vianet does describe: DAP. */
const speaksOfGdap: Condition = (question) => {
  const { action, resource } = question;
  const isCustomersAct = action.name === 'delegation.grant' || action.name === 'delegation.remove';
  return isCustomersAct && resource.type !== 'delegation' && !kindOf(question) ? false : isGdapKind(question);
};

const isRequestedByOwnProvider: Condition = (question) =>
  isAmong(question, 'providers', delegationOf(question).requestedBy, 'resource.properties.requestedBy');

const hasStatus = (question: Question, status: DelegationFacts['status']): Truth =>
  known(delegationOf(question).status, 'resource.properties.status', (now) => now === status);
const isApprovalPending: Condition = (question) => hasStatus(question, 'approvalPending');
const isActive: Condition = (question) => hasStatus(question, 'active');

const lacksGlobalAdministrator: Condition = (question) =>
  known(
    delegationOf(question).roles,
    'resource.properties.roles',
    (held) => !held.includes(DIRECTORY_ROLE.globalAdministrator),
  );

const isHeldByUs: Condition = (question) =>
  isUs(question, delegationOf(question).partner, 'resource.properties.partner');

/** Who may ask for, grant, approve, extend and end delegated administration. */
export const delegationRules = (anothersDap: readonly OfDelegation[]): readonly Rule[] => [
  {
    id: 'R13',
    clouds: ['21vianet'],
    sources: [SOURCE.requestRelationshipChina],
    actions: ['delegation.request'],
    kind: 'dap',
    clauses: [
      {
        says: 'deny',
        when: [askedByStaff, isSaidDap, anotherHoldsDap(anothersDap)],
        link: 'delegation',
        remedies: [{ action: 'delegation.remove', by: 'customer' }],
      },
    ],
  },
  {
    id: 'R14',
    clouds: BOTH,
    sources: [SOURCE.multichannelChina],
    actions: ['delegation.grant'],
    customerRoles: ['global-admin'],
    clauses: [{ says: 'allow', when: BY_GLOBAL_ADMIN, link: 'staff-role', obligations: ['ownership-unchanged'] }],
  },
  {
    id: 'R16',
    clouds: BOTH,
    sources: [SOURCE.requestRelationshipChina],
    actions: ['delegation.remove'],
    customerRoles: ['global-admin'],
    clauses: [{ says: 'allow', when: BY_GLOBAL_ADMIN, link: 'staff-role', obligations: ['support-duty-persists'] }],
  },
  {
    id: 'R20',
    clouds: BOTH,
    sources: [SOURCE.gdapFaq],
    actions: ['delegation.request'],
    programs: CSP,
    kind: 'gdap',
    clauses: [{ says: 'allow', when: [isGdapKind, isInCsp], link: 'program' }],
  },
  {
    id: 'R21',
    clouds: ['21vianet'],
    sources: [SOURCE.graphCreate],
    actions: [
      'delegation.request',
      'delegation.approve',
      'delegation.reject',
      'delegation.extend',
      'delegation.terminate',
      'delegation.grant',
      'delegation.remove',
    ],
    kind: 'gdap',
    clauses: [{ says: 'unknown', when: [isGdapUnconfirmed, speaksOfGdap], link: 'delegation' }],
  },
  {
    id: 'R22',
    clouds: BOTH,
    sources: [SOURCE.graphRequest],
    actions: ['delegation.approve', 'delegation.reject'],
    programs: ['indirect-reseller'],
    kind: 'gdap',
    clauses: [
      {
        says: 'allow',
        when: [isReseller, isNotSaidDap, isRequestedByOwnProvider, isApprovalPending],
        link: 'delegation',
      },
    ],
  },
  {
    id: 'R23',
    clouds: BOTH,
    sources: [SOURCE.graphUpdate, SOURCE.distributorKnowledge],
    actions: ['delegation.extend'],
    clauses: [
      {
        says: 'require',
        within: [askedByStaff],
        needs: [
          { holds: isActive, link: 'delegation' },
          {
            holds: lacksGlobalAdministrator,
            link: 'directory-role',
            remedies: [{ action: 'roles.remove-global-administrator', by: 'our-staff' }],
          },
        ],
        allows: true,
      },
    ],
  },
  {
    id: 'R24',
    clouds: BOTH,
    sources: [SOURCE.graphPostRequests],
    actions: ['delegation.terminate'],
    customerRoles: ['global-admin'],
    clauses: [
      { says: 'allow', when: [askedByStaff, isHeldByUs], link: 'delegation' },
      { says: 'allow', when: BY_GLOBAL_ADMIN, link: 'staff-role' },
    ],
  },
  {
    id: 'R29',
    clouds: ['21vianet'],
    sources: [SOURCE.requestRelationshipChina, SOURCE.multichannelChina],
    actions: ['delegation.request'],
    programs: CSP,
    kind: 'dap',
    clauses: [
      {
        says: 'deny',
        when: [isDapKind, ...IS_ONLY_RESELLER],
        link: 'program',
        remedies: [{ action: 'invitation.request', by: 'our-staff' }],
      },
      { says: 'allow', when: [isDapKind, transacts], link: 'program' },
    ],
  },
  {
    id: 'R30',
    clouds: ['global'],
    sources: [SOURCE.gdapFaq],
    actions: ['delegation.request'],
    kind: 'dap',
    clauses: [
      {
        says: 'deny',
        when: [isDapKind],
        link: 'delegation',
        remedies: [{ action: 'delegation.request', kind: 'gdap', by: 'our-staff' }],
      },
    ],
  },
];
