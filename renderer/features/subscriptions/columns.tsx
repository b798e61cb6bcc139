import { useMemo } from 'react';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { type SubscriptionSort, useView } from '#renderer/app/view.ts';
import { GoneName } from '#renderer/features/sync/gone-name.tsx';
import type { DataColumn } from '#renderer/ui/data-column.ts';
import type { SubscriptionRow } from '#shared/contract/customers.ts';
import type { SubscriptionAction } from '#shared/model/policy.ts';
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
  const narrowing = useView((view) => view.answerFilter?.action);
  return useMemo(() => {
    const beforeDate = own.filter(({ id }) => id !== 'asOf');
    const date = own.filter(({ id }) => id === 'asOf');
    // Whoever narrows the list by an answer wants to see that one first.
    const dearest = [...answers].sort((a, b) => Number(b.id === narrowing) - Number(a.id === narrowing));
    return withRoom<Column['id'], Column>([...beforeDate, ...answers, ...date], ranked(dearest.map(({ id }) => id)));
  }, [own, answers, narrowing]);
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
        cell: ({ name, goneSince }) => <GoneName name={name} since={goneSince} />,
        // The customer's own column leaves early; here it can still be read.
        title: (row) =>
          [
            row.name,
            ...(row.kind === 'remainder' ? [t('window.subscriptions.remainder')] : []),
            row.customerName,
            ...(row.goneSince === null ? [] : [t('sync.gone.badge', { date: format.date(row.goneSince) })]),
          ].join(' · '),
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
        least: 164,
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
