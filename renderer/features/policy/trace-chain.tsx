import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  CircleRegular,
  DismissCircleFilled,
  type FluentIcon,
  QuestionCircleRegular,
} from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import type { LinkState, TraceStep } from '#shared/model/trace.ts';
import { useChainCaption } from './chain-caption.ts';
import { LinkNotes } from './link-notes.tsx';
import type { Case } from './seen.ts';
import { seenAt } from './seen-at.ts';
import { SeenList } from './seen-list.tsx';

const useStyles = makeStyles({
  caption: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  chain: { margin: 0, padding: 0, listStyleType: 'none' },
  step: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalS,
    // The line to the next link, from below this one's mark.
    '::before': {
      content: '""',
      position: 'absolute',
      left: '9px',
      top: '22px',
      bottom: '0',
      borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    },
    ':last-child': { paddingBottom: 0 },
    ':last-child::before': { display: 'none' },
  },
  // What lies behind a broken link hangs on nothing.
  cut: { '::before': { borderLeftStyle: 'dotted', borderLeftColor: tokens.colorNeutralStroke1 } },
  close: { paddingBottom: tokens.spacingVerticalXXS },
  mark: { display: 'flex', height: '20px', alignItems: 'center', fontSize: '20px' },
  holds: { color: tokens.colorStatusSuccessForeground1 },
  broken: { color: tokens.colorStatusDangerForeground1 },
  unknown: { color: tokens.colorNeutralForeground2 },
  unreached: { color: tokens.colorNeutralStrokeAccessible },
  body: { minWidth: 0, display: 'flex', flexDirection: 'column', rowGap: '2px' },
  name: { fontWeight: tokens.fontWeightSemibold },
  later: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  spoken: UNSEEN,
});

const ICONS: Readonly<Record<LinkState, FluentIcon>> = {
  holds: CheckmarkCircleRegular,
  broken: DismissCircleFilled,
  unknown: QuestionCircleRegular,
  unreached: CircleRegular,
};

interface Props {
  readonly trace: readonly TraceStep[];
  readonly about: Case;
  /** The chain hangs on things supposed: nothing is shown of what the records say. */
  readonly supposed: boolean;
}

/** The chain behind an answer: where it breaks, then one line a link in its order, with what was seen at each. */
export function TraceChain({ trace, about, supposed }: Props) {
  const t = useT('explain');
  const styles = useStyles();
  const caption = useChainCaption()(trace);
  return (
    <div>
      <p className={styles.caption}>{caption}</p>
      <ol aria-label={t('chain')} className={styles.chain}>
        {trace.map((step) => (
          <Step about={about} key={step.link} step={step} supposed={supposed} />
        ))}
      </ol>
    </div>
  );
}

interface StepProps extends Pick<Props, 'about' | 'supposed'> {
  readonly step: TraceStep;
}

function Step({ step, about, supposed }: StepProps) {
  const t = useT('explain');
  const styles = useStyles();
  const Icon = ICONS[step.state];
  const later = step.state === 'unreached';
  const seen = supposed || later ? [] : seenAt(step, about);
  const link = t(`links.${step.link}`);
  return (
    <li className={mergeClasses(styles.step, step.state !== 'holds' && styles.cut, later && styles.close)}>
      <span className={mergeClasses(styles.mark, styles[step.state])}>
        <Icon aria-hidden="true" />
      </span>
      <div className={styles.body}>
        <span aria-hidden="true" className={mergeClasses(styles.name, later && styles.later)}>
          {link}
        </span>
        <span className={styles.spoken}>{t('linkState', { link, state: t(`states.${step.state}`) })}</span>
        <SeenList of={seen} />
        {(step.state === 'broken' || step.state === 'unknown') && <LinkNotes about={about} seen={seen} step={step} />}
      </div>
    </li>
  );
}
