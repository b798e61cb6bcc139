import { z } from 'zod';
import { DelegationId, Instant, RoleDefinitionId, SubscriptionId, TenantId } from './ids.ts';
import { Program, StaffRole } from './partner.ts';
import { Channel, SubscriptionStatus } from './subscription.ts';

/** One thing supposed to be otherwise than the records say. Nothing supposed is ever written to them. */
export const Change = z.discriminatedUnion('change', [
  /** The customer grants DAP to a partner, ours or another; `"*"` is for all services. */
  z.object({ change: z.literal('grant-dap'), partner: TenantId, service: z.string().min(1) }),
  /** A GDAP relationship of ours becomes active, with these roles for the security groups of our member of staff. */
  z.object({ change: z.literal('grant-gdap'), roles: z.array(RoleDefinitionId) }),
  /** A delegation on record ends: a GDAP relationship expires, a DAP is removed. */
  z.object({ change: z.literal('end-delegation'), delegation: DelegationId }),
  /** The customer's DAP for us, as Partner Center tells it by `allowDelegatedAccess`, ends. */
  z.object({ change: z.literal('end-dap') }),
  /** Our member of staff holds these Partner Center roles instead of its own. */
  z.object({ change: z.literal('staff-roles'), roles: z.array(StaffRole) }),
  /** Our partner is in these programs instead of its own. */
  z.object({ change: z.literal('programs'), programs: z.array(Program) }),
  /** The clock stands at this instant. */
  z.object({ change: z.literal('time'), at: Instant }),
  z.object({ change: z.literal('channel'), subscription: SubscriptionId, channel: Channel }),
  z.object({ change: z.literal('status'), subscription: SubscriptionId, status: SubscriptionStatus }),
  /** 21Vianet turns out to offer GDAP (R21). */
  z.object({ change: z.literal('gdap-offered') }),
]);
export type Change = z.infer<typeof Change>;
