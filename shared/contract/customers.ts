import { z } from 'zod';
import { DelegationKind, DelegationStatus } from '#shared/model/delegation.ts';
import { Dossier, Tag } from '#shared/model/dossier.ts';
import { CustomerId, DelegationId, Instant, SubscriptionId, TenantId } from '#shared/model/ids.ts';
import { Language } from '#shared/model/invitation.ts';
import { Outcome, RuleId, SubscriptionAction } from '#shared/model/policy.ts';
import { Basis } from '#shared/model/provenance.ts';
import { Channel, DeclarableChannel, Subscription, SubscriptionStatus } from '#shared/model/subscription.ts';
import { procedure } from './errors.ts';

/** How many rows each channel holds under the present search and all other filters. A customer counts once in each of its channels. */
export const ChannelCounts = z.record(Channel, z.number().int().nonnegative());
export type ChannelCounts = z.infer<typeof ChannelCounts>;

/** How many values of a filter are told at most, the most frequent ones; the chosen one besides. */
export const FACETS_TOLD = 200;

/** A value of a filter, and how many rows have it under the present search and all other filters. */
export const Facet = z.object({
  value: z.string(),
  /** What it is called, where the value is an id and we know a name. */
  name: z.string().nullable(),
  count: z.number().int().nonnegative(),
});
export type Facet = z.infer<typeof Facet>;

/** How many rows end within so many days, counted in the same way. */
export const Within = z.object({ days: z.number().int().positive(), count: z.number().int().nonnegative() });
export type Within = z.infer<typeof Within>;

const Days = z.number().int().nonnegative().max(36_500);

const Page = {
  /** Words that all must be found: of name, domain, id, pinyin, or of a partner's name, tenant id or MPN ID. */
  search: z.string().default(''),
  channel: Channel.optional(),
  tag: Tag.optional(),
  descending: z.boolean().default(false),
  /** BCP 47 tag whose collation sorts the names. */
  locale: Language.default('en'),
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().positive().max(1_000_000).default(200),
};

export const CustomerRow = z.object({
  id: CustomerId,
  name: z.string(),
  domain: z.string().nullable(),
  relationship: z.string().nullable(),
  channels: z.array(Channel),
  subscriptions: z.number().int().nonnegative(),
  /** Our delegated access now: ends on a date (GDAP), has no end (DAP), is known to be absent, or is not known. */
  access: z.enum(['ends', 'open-ended', 'none', 'unknown']),
  /** The soonest end ahead of a GDAP relationship of ours that is in force, and whether it extends itself then. */
  delegationEndsAt: Instant.nullable(),
  delegationAutoExtends: z.boolean().nullable(),
  asOf: Instant,
  /** Since when its source no longer lists it, to the second; `null` while it does. */
  goneSince: Instant.nullable(),
});
export type CustomerRow = z.infer<typeof CustomerRow>;

export const CustomerQuery = z.object({
  ...Page,
  /** Only those of whom this rule decides an answer now. */
  decidedBy: RuleId.optional(),
  access: CustomerRow.shape.access.optional(),
  /** Only those to whom our access ends within so many days. */
  expiring: Days.optional(),
  /** Only those with whom this partner holds the reseller relationship. */
  reseller: TenantId.optional(),
  sort: z.enum(['name', 'domain', 'subscriptions', 'delegationEndsAt', 'asOf']).default('name'),
});

/** What the policy says of one action, in short. */
export const ShortAnswer = z.object({ outcome: Outcome, rule: RuleId });
export type ShortAnswer = z.infer<typeof ShortAnswer>;

export const SubscriptionRow = z.object({
  id: SubscriptionId,
  customer: CustomerId,
  customerName: z.string(),
  kind: Subscription.shape.kind,
  name: z.string(),
  quantity: z.number().int().nullable(),
  channel: Channel,
  /** How we know the channel. */
  basis: Basis,
  status: SubscriptionStatus.nullable(),
  asOf: Instant,
  /** Since when its source no longer lists it, to the second; `null` while it does. */
  goneSince: Instant.nullable(),
  /** The answers that the query asks for. */
  answers: z.partialRecord(SubscriptionAction, ShortAnswer),
});
export type SubscriptionRow = z.infer<typeof SubscriptionRow>;

