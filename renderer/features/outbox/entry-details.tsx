import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useWords } from '#renderer/features/policy/words.ts';
import { type Fact, Facts } from '#renderer/features/settings/facts.tsx';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { DotLine } from '#renderer/ui/dot-line.tsx';
import type { ShownEntry } from '#shared/contract/sync.ts';
import type { OutboxDecision } from '#shared/model/outbox.ts';

const useStyles = makeStyles({
  root: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  facts: { paddingTop: tokens.spacingVerticalXS },
  mono: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  id: { display: 'inline-flex', alignItems: 'center' },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** What is behind an entry, on demand: the policy's answers, the steps that were done, the service's own words. */
export function EntryDetails({ entry, title }: { readonly entry: ShownEntry; readonly title: string }) {
  const t = useT();
  const styles = useStyles();
  const format = useFormat();
  const words = useWords();
  const { answer, command, decision, decisionWhenSent, key, steps } = entry;
  const policy = ({ outcome, rule, at }: OutboxDecision) => (
    <DotLine>
      {t('outbox.entry.policyLine', { answer: t(`terms.outcome.${outcome}`), rule, name: words.ruleName(rule) })}
      {format.dateTime(at)}
    </DotLine>
  );
  const stepName = (step: string) => {
    if (step === 'create' || step === 'lock') return t(`outbox.entry.step.${step}`);
    return t('outbox.entry.step.other', { step });
  };
  const facts: Fact[] = [
    ...(command.kind === 'gdap-request'
      ? [
          {
            name: t('outbox.entry.terms'),
            value: (
              <DotLine>
                {t('outbox.entry.termLine', { days: command.days })}
                {t(command.autoExtend ? 'outbox.entry.autoExtend' : 'outbox.entry.noAutoExtend')}
                {format.list(command.roles.map(words.role))}
              </DotLine>
            ),
          },
        ]
      : []),
    { name: t('outbox.entry.policyThen'), value: policy(decision) },
    ...(decisionWhenSent ? [{ name: t('outbox.entry.policySent'), value: policy(decisionWhenSent) }] : []),
    ...(steps.length > 0
      ? [{ name: t('outbox.entry.steps'), value: format.list(steps.map(({ step }) => stepName(step))) }]
      : []),
    ...(answer
      ? [
          {
            name: t('outbox.entry.server'),
            value: (
              <>
                <span className={styles.mono}>
                  {t('outbox.entry.serverLine', { status: String(answer.status), code: answer.code ?? '' })}
                </span>{' '}
                <q className={styles.words}>{answer.words}</q>
              </>
            ),
          },
        ]
      : []),
    ...(answer?.requestId
      ? [
          {
            name: t('outbox.entry.request'),
            value: (
              <span className={styles.id}>
                <span className={styles.mono}>{answer.requestId}</span>
                <CopyButton label={t('outbox.entry.copyRequest')} text={answer.requestId} />
              </span>
            ),
          },
        ]
      : []),
    { name: t('outbox.entry.key'), value: <span className={styles.mono}>{key}</span> },
  ];
  return (
    <section aria-label={t('outbox.entry.detailsOf', { name: title })} className={styles.root}>
      <Disclosure label={t('outbox.entry.details')}>
        <div className={styles.facts}>
          <Facts facts={facts} />
        </div>
      </Disclosure>
    </section>
  );
}
