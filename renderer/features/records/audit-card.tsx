import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { HEADER_HEIGHT } from '#renderer/ui/data-table-header.tsx';
import { ROW_HEIGHT } from '#renderer/ui/data-table-row.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { useRowWindows, WINDOW } from '#renderer/ui/row-windows.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { useAuditColumns } from './audit-columns.tsx';
import { useCardStyles } from './card-styles.ts';
import { SettingsCard } from './settings-card.tsx';

const useStyles = makeStyles({
  table: {
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
});

/** The table is no higher than this (CSS pixels), borders included: beyond it scrolls. */
const MOST = 290;

/** How high a table of so many rows is with its header and borders (CSS pixels). */
const heightOf = (rows: number) => HEADER_HEIGHT + rows * ROW_HEIGHT + 2;

/** The log is in one order only: the newest first. */
const NEWEST_FIRST = { column: 'at', descending: true } as const;

const windows = (offset: number) =>
  orpc.workspace.audit.queryOptions({ input: { offset, limit: WINDOW }, staleTime: 0 });

/** The audit log, however long it is; an entry about one customer opens that customer. */
export function AuditCard() {
  const t = useT('records.audit');
  const styles = useStyles();
  const card = useCardStyles();
  const openPage = useView((view) => view.openPage);
  const openCustomer = useView((view) => view.openCustomer);
  const { rows, answer, error, retry } = useRowWindows(windows);
  const open = useCallback(
    (id: string) => {
      const customer = CustomerId.safeParse(id);
      if (!customer.success) return;
      openPage('customers');
      openCustomer(customer.data);
    },
    [openPage, openCustomer],
  );
  const columns = useAuditColumns(open);
  const list = () => {
    if (error) return <ErrorState compact error={error} onRetry={retry} />;
    if (answer === undefined) return <Loading rows={5} />;
    if (answer.total === 0) return null;
    return (
      <div className={styles.table} style={{ height: Math.min(MOST, heightOf(answer.total)) }}>
        <DataTable
          columns={columns}
          keyOf={({ n }) => String(n)}
          label={t('title')}
          onOpen={({ count, customers: [only] }) => {
            if (count === 1 && only !== undefined) open(only);
          }}
          onSort={() => undefined}
          rows={rows}
          selected={null}
          sort={NEWEST_FIRST}
          topic=""
        />
      </div>
    );
  };
  return (
    <SettingsCard id="audit" text={t('text')} title={t('title')}>
      {answer && <p className={card.dim}>{t('count', { count: answer.total })}</p>}
      {list()}
    </SettingsCard>
  );
}
