import { useMemo } from 'react';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import type { SubscriptionAction } from '#renderer/app/subscription-actions.ts';
import type { SubscriptionSort } from '#renderer/app/view.ts';
import type { DataColumn } from '#renderer/ui/data-table.tsx';
import type { SubscriptionRow } from '#shared/contract/customers.ts';
import { useAnswerColumns } from './answer-columns.tsx';
import { ChannelCell } from './channel-cell.tsx';
import { ranked, withRoom } from './column-room.ts';
import { StatusCell } from './status-cell.tsx';

type OwnColumn = DataColumn<SubscriptionRow, SubscriptionSort['column']>;
type Column = DataColumn<SubscriptionRow, SubscriptionSort['column'] | SubscriptionAction>;

/** The columns of the subscriptions list, the chosen answers among them; the lesser ones leave first when room is short. */
export function useSubscriptionColumns(): readonly Column[] {
  const own = useOwnColumns();
  const answers = useAnswerColumns();
  return useMemo(() => {
    const beforeDate = own.filter(({ id }) => id !== 'asOf');
    const date = own.filter(({ id }) => id === 'asOf');
    return withRoom<Column['id'], Column>([...beforeDate, ...answers, ...date], ranked(answers.map(({ id }) => id)));
  }, [own, answers]);
}

function useOwnColumns(): readonly OwnColumn[] {
  const t = useT();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('window.subscriptions.name'),
        share: 5,
        least: 124,
        cell: (row) => row.name,
        // The customer's own column leaves early; here it can still be read.
        title: (row) =>
          [row.name, ...(row.kind === 'remainder' ? [t('window.subscriptions.remainder')] : []), row.customerName].join(
            ' · ',
          ),
      },
      {
        id: 'customerName',
        header: t('window.subscriptions.customer'),
        share: 4,
        least: 112,
        cell: (row) => row.customerName,
        title: (row) => row.customerName,
      },
      {
        id: 'quantity',
        header: t('window.subscriptions.quantity'),
        share: 1,
        least: 84,
        numeric: true,
        cell: (row) => (row.quantity === null ? t('window.dates.unknown') : format.number(row.quantity)),
      },
      {
        id: 'channel',
        header: t('window.subscriptions.channel'),
        share: 5,
        least: 124,
        cell: (row) => <ChannelCell basis={row.basis} channel={row.channel} />,
      },
      {
        id: 'status',
        header: t('window.subscriptions.status'),
        share: 2,
        least: 104,
        cell: (row) => <StatusCell status={row.status} />,
      },
      {
        id: 'asOf',
        header: t('window.subscriptions.asOf'),
        share: 2,
        least: 116,
        cell: (row) => format.relative(row.asOf),
        title: (row) => format.dateTime(row.asOf),
      },
    ],
    [t, format],
  );
}
