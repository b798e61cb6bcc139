import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { OutcomeMark } from '#renderer/ui/outcome-mark.tsx';
import { type CustomerId, type SubscriptionId, TenantId } from '#shared/model/ids.ts';
import { type Capability, Outcome } from '#shared/model/policy.ts';
import { groupAnswers, tally } from './answers.ts';
import { Explanation } from './explanation.tsx';
import { usePartnerName } from './partners.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  group: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
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
  },
  tally: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  item: { '& + &': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` } },
  head: { minHeight: '32px', '& button': { minHeight: '32px', paddingLeft: tokens.spacingHorizontalS } },
  line: {
    display: 'grid',
    // The last column is as wide as every rule's id, so that they stand in one line from answer to answer.
    gridTemplateColumns: 'minmax(88px, max-content) minmax(0, 1fr) max-content 4ch',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    flexGrow: 1,
    flexBasis: '100%',
    minWidth: 0,
    textAlign: 'left',
  },
  clip: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // In a narrow pane the question needs the room; the rule's name is one step away.
  ruleName: {
    '@container (max-width: 640px)': { visibility: 'hidden', width: 0 },
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    maxWidth: '36ch',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  ruleId: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    textAlign: 'right',
  },
  panel: {
    margin: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXXL}`,
    '@container (max-width: 560px)': { marginLeft: tokens.spacingHorizontalM },
  },
});

/** Names the question that was asked, with its particulars: "Request a delegation (GDAP)". */
export function useQuestion(): (answer: Pick<Capability, 'action' | 'properties'>) => string {
  const t = useT();
  const partnerName = usePartnerName();
  return ({ action, properties }) => {
    const details = Object.entries(properties).map(([name, value]) => {
      if (name === 'kind' && (value === 'dap' || value === 'gdap')) return t(`terms.delegationKind.${value}`);
      if (name === 'kind' && value === 'reseller') return t('dossier.answers.reseller');
      if (name === 'service') return value === '*' ? t('dossier.delegations.allServices') : value;
      if (name === 'to' && value === 'customer') return t('dossier.answers.toCustomer');
      const partner = TenantId.safeParse(value);
      return partner.success ? partnerName(partner.data) : value;
    });
    const question = t(`terms.actions.${action}`);
    return details.length === 0
      ? question
      : t('dossier.answers.withDetail', { action: question, detail: details.join(', ') });
  };
}

interface Props {
  readonly answers: readonly Capability[];
  readonly customer: CustomerId;
  readonly subscription?: SubscriptionId | undefined;
}

/** Every answer of the policy under its heading; each opens to say why. Group titles are `h4`, answers `h5`. */
export function AnswerList({ answers, customer, subscription }: Props) {
  const t = useT('dossier.answers');
  const words = useWords();
  const question = useQuestion();
  const styles = useStyles();
  if (answers.length === 0) return <Text>{t('empty')}</Text>;
  return (
    <div className={styles.root}>
      {groupAnswers(answers).map(({ group, answers: members }) => (
        <div key={group}>
          <div className={styles.groupHead}>
            <h4 className={styles.groupTitle}>{t(`groups.${group}`)}</h4>
            <Tally answers={members} />
          </div>
          <Accordion className={styles.group} collapsible multiple>
            {members.map((answer) => {
              const key = `${answer.action} ${JSON.stringify(answer.properties)}`;
              return (
                <AccordionItem className={styles.item} key={key} value={key}>
                  <AccordionHeader as="h5" className={styles.head} expandIconPosition="end" size="small">
                    <span className={styles.line}>
                      <OutcomeMark outcome={answer.context.outcome} outlined />
                      <span className={styles.clip} title={question(answer)}>
                        {question(answer)}
                      </span>
                      <span className={styles.ruleName} title={words.ruleName(answer.context.rule)}>
                        {words.ruleName(answer.context.rule)}
                      </span>
                      <span className={styles.ruleId} title={words.ruleName(answer.context.rule)}>
                        {answer.context.rule}
                      </span>
                    </span>
                  </AccordionHeader>
                  <AccordionPanel className={styles.panel}>
                    <Explanation customer={customer} of={answer} subscription={subscription} />
                  </AccordionPanel>
                </AccordionItem>
              );
            })}
          </Accordion>
        </div>
      ))}
    </div>
  );
}

function Tally({ answers }: { readonly answers: readonly Capability[] }) {
  const t = useT('dossier.answers.tally');
  const styles = useStyles();
  const counts = tally(answers);
  const parts = Outcome.options.filter((outcome) => counts[outcome] > 0);
  return (
    <span className={styles.tally}>{parts.map((outcome) => t(outcome, { count: counts[outcome] })).join(' · ')}</span>
  );
}
