import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import type { RuleId } from '#shared/model/policy.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  id: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, lineHeight: 'inherit' },
});

/** The id of a rule, which opens it in the rule browser. */
export function RuleLink({ rule }: { readonly rule: RuleId }) {
  const t = useT('explain.rules');
  const styles = useStyles();
  const words = useWords();
  const { closeDialog, openRule } = useView();
  return (
    <Link
      aria-label={t('open', { rule })}
      as="button"
      className={styles.id}
      onClick={() => {
        // An explanation may stand in a dialog, which would cover the rule.
        closeDialog();
        openRule(rule);
      }}
      title={words.ruleName(rule)}
    >
      {rule}
    </Link>
  );
}
