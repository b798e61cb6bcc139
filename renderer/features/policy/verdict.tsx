import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import type { Decision } from '#shared/model/policy.ts';
import type { TraceStep } from '#shared/model/trace.ts';
import { useHeadline } from './headline.ts';
import { RuleLink } from './rule-link.tsx';
import { RuleNote } from './rule-sources.tsx';
import type { Case } from './seen.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  root: {
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
  },
  allow: { borderLeftColor: tokens.colorStatusSuccessBorderActive },
  deny: { borderLeftColor: tokens.colorStatusDangerBorderActive },
  unknown: { borderLeftColor: tokens.colorNeutralStrokeAccessible },
  headline: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  statement: { margin: 0 },
  rule: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly context: Decision['context'];
  readonly trace: readonly TraceStep[];
  readonly about: Case;
  readonly supposed: boolean;
}

/** The answer in one sentence, then what the deciding rule says, and where its sources differ. */
export function Verdict({ context, trace, about, supposed }: Props) {
  const t = useT('dossier.explanation');
  const styles = useStyles();
  const words = useWords();
  const headline = useHeadline()({ context, trace, about, supposed });
  const statement = words.ruleStatement(context.rule);
  return (
    <div className={mergeClasses(styles.root, styles[context.outcome])}>
      <p className={styles.headline}>{headline}</p>
      {statement !== null && <p className={styles.statement}>{statement}</p>}
      <div className={styles.rule}>
        <span>{t('decidedBy')}</span>
        <RuleLink rule={context.rule} />
        <span className={styles.name}>{words.ruleName(context.rule)}</span>
      </div>
      <RuleNote action={about.asked.action} rule={context.rule} />
    </div>
  );
}
