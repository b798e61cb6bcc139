import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { WINDOW } from '#renderer/ui/row-windows.ts';
import type { ActionName } from '#shared/model/policy.ts';
import { orpc } from './client.ts';
import { useLanguage } from './i18n.tsx';
import { type ListName, useView } from './view.ts';

/** How to fetch the windows of the customers list, under the present search, channel and sort. */
export function useCustomerWindows() {
  const locale = useLanguage();
  const search = useView((view) => view.search);
  const channel = useView((view) => view.channel);
  const decidedBy = useView((view) => view.decidedBy);
  const { column: sort, descending } = useView((view) => view.customerSort);
  return (offset: number) =>
    orpc.customers.list.queryOptions({
      input: {
        search,
        sort,
        descending,
        locale,
        offset,
        limit: WINDOW,
        ...(channel === null ? {} : { channel }),
        ...(decidedBy === null ? {} : { decidedBy }),
      },
    });
}

/** The same for the subscriptions list, with the answers that stand as columns and the one that narrows it. */
export function useSubscriptionWindows() {
  const locale = useLanguage();
  const search = useView((view) => view.search);
  const channel = useView((view) => view.channel);
  const { column: sort, descending } = useView((view) => view.subscriptionSort);
  const answers = useView((view) => view.answerColumns);
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
        answers,
        ...(channel === null ? {} : { channel }),
        ...(answer === null ? {} : { can: answer.action, outcome: answer.outcome }),
      },
    });
}

/** How many subscriptions get each answer to an action under the present search and channel; `undefined` until known. */
export function useOutcomeCounts(action: ActionName) {
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
