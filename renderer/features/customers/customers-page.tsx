import { Button } from '@fluentui/react-components';
import { ArrowImportRegular, PeopleAddRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { ListPage, NothingFound } from '#renderer/app/list-page.tsx';
import { useCustomerWindows } from '#renderer/app/lists.ts';
import { useView } from '#renderer/app/view.ts';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { useRowWindows } from '#renderer/ui/row-windows.ts';
import { useCustomerColumns } from './columns.tsx';

/** All customers, narrowed by search and channel. `known` is how many the workspace holds. */
export function CustomersPage({ known }: { readonly known: number }) {
  const t = useT('window');
  const view = useView();
  const columns = useCustomerColumns();
  const { rows, answer, error, retry } = useRowWindows(useCustomerWindows(view.channel));
  const total = answer?.total ?? 0;

  const list = () => {
    if (error) return <ErrorState error={error} onRetry={retry} />;
    if (answer === undefined) return <Loading rows={12} />;
    if (total > 0) {
      return (
        <DataTable
          columns={columns}
          keyOf={(row) => row.id}
          label={t('customers.title')}
          onLeave={view.closeCustomer}
          onOpen={(row) => view.openCustomer(row.id)}
          onSort={({ column, descending }) => {
            if (column !== 'channels') view.setCustomerSort({ column, descending });
          }}
          rows={rows}
          selected={view.customer}
          sort={view.customerSort}
          topic={JSON.stringify([view.search, view.channel, view.customerSort])}
        />
      );
    }
    return known === 0 ? <NoCustomers /> : <NothingFound />;
  };
  return (
    <ListPage count={answer ? t('list.resultCustomers', { count: total }) : ''} title={t('customers.title')}>
      {list()}
    </ListPage>
  );
}

function NoCustomers() {
  const t = useT('window.customers');
  const openImport = useView((view) => view.openImport);
  return (
    <EmptyState
      icon={<PeopleAddRegular />}
      title={t('emptyTitle')}
      text={t('emptyText')}
      action={
        <Button appearance="primary" icon={<ArrowImportRegular />} onClick={openImport}>
          {t('emptyAction')}
        </Button>
      }
    />
  );
}
