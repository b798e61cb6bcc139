import { z } from 'zod';
import { CustomerId, SubscriptionId } from '#shared/model/ids.ts';
import { Cloud } from '#shared/model/partner.ts';
import { Capability, Decision, RuleId, RuleSource } from '#shared/model/policy.ts';
import { procedure } from './errors.ts';

export const policy = {
  /** Every action for our own staff on a customer, or on one of its subscriptions. */
  can: procedure
    .input(z.object({ customer: CustomerId, subscription: SubscriptionId.optional() }))
    .output(z.array(Capability)),
  /** Any request in the documented shape; what does not fit it is a problem that names the path. */
  decide: procedure.input(z.object({ request: z.unknown() })).output(Decision),
  matrix: procedure.output(z.array(z.object({ rule: RuleId, clouds: z.array(Cloud), sources: z.array(RuleSource) }))),
};
