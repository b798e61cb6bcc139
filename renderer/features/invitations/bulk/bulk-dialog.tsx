import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { LinkRegular } from '@fluentui/react-icons';
import { useCallback, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { DialogFrame } from '#renderer/ui/dialog-frame.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import type { CustomerId } from '#shared/model/ids.ts';
import { BulkActions, type BulkFormat } from './bulk-actions.tsx';
import { BulkForm } from './bulk-form.tsx';
import { BulkProgress } from './bulk-progress.tsx';
import { BulkResult } from './bulk-result.tsx';
import { BulkRows } from './bulk-rows.tsx';
import { canWrite } from './rows.ts';
import { NO_SOURCE, useSource } from './source-fields.tsx';
import { type TypedBulk, useBulk } from './use-bulk.ts';
import { useBulkExport } from './use-bulk-export.ts';

const EMPTY: TypedBulk = { language: 'customer', template: null, addresses: '', corrections: {} };

const useStyles = makeStyles({
  surface: { width: '1180px' },
  body: { height: 'min(760px, calc(100vh - 96px))', maxHeight: 'none', gridTemplateRows: 'auto minmax(0, 1fr)' },
  forCustomers: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  content: { overflow: 'hidden' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(260px, 320px) minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXL,
    flexGrow: 1,
    minHeight: 0,
  },
  rows: { display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0 },
  waiting: {
    display: 'flex',
    flexGrow: 1,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** Prepares invitations of several customers at once: each is looked at before anything is written. */
export function BulkDialog({ customers }: { readonly customers: readonly CustomerId[] }) {
  const t = useT('bulk');
  const styles = useStyles();
  const { closeDialog } = useView();
  const [source, setSource] = useState(NO_SOURCE);
  const [typed, setTyped] = useState(EMPTY);
  const [format, setFormat] = useState<BulkFormat>('folder');
  const sourceState = useSource(source);
  const { request, preview, error, retry } = useBulk(customers, sourceState.ready, typed);
  const exporting = useBulkExport();
  const { running, result } = exporting;
  const onAddress = useCallback(
    (customer: CustomerId, address: string) =>
      setTyped((before) => {
        const { [customer]: _, ...others } = before.corrections;
        return { ...before, corrections: address === '' ? others : { ...others, [customer]: address } };
      }),
    [],
  );
  const rows = () => {
    if (error) return <ErrorState compact error={error} onRetry={() => void retry()} />;
    if (sourceState.ready === null) {
      return (
        <div className={styles.waiting}>
          <EmptyState icon={<LinkRegular />} text={t('rows.waitingText')} title={t('rows.waitingTitle')} />
        </div>
      );
    }
    if (preview === undefined) return <Loading rows={8} />;
    return <BulkRows onAddress={onAddress} rows={preview.rows} />;
  };
  return (
    <DialogFrame
      bodyClass={styles.body}
      closeLabel={t('close')}
      contentClass={styles.content}
      // Whoever leaves now would not see what came of it; it can be stopped.
      held={running}
      onClose={closeDialog}
      surfaceClass={styles.surface}
      title={
        <>
          {t('title')} <Text className={styles.forCustomers}>{t('forCustomers', { count: customers.length })}</Text>
        </>
      }
    >
      {result ? (
        <BulkResult
          nameOf={(id) => preview?.rows.find(({ customer }) => customer === id)?.customerName ?? id}
          onBack={exporting.reset}
          onClose={closeDialog}
          result={result}
        />
      ) : (
        <>
          <div className={styles.columns} inert={running}>
            <BulkForm
              bad={preview?.badAddresses ?? []}
              onChange={(change) => setTyped((before) => ({ ...before, ...change }))}
              onSource={setSource}
              source={source}
              sourceState={sourceState}
              typed={typed}
            />
            <div className={styles.rows}>{rows()}</div>
          </div>
          {running ? (
            <BulkProgress onStop={exporting.stop} progress={exporting.progress} stopping={exporting.stopping} />
          ) : (
            <BulkActions
              count={request ? (preview?.rows.filter(canWrite).length ?? 0) : 0}
              error={exporting.error}
              format={format}
              onCancel={closeDialog}
              onFormat={setFormat}
              onWrite={() => request && exporting.write({ ...request, format })}
            />
          )}
        </>
      )}
    </DialogFrame>
  );
}
