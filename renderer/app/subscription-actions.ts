import { ActionName } from '#shared/model/policy.ts';

/** An action that is asked of a subscription. */
export type SubscriptionAction = Extract<ActionName, `subscription.${string}`>;

/** Whether a word (an action, a column) is the name of one. */
export const isSubscriptionAction = (name: string): name is SubscriptionAction => name.startsWith('subscription.');

/** Every action that is asked of a subscription, in the order of the policy's own list. */
export const SUBSCRIPTION_ACTIONS: readonly SubscriptionAction[] = ActionName.options.filter(isSubscriptionAction);
