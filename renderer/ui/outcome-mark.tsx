import { makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CheckmarkCircleRegular,
  DismissCircleFilled,
  DismissCircleRegular,
  QuestionCircleRegular,
} from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import type { Outcome } from '#shared/model/policy.ts';

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
    verticalAlign: 'middle',
  },
  icon: { fontSize: tokens.fontSizeBase400, flexShrink: 0 },
  allow: { color: tokens.colorStatusSuccessForeground1 },
  deny: { color: tokens.colorStatusDangerForeground1 },
  unknown: { color: tokens.colorNeutralForeground3 },
  text: { color: tokens.colorNeutralForeground1 },
});

const ICONS = { allow: CheckmarkCircleFilled, deny: DismissCircleFilled, unknown: QuestionCircleRegular } as const;
const OUTLINED = { allow: CheckmarkCircleRegular, deny: DismissCircleRegular, unknown: QuestionCircleRegular } as const;

interface Props {
  readonly outcome: Outcome;
  /** What was asked, for the accessible name and the tooltip: "Support: No". */
  readonly label?: string;
  /** Show the icon alone; the answer is then its accessible name and tooltip. */
  readonly iconOnly?: boolean;
  /** Styles that hide the word from the eye alone, where there is no room for it. */
  readonly wordClass?: string;
  /** For long lists, where filled marks would shout. */
  readonly outlined?: boolean;
}

/** The mark of an answer, for beside a text that tells it. */
export function OutcomeIcon({ outcome, outlined = false }: Pick<Props, 'outcome' | 'outlined'>) {
  const styles = useStyles();
  const Icon = (outlined ? OUTLINED : ICONS)[outcome];
  return <Icon aria-hidden="true" className={mergeClasses(styles.icon, styles[outcome])} />;
}

/** The policy's answer as icon and word; icon, word and colour each tell it. */
export function OutcomeMark({ outcome, label, iconOnly = false, wordClass, outlined = false }: Props) {
  const t = useT();
  const styles = useStyles();
  const icon = <OutcomeIcon outcome={outcome} outlined={outlined} />;
  const answer = t(`terms.outcome.${outcome}`);
  const name = label === undefined ? answer : t('window.outcome', { label, answer });
  if (!iconOnly) {
    return (
      <span className={styles.mark}>
        {icon}
        <span className={mergeClasses(styles.text, wordClass)}>{answer}</span>
      </span>
    );
  }
  return (
    <Tooltip content={name} relationship="label" withArrow>
      <span className={styles.mark} role="img">
        {icon}
      </span>
    </Tooltip>
  );
}
