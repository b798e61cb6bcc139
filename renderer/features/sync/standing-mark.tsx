import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowSyncRegular,
  CheckmarkCircleRegular,
  CircleRegular,
  ClockRegular,
  ErrorCircleRegular,
  type FluentIcon,
  HourglassHalfRegular,
  PauseCircleRegular,
  SubtractCircleRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import type { Standing } from './standing.ts';

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
    verticalAlign: 'middle',
    whiteSpace: 'nowrap',
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase400, color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  care: { color: tokens.colorStatusWarningForeground2 },
  busy: { color: tokens.colorBrandForeground1 },
});

type Tone = 'good' | 'bad' | 'care' | 'busy';
const SIGNS: Readonly<Record<Standing, readonly [icon: FluentIcon, tone?: Tone]>> = {
  never: [CircleRegular],
  next: [ClockRegular],
  running: [ArrowSyncRegular, 'busy'],
  waiting: [HourglassHalfRegular, 'care'],
  paused: [PauseCircleRegular, 'care'],
  interrupted: [WarningRegular, 'care'],
  done: [CheckmarkCircleRegular, 'good'],
  cancelled: [SubtractCircleRegular],
  failed: [ErrorCircleRegular, 'bad'],
};

/** The icon of how a source stands, for beside a text that tells it. */
export function StandingIcon({ standing, className }: { readonly standing: Standing; readonly className?: string }) {
  const styles = useStyles();
  const [Icon, tone] = SIGNS[standing];
  return <Icon aria-hidden="true" className={mergeClasses(styles.icon, tone && styles[tone], className)} />;
}

/** How a source stands, as icon and word. */
export function StandingMark({ standing }: { readonly standing: Standing }) {
  const t = useT('sync.states');
  const styles = useStyles();
  return (
    <span className={styles.mark}>
      <StandingIcon standing={standing} />
      {t(standing)}
    </span>
  );
}
