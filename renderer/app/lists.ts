import { WINDOW } from '#renderer/ui/row-windows.ts';
import type { Channel } from '#shared/model/subscription.ts';
import { orpc } from './client.ts';
import { useLanguage } from './i18n.tsx';
import { useView } from './view.ts';

/** How to fetch the windows of the customers list, under the present search and sort, in one channel or in all. */
export function useCustomerWindows(channel: Channel | null) {
  const locale = useLanguage();
  const search = useView((view) => view.search);
  const { column: sort, descending } = useView((view) => view.customerSort);
  return (offset: number) =>
    orpc.customers.list.queryOptions({
      input: { search, sort, descending, locale, offset, limit: WINDOW, ...(channel === null ? {} : { channel }) },
    });
}

/** The same for the subscriptions list. */
export function useSubscriptionWindows(channel: Channel | null) {
  const locale = useLanguage();
  const search = useView((view) => view.search);
  const { column: sort, descending } = useView((view) => view.subscriptionSort);
  return (offset: number) =>
    orpc.subscriptions.list.queryOptions({
      input: { search, sort, descending, locale, offset, limit: WINDOW, ...(channel === null ? {} : { channel }) },
    });
}
