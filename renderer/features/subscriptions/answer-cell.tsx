import { makeStyles } from '@fluentui/react-components';
import { OutcomeMark } from '#renderer/ui/outcome-mark.tsx';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import type { Outcome } from '#shared/model/policy.ts';

/** A cell narrower than this has no room for the longest answer; then it keeps the mark alone, as its column does. */
const SHORT = '@container (max-width: 99px)';

const useStyles = makeStyles({
  cell: { display: 'block', containerType: 'inline-size' },
  word: { [SHORT]: UNSEEN },
});

/** The policy's answer to one action; the word stands in the page for screen readers even where only the mark shows. */
export function AnswerCell({ outcome }: { readonly outcome: Outcome }) {
  const styles = useStyles();
  return (
    <span className={styles.cell}>
      <OutcomeMark outcome={outcome} outlined wordClass={styles.word} />
    </span>
  );
}
