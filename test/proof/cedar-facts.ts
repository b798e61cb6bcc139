import type { CedarValueJson, EntityJson, EntityUidJson } from '@cedar-policy/cedar-wasm/nodejs';
import type { CustomerFacts, DelegationFacts, PolicyRequest } from '#shared/model/policy.ts';
import type { Slots } from './cedar-words.ts';

// How three values go through an engine of two.
//
// A fact that is absent or null in the request is an absent attribute in Cedar, and no policy reads an attribute
// without asking `has` first. (One null is itself a fact: `acceptedBy: null`, known to be unaccepted.) A rule that
// surely denies is a `forbid`, one that surely allows a `permit`; a rule that cannot be judged, by Kleene's logic
// neither surely so nor surely not so, or that says "unknown" itself, is a `permit` annotated @effect("unknown").
// One call then tells the three apart:
//   Deny with reasons              -> deny, by the rules of the forbids
//   Allow, an unknown among them   -> unknown, by the rules of those
//   Allow                          -> allow, by the rules of the permits
//   Allow by @effect("oblige")     -> takes part, with its duties, where another permit allows; alone it is R00
//   Deny without reasons           -> R00
// What goes with an answer is annotated too: @obligation on what allows, @remedy on what denies.
// Here facts are only renamed and numbered; nothing is judged.

/** What one authorization call to Cedar takes, without the name of the policy set. */
export interface CedarQuestion {
  readonly principal: EntityUidJson;
  readonly action: EntityUidJson;
  readonly resource: EntityUidJson;
  readonly context: Record<string, CedarValueJson>;
  readonly entities: EntityJson[];
}

type Attributes = Record<string, CedarValueJson>;

/** Leaves out what is not known. */
function known(facts: Record<string, CedarValueJson | undefined>): Attributes {
  const attributes: Attributes = {};
  for (const name in facts) {
    const value = facts[name];
    if (value !== undefined && value !== null) attributes[name] = value;
  }
  return attributes;
}

/** A list as numbered attributes. An unknown list stays unknown, an empty one is an empty record. */
function numbered<T>(
  list: readonly T[] | null | undefined,
  letter: string,
  slots: number,
  one: (item: T) => Attributes,
) {
  if (list === null || list === undefined) return undefined;
  if (list.length > slots)
    throw new RangeError(`The Cedar policies have ${slots} slots ${letter}, not ${list.length}.`);
  const record: Attributes = {};
  for (const [index, item] of list.entries()) record[`${letter}${index}`] = one(item);
  return record;
}

function delegationIn(delegation: DelegationFacts, slots: Slots): Attributes {
  return known({
    partner: delegation.partner,
    kind: delegation.kind,
    status: delegation.status,
    service: delegation.service,
    assignments: numbered(delegation.assignments, 'a', slots.assignments, ({ group, roles, status }) =>
      known({ group, roles, status }),
    ),
    endDateTime: delegation.endDateTime ? Date.parse(delegation.endDateTime) : undefined,
  });
}

function customerIn(customer: CustomerFacts | null | undefined, slots: Slots): Attributes | undefined {
  if (customer === null || customer === undefined) return undefined;
  return known({
    delegations: numbered(customer.delegations, 'd', slots.delegations, (delegation) =>
      delegationIn(delegation, slots),
    ),
    activeSubscriptionsWithUs: customer.activeSubscriptionsWithUs,
  });
}

function subjectIn({ type, id, properties }: PolicyRequest['subject']): EntityJson {
  return {
    uid: { type: type === 'partner-staff' ? 'Staff' : 'CustomerAdmin', id },
    attrs: known(properties),
    parents: [],
  };
}

function resourceIn({ type, id, properties }: PolicyRequest['resource'], slots: Slots): EntityJson {
  const entity = (name: string, attrs: Attributes) => ({ uid: { type: name, id }, attrs, parents: [] });
  switch (type) {
    case 'customer':
      return entity('Customer', known({ customerId: id.toLowerCase(), customer: customerIn(properties, slots) }));
    case 'subscription': {
      const { customer, partnerOfRecord: _, ...facts } = properties;
      return entity('Subscription', known({ ...facts, customer: customerIn(customer, slots) }));
    }
    case 'invitation': {
      const { customer: customerId, kind, createdBy, audience, acceptedBy } = properties;
      const accepted = acceptedBy === undefined ? undefined : acceptedBy !== null;
      return entity('Invitation', known({ customerId, kind, createdBy, audience, accepted }));
    }
    case 'delegation': {
      const { customer: customerId, partner, kind, status, roles, requestedBy } = properties;
      return entity('Delegation', known({ customerId, partner, kind, status, roles, requestedBy }));
    }
  }
}

/**
 * A request of the policy as Cedar is asked it.
 *
 * @throws RangeError when a list is longer than there are slots for
 */
export function questionOf(request: PolicyRequest, slots: Slots): CedarQuestion {
  const subject = subjectIn(request.subject);
  const resource = resourceIn(request.resource, slots);
  const { kind, channel, provider, to, service } = request.action.properties;
  const { cloud, time, capabilities } = request.context;
  return {
    principal: subject.uid,
    action: { type: 'Action', id: request.action.name },
    resource: resource.uid,
    context: known({ cloud, time: Date.parse(time), capabilities, kind, channel, provider, to, service }),
    entities: [subject, resource],
  };
}
