import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, CheckmarkCircleRegular, SearchInfoRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useSourceName } from '#renderer/app/source-name.ts';
import { useView } from '#renderer/app/view.ts';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { useRowWindows, WINDOW } from '#renderer/ui/row-windows.ts';
import { SubscriptionId } from '#shared/model/ids.ts';
import type { CustomerChange } from '#shared/model/sync.ts';
import { useChangeColumns } from './change-columns.tsx';
import { ALL_CHANGES, type ChangeFilter, ChangeFilters } from './change-filters.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, flexGrow: 1 },
});

/** The main side has one order, customer by customer as they were saved. */
const ORDER = { column: 'order', descending: false };

/** So many of the newest runs are looked through for the one that is open. */
const RUNS = 200;

interface Props {
  readonly id: string;
  readonly onBack: () => void;
}

/** What one sync changed, thing by thing with the fields before and now; a line opens the customer's dossier. */
export function RunChanges({ id, onBack }: Props) {
  const t = useT('sync');
  const styles = useStyles();
  const head = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState(ALL_CHANGES);
  const closeCustomer = useView((view) => view.closeCustomer);
  const { rows, answer, error, retry } = useRowWindows<CustomerChange>(useWindows(id, filter));
  const { onOpen, selected } = useOpening();
  const columns = useChangeColumns();
  // The row that led here is gone, and the focus with it.
  useEffect(() => head.current?.querySelector('button')?.focus(), []);
  const narrowed = filter !== ALL_CHANGES && (filter.what !== null || filter.how !== null);
  const list = () => {
    if (error) return <ErrorState error={error} onRetry={retry} />;
    if (answer === undefined) return <Loading rows={10} />;
    if (answer.total === 0 && narrowed) {
      return (
        <EmptyState
          action={<Button onClick={() => setFilter(ALL_CHANGES)}>{t('changes.clear')}</Button>}
          icon={<SearchInfoRegular />}
          text={t('changes.notFoundText')}
          title={t('changes.notFoundTitle')}
        />
      );
    }
    if (answer.total === 0) {
      return (
        <EmptyState icon={<CheckmarkCircleRegular />} text={t('changes.emptyText')} title={t('changes.emptyTitle')} />
      );
    }
    return (
      <DataTable<CustomerChange, string, string>
        columns={columns}
        keyOf={keyOf}
        label={t('changes.label')}
        onLeave={closeCustomer}
        onOpen={onOpen}
        onSort={() => undefined}
        rows={rows}
        selected={selected}
        sort={ORDER}
        topic={JSON.stringify([id, filter])}
      />
    );
  };
  return (
    <div className={styles.root}>
      <div className={styles.head} ref={head}>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack} size="small">
          {t('history.back')}
        </Button>
        <h2 className={styles.title}>
          <Title id={id} />
        </h2>
        <span className={styles.count} role="status">
          {answer && t('changes.count', { count: answer.total })}
        </span>
        <ChangeFilters filter={filter} onChange={setFilter} />
      </div>
      {list()}
    </div>
  );
}

const keyOf = ({ customer, what, id, how }: CustomerChange): string => `${customer} ${what} ${id} ${how}`;

function useWindows(run: string, { what, how }: ChangeFilter) {
  return useCallback(
    (offset: number) =>
      orpc.sync.changes.queryOptions({
        input: { run, offset, limit: WINDOW, ...(what && { what }), ...(how && { how }) },
      }),
    [run, what, how],
  );
}

/** Opens the dossier at the thing that changed, and knows which line that was. */
function useOpening() {
  const openCustomer = useView((view) => view.openCustomer);
  const openTab = useView((view) => view.openTab);
  const customer = useView((view) => view.customer);
  const [opened, setOpened] = useState<{ key: string; customer: string } | null>(null);
  const onOpen = useCallback(
    (change: CustomerChange) => {
      setOpened({ key: keyOf(change), customer: change.customer });
      const subscription = change.what === 'subscription' ? SubscriptionId.safeParse(change.id).data : undefined;
      openCustomer(change.customer, subscription ?? null);
      if (change.what === 'delegation') openTab('delegations');
      if (change.what === 'customer') openTab('customer');
      if (change.what === 'seats') openTab('subscriptions');
    },
    [openCustomer, openTab],
  );
  return { onOpen, selected: opened !== null && opened.customer === customer ? opened.key : null };
}

/** Which sync it was. */
function Title({ id }: { readonly id: string }) {
  const t = useT('sync.history');
  const format = useFormat();
  const sourceName = useSourceName();
  const { data } = useQuery(orpc.sync.runs.queryOptions({ input: { offset: 0, limit: RUNS } }));
  const run = data?.items.find((one) => one.id === id);
  if (run === undefined) return null;
  return t('title', { source: sourceName(run.source), time: format.dateTime(run.startedAt) });
}
