import { useMemo } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { isSubscriptionAction, type SubscriptionAction } from '#renderer/app/subscription-actions.ts';
import { useView } from '#renderer/app/view.ts';
import { useWords } from '#renderer/features/dossier/words.ts';
import type { DataColumn } from '#renderer/ui/data-table.tsx';
import type { SubscriptionRow } from '#shared/contract/customers.ts';
import { AnswerCell } from './answer-cell.tsx';

/** One narrow column for each action that the person wants to see answered. */
export function useAnswerColumns(): readonly DataColumn<SubscriptionRow, SubscriptionAction>[] {
  const t = useT();
  const words = useWords();
  const chosen = useView((view) => view.answerColumns);
  return useMemo(
    () =>
      chosen.filter(isSubscriptionAction).map((action) => ({
        id: action,
        header: t(`capabilities.short.${action}`),
        hint: t(`terms.actions.${action}`),
        share: 2,
        least: 76,
        sortable: false,
        // A column that was just chosen stands empty until its answers have come.
        cell: ({ answers: { [action]: answer } }) => answer && <AnswerCell outcome={answer.outcome} />,
        title: ({ answers: { [action]: answer } }) =>
          answer &&
          t('capabilities.cell', {
            answer: t(`terms.outcome.${answer.outcome}`),
            rule: answer.rule,
            name: words.ruleName(answer.rule),
          }),
      })),
    [t, words, chosen],
  );
}
