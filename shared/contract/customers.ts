import { z } from 'zod';
import { Dossier } from '#shared/model/dossier.ts';
import { CustomerId, Instant, SubscriptionId } from '#shared/model/ids.ts';
import { Outcome, RuleId, SubscriptionAction } from '#shared/model/policy.ts';
import { Basis } from '#shared/model/provenance.ts';
import { Channel, DeclarableChannel, Subscription, SubscriptionStatus } from '#shared/model/subscription.ts';
import { procedure } from './errors.ts';

/** How many rows each channel holds under the present search. A customer counts once in each of its channels. */
export const ChannelCounts = z.record(Channel, z.number().int().nonnegative());
export type ChannelCounts = z.infer<typeof ChannelCounts>;

const Page = {
  search: z.string().default(''),
  channel: Channel.optional(),
  descending: z.boolean().default(false),
  /** BCP 47 tag whose collation sorts the names. */
  locale: z.string().default('en'),
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
});
export type CustomerRow = z.infer<typeof CustomerRow>;

export const CustomerQuery = z.object({
  ...Page,
  /** Only those of whom this rule decides an answer now. */
  decidedBy: RuleId.optional(),
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
  /** The answers that the query asks for. */
  answers: z.partialRecord(SubscriptionAction, ShortAnswer),
});
export type SubscriptionRow = z.infer<typeof SubscriptionRow>;

export const SubscriptionQuery = z.object({
  ...Page,
  customer: CustomerId.optional(),
  /** Only those on which the policy answers so of this action now; without `outcome`, those on which we may. */
  can: SubscriptionAction.optional(),
  outcome: Outcome.default('allow'),
  /** The actions whose answers each row carries. */
  answers: z.array(SubscriptionAction).max(SubscriptionAction.options.length).default([]),
  sort: z.enum(['name', 'customerName', 'quantity', 'channel', 'status', 'asOf']).default('name'),
});

const listOf = <T extends z.ZodType>(row: T) =>
  z.object({
    total: z.number().int().nonnegative(),
    /** How many there are in all channels together, whichever is asked for. */
    all: z.number().int().nonnegative(),
    counts: ChannelCounts,
    items: z.array(row),
    /** When the clock alone will change the answer; `null` when it will not. */
    until: Instant.nullable(),
  });

export const customers = {
  list: procedure.input(CustomerQuery).output(listOf(CustomerRow)),
  get: procedure.input(z.object({ id: CustomerId })).output(Dossier),
};

export const subscriptions = {
  list: procedure.input(SubscriptionQuery).output(
    listOf(SubscriptionRow).extend({
      /** Of the action in `can`: how many rows get each answer under the present search and channel; `null` without it. */
      outcomes: z.record(Outcome, z.number().int().nonnegative()).nullable(),
    }),
  ),
  /** Staff declare a channel. An observed one is never overridden: that is refused. */
  attribute: procedure
    .input(z.object({ customer: CustomerId.optional(), subscription: SubscriptionId, channel: DeclarableChannel }))
    .output(SubscriptionRow),
};
