import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { WINDOW } from '#renderer/ui/row-windows.ts';
import { SubscriptionAction } from '#shared/model/policy.ts';
import { orpc } from './client.ts';
import { useLanguage } from './i18n.tsx';
import { type ListName, useView } from './view.ts';

/** What the customers list asks for, under the present search, channel and sort. */
export function useCustomerList() {
  const locale = useLanguage();
  const search = useView((view) => view.search);
  const channel = useView((view) => view.channel);
  const decidedBy = useView((view) => view.decidedBy);
  const { column: sort, descending } = useView((view) => view.customerSort);
  return {
    search,
    sort,
    descending,
    locale,
    ...(channel === null ? {} : { channel }),
    ...(decidedBy === null ? {} : { decidedBy }),
  };
}

/** How to fetch the windows of that list. */
export function useCustomerWindows() {
  const list = useCustomerList();
  return (offset: number) => orpc.customers.list.queryOptions({ input: { ...list, offset, limit: WINDOW } });
}

/** The actions that stand as columns now: those chosen, and the one that narrows the list while it does. */
export function useShownAnswers(): readonly SubscriptionAction[] {
  const chosen = useView((view) => view.answerColumns);
  const narrowing = useView((view) => view.answerFilter?.action);
  return useMemo(
    // In the order of the policy's own list, whichever was chosen first.
    () => SubscriptionAction.options.filter((action) => action === narrowing || chosen.includes(action)),
    [chosen, narrowing],
  );
}

/** The same for the subscriptions list, with the answers that stand as columns and the one that narrows it. */
export function useSubscriptionWindows() {
  const locale = useLanguage();
  const search = useView((view) => view.search);
  const channel = useView((view) => view.channel);
  const { column: sort, descending } = useView((view) => view.subscriptionSort);
  const answers = useShownAnswers();
  const answer = useView((view) => view.answerFilter);
  return (offset: number) =>
    orpc.subscriptions.list.queryOptions({
      input: {
        search,
        sort,
        descending,
        locale,
        offset,
        limit: WINDOW,
        answers: [...answers],
        ...(channel === null ? {} : { channel }),
        ...(answer === null ? {} : { can: answer.action, outcome: answer.outcome }),
      },
    });
}

/** How many subscriptions get each answer to an action under the present search and channel; `undefined` until known. */
export function useOutcomeCounts(action: SubscriptionAction) {
  const search = useView((view) => view.search);
  const channel = useView((view) => view.channel);
  const input = { search, can: action, limit: 1, ...(channel === null ? {} : { channel }) };
  return useQuery(orpc.subscriptions.list.queryOptions({ input })).data?.outcomes ?? undefined;
}

/** How many rows a list holds under the present search, in each channel and in all: its first window tells. */
export function useListCounts(page: ListName) {
  const customers = useCustomerWindows()(0);
  const subscriptions = useSubscriptionWindows()(0);
  const placeholderData = keepPreviousData;
  const ofCustomers = useQuery({ ...customers, enabled: page === 'customers', placeholderData });
  const ofSubscriptions = useQuery({ ...subscriptions, enabled: page === 'subscriptions', placeholderData });
  return page === 'customers' ? ofCustomers.data : ofSubscriptions.data;
}
