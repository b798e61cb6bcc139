import type { ReactNode } from 'react';
import { DataTable, type DataTableProps } from '#renderer/ui/data-table.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { useRowWindows, type WindowQuery } from '#renderer/ui/row-windows.ts';
import { useAnswersUntil } from './answers-until.ts';
import { useT } from './i18n.tsx';
import { ListPage, type ListTools, NothingFound } from './list-page.tsx';
import { useListTopic } from './lists.ts';
import { type ListName, useView } from './view.ts';

type Shown = 'columns' | 'keyOf' | 'selected' | 'onOpen' | 'sort' | 'onSort' | 'picking';

interface Props<Row, Id extends string, SortId extends Id> extends Pick<DataTableProps<Row, Id, SortId>, Shown> {
  readonly page: ListName;
  /** How one window of rows is fetched, under the present search, sort and channel. */
  readonly windows: (offset: number) => WindowQuery<Row>;
  /** What else can be done with the list. */
  readonly tools?: ListTools;
  /** How many rows there are, in words. */
  readonly count: (total: number) => string;
  /** What stands there while the workspace holds no row at all; `undefined` while it holds some. */
  readonly empty: ReactNode | undefined;
  /** What stands below the list, whatever it shows. */
  readonly foot?: ReactNode;
}

/** One of the lists, narrowed by whatever is set, in each of its states; asked anew when the clock alone changes it. */
export function ListOf<Row, Id extends string, SortId extends Id>(props: Props<Row, Id, SortId>) {
  const { page, windows, count, empty, tools, foot, ...shown } = props;
  const t = useT('window');
  const closeCustomer = useView((view) => view.closeCustomer);
  const { rows, answer, until, error, retry } = useRowWindows(windows);
  useAnswersUntil(until);
  const topic = useListTopic(page);
  const total = answer?.total ?? 0;
  const title = t(`${page}.title`);

  const list = () => {
    if (error) return <ErrorState error={error} onRetry={retry} />;
    if (answer === undefined) return <Loading rows={12} />;
    if (total === 0) return empty ?? <NothingFound page={page} />;
    return <DataTable {...shown} label={title} onLeave={closeCustomer} rows={rows} topic={topic} />;
  };
  return (
    <ListPage count={answer ? count(total) : ''} page={page} title={title} tools={tools}>
      {list()}
      {foot}
    </ListPage>
  );
}
