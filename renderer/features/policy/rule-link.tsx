import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { RuleDialog } from '#renderer/features/rules/rule-dialog.tsx';
import type { RuleId } from '#shared/model/policy.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  id: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, lineHeight: 'inherit' },
});

/**
 * The id of a rule, which opens it in the rule browser. In a dialog it opens over that: the rule browser would lie
 * beneath, and a dialog that gave way to it would lose what was typed.
 */
export function RuleLink({ rule }: { readonly rule: RuleId }) {
  const t = useT('explain.rules');
  const styles = useStyles();
  const words = useWords();
  const openRule = useView((view) => view.openRule);
  const inDialog = useView((view) => view.dialog !== null);
  const [reading, setReading] = useState(false);
  const opener = useRef<HTMLElement>(null);
  useEffect(() => {
    // The dialog beneath would otherwise take the focus to itself, and the reader lose their place.
    if (!reading) opener.current?.focus({ preventScroll: true });
  }, [reading]);
  return (
    <>
      <Link
        aria-label={t(inDialog ? 'read' : 'open', { rule })}
        as="button"
        className={styles.id}
        onClick={({ currentTarget }) => {
          if (!inDialog) {
            openRule(rule);
            return;
          }
          opener.current = currentTarget;
          setReading(true);
        }}
        title={words.ruleName(rule)}
      >
        {rule}
      </Link>
      {reading && <RuleDialog onClose={() => setReading(false)} rule={rule} />}
    </>
  );
}
