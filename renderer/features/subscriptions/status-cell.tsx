import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  CircleOffRegular,
  ClockRegular,
  type FluentIcon,
  PauseCircleRegular,
  QuestionCircleRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import type { SubscriptionStatus } from '#shared/model/subscription.ts';

const useStyles = makeStyles({
  cell: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  word: { overflow: 'hidden', textOverflow: 'ellipsis' },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase400, color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  careful: { color: tokens.colorStatusWarningForeground3 },
});

const ICONS: Record<SubscriptionStatus, FluentIcon> = {
  none: QuestionCircleRegular,
  active: CheckmarkCircleRegular,
  pending: ClockRegular,
  suspended: PauseCircleRegular,
  expired: SubtractCircleRegular,
  disabled: CircleOffRegular,
  deleted: CircleOffRegular,
};

/** A subscription's status as icon and word; a dash where no source says. */
export function StatusCell({ status }: { readonly status: SubscriptionStatus | null }) {
  const t = useT();
  const styles = useStyles();
  if (status === null) return t('window.dates.unknown');
  const Icon = ICONS[status];
  return (
    <span className={styles.cell}>
      <Icon
        aria-hidden="true"
        className={mergeClasses(
          styles.icon,
          status === 'active' && styles.good,
          (status === 'suspended' || status === 'expired') && styles.careful,
        )}
      />
      <span className={styles.word}>{t(`terms.subscriptionStatus.${status}`)}</span>
    </span>
  );
}
