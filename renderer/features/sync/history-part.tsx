import { makeStyles } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useSourceName } from '#renderer/app/source-name.ts';
import { useView } from '#renderer/app/view.ts';
import type { DataColumn } from '#renderer/ui/data-column.ts';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { useRowWindows, WINDOW } from '#renderer/ui/row-windows.ts';
import type { SyncRun } from '#shared/model/sync.ts';
import { RunChanges } from './run-changes.tsx';
import { StandingMark } from './standing-mark.tsx';
import { useRunWords } from './use-run-words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

/** The runs are in one order only: the newest first. */
const NEWEST_FIRST = { column: 'when', descending: true } as const;

const windows = (offset: number) => orpc.sync.runs.queryOptions({ input: { offset, limit: WINDOW }, staleTime: 0 });

/** Every sync that was kept, the newest first; one of them opens to show what it changed. */
export function HistoryPart() {
  const run = useView((view) => view.run);
  const openSync = useView((view) => view.openSync);
  const { rows, answer, error, retry } = useRowWindows<SyncRun>(windows);
  if (run !== null) return <RunChanges id={run} key={run} onBack={() => openSync('history')} />;
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (answer === undefined) return <Loading rows={8} />;
  return <Runs rows={rows} />;
}

function Runs({ rows }: { readonly rows: ReturnType<typeof useRowWindows<SyncRun>>['rows'] }) {
  const t = useT('sync.history');
  const styles = useStyles();
  const openSync = useView((view) => view.openSync);
  const closeCustomer = useView((view) => view.closeCustomer);
  const columns = useRunColumns();
  if (rows.total === 0) return <EmptyState icon={<HistoryRegular />} text={t('emptyText')} title={t('emptyTitle')} />;
  return (
    <div className={styles.root}>
      <DataTable<SyncRun, string, string>
        columns={columns}
        keyOf={({ id }) => id}
        label={t('label')}
        onLeave={closeCustomer}
        onOpen={({ id }) => openSync('history', id)}
        onSort={() => undefined}
        rows={rows}
        selected={null}
        sort={NEWEST_FIRST}
        topic=""
      />
    </div>
  );
}

function useRunColumns(): readonly DataColumn<SyncRun>[] {
  const t = useT('sync.history');
  const format = useFormat();
  const sourceName = useSourceName();
  const words = useRunWords();
  return useMemo(() => {
    const plain = { sortable: false } as const;
    const columns: readonly DataColumn<SyncRun>[] = [
      {
        ...plain,
        id: 'when',
        header: t('when'),
        share: 1,
        least: 168,
        cell: ({ startedAt }) => format.dateTime(startedAt),
        title: ({ startedAt }) => format.relative(startedAt),
      },
      {
        ...plain,
        id: 'source',
        header: t('source'),
        share: 1,
        least: 124,
        cell: ({ source }) => sourceName(source),
      },
      {
        ...plain,
        id: 'state',
        header: t('state'),
        share: 0,
        least: 124,
        hiddenBelow: 480,
        cell: ({ state }) => <StandingMark standing={state} />,
      },
      {
        ...plain,
        id: 'changes',
        header: t('changes'),
        share: 2,
        least: 160,
        cell: (run) => (run.changes === null ? t('none') : words.changed(run).words),
        title: (run) => words.changed(run).words,
      },
      {
        ...plain,
        id: 'took',
        header: t('took'),
        share: 0,
        least: 108,
        hiddenBelow: 720,
        cell: (run) => words.took(run) ?? '',
      },
      {
        ...plain,
        id: 'by',
        header: t('by'),
        share: 1,
        least: 132,
        hiddenBelow: 880,
        cell: ({ by }) => by,
        title: ({ by }) => by,
      },
    ];
    return columns;
  }, [t, format, sourceName, words]);
}
