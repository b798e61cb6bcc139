import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { WINDOW } from '#renderer/ui/row-windows.ts';
import type { CustomerFacets, SubscriptionFacets } from '#shared/contract/customers.ts';
import { SubscriptionAction } from '#shared/model/policy.ts';
import { orpc } from './client.ts';
import { useLanguage } from './i18n.tsx';
import { type ListName, useView } from './view.ts';

/** What the customers list asks for, under the present search, filters and sort. */
export function useCustomerList() {
  const locale = useLanguage();
  const search = useView((view) => view.search);
  const channel = useView((view) => view.channel);
  const tag = useView((view) => view.tag);
  const decidedBy = useView((view) => view.decidedBy);
  const filter = useView((view) => view.customerFilter);
  const { column: sort, descending } = useView((view) => view.customerSort);
  return { search, sort, descending, locale, ...given({ channel, tag, decidedBy, ...filter }) };
}

type Given<Filters> = { [Name in keyof Filters]?: NonNullable<Filters[Name]> };

/** The filters that are set; an absent one takes all. */
function given<Filters extends object>(filters: Filters): Given<Filters>;
function given(filters: object): object {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== null));
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

/** What narrows the subscriptions list now, the answers of the policy aside. */
function useSubscriptionFilters() {
  const search = useView((view) => view.search);
  const channel = useView((view) => view.channel);
  const tag = useView((view) => view.tag);
  const filter = useView((view) => view.subscriptionFilter);
  return { search, ...given({ channel, tag, ...filter }) };
}

/** What the subscriptions list asks for, with the answers that stand as columns and the one that narrows it. */
export function useSubscriptionList() {
  const locale = useLanguage();
  const filters = useSubscriptionFilters();
  const { column: sort, descending } = useView((view) => view.subscriptionSort);
  const answers = useShownAnswers();
  const answer = useView((view) => view.answerFilter);
  return {
    ...filters,
    sort,
    descending,
    locale,
    answers: [...answers],
    ...(answer === null ? {} : { can: answer.action, outcome: answer.outcome }),
  };
}

/** How to fetch the windows of that list. */
export function useSubscriptionWindows() {
  const list = useSubscriptionList();
  return (offset: number) => orpc.subscriptions.list.queryOptions({ input: { ...list, offset, limit: WINDOW } });
}

/** How many subscriptions get each answer to an action under the present search and all other filters; `undefined` until known. */
export function useOutcomeCounts(action: SubscriptionAction) {
  const locale = useLanguage();
  const { column: sort, descending } = useView((view) => view.subscriptionSort);
  const input = { ...useSubscriptionFilters(), sort, descending, locale, can: action, limit: 1 };
  return useQuery(orpc.subscriptions.list.queryOptions({ input })).data?.outcomes ?? undefined;
}

/** The first window of the page's list: it tells the counts and the values of all filters. */
function useFirstWindows(page: ListName) {
  const customers = useCustomerWindows()(0);
  const subscriptions = useSubscriptionWindows()(0);
  const placeholderData = keepPreviousData;
  const ofCustomers = useQuery({ ...customers, enabled: page === 'customers', placeholderData });
  const ofSubscriptions = useQuery({ ...subscriptions, enabled: page === 'subscriptions', placeholderData });
  return { ofCustomers: ofCustomers.data, ofSubscriptions: ofSubscriptions.data };
}

/** How many rows a list holds under the present search, in each channel and in all. */
export function useListCounts(page: ListName) {
  const { ofCustomers, ofSubscriptions } = useFirstWindows(page);
  return page === 'customers' ? ofCustomers : ofSubscriptions;
}

/** The values of a list's filters, each counted under the present search and all other filters; `undefined` until known. */
export function useFacets(page: ListName): {
  readonly customers: CustomerFacets | undefined;
  readonly subscriptions: SubscriptionFacets | undefined;
} {
  const { ofCustomers, ofSubscriptions } = useFirstWindows(page);
  return { customers: ofCustomers?.facets, subscriptions: ofSubscriptions?.facets };
}

/** Stands for everything that a list is asked for: when it changes, the list begins at its top again. */
export function useListTopic(page: ListName): string {
  const customers = useCustomerList();
  const { answers, ...subscriptions } = useSubscriptionList();
  return JSON.stringify(page === 'customers' ? customers : subscriptions);
}
