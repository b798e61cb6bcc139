import { createMongoAbility } from '@casl/ability';
import type { PartnerProfile } from '#shared/model/partner.ts';
import type { CustomerFacts, DelegationFacts, PolicyRequest } from '#shared/model/policy.ts';
import { caslRules } from './casl-rules.ts';

/** A request as CASL is asked it: the act with its kind in its name, and every fact of the thing side by side. */
export interface CaslQuestion {
  readonly act: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** CASL compares a fact with a value, never with another fact: whether the service is the same one is told beforehand. */
function delegationsIn(customer: CustomerFacts | null | undefined, service: string | null | undefined) {
  const flat = (one: DelegationFacts) => ({
    partner: one.partner ?? null,
    kind: one.kind ?? null,
    status: one.status ?? null,
    coversService: one.service === '*' || (service !== null && service !== undefined && one.service === service),
    ends: one.endDateTime ? Date.parse(one.endDateTime) : null,
    assignments: one.assignments ?? null,
  });
  return customer?.delegations?.map(flat) ?? null;
}

/** Where a fact is unknown it is null: CASL's conditions on it do not hold. */
function flatFacts({ action, resource }: PolicyRequest): Record<string, unknown> {
  switch (resource.type) {
    case 'customer': {
      const { activeSubscriptionsWithUs = null } = resource.properties;
      return { delegations: delegationsIn(resource.properties, null), activeSubscriptionsWithUs };
    }
    case 'subscription': {
      const { customer, service, ...facts } = resource.properties;
      const { transactingPartner = null, originalReseller = null } = facts;
      return { ...facts, transactingPartner, originalReseller, delegations: delegationsIn(customer, service) };
    }
    case 'invitation': {
      const { audience = null, ...facts } = resource.properties;
      return { ...facts, audience, to: action.properties.to ?? audience ?? 'customer' };
    }
    case 'delegation':
      return resource.properties;
  }
}

export function caslQuestion(request: PolicyRequest): CaslQuestion {
  const { name, properties } = request.action;
  return { act: properties.kind ? `${name} ${properties.kind}` : name, facts: flatFacts(request) };
}

/** What CASL says for one member of staff at one time: whether it is allowed. */
export function loadCasl(profile: PartnerProfile, now: Date): (question: CaslQuestion) => boolean {
  const ability = createMongoAbility(caslRules(profile, now), { detectSubjectType: () => 'facts' });
  return ({ act, facts }) => ability.can(act, facts);
}
