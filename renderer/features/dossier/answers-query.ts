import { orpc } from '#renderer/app/client.ts';
import type { CustomerId, SubscriptionId } from '#shared/model/ids.ts';

/** What a question to the policy is about: a customer, or one of its subscriptions. */
export function answersFor(customer: CustomerId, subscription?: SubscriptionId) {
  return orpc.policy.can.queryOptions({
    input: subscription === undefined ? { customer } : { customer, subscription },
  });
}
