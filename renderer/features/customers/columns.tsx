import { useMemo } from 'react';
import type { z } from 'zod';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import type { CustomerSort } from '#renderer/app/view.ts';
import { GoneName } from '#renderer/features/sync/gone-name.tsx';
import type { DataColumn } from '#renderer/ui/data-column.ts';
import type { CustomerRow } from '#shared/contract/customers.ts';
import { AccessCell, useAccessTitle } from './access-cell.tsx';
import { ChannelList } from './channel-list.tsx';

type Row = z.infer<typeof CustomerRow>;
type ColumnId = CustomerSort['column'] | 'channels';

/** The columns of the customers list; the lesser ones leave first when room is short. */
export function useCustomerColumns(): readonly DataColumn<Row, ColumnId>[] {
  const t = useT();
  const format = useFormat();
  const accessTitle = useAccessTitle();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('window.customers.name'),
        share: 6,
        least: 180,
        cell: ({ name, goneSince }) => <GoneName name={name} since={goneSince} />,
        title: ({ name, goneSince }) =>
          goneSince === null ? name : [name, t('sync.gone.badge', { date: format.date(goneSince) })].join(' · '),
      },
      {
        id: 'domain',
        header: t('window.customers.domain'),
        share: 5,
        least: 210,
        hiddenBelow: 900,
        cell: (row) => row.domain ?? t('window.dates.unknown'),
        title: (row) => row.domain ?? undefined,
      },
      {
        id: 'channels',
        header: t('window.customers.channels'),
        share: 3,
        least: 176,
        sortable: false,
        cell: (row) => <ChannelList channels={row.channels} />,
        title: (row) => format.list(row.channels.map((channel) => t(`terms.channels.${channel}`))),
      },
      {
        id: 'subscriptions',
        header: t('window.customers.subscriptions'),
        share: 1,
        least: 136,
        numeric: true,
        hiddenBelow: 1060,
        cell: (row) => format.number(row.subscriptions),
      },
      {
        id: 'delegationEndsAt',
        header: t('window.customers.delegationEnds'),
        share: 3,
        least: 196,
        hiddenBelow: 692,
        cell: (row) => <AccessCell row={row} />,
        title: accessTitle,
      },
      {
        id: 'asOf',
        header: t('window.customers.asOf'),
        share: 2,
        least: 116,
        hiddenBelow: 490,
        cell: (row) => format.relative(row.asOf),
        title: (row) => format.dateTime(row.asOf),
      },
    ],
    [t, format, accessTitle],
  );
}
