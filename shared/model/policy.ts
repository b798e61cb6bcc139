import { z } from 'zod';
import { AssignmentStatus, DelegationKind, DelegationStatus } from './delegation.ts';
import { Instant } from './ids.ts';
import { InvitationKind } from './invitation.ts';
import { Cloud, Program, StaffRole } from './partner.ts';
import { Channel, ServiceModel, SubscriptionStatus } from './subscription.ts';

/** The actions that are asked of a subscription. */
export const SubscriptionAction = z.enum([
  'subscription.provision',
  'subscription.support',
  'subscription.add-seats',
  'subscription.remove-seats',
  'subscription.order-add-on',
  'subscription.transition',
  'subscription.change-partner-of-record',
  'subscription.suspend',
  'subscription.cancel',
  'subscription.renew',
  'subscription.view-bill',
  'subscription.upgrade',
]);
export type SubscriptionAction = z.infer<typeof SubscriptionAction>;

/** Every action the policy can judge. A name outside this list is an error, never a deny. */
export const ActionName = z.enum([
  'customer.view',
  'customer.create',
  'customer.edit',
  'invitation.create',
  'invitation.request',
  'invitation.send',
  'invitation.forward',
  'invitation.reuse',
  'invitation.edit-text',
  'invitation.edit-link',
  'invitation.accept',
  'delegation.request',
  'delegation.approve',
  'delegation.reject',
  'delegation.extend',
  'delegation.terminate',
  'delegation.grant',
  'delegation.remove',
  ...SubscriptionAction.options,
  'relationship.end',
  'relationship.remove',
  'staff.manage',
]);
export type ActionName = z.infer<typeof ActionName>;

export const RuleId = z.string().regex(/^R\d\d$/);
export type RuleId = z.infer<typeof RuleId>;

/** A tenant, group or role definition: opaque to the policy, compared without regard to letter case, since the wire mixes cases. */
const Id = z.string().trim().min(1).toLowerCase();

const maybe = <T extends z.ZodType>(schema: T) => schema.nullish();

const DelegationFacts = z.object({
  partner: maybe(Id),
  kind: maybe(DelegationKind),
  status: maybe(DelegationStatus),
  service: maybe(z.string().min(1)),
  roles: maybe(z.array(Id)),
  assignments: maybe(z.array(z.object({ group: Id, roles: maybe(z.array(Id)), status: maybe(AssignmentStatus) }))),
  endDateTime: maybe(Instant),
  autoExtend: maybe(z.boolean()),
  requestedBy: maybe(Id),
  customer: maybe(Id),
});
export type DelegationFacts = z.infer<typeof DelegationFacts>;

const CustomerFacts = z.object({
  resellers: maybe(z.array(z.object({ partner: Id, via: maybe(Id) }))),
  delegations: maybe(z.array(DelegationFacts)),
  activeSubscriptionsWithUs: maybe(z.number().int().nonnegative()),
});
export type CustomerFacts = z.infer<typeof CustomerFacts>;

const SubscriptionFacts = z.object({
  customer: maybe(CustomerFacts),
  service: maybe(z.string().min(1)),
  serviceModel: maybe(ServiceModel),
  status: maybe(SubscriptionStatus),
  channel: maybe(Channel),
  transactingPartner: maybe(Id),
  originalReseller: maybe(Id),
  partnerOfRecord: maybe(Id),
  overlapsActiveService: maybe(z.boolean()),
});
export type SubscriptionFacts = z.infer<typeof SubscriptionFacts>;

const InvitationFacts = z.object({
  kind: maybe(InvitationKind),
  createdBy: maybe(Id),
  audience: maybe(Id),
  /** `null` is known to be unaccepted; only an absent property is unknown. */
  acceptedBy: maybe(Id),
  customer: maybe(Id),
});
export type InvitationFacts = z.infer<typeof InvitationFacts>;

export const CustomerRole = z.enum(['global-admin', 'delegated-admin-relationship-admin', 'billing-admin', 'other']);
export type CustomerRole = z.infer<typeof CustomerRole>;

const Subject = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('partner-staff'),
    id: z.string().trim().min(1),
    properties: z
      .object({
        partner: maybe(Id),
        programs: maybe(z.array(Program)),
        providers: maybe(z.array(Id)),
        resellers: maybe(z.array(Id)),
        roles: maybe(z.array(StaffRole)),
        groups: maybe(z.array(Id)),
      })
      .default({}),
  }),
  z.object({
    type: z.literal('customer-admin'),
    id: z.string().trim().min(1),
    properties: z.object({ customer: maybe(Id), roles: maybe(z.array(CustomerRole)) }).default({}),
  }),
]);

