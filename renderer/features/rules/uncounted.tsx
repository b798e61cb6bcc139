import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useDeciding } from './rule-table.ts';

const useStyles = makeStyles({
  bar: { flexShrink: 0, margin: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
});

/** Says why the rules stand without numbers, where their customers could not be counted. */
export function Uncounted() {
  const t = useT();
  const styles = useStyles();
  const problemText = useProblemText();
  const { error, refetch } = useDeciding();
  if (!error) return null;
  return (
    <MessageBar className={styles.bar} intent="error" layout="multiline">
      <MessageBarBody>{t('ruleBrowser.deciding.failed', { problem: problemText(error) })}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void refetch()}>{t('window.retry')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