export const SubscriptionQuery = z.object({
  ...Page,
  customer: CustomerId.optional(),
  /** Only those on which the policy answers so of this action now; without `outcome`, those on which we may. */
  can: SubscriptionAction.optional(),
  status: SubscriptionStatus.or(z.literal('unknown')).optional(),
  /** A service's name, or `unknown`. */
  service: z.string().min(1).optional(),
  /** Only those that this partner transacts. */
  reseller: TenantId.optional(),
  /** Only those that end within so many days. */
  ending: Days.optional(),
  outcome: Outcome.default('allow'),
  /** The actions whose answers each row carries. */
  answers: z.array(SubscriptionAction).max(SubscriptionAction.options.length).default([]),
  sort: z.enum(['name', 'customerName', 'quantity', 'channel', 'status', 'asOf']).default('name'),
});

/** The filters of a list with their values and counts. Each is counted under all other filters but its own. */
export const CustomerFacets = z.object({
  channel: z.array(Facet),
  access: z.array(Facet),
  expiring: z.array(Within),
  reseller: z.array(Facet),
  tag: z.array(Facet),
});
export type CustomerFacets = z.infer<typeof CustomerFacets>;

export const SubscriptionFacets = z.object({
  channel: z.array(Facet),
  status: z.array(Facet),
  service: z.array(Facet),
  reseller: z.array(Facet),
  ending: z.array(Within),
  tag: z.array(Facet),
});
export type SubscriptionFacets = z.infer<typeof SubscriptionFacets>;

export const DelegationRow = z.object({
  id: DelegationId,
  customer: CustomerId,
  customerName: z.string(),
  kind: DelegationKind,
  name: z.string().nullable(),
  partner: TenantId,
  status: DelegationStatus,
  /** `"*"` for all. */
  service: z.string(),
  endsAt: Instant.nullable(),
  autoExtend: z.boolean().nullable(),
});
export type DelegationRow = z.infer<typeof DelegationRow>;

export const DelegationQuery = z.object({
  search: z.string().default(''),
  status: DelegationStatus.optional(),
  /** Only GDAP relationships in force that end within so many days. */
  expiring: Days.optional(),
  offset: Page.offset,
  limit: Page.limit,
});

const listOf = <T extends z.ZodType, F extends z.ZodType>(row: T, facets: F) =>
  z.object({
    facets,
    total: z.number().int().nonnegative(),
    /** How many there are in all channels together, whichever is asked for. */
    all: z.number().int().nonnegative(),
    counts: ChannelCounts,
    items: z.array(row),
    /** When the clock alone will change the answer; `null` when it will not. */
    until: Instant.nullable(),
  });

export const customers = {
  list: procedure.input(CustomerQuery).output(listOf(CustomerRow, CustomerFacets)),
  get: procedure.input(z.object({ id: CustomerId })).output(Dossier),
  /** Puts a tag on customers or takes it off; tells how many of them changed by it, and of how many the dossier can't be read. */
  tag: procedure
    .input(z.object({ customers: z.array(CustomerId).min(1).max(100_000), tag: Tag, on: z.boolean() }))
    .output(z.object({ changed: z.number().int().nonnegative(), unreadable: z.number().int().nonnegative() })),
};

export const delegations = {
  /** Delegations of all customers by their end, the soonest first; those without one last. */
  list: procedure.input(DelegationQuery).output(
    z.object({
      total: z.number().int().nonnegative(),
      items: z.array(DelegationRow),
      /** When the clock alone will change the answer; `null` when it will not. */
      until: Instant.nullable(),
    }),
  ),
};

export const subscriptions = {
  list: procedure.input(SubscriptionQuery).output(
    listOf(SubscriptionRow, SubscriptionFacets).extend({
      /** Of the action in `can`: how many rows get each answer under the present search and all other filters; `null` without it. */
      outcomes: z.record(Outcome, z.number().int().nonnegative()).nullable(),
    }),
  ),
  /** Staff declare a channel. An observed one is never overridden: that is refused. */
  attribute: procedure
    .input(z.object({ customer: CustomerId.optional(), subscription: SubscriptionId, channel: DeclarableChannel }))
    .output(SubscriptionRow),
};
