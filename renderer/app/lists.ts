import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { WINDOW } from '#renderer/ui/row-windows.ts';
import { orpc } from './client.ts';
import { useLanguage } from './i18n.tsx';
import { type ListName, useView } from './view.ts';

/** How to fetch the windows of the customers list, under the present search, channel and sort. */
export function useCustomerWindows() {
  const locale = useLanguage();
  const search = useView((view) => view.search);
  const channel = useView((view) => view.channel);
  const { column: sort, descending } = useView((view) => view.customerSort);
  return (offset: number) =>
    orpc.customers.list.queryOptions({
      input: { search, sort, descending, locale, offset, limit: WINDOW, ...(channel === null ? {} : { channel }) },
    });
}

/** The same for the subscriptions list. */
export function useSubscriptionWindows() {
  const locale = useLanguage();
  const search = useView((view) => view.search);
  const channel = useView((view) => view.channel);
  const { column: sort, descending } = useView((view) => view.subscriptionSort);
  return (offset: number) =>
    orpc.subscriptions.list.queryOptions({
      input: { search, sort, descending, locale, offset, limit: WINDOW, ...(channel === null ? {} : { channel }) },
    });
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
