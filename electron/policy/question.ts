import type { Program } from '#shared/model/partner.ts';
import type {
  CustomerFacts,
  CustomerRole,
  DelegationFacts,
  InvitationFacts,
  PolicyRequest,
  SubscriptionFacts,
} from '#shared/model/policy.ts';
import { isLater } from './instant.ts';
import { known, type Missing, not, type Truth } from './truth.ts';

export type Question = PolicyRequest;

/** One thing that a rule asks about a question. Pure: the same question, the same truth. */
export type Condition = (question: Question) => Truth;

type StaffProperties = Extract<PolicyRequest['subject'], { type: 'partner-staff' }>['properties'];

const NO_FACTS = {};

/** Whether all conditions hold. Those after the first that fails are not asked. */
export function meets(question: Question, conditions: readonly Condition[]): Truth {
  let missing: Missing | undefined;
  for (const condition of conditions) {
    const part = condition(question);
    if (part === false) return false;
    if (part !== true) missing = missing ? [...missing, ...part] : part;
  }
  return missing ?? true;
}

/** The asking member of our staff; undefined when a customer's admin asks. */
export function staffOf({ subject }: Question): StaffProperties | undefined {
  return subject.type === 'partner-staff' ? subject.properties : undefined;
}

export const askedByStaff: Condition = ({ subject }) => subject.type === 'partner-staff';

export const askedByCustomer: Condition = ({ subject }) => subject.type === 'customer-admin';

/** Whether our staff ask and our partner is in one of these programs. */
function inOneOf(question: Question, programs: readonly Program[]): Truth {
  const staff = staffOf(question);
  if (!staff) return false;
  return known(staff.programs, 'subject.properties.programs', (ours) =>
    ours.some((program) => programs.includes(program)),
  );
}

/** The programs whose partners may sell to the customer themselves. */
export const TRANSACTING = ['direct-bill', 'indirect-provider'] as const satisfies readonly Program[];
/** The programs of CSP. */
export const CSP = [...TRANSACTING, 'indirect-reseller'] as const satisfies readonly Program[];

export const transacts: Condition = (question) => inOneOf(question, TRANSACTING);
export const transactsNothing: Condition = (question) => not(transacts(question));
export const isInCsp: Condition = (question) => inOneOf(question, CSP);
export const isNotInCsp: Condition = (question) => not(isInCsp(question));
export const isProvider: Condition = (question) => inOneOf(question, ['indirect-provider']);
export const isReseller: Condition = (question) => inOneOf(question, ['indirect-reseller']);
export const isAdvisor: Condition = (question) => inOneOf(question, ['advisor']);

/** An indirect reseller that holds no transacting program beside it. */
export const IS_ONLY_RESELLER: readonly Condition[] = [isReseller, transactsNothing];

/** Whether a tenant is our own partner. */
export function isUs(question: Question, tenant: string | null | undefined, path: string): Truth {
  if (tenant === null || tenant === undefined) return [path];
  const us = staffOf(question)?.partner;
  return us === null || us === undefined ? ['subject.properties.partner'] : us === tenant;
}

/** Whether a tenant is among our providers, or among our resellers. */
export function isAmong(
  question: Question,
  list: 'providers' | 'resellers',
  tenant: string | null | undefined,
  path: string,
): Truth {
  return known(tenant, path, (one) =>
    known(staffOf(question)?.[list], `subject.properties.${list}`, (ours) => ours.includes(one)),
  );
}

/** Whether an asking admin of a customer holds one of these roles. */
function isAdminAs({ subject }: Question, roles: readonly CustomerRole[]): Truth {
  if (subject.type !== 'customer-admin') return false;
  return known(subject.properties.roles, 'subject.properties.roles', (held) =>
    held.some((role) => roles.includes(role)),
  );
}

const isGlobalAdmin: Condition = (question) => isAdminAs(question, ['global-admin']);
/** Delegated admin relationship administrators may approve since then (GDAP customer approval). */
const RELATIONSHIP_ADMINS_SINCE = '2026-04-01T00:00:00Z';

const isRelationshipAdmin: Condition = (question) =>
  isAdminAs(
    question,
    isLater(RELATIONSHIP_ADMINS_SINCE, question.context.time)
      ? ['global-admin']
      : ['global-admin', 'delegated-admin-relationship-admin'],
  );

/** Whether the question is about the asking admin's own tenant, or does not say about whose. */
const isOwnTenant: Condition = (question) => {
  const { subject } = question;
  if (subject.type !== 'customer-admin') return false;
  const concerned = concernedCustomer(question);
  return !(concerned && subject.properties.customer) || concerned === subject.properties.customer;
};

/** "The customer" is its global administrator. */
export const BY_GLOBAL_ADMIN: readonly Condition[] = [isGlobalAdmin, isOwnTenant];
export const BY_RELATIONSHIP_ADMIN: readonly Condition[] = [isRelationshipAdmin, isOwnTenant];

/** The customer that the question is about, where it says so. */
function concernedCustomer({ resource }: Question): string | null | undefined {
  switch (resource.type) {
    case 'customer':
      return resource.id.toLowerCase();
    case 'invitation':
    case 'delegation':
      return resource.properties.customer;
    case 'subscription':
      return undefined;
  }
}

/** What kind of invitation or delegation is meant: the thing acted on says it, or else the act. */
export function kindOf({ action, resource }: Question): string | null | undefined {
  const own = resource.type === 'invitation' || resource.type === 'delegation' ? resource.properties.kind : undefined;
  return own ?? action.properties.kind;
}

function isKind(question: Question, kind: 'reseller' | 'dap' | 'gdap'): Truth {
  const said = kindOf(question);
  if (said !== null && said !== undefined) return said === kind;
  const { type } = question.resource;
  return [type === 'invitation' || type === 'delegation' ? 'resource.properties.kind' : 'action.properties.kind'];
}

export const isResellerKind: Condition = (question) => isKind(question, 'reseller');
export const isDapKind: Condition = (question) => isKind(question, 'dap');
export const isGdapKind: Condition = (question) => isKind(question, 'gdap');
/** Said to be DAP. A kind that nobody says is taken for GDAP where only GDAP has such acts. */
export const isSaidDap: Condition = (question) => kindOf(question) === 'dap';
export const isNotSaidDap: Condition = (question) => kindOf(question) !== 'dap';

export function invitationOf({ resource }: Question): InvitationFacts {
  return resource.type === 'invitation' ? resource.properties : NO_FACTS;
}

export function delegationOf({ resource }: Question): DelegationFacts {
  return resource.type === 'delegation' ? resource.properties : NO_FACTS;
}

export function subscriptionOf({ resource }: Question): SubscriptionFacts {
  return resource.type === 'subscription' ? resource.properties : NO_FACTS;
}

/** The customer's facts: on the customer itself or inside its subscription. */
export function customerOf({ resource }: Question): CustomerFacts {
  switch (resource.type) {
    case 'customer':
      return resource.properties;
    case 'subscription':
      return resource.properties.customer ?? NO_FACTS;
    case 'invitation':
    case 'delegation':
      return NO_FACTS;
  }
}

/** Where one of the customer's facts stands in the question. */
export function customerPath({ resource }: Question, fact: keyof CustomerFacts): string {
  return resource.type === 'customer' ? `resource.properties.${fact}` : `resource.properties.customer.${fact}`;
}
