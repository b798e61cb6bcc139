import type { Program } from '#shared/model/partner.ts';
import type {
  CustomerFacts,
  DelegationFacts,
  InvitationFacts,
  PolicyRequest,
  SubscriptionFacts,
} from '#shared/model/policy.ts';
import { all, any, known, not, type Truth } from './truth.ts';

export type Question = PolicyRequest;

type StaffProperties = Extract<PolicyRequest['subject'], { type: 'partner-staff' }>['properties'];
type CustomerAdminProperties = Extract<PolicyRequest['subject'], { type: 'customer-admin' }>['properties'];
type CustomerRole = NonNullable<CustomerAdminProperties['roles']>[number];

/** The asking member of our staff; undefined when a customer's admin asks. */
export function staffOf(question: Question): StaffProperties | undefined {
  return question.subject.type === 'partner-staff' ? question.subject.properties : undefined;
}

/** Whether our staff ask and our partner is in one of these programs. */
export function inProgram(question: Question, ...programs: readonly Program[]): Truth {
  const staff = staffOf(question);
  if (!staff) return false;
  return known(staff.programs, 'subject.properties.programs', (ours) =>
    ours.some((program) => programs.includes(program)),
  );
}

/** May sell to the customer itself: the programs that transact. */
export const transacts = (question: Question): Truth => inProgram(question, 'direct-bill', 'indirect-provider');

/** An indirect reseller that holds no transacting program beside it. */
export const isOnlyReseller = (question: Question): Truth =>
  all(inProgram(question, 'indirect-reseller'), not(transacts(question)));

/** In the closed Advisor program and in no other. */
export const isOnlyAdvisor = (question: Question): Truth =>
  all(
    inProgram(question, 'advisor'),
    not(inProgram(question, 'direct-bill', 'indirect-provider', 'indirect-reseller')),
  );

/** Whether a tenant is our own partner. */
export function isUs(question: Question, tenant: string | null | undefined, path: string): Truth {
  const us = staffOf(question)?.partner;
  return known(tenant, path, (one) => known(us, 'subject.properties.partner', (own) => own === one));
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

/** Whether an admin of the concerned customer asks, who holds one of these roles. */
export function isCustomerAdmin(question: Question, ...roles: readonly CustomerRole[]): Truth {
  if (question.subject.type !== 'customer-admin') return false;
  const admin = question.subject.properties;
  const concerned = concernedCustomer(question);
  if (concerned && admin.customer && concerned !== admin.customer) return false;
  return known(admin.roles, 'subject.properties.roles', (held) => held.some((role) => roles.includes(role)));
}

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

export function isKind(question: Question, kind: 'reseller' | 'dap' | 'gdap'): Truth {
  const { type } = question.resource;
  const path = type === 'invitation' || type === 'delegation' ? 'resource.properties.kind' : 'action.properties.kind';
  return known(kindOf(question), path, (said) => said === kind);
}

export function invitationOf({ resource }: Question): InvitationFacts {
  return resource.type === 'invitation' ? resource.properties : {};
}

export function delegationOf({ resource }: Question): DelegationFacts {
  return resource.type === 'delegation' ? resource.properties : {};
}

export function subscriptionOf({ resource }: Question): SubscriptionFacts {
  return resource.type === 'subscription' ? resource.properties : {};
}

/** The customer's facts with the path where they stand: on the customer itself or inside its subscription. */
export function customerOf({ resource }: Question): { facts: CustomerFacts; path: string } {
  switch (resource.type) {
    case 'customer':
      return { facts: resource.properties, path: 'resource.properties' };
    case 'subscription':
      return { facts: resource.properties.customer ?? {}, path: 'resource.properties.customer' };
    case 'invitation':
    case 'delegation':
      return { facts: {}, path: 'resource.properties.customer' };
  }
}

/** Holds for at least one of the listed facts; unknown while the list is. */
export function anyOf<T>(
  list: readonly T[] | null | undefined,
  path: string,
  test: (item: T, path: string) => Truth,
): Truth {
  return known(list, path, (items) => any(...items.map((item, index) => test(item, `${path}[${index}]`))));
}
