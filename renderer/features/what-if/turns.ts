import type { ChangedAnswer } from '#shared/contract/policy.ts';
import type { SubscriptionId } from '#shared/model/ids.ts';
import { Outcome } from '#shared/model/policy.ts';

/** What can become of an answer: another outcome, or the same one by another rule. */
export const TURNS = [...Outcome.options, 'sameAnswer'] as const;
export type Turn = (typeof TURNS)[number];

export function turnOf({ before, after }: Pick<ChangedAnswer, 'before' | 'after'>): Turn {
  return before.context.outcome === after.context.outcome ? 'sameAnswer' : after.context.outcome;
}

/** How many answers take each turn. */
export function tallyTurns(changed: readonly ChangedAnswer[]): Readonly<Record<Turn, number>> {
  const tally: Record<Turn, number> = { allow: 0, deny: 0, unknown: 0, sameAnswer: 0 };
  for (const one of changed) tally[turnOf(one)] += 1;
  return tally;
}

/** The changed answers by what they are about: each subscription in the order given, then the customer itself (`null`). */
export function bySubject(
  changed: readonly ChangedAnswer[],
  subscriptions: readonly SubscriptionId[],
): readonly { readonly subscription: SubscriptionId | null; readonly answers: readonly ChangedAnswer[] }[] {
  return [...subscriptions, null]
    .map((subscription) => ({ subscription, answers: changed.filter((one) => one.subscription === subscription) }))
    .filter(({ answers }) => answers.length > 0);
}
