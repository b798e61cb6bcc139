import { makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import type { DataColumn } from '#renderer/ui/data-column.ts';
import { MESSAGES, type Messages } from '#shared/locales/index.ts';
import type { AuditEntry } from '#shared/model/audit.ts';

const useStyles = makeStyles({
  name: { display: 'block', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

type ColumnId = 'at' | 'by' | 'act' | 'customers';
type Act = keyof Messages['records']['audit']['acts'];

const isAct = (act: string): act is Act => Object.hasOwn(MESSAGES.en.records.audit.acts, act);

/** When, who, what and whom, of each entry. */
export function useAuditColumns(open: (customer: string) => void): readonly DataColumn<AuditEntry, ColumnId>[] {
  const t = useT('records.audit');
  const format = useFormat();
  return useMemo(() => {
    // Other versions of the console may have done what this one has no word for.
    const actName = (act: string) => (isAct(act) ? t(`acts.${act}`) : act);
    return [
      {
        id: 'at',
        header: t('when'),
        share: 2,
        least: 200,
        sortable: false,
        cell: ({ at }) => format.dateTime(at),
        title: ({ at }) => at,
      },
      {
        id: 'act',
        header: t('act'),
        share: 3,
        least: 150,
        sortable: false,
        cell: ({ act }) => actName(act),
        title: ({ act }) => actName(act),
      },
      {
        id: 'customers',
        header: t('customers'),
        share: 3,
        least: 130,
        sortable: false,
        cell: ({ count, customers: [only] }) =>
          count === 1 && only !== undefined ? (
            <CustomerName id={only} />
          ) : count === 0 ? (
            t('none')
          ) : (
            t('several', { count })
          ),
        open: {
          label: ({ count, customers: [only] }) =>
            count === 1 && only !== undefined ? t('open', { name: only }) : undefined,
          act: ({ customers: [only] }) => {
            if (only !== undefined) open(only);
          },
        },
      },
      {
        id: 'by',
        header: t('who'),
        share: 3,
        least: 130,
        sortable: false,
        hiddenBelow: 640,
        cell: ({ by }) => by,
        title: ({ by }) => by,
      },
    ];
  }, [t, format, open]);
}

/** A customer by name, where it is (still) in the lists; else by its id. */
function CustomerName({ id }: { readonly id: string }) {
  const styles = useStyles();
  const { data } = useQuery(orpc.customers.list.queryOptions({ input: { search: id, limit: 1 } }));
  const [found] = data?.items ?? [];
  const name = found?.id === id ? found.name : id;
  return (
    <span className={styles.name} title={name}>
      {name}
    </span>
  );
}
