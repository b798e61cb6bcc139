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
  const t = useT('window');
  const format = useFormat();
  const styles = useStyles();
  const days = format.days(instant);
  const when = Math.abs(days) <= SOON_DAYS ? format.relative(instant) : format.date(instant);
  if (days < 0) {
    return (
      <span className={styles.dim}>{extending ? t('access.extensionDue', { when }) : t('dates.ended', { when })}</span>
    );
  }
  if (extending) return t('access.extends', { when });
  return days <= SOON_DAYS ? <span className={styles.soon}>{when}</span> : when;
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
