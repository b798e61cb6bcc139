import { Button } from '@fluentui/react-components';
import { ArrowImportRegular, ReceiptAddRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { ListPage, NothingFound } from '#renderer/app/list-page.tsx';
import { useSubscriptionWindows } from '#renderer/app/lists.ts';
import { useView } from '#renderer/app/view.ts';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { useRowWindows } from '#renderer/ui/row-windows.ts';
import { useSubscriptionColumns } from './columns.tsx';

/** All subscriptions and seat remainders of all customers. `known` is how many the workspace holds. */
export function SubscriptionsPage({ known }: { readonly known: number }) {
  const t = useT('window');
  const view = useView();
  const columns = useSubscriptionColumns();
  const { rows, answer, error, retry } = useRowWindows(useSubscriptionWindows(view.channel));
  const total = answer?.total ?? 0;

  const list = () => {
    if (error) return <ErrorState error={error} onRetry={retry} />;
    if (answer === undefined) return <Loading rows={12} />;
    if (total > 0) {
      return (
        <DataTable
          columns={columns}
          keyOf={(row) => row.id}
          label={t('subscriptions.title')}
          onLeave={view.closeCustomer}
          onOpen={(row) => view.openCustomer(row.customer, row.id)}
          onSort={(sort) => view.setSubscriptionSort(sort)}
          rows={rows}
          selected={view.subscription}
          sort={view.subscriptionSort}
          topic={JSON.stringify([view.search, view.channel, view.subscriptionSort])}
        />
      );
    }
    return known === 0 ? <NoSubscriptions /> : <NothingFound />;
  };
  return (
    <ListPage count={answer ? t('list.resultSubscriptions', { count: total }) : ''} title={t('subscriptions.title')}>
      {list()}
    </ListPage>
  );
}

function NoSubscriptions() {
  const t = useT('window');
  const openImport = useView((view) => view.openImport);
  return (
    <EmptyState
      icon={<ReceiptAddRegular />}
      title={t('subscriptions.emptyTitle')}
      text={t('subscriptions.emptyText')}
      action={
        <Button appearance="primary" icon={<ArrowImportRegular />} onClick={openImport}>
          {t('customers.emptyAction')}
        </Button>
      }
    />
  );
}
