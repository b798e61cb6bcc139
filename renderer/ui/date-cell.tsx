import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';

const useStyles = makeStyles({
  soon: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  past: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly instant: string | null;
  /** A date within this many days from now stands out, and is told as days. */
  readonly soonDays: number;
}

/** When something ends: a date; near ones as days left, past ones as ended. */
export function DateCell({ instant, soonDays }: Props) {
  const t = useT('window.dates');
  const format = useFormat();
  const styles = useStyles();
  if (instant === null) return t('unknown');
  const days = format.days(instant);
  if (days < 0) return <span className={styles.past}>{t('ended', { when: format.relative(instant) })}</span>;
  if (days <= soonDays) return <span className={styles.soon}>{format.relative(instant)}</span>;
  return format.date(instant);
}
