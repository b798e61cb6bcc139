import { useMemo } from 'react';
import type { z } from 'zod';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import type { SubscriptionSort } from '#renderer/app/view.ts';
import type { DataColumn } from '#renderer/ui/data-table.tsx';
import type { SubscriptionRow } from '#shared/contract/customers.ts';
import { ChannelCell } from './channel-cell.tsx';
import { StatusCell } from './status-cell.tsx';

type Row = z.infer<typeof SubscriptionRow>;

/** The columns of the subscriptions list. */
export function useSubscriptionColumns(): readonly DataColumn<Row, SubscriptionSort['column']>[] {
  const t = useT();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('window.subscriptions.name'),
        share: 5,
        least: 150,
        cell: (row) => row.name,
        title: (row) => (row.kind === 'remainder' ? `${row.name} · ${t('window.subscriptions.remainder')}` : row.name),
      },
      {
        id: 'customerName',
        header: t('window.subscriptions.customer'),
        share: 4,
        least: 130,
        hiddenBelow: 500,
        cell: (row) => row.customerName,
        title: (row) => row.customerName,
      },
      {
        id: 'quantity',
        header: t('window.subscriptions.quantity'),
        share: 1,
        least: 76,
        numeric: true,
        hiddenBelow: 680,
        cell: (row) => (row.quantity === null ? t('window.dates.unknown') : format.number(row.quantity)),
      },
      {
        id: 'channel',
        header: t('window.subscriptions.channel'),
        share: 4,
        least: 200,
        cell: (row) => <ChannelCell basis={row.basis} channel={row.channel} />,
      },
      {
        id: 'status',
        header: t('window.subscriptions.status'),
        share: 2,
        least: 110,
        hiddenBelow: 800,
        cell: (row) => <StatusCell status={row.status} />,
      },
      {
        id: 'asOf',
        header: t('window.subscriptions.asOf'),
        share: 2,
        least: 116,
        hiddenBelow: 920,
        cell: (row) => format.relative(row.asOf),
        title: (row) => format.dateTime(row.asOf),
      },
    ],
    [t, format],
  );
}
