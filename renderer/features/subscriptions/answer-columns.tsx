import { useMemo } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useShownAnswers } from '#renderer/app/lists.ts';
import { useView } from '#renderer/app/view.ts';
import { useWords } from '#renderer/features/policy/words.ts';
import type { DataColumn } from '#renderer/ui/data-column.ts';
import type { SubscriptionRow } from '#shared/contract/customers.ts';
import type { SubscriptionAction } from '#shared/model/policy.ts';
import { AnswerCell } from './answer-cell.tsx';

/** One narrow column for each action that the person wants to see answered; an answer opens in its dossier, and says why. */
export function useAnswerColumns(): readonly DataColumn<SubscriptionRow, SubscriptionAction>[] {
  const t = useT();
  const words = useWords();
  const shown = useShownAnswers();
  const openCustomer = useView((view) => view.openCustomer);
  return useMemo(
    () =>
      shown.map((action) => ({
        id: action,
        header: t(`capabilities.short.${action}`),
        hint: t(`terms.actions.${action}`),
        share: 2,
        least: 88,
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
        open: {
          label: ({ answers: { [action]: answer } }) =>
            answer &&
            t('capabilities.why', {
              action: t(`terms.actions.${action}`),
              answer: t(`terms.outcome.${answer.outcome}`),
            }),
          act: ({ customer, id }) => openCustomer(customer, id, action),
        },
      })),
    [t, words, shown, openCustomer],
  );
}
