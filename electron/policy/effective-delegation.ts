import type { DelegationFacts } from '#shared/model/policy.ts';
import { isLater } from './instant.ts';
import { type Condition, customerOf, customerPath, type Question, staffOf, subscriptionOf } from './question.ts';
import { inOrder, partOf, type TracePart } from './trace-part.ts';
import { all, any, every, isMissing, known, not, some, type Truth } from './truth.ts';

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

type Assignment = NonNullable<DelegationFacts['assignments']>[number];

/** What is asked of one of the customer's delegations; `index` is its place in the list, for the paths of missing facts. */
type OfDelegation = (question: Question, delegation: DelegationFacts, index: number) => Truth;
type OfAssignment = (question: Question, assignment: Assignment, delegation: number, index: number) => Truth;

const isOurs: OfDelegation = (question, { partner }, index) => {
  const us = staffOf(question)?.partner;
  if (partner === null || partner === undefined) return [pathOf(question, index, 'partner')];
  return us === null || us === undefined ? ['subject.properties.partner'] : us === partner;
};

/** What an effective delegation is made of; each list holds only if all of its parts do. */
export interface DelegationParts {
  /** A DAP of ours that is in force, whichever service it is for. */
  readonly dap: readonly OfDelegation[];
  /** That a DAP is for the subscription's service. */
  readonly forService: readonly OfDelegation[];
  /** A GDAP relationship of ours that is in force at the asked time. */
  readonly gdap: readonly OfDelegation[];
  /** That the asking person stands in an assigned group. */
  readonly assigned: readonly OfAssignment[];
  /** That an assignment's roles suffice for the purpose. */
  readonly covers: Readonly<Record<Purpose, readonly OfAssignment[]>>;
}

export const EFFECTIVE_DELEGATION: DelegationParts = {
  dap: [
    isOurs,
    function isDap(question, { kind }, index) {
      return kind ? kind === 'dap' : [pathOf(question, index, 'kind')];
    },
    function isApproved(question, { status }, index) {
      return status ? status === 'approved' : [pathOf(question, index, 'status')];
    },
  ],
  forService: [
    function coversService(question, { service }, index) {
      if (service === '*') return true;
      if (!service) return [pathOf(question, index, 'service')];
      return known(subscriptionOf(question).service, 'resource.properties.service', (asked) => asked === service);
    },
  ],
  gdap: [
    isOurs,
    function isGdap(question, { kind }, index) {
      return kind ? kind === 'gdap' : [pathOf(question, index, 'kind')];
    },
    function isActive(question, { status }, index) {
      return status ? status === 'active' || status === 'expiring' : [pathOf(question, index, 'status')];
    },
    function hasNotEnded(question, { endDateTime }, index) {
      return endDateTime ? isLater(endDateTime, question.context.time) : [pathOf(question, index, 'endDateTime')];
    },
  ],
  assigned: [
    function isMember(question, { group }) {
      return known(staffOf(question)?.groups, 'subject.properties.groups', (groups) => groups.includes(group));
    },
    function isAssignmentActive(question, { status }, delegation, index) {
      return status ? status === 'active' : [pathOf(question, delegation, `assignments[${index}].status`)];
    },
  ],
  covers: { provision: [coversFor('provision')], support: [coversFor('support')] },
};

function coversFor(purpose: Purpose): OfAssignment {
  return function coversPurpose(question, { roles }, delegation, index) {
    if (!roles) return [pathOf(question, delegation, `assignments[${index}].roles`)];
    return roles.some((role) => COVERING[purpose].includes(role));
  };
}

/** A need for an effective delegation; it tells its links itself. */
interface DelegationNeed {
  readonly holds: Condition;
  readonly link: (question: Question) => readonly TracePart[];
}

/** By purpose: a need for an effective delegation of ours, with the links that it is made of. */
export function delegationNeeds(parts: DelegationParts): Readonly<Record<Purpose, DelegationNeed>> {
  const dapForService = [...parts.dap, ...parts.forService];
  const needFor = (purpose: Purpose): DelegationNeed => {
    const covering = [...parts.assigned, ...parts.covers[purpose]];

    /**
     * Whether a delegation of ours gives the asking person access to the subscription's service now.
     * GDAP outranks DAP as soon as the person stands in an assigned group, even where it grants less;
     * without an assignment for the person, DAP still applies (GDAP frequently asked questions).
     */
    const isDelegated = (question: Question): Truth => {
      const covers = assignedByGdap(question, parts, covering);
      if (covers === true) return true;
      const dap = holdsOne(question, dapForService);
      if (dap === false) return covers;
      return any(covers, all(not(assignedByGdap(question, parts, parts.assigned)), dap));
    };

    /** How far the way to the customer's tenant leads. */
    const trace = (question: Question): readonly TracePart[] => {
      const dap = holdsOne(question, parts.dap);
      const stands = assignedByGdap(question, parts, parts.assigned);
      const chain =
        stands === false && dap !== false
          ? // Nobody assigned this person to a GDAP relationship: DAP applies, which knows neither groups nor roles.
            [partOf('delegation', dap), partOf('service', holdsOne(question, dapForService))]
          : [
              partOf('delegation', any(holdsOne(question, parts.gdap), dap)),
              partOf('group', stands),
              partOf('directory-role', assignedByGdap(question, parts, covering)),
            ];
      return inOrder(chain, isMissing(isDelegated(question)));
    };

    return { holds: isDelegated, link: trace };
  };
  return { provision: needFor('provision'), support: needFor('support') };
}

function holdsOne(question: Question, tests: readonly OfDelegation[]): Truth {
  const { delegations } = customerOf(question);
  if (!delegations) return [customerPath(question, 'delegations')];
  return some(delegations, '', (delegation, index) => every(tests, question, delegation, index));
}

/** Whether a GDAP relationship in force has an assignment that passes. */
function assignedByGdap(question: Question, { gdap }: DelegationParts, tests: readonly OfAssignment[]): Truth {
  const { delegations } = customerOf(question);
  if (!delegations) return [customerPath(question, 'delegations')];
  return some(delegations, '', (delegation, index) => {
    const inForce = every(gdap, question, delegation, index);
    if (inForce === false) return false;
    const { assignments } = delegation;
    if (!assignments) return all(inForce, [pathOf(question, index, 'assignments')]);
    const assigned = some(assignments, '', (one, at) => every(tests, question, one, index, at));
    return inForce === true ? assigned : all(inForce, assigned);
  });
}

function pathOf(question: Question, index: number, fact: string): string {
  return `${customerPath(question, 'delegations')}[${index}].${fact}`;
}
