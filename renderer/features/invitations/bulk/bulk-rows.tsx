import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, DismissRegular } from '@fluentui/react-icons';
import { useCallback, useMemo, useState } from 'react';
import { useLanguage, useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { Explanation } from '#renderer/features/policy/explanation.tsx';
import { DataTable, type Sort } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import type { BulkRow } from '#shared/contract/invitations.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { useBulkColumns } from './row-columns.tsx';
import { type BulkColumn, canWrite, sortRows } from './rows.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    flexShrink: 0,
    minHeight: '36px',
    paddingInlineStart: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  detail: {
    flexShrink: 0,
    maxHeight: '45%',
    overflow: 'auto',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    outlineOffset: '-2px',
  },
  detailHead: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  problem: { margin: `0 0 ${tokens.spacingVerticalM}` },
});

interface Props {
  readonly rows: readonly BulkRow[];
  readonly onAddress: (customer: CustomerId, address: string) => void;
}

/** Every customer with its address, its language, the policy's answer and what else stands in the way. */
export function BulkRows({ rows, onAddress }: Props) {
  const t = useT('bulk.rows');
  const styles = useStyles();
  const language = useLanguage();
  const [sort, setSort] = useState<Sort<BulkColumn>>({ column: 'customer', descending: false });
  const [onlyBlocked, setOnlyBlocked] = useState(false);
  const [asked, setAsked] = useState<CustomerId | null>(null);
  const shown = useMemo(() => {
    const wanted = rows.filter((row) => !(onlyBlocked && canWrite(row)));
    const sorted = sortRows(wanted, sort, new Intl.Collator(language));
    return { total: sorted.length, at: (index: number) => sorted[index], show: () => undefined };
  }, [rows, onlyBlocked, sort, language]);
  const onWhy = useCallback((row: BulkRow) => setAsked(row.customer), []);
  const columns = useBulkColumns({ onAddress, onWhy });
  const blocked = useMemo(() => rows.filter((row) => !canWrite(row)).length, [rows]);
  const explained = rows.find(({ customer }) => customer === asked);
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <Text role="status" weight="semibold">
          {t('can', { can: rows.length - blocked, of: rows.length })}
        </Text>
        <Checkbox
          checked={onlyBlocked}
          label={t('onlyBlocked', { count: blocked })}
          onChange={(_, { checked }) => setOnlyBlocked(checked === true)}
        />
      </div>
      {shown.total === 0 ? (
        <EmptyState
          compact
          icon={<CheckmarkCircleRegular />}
          text={t('nothingBlockedText')}
          title={t('nothingBlocked')}
        />
      ) : (
        <DataTable
          columns={columns}
          keyOf={({ customer }) => customer}
          label={t('label')}
          onOpen={onWhy}
          onSort={setSort}
          rows={shown}
          selected={asked}
          sort={sort}
          topic={JSON.stringify([onlyBlocked, sort])}
        />
      )}
      {explained && <Detail of={explained} onClose={() => setAsked(null)} />}
    </div>
  );
}

function Detail({ of: row, onClose }: { readonly of: BulkRow; readonly onClose: () => void }) {
  const t = useT('bulk.rows');
  const styles = useStyles();
  const problemText = useProblemText();
  const label = t('detail', { name: row.customerName });
  return (
    <section
      aria-label={label}
      className={styles.detail}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling panel must be reachable by keyboard
      tabIndex={0}
    >
      <div className={styles.detailHead}>
        <Text as="h3" weight="semibold">
          {label}
        </Text>
        <Button
          appearance="subtle"
          aria-label={t('closeDetail')}
          icon={<DismissRegular />}
          onClick={onClose}
          size="small"
        />
      </div>
      {row.problem !== null && <p className={styles.problem}>{problemText(row.problem)}</p>}
      <Explanation customer={row.customer} key={row.customer} of={row.answer} />
    </section>
  );
}
