import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { usePartnerName } from '#renderer/app/partners.ts';
import { OutcomeMark } from '#renderer/ui/outcome-mark.tsx';
import { type CustomerId, type SubscriptionId, TenantId } from '#shared/model/ids.ts';
import { type Capability, Outcome } from '#shared/model/policy.ts';
import { groupAnswers, tally } from './answers.ts';
import { Explanation } from './explanation.tsx';
import { keyOf, useOpened } from './opened-answers.ts';
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
    // Brought into view, it leaves room for what stands above it.
    scrollMarginTop: '56px',
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
    const [first, ...rest] = details;
    if (first === undefined) return question;
    const detail = rest.reduce((before, last) => t('explain.comma', { before, last }), first);
    return t('dossier.answers.withDetail', { action: question, detail });
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
  const styles = useStyles();
  const { opened, toggle, wanted } = useOpened(customer, subscription);
  if (answers.length === 0) return <Text>{t('empty')}</Text>;
  return (
    <div className={styles.root}>
      {groupAnswers(answers).map(({ group, answers: members }) => (
        <div key={group}>
          <div className={styles.groupHead}>
            <h4 className={styles.groupTitle}>{t(`groups.${group}`)}</h4>
            <Tally answers={members} />
          </div>
          <Accordion
            className={styles.group}
            collapsible
            multiple
            onToggle={(_, { value }) => toggle(String(value))}
            openItems={[...opened]}
          >
            {members.map((answer) => (
              <Answer
                answer={answer}
                customer={customer}
                key={keyOf(answer)}
                subscription={subscription}
                wanted={answer.action === wanted}
              />
            ))}
          </Accordion>
        </div>
      ))}
    </div>
  );
}

interface AnswerProps extends Pick<Props, 'customer' | 'subscription'> {
  readonly answer: Capability;
  /** A cell of the list led here: it is brought into view. */
  readonly wanted: boolean;
}

/** One answer and the rule that decides; it opens to say why. */
function Answer({ answer, customer, subscription, wanted }: AnswerProps) {
  const words = useWords();
  const question = useQuestion();
  const styles = useStyles();
  const item = useRef<HTMLSpanElement>(null);
  const { outcome, rule } = answer.context;
  useEffect(() => {
    if (wanted) item.current?.scrollIntoView({ block: 'start' });
  }, [wanted]);
  return (
    <AccordionItem className={styles.item} value={keyOf(answer)}>
      <AccordionHeader as="h5" className={styles.head} expandIconPosition="end" size="small">
        <span className={styles.line} ref={item}>
          <OutcomeMark outcome={outcome} outlined />
          <span className={styles.clip} title={question(answer)}>
            {question(answer)}
          </span>
          <span className={styles.ruleName} title={words.ruleName(rule)}>
            {words.ruleName(rule)}
          </span>
          <span className={styles.ruleId} title={words.ruleName(rule)}>
            {rule}
          </span>
        </span>
      </AccordionHeader>
      <AccordionPanel className={styles.panel}>
        <Explanation customer={customer} of={answer} subscription={subscription} />
      </AccordionPanel>
    </AccordionItem>
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
