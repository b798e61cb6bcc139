import { makeStyles, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { RuleLink } from '#renderer/features/policy/rule-link.tsx';
import { useWords } from '#renderer/features/policy/words.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { OutcomeMark } from '#renderer/ui/outcome-mark.tsx';
import type { Decision } from '#shared/model/policy.ts';
import { requestsAsText, type ShownRequest } from './requests-text.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  label: { color: tokens.colorNeutralForeground2 },
  obligations: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
  },
  head: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  note: { margin: 0, flexGrow: 1, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
  request: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  method: { fontWeight: tokens.fontWeightSemibold },
  body: { margin: 0, font: 'inherit', whiteSpace: 'pre-wrap' },
});

/** The policy's answer in a line, with the rule that gave it and what goes with it. */
export function PolicyLine({ decision: { context } }: { readonly decision: Decision }) {
  const t = useT();
  const styles = useStyles();
  const words = useWords();
  return (
    <>
      <div className={styles.line}>
        <span className={styles.label}>{t('outbox.dialog.policy')}</span>
        <OutcomeMark outcome={context.outcome} />
        <RuleLink rule={context.rule} />
        <span>{words.ruleName(context.rule)}</span>
      </div>
      {context.obligations.length > 0 && (
        <ul className={styles.obligations}>
          {context.obligations.map((obligation) => (
            <li key={obligation}>{t(`terms.obligations.${obligation}`)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The requests that a command makes, on demand: method, address and body of each, in their order. */
export function RequestList({ requests }: { readonly requests: readonly ShownRequest[] }) {
  const t = useT('outbox.dialog');
  const styles = useStyles();
  return (
    <Disclosure label={t('requests', { count: requests.length })}>
      <div className={styles.head}>
        <p className={styles.note}>{t('requestsNote')}</p>
        <CopyButton label={t('copyRequests')} text={() => requestsAsText(requests)} />
      </div>
      <ol className={styles.list}>
        {requests.map(({ method, url, body }) => (
          <li className={styles.request} key={`${method} ${url} ${JSON.stringify(body)}`}>
            <span className={styles.method}>{method}</span> {url}
            {body !== undefined && body !== null && <pre className={styles.body}>{JSON.stringify(body, null, 2)}</pre>}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
