import { Button } from '@fluentui/react-components';
import { ArrowImportRegular, ArrowSyncRegular, PeopleAddRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { ListOf } from '#renderer/app/list-of.tsx';
import { useCustomerWindows } from '#renderer/app/lists.ts';
import { useView } from '#renderer/app/view.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useCustomerColumns } from './columns.tsx';
import { PickedBar } from './picked-bar.tsx';
import { useCustomerPicking } from './use-customer-picking.ts';

/** All customers, narrowed by search and channel. `known` is how many the workspace holds. */
export function CustomersPage({ known }: { readonly known: number }) {
  const t = useT('window');
  const openCustomer = useView((view) => view.openCustomer);
  const setSort = useView((view) => view.setCustomerSort);
  const { picking, error } = useCustomerPicking();
  return (
    <ListOf
      columns={useCustomerColumns()}
      count={(total) => t('list.resultCustomers', { count: total })}
      empty={known === 0 ? <NoCustomers /> : undefined}
      foot={<PickedBar error={error} onClear={picking.onClear} />}
      keyOf={(row) => row.id}
      onOpen={(row) => openCustomer(row.id)}
      onSort={({ column, descending }) => {
        if (column !== 'channels') setSort({ column, descending });
      }}
      page="customers"
      picking={picking}
      selected={useView((view) => view.customer)}
      sort={useView((view) => view.customerSort)}
      windows={useCustomerWindows()}
    />
  );
}

function NoCustomers() {
  const t = useT('window.customers');
  const openImport = useView((view) => view.openImport);
  const openSync = useView((view) => view.openSync);
  return (
    <EmptyState
      icon={<PeopleAddRegular />}
      title={t('emptyTitle')}
      text={t('emptyText')}
      action={
        <>
          <Button appearance="primary" icon={<ArrowImportRegular />} onClick={openImport}>
            {t('emptyAction')}
          </Button>
          <Button icon={<ArrowSyncRegular />} onClick={() => openSync('overview')}>
            {t('emptySync')}
          </Button>
        </>
      }
    />
  );
}
