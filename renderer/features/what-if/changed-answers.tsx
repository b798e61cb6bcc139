import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { useQuestion } from '#renderer/features/policy/answer-list.tsx';
import { Explanation } from '#renderer/features/policy/explanation.tsx';
import { useWords } from '#renderer/features/policy/words.ts';
import { OutcomeMark } from '#renderer/ui/outcome-mark.tsx';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import type { ChangedAnswer } from '#shared/contract/policy.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { Change } from '#shared/model/what-if.ts';
import { bySubject, turnOf } from './turns.ts';

const NARROW = '@container (max-width: 520px)';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  groupHead: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalXS,
  },
  groupTitle: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  count: { flexShrink: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  group: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
  item: { '& + &': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` } },
  head: { minHeight: '32px', '& button': { minHeight: '32px', paddingLeft: tokens.spacingHorizontalM } },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content 4ch',
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr) 4ch', padding: `${tokens.spacingVerticalXS} 0` },
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    flexGrow: 1,
    flexBasis: '100%',
    minWidth: 0,
    textAlign: 'left',
  },
  question: { minWidth: 0, overflowWrap: 'anywhere', [NARROW]: { gridColumnEnd: 'span 2' } },
  // As wide for every answer, so that the arrows stand in one line from answer to answer.
  turn: {
    display: 'grid',
    gridTemplateColumns: 'minmax(88px, max-content) max-content minmax(88px, max-content)',
    // Where the answers have a line of their own, they need no such order.
    [NARROW]: { gridTemplateColumns: 'repeat(3, max-content)' },
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  stays: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  arrow: { display: 'flex', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase400 },
  same: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  rule: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    textAlign: 'right',
  },
  spoken: UNSEEN,
  panel: { margin: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}` },
});

interface Props {
  readonly changed: readonly ChangedAnswer[];
  /** What is supposed: the explanations rest on it. */
  readonly changes: readonly Change[];
  readonly dossier: Dossier;
}

/** The answers that would change, under what they are about; each opens to say why it would be so. */
export function ChangedAnswers({ changed, changes, dossier }: Props) {
  const t = useT('whatIf.result');
  const styles = useStyles();
  const { subscriptions } = dossier;
  return (
    <div className={styles.root}>
      {bySubject(
        changed,
        subscriptions.map(({ id }) => id),
      ).map(({ subscription, answers }) => (
        <div key={subscription}>
          <div className={styles.groupHead}>
            <h4 className={styles.groupTitle}>
              {subscriptions.find(({ id }) => id === subscription)?.name ?? t('customer')}
            </h4>
            <span className={styles.count}>{t('count', { count: answers.length })}</span>
          </div>
          <Accordion className={styles.group} collapsible multiple>
            {answers.map((answer) => (
              <Changed
                answer={answer}
                changes={changes}
                dossier={dossier}
                key={`${answer.action} ${JSON.stringify(answer.properties)}`}
              />
            ))}
          </Accordion>
        </div>
      ))}
    </div>
  );
}

/** One question, its answer before and after, and the rule that then decides. */
function Changed({ answer, changes, dossier }: Omit<Props, 'changed'> & { readonly answer: ChangedAnswer }) {
  const styles = useStyles();
  const words = useWords();
  const question = useQuestion();
  const { action, properties, subscription, after } = answer;
  const { rule } = after.context;
  return (
    <AccordionItem className={styles.item} value={`${action} ${JSON.stringify(properties)}`}>
      <AccordionHeader as="h5" className={styles.head} expandIconPosition="end" size="small">
        <span className={styles.line}>
          <span className={styles.question}>{question(answer)}</span>
          <Turn of={answer} />
          <span className={styles.rule} title={words.ruleName(rule)}>
            {rule}
          </span>
        </span>
      </AccordionHeader>
      <AccordionPanel className={styles.panel}>
        <Explanation
          customer={dossier.id}
          of={{ action, properties, ...after }}
          subscription={subscription ?? undefined}
          supposed={changes}
        />
      </AccordionPanel>
    </AccordionItem>
  );
}

/** Two marks with an arrow between them; where the answer itself stays, that it is another rule's. */
function Turn({ of }: { readonly of: ChangedAnswer }) {
  const t = useT();
  const styles = useStyles();
  const [before, after] = [of.before.context.outcome, of.after.context.outcome];
  if (turnOf(of) === 'sameAnswer') {
    return (
      <span className={styles.stays}>
        <OutcomeMark outcome={after} outlined />
        <span className={styles.same}>{t('whatIf.result.sameAnswer')}</span>
      </span>
    );
  }
  return (
    <span>
      <span className={styles.spoken}>
        {t('whatIf.result.turns', { before: t(`terms.outcome.${before}`), after: t(`terms.outcome.${after}`) })}
      </span>
      <span aria-hidden="true" className={styles.turn}>
        <OutcomeMark outcome={before} outlined />
        <span className={styles.arrow}>
          <ArrowRightRegular />
        </span>
        <OutcomeMark outcome={after} />
      </span>
    </span>
  );
}
