import { Button, MessageBar, MessageBarBody, makeStyles, Spinner } from '@fluentui/react-components';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { VerificationResult } from './verification-result.tsx';

const useStyles = makeStyles({
  result: { flexBasis: '100%', ':empty': { display: 'none' } },
});

/** A button that reads everything there is; below it stands in words what was found. */
export function Verify() {
  const t = useT('records.verify');
  const styles = useStyles();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const verify = useMutation({
    mutationFn: () => client.workspace.verify(),
    // It may have found documents that nobody had asked for yet.
    onSuccess: () => queries.invalidateQueries({ queryKey: orpc.workspace.key() }),
  });
  return (
    <>
      <Button
        disabledFocusable={verify.isPending}
        icon={verify.isPending ? <Spinner size="extra-tiny" /> : <ShieldCheckmarkRegular />}
        onClick={() => verify.mutate()}
      >
        {verify.isPending ? t('verifying') : t('verify')}
      </Button>
      <div className={styles.result} role="status">
        {verify.isSuccess && <VerificationResult found={verify.data} />}
        {verify.isError && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{problemText(verify.error)}</MessageBarBody>
          </MessageBar>
        )}
      </div>
    </>
  );
}
