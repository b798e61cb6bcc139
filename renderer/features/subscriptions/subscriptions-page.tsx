import { Button } from '@fluentui/react-components';
import { ArrowImportRegular, ReceiptAddRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { ListOf } from '#renderer/app/list-of.tsx';
import { useSubscriptionWindows } from '#renderer/app/lists.ts';
import { SubscriptionSort, useView } from '#renderer/app/view.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { AnswerFilterMenu } from './answer-filter-menu.tsx';
import { useSubscriptionColumns } from './columns.tsx';
import { ColumnsMenu } from './columns-menu.tsx';

/** All subscriptions and seat remainders of all customers. `known` is how many the workspace holds. */
export function SubscriptionsPage({ known }: { readonly known: number }) {
  const t = useT('window');
  const openCustomer = useView((view) => view.openCustomer);
  const setSort = useView((view) => view.setSubscriptionSort);
  const columns = useSubscriptionColumns();
  return (
    <ListOf
      columns={columns}
      count={(total) => t('list.resultSubscriptions', { count: total })}
      empty={known === 0 ? <NoSubscriptions /> : undefined}
      keyOf={(row) => row.id}
      onOpen={(row) => openCustomer(row.customer, row.id)}
      onSort={(asked) => {
        // The main side sorts by no answer.
        const sort = SubscriptionSort.safeParse(asked);
        if (sort.success) setSort(sort.data);
      }}
      page="subscriptions"
      selected={useView((view) => view.subscription)}
      sort={useView((view) => view.subscriptionSort)}
      tools={(width, compact) => (
        <>
          <AnswerFilterMenu compact={compact} />
          <ColumnsMenu
            compact={compact}
            hidden={(action) => columns.some(({ id, hiddenBelow = 0 }) => id === action && width < hiddenBelow)}
          />
        </>
      )}
      windows={useSubscriptionWindows()}
    />
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
