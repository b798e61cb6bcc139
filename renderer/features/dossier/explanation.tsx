import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import {
  BookRegular,
  InfoRegular,
  LightbulbRegular,
  QuestionCircleRegular,
  TaskListLtrRegular,
} from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { OutcomeMark } from '#renderer/ui/outcome-mark.tsx';
import type { CustomerId, SubscriptionId } from '#shared/model/ids.ts';
import type { Capability, Decision, RuleSource } from '#shared/model/policy.ts';
import { reasonsByRule } from './answers.ts';
import { InviteFrom } from './invite-from.tsx';
import { ListPart } from './list-part.tsx';
import { SeenPart } from './seen-part.tsx';
import { SourceLine } from './source-line.tsx';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  rule: {
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
  },
  allow: { borderLeftColor: tokens.colorStatusSuccessBorderActive },
  deny: { borderLeftColor: tokens.colorStatusDangerBorderActive },
  unknown: { borderLeftColor: tokens.colorNeutralStrokeAccessible },
  decidedBy: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  ruleName: { fontWeight: tokens.fontWeightSemibold },
  id: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    marginRight: tokens.spacingHorizontalXS,
  },
  subtle: { color: tokens.colorNeutralForeground2 },
  reason: { '& + &': { marginTop: tokens.spacingVerticalXS } },
  reasonHead: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'center' },
});

interface Props {
  /** A decision; where it says what was asked, an invitation can be offered as the way to it. */
  readonly of: Decision & Partial<Pick<Capability, 'action'>>;
  readonly customer: CustomerId;
  readonly subscription?: SubscriptionId | undefined;
}

/**
 * Why the policy answers as it does: the deciding rule with its source, what was seen here, what is missing, what would
 * change it, and the other rules that took part.
 */
export function Explanation({ of: answer, customer, subscription }: Props) {
  const t = useT();
  const words = useWords();
  const styles = useStyles();
  const { context } = answer;
  const statement = words.ruleStatement(context.rule);
  const reasons = reasonsByRule(context.reasons);
  const deciding = reasons.find(({ rule, effect }) => rule === context.rule && effect === context.outcome);
  const others = reasons.filter(({ rule }) => rule !== context.rule);
  const notes = [...new Set(reasons.map(({ rule }) => words.ruleNote(rule)))].filter((note) => note !== null);
  return (
    <div className={styles.root}>
      <div className={mergeClasses(styles.rule, styles[context.outcome])}>
        <p className={styles.decidedBy}>{t('dossier.explanation.decidedBy')}</p>
        <span>
          <span className={styles.id}>{context.rule}</span>
          <Text className={styles.ruleName}>{words.ruleName(context.rule)}</Text>
        </span>
        {statement !== null && <Text>{statement}</Text>}
        <Sources of={deciding?.sources ?? []} />
      </div>
      <SeenPart context={context} customer={customer} subscription={subscription ?? null} />
      <ListPart icon={<InfoRegular />} title={t('dossier.explanation.disagree')}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ListPart>
      <ListPart icon={<QuestionCircleRegular />} title={t('dossier.explanation.missing')}>
        {[...new Set(context.missing.map(words.fact))].map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ListPart>
      <ListPart icon={<LightbulbRegular />} title={t('dossier.explanation.remedies')}>
        {context.remedies.map(({ action, by, kind, rule }) => (
          <li key={`${rule} ${action} ${by}`}>
            <span>{words.remedy({ action, kind })}</span>{' '}
            <span className={styles.subtle}>
              {t('dossier.explanation.remedyBy', { who: t(`terms.remedyBy.${by}`) })}
            </span>
          </li>
        ))}
      </ListPart>
      <InviteFrom answer={answer} customer={customer} />
      <ListPart icon={<TaskListLtrRegular />} title={t('dossier.explanation.obligations')}>
        {context.obligations.map((obligation) => (
          <li key={obligation}>{t(`terms.obligations.${obligation}`)}</li>
        ))}
      </ListPart>
      <ListPart icon={<BookRegular />} title={t('dossier.explanation.reasons')}>
        {others.map(({ rule, effect, sources }) => (
          <li className={styles.reason} key={`${rule} ${effect}`}>
            <div className={styles.reasonHead}>
              <OutcomeMark outcome={effect} outlined />
              <span>
                <span className={styles.id}>{rule}</span>
                {words.ruleName(rule)}
              </span>
            </div>
            <Sources of={sources} />
          </li>
        ))}
      </ListPart>
    </div>
  );
}

function Sources({ of: sources }: { readonly of: readonly RuleSource[] }) {
  if (sources.length === 0) return <SourceLine of={null} />;
  return sources.map((source) => <SourceLine key={`${source.title} ${source.url}`} of={source} />);
}
