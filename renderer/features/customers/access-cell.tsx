import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { z } from 'zod';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { SOON_DAYS } from '#renderer/ui/soon.ts';
import type { CustomerRow } from '#shared/contract/customers.ts';
import { assertNever } from '#shared/model/problem.ts';

type Row = z.infer<typeof CustomerRow>;

const useStyles = makeStyles({
  soon: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  dim: { color: tokens.colorNeutralForeground3 },
});

/** Until when we have delegated access; what ends soon stands out, unless it extends itself then. */
export function AccessCell({ row }: { readonly row: Row }) {
  const t = useT('window.access');
  const styles = useStyles();
  switch (row.access) {
    case 'ends':
      return (
        row.delegationEndsAt && <End extends={row.delegationAutoExtends === true} instant={row.delegationEndsAt} />
      );
    case 'open-ended':
      return t('openEnded');
    case 'none':
      return t('none');
    case 'unknown':
      return <span className={styles.dim}>{t('unknown')}</span>;
    default:
      return assertNever(row.access);
  }
}

function End({ instant, extends: extending }: { readonly instant: string; readonly extends: boolean }) {
  const t = useT('window.access');
  const format = useFormat();
  const styles = useStyles();
  // Ahead of us: rows name no end that has passed.
  const isSoon = format.days(instant) <= SOON_DAYS;
  const when = isSoon ? format.relative(instant) : format.date(instant);
  if (extending) return t('extends', { when });
  return isSoon ? <span className={styles.soon}>{when}</span> : when;
}

/** What the cell means, in full. */
export function useAccessTitle(): (row: Row) => string | undefined {
  const t = useT('window.access');
  const format = useFormat();
  return useCallback(
    (row) => {
      switch (row.access) {
        case 'ends':
          return row.delegationEndsAt === null ? undefined : format.dateTime(row.delegationEndsAt);
        case 'open-ended':
          return t('openEndedHint');
        case 'none':
          return t('noneHint');
        case 'unknown':
          return t('unknownHint');
        default:
          return assertNever(row.access);
      }
    },
    [t, format],
  );
}
