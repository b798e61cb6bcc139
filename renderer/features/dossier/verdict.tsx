import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import type { Decision } from '#shared/model/policy.ts';
import type { LinkState, TraceStep } from '#shared/model/trace.ts';
import { RuleLink } from './rule-link.tsx';
import { RuleNote } from './rule-sources.tsx';
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
}

/** The answer in one sentence (where the chain breaks), then what the deciding rule says, and where its sources differ. */
export function Verdict({ context, trace }: Props) {
  const t = useT('dossier.explanation');
  const styles = useStyles();
  const words = useWords();
  const headline = useHeadline(context, trace);
  const name = words.ruleName(context.rule);
  const statement = words.ruleStatement(context.rule);
  return (
    <div className={mergeClasses(styles.root, styles[context.outcome])}>
      <p className={styles.headline}>{headline}</p>
      {statement !== null && <p className={styles.statement}>{statement}</p>}
      <div className={styles.rule}>
        <span>{t('decidedBy')}</span>
        <RuleLink rule={context.rule} />
        {headline !== name && <span className={styles.name}>{name}</span>}
      </div>
      <RuleNote rule={context.rule} />
    </div>
  );
}

/** Where an answer hangs on no link, the deciding rule's name says best what it is about. */
function useHeadline({ outcome, rule }: Decision['context'], trace: readonly TraceStep[]): string {
  const t = useT('explain');
  const format = useFormat();
  const words = useWords();
  const at = (state: LinkState) => trace.filter((step) => step.state === state);
  const told = (steps: readonly TraceStep[]) => ({
    count: steps.length,
    links: format.list(steps.map(({ link }) => t(`links.${link}`))),
  });
  if (outcome === 'allow') return trace.length > 0 ? t('verdict.holds') : words.ruleName(rule);
  const steps = at(outcome === 'deny' ? 'broken' : 'unknown');
  if (steps.length === 0) return words.ruleName(rule);
  if (outcome === 'deny') return t('verdict.broken', told(steps));
  const silent = steps.every(({ missing }) => missing.length === 0);
  return t(silent ? 'verdict.silent' : 'verdict.unknown', told(steps));
}
