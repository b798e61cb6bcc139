import { z } from 'zod';
import { Dossier } from '#shared/model/dossier.ts';
import { CustomerId, Instant, SubscriptionId } from '#shared/model/ids.ts';
import { ActionName } from '#shared/model/policy.ts';
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
  /** The soonest end of a live delegation of ours, and whether it extends itself then. */
  delegationEndsAt: Instant.nullable(),
  delegationAutoExtends: z.boolean().nullable(),
  asOf: Instant,
});
export type CustomerRow = z.infer<typeof CustomerRow>;

export const CustomerQuery = z.object({
  ...Page,
  sort: z.enum(['name', 'domain', 'subscriptions', 'delegationEndsAt', 'asOf']).default('name'),
});

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
});
export type SubscriptionRow = z.infer<typeof SubscriptionRow>;

export const SubscriptionQuery = z.object({
  ...Page,
  customer: CustomerId.optional(),
  /** Only those on which our staff may do this now. */
  can: ActionName.optional(),
  sort: z.enum(['name', 'customerName', 'quantity', 'channel', 'status', 'asOf']).default('name'),
});

const listOf = <T extends z.ZodType>(row: T) =>
  z.object({
    total: z.number().int().nonnegative(),
    /** How many there are in all channels together, whichever is asked for. */
    all: z.number().int().nonnegative(),
    counts: ChannelCounts,
    items: z.array(row),
  });

export const customers = {
  list: procedure.input(CustomerQuery).output(listOf(CustomerRow)),
  get: procedure.input(z.object({ id: CustomerId })).output(Dossier),
};

export const subscriptions = {
  list: procedure.input(SubscriptionQuery).output(listOf(SubscriptionRow)),
  /** Staff declare a channel. An observed one is never overridden: that is refused. */
  attribute: procedure
    .input(z.object({ customer: CustomerId.optional(), subscription: SubscriptionId, channel: DeclarableChannel }))
    .output(SubscriptionRow),
};