const Action = z.object({
  name: ActionName,
  properties: z
    .object({
      /** What is created, requested, granted … : `reseller` for invitations; `dap` or `gdap` for delegations. */
      kind: maybe(z.enum(['reseller', 'dap', 'gdap'])),
      /** By which door: the API refuses what the portal allows (R04). */
      channel: maybe(z.enum(['api', 'portal'])),
      /** The provider that a joint invitation names (R04). */
      provider: maybe(Id),
      /** Who an invitation goes to: `customer`, or a reseller's tenant id (R02). */
      to: maybe(Id),
      /** The service that a delegation is asked for; `*` is all (R13). */
      service: maybe(z.string().min(1)),
      /** The partner that a customer grants to or removes (R14, R16). */
      partner: maybe(Id),
    })
    .default({}),
});

const Resource = z.discriminatedUnion('type', [
  z.object({ type: z.literal('customer'), id: z.string().trim().min(1), properties: CustomerFacts.default({}) }),
  z.object({
    type: z.literal('subscription'),
    id: z.string().trim().min(1),
    properties: SubscriptionFacts.default({}),
  }),
  z.object({ type: z.literal('invitation'), id: z.string().trim().min(1), properties: InvitationFacts.default({}) }),
  z.object({ type: z.literal('delegation'), id: z.string().trim().min(1), properties: DelegationFacts.default({}) }),
]);

/**
 * One question to the policy, in the shape of the OpenID AuthZEN evaluation API.
 * An absent or `null` property is unknown; an empty list is known to be empty.
 */
export const PolicyRequest = z
  .object({
    subject: Subject,
    action: Action,
    resource: Resource,
    context: z.object({
      cloud: Cloud,
      time: Instant,
      capabilities: z.array(z.string()).default([]),
    }),
  })
  .refine(({ action, resource }) => !action.name.startsWith('subscription.') || resource.type === 'subscription', {
    path: ['resource', 'type'],
    params: { fault: 'subscriptionOnly' },
  })
  .meta({
    title: 'Policy request',
    description:
      'One question to the policy, in the shape of the OpenID AuthZEN evaluation API. An absent or null property is unknown; an empty list is known to be empty.',
    // What the refinement says, in JSON Schema's own words.
    if: { properties: { action: { properties: { name: { pattern: '^subscription\\.' } } } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { resource: { properties: { type: { const: 'subscription' } } } } },
  });
export type PolicyRequest = z.infer<typeof PolicyRequest>;

export const Outcome = z.enum(['allow', 'deny', 'unknown']);
export type Outcome = z.infer<typeof Outcome>;

/** The page a rule rests on; `url` and `date` are null where the source gives none. */
export const RuleSource = z.object({
  title: z.string().min(1),
  url: z.url().nullable(),
  date: z.string().nullable(),
});
export type RuleSource = z.infer<typeof RuleSource>;

/** What would change the answer, and who must do it. */
export const Remedy = z.object({
  action: z.string().min(1),
  /** Of which kind, where the action alone does not say. */
  kind: z.enum(['gdap']).optional(),
  by: z.enum(['our-staff', 'our-provider', 'customer', 'transacting-partner', 'microsoft']),
  rule: RuleId,
});
export type Remedy = z.infer<typeof Remedy>;

export const Obligation = z.enum([
  'ownership-unchanged',
  'support-duty-persists',
  'delegation-removed-too',
  'nothing-else-changes',
]);
export type Obligation = z.infer<typeof Obligation>;

/** The answer: `decision` is true only for allow. It carries rule ids and no human text. */
export const Decision = z
  .object({
    decision: z.boolean(),
    context: z.object({
      outcome: Outcome,
      rule: RuleId,
      reasons: z.array(z.object({ rule: RuleId, effect: Outcome, source: RuleSource.nullable() })),
      missing: z.array(z.string()),
      remedies: z.array(Remedy),
      obligations: z.array(Obligation),
    }),
  })
  .meta({
    title: 'Policy decision',
    description:
      'The answer to a policy request: `decision` is true only for `allow`. It carries rule ids; the words for people are looked up by them.',
  });
export type Decision = z.infer<typeof Decision>;

/** One line of the `can` answer: an action (with the properties it was asked with) and its decision. */
export const Capability = z.object({
  action: ActionName,
  properties: z.record(z.string(), z.string()),
  ...Decision.shape,
});
export type Capability = z.infer<typeof Capability>;
