import { makeStyles, tokens } from '@fluentui/react-components';
import { BookRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { OutcomeMark } from '#renderer/ui/outcome-mark.tsx';
import type { Capability } from '#shared/model/policy.ts';
import { reasonsByRule } from './answers.ts';
import { ListPart } from './list-part.tsx';
import { RuleLink } from './rule-link.tsx';
import { RuleNote, RuleSources } from './rule-sources.tsx';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  rule: { '& + &': { marginTop: tokens.spacingVerticalXS } },
  head: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  more: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  statement: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

/** Every rule that took part: what it came to, where it is written, and on demand what it says. */
export function RulesPart({ of: { action, context } }: { readonly of: Pick<Capability, 'action' | 'context'> }) {
  const { reasons, rule: deciding } = context;
  const t = useT('explain.rules');
  const words = useWords();
  const styles = useStyles();
  return (
    <ListPart icon={<BookRegular />} title={t('title')}>
      {reasonsByRule(reasons).map(({ rule, effect }) => (
        <li className={styles.rule} key={`${rule} ${effect}`}>
          <div className={styles.head}>
            <OutcomeMark outcome={effect} outlined />
            <RuleLink rule={rule} />
            <span>{words.ruleName(rule)}</span>
          </div>
          <RuleSources reasons={reasons} rule={rule} />
          {/* Of the rule that decided, both stand beside the answer. */}
          {rule !== deciding && (
            <>
              <RuleNote action={action} rule={rule} />
              <div className={styles.more}>
                <Disclosure label={t('statement')}>
                  <p className={styles.statement}>{words.ruleStatement(rule)}</p>
                </Disclosure>
              </div>
            </>
          )}
        </li>
      ))}
    </ListPart>
  );
}
