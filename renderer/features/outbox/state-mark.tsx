import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArchiveRegular,
  ArrowUndoRegular,
  CheckmarkCircleRegular,
  DismissCircleRegular,
  type FluentIcon,
  SendClockRegular,
  SendRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import type { ShownState } from './entry-order.ts';

const useStyles = makeStyles({
  icon: { display: 'flex', flexShrink: 0, fontSize: '20px', color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  care: { color: tokens.colorStatusWarningForeground2 },
  busy: { color: tokens.colorBrandForeground1 },
  word: { flexShrink: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

type Tone = 'good' | 'bad' | 'care' | 'busy';
const SIGNS: Readonly<Record<ShownState, readonly [icon: FluentIcon, tone?: Tone]>> = {
  waiting: [SendClockRegular, 'busy'],
  sending: [SendRegular, 'busy'],
  done: [CheckmarkCircleRegular, 'good'],
  refused: [DismissCircleRegular, 'bad'],
  'needs-attention': [WarningRegular, 'care'],
  undone: [ArrowUndoRegular],
  'set-aside': [ArchiveRegular],
};

/** The icon of what became of a command, for beside a text that tells it. */
export function StateIcon({ state }: { readonly state: ShownState }) {
  const styles = useStyles();
  const [Icon, tone] = SIGNS[state];
  return (
    <span aria-hidden="true" className={mergeClasses(styles.icon, tone && styles[tone])}>
      <Icon />
    </span>
  );
}

/** What became of a command, in a word. */
export function StateWord({ state }: { readonly state: ShownState }) {
  const t = useT('outbox');
  const styles = useStyles();
  return (
    <span className={styles.word} title={t(`meanings.${state}`)}>
      {t(`states.${state}`)}
    </span>
  );
}
