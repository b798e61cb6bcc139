import { orpc } from '#renderer/app/client.ts';
import type { CustomerId, SubscriptionId } from '#shared/model/ids.ts';
import type { InvitationKind } from '#shared/model/invitation.ts';

/** What a question to the policy is about: a customer, or one of its subscriptions. */
export function answersFor(customer: CustomerId, subscription?: SubscriptionId) {
  return orpc.policy.can.queryOptions({
    input: subscription === undefined ? { customer } : { customer, subscription },
  });
}

/** Whether we may invite a customer into this kind of relationship. */
export function eligibilityFor(customer: CustomerId, kind: InvitationKind) {
  return orpc.invitations.eligibility.queryOptions({ input: kind === 'reseller' ? { customer } : { customer, kind } });
}
