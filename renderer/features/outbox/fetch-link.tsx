import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { CloudArrowDownRegular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useAccount } from '#renderer/features/account/use-account.ts';
import type { Problem } from '#shared/model/problem.ts';
import { useOutbox, useOutboxRenewal } from './use-outbox.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  said: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textWrap: 'pretty',
  },
  error: { color: tokens.colorStatusDangerForeground1 },
});

interface Outcome {
  readonly outcome: 'waits' | 'fetched' | 'refused';
  /** Why it waits on, where somebody is signed in. */
  readonly problem: Problem | null;
}

/** What became of the one entry that was sent. */
function outcomeOf({ attention, problem, refused, sent }: Awaited<ReturnType<typeof client.outbox.send>>): Outcome {
  if (sent > 0) return { outcome: 'fetched', problem: null };
  return refused + attention > 0 ? { outcome: 'refused', problem: null } : { outcome: 'waits', problem };
}

/** Asks Partner Center for our invitation link as it is now: at once where somebody is signed in, else through the outbox. */
export function FetchLink() {
  const t = useT('outbox');
  const styles = useStyles();
  const problemText = useProblemText();
  const account = useAccount();
  const { data } = useOutbox();
  const renew = useOutboxRenewal();
  const signedIn = account?.state === 'signed-in';
  const waits = data?.items.some(({ command, state }) => command.kind === 'reseller-link' && state === 'waiting');
  const fetching = useMutation({
    mutationFn: async (): Promise<Outcome> => {
      const { id } = await client.outbox.add({ kind: 'reseller-link' });
      if (!signedIn) return { outcome: 'waits', problem: null };
      // The link alone: what else waits was decided for the next sync.
      return outcomeOf(await client.outbox.send({ id }));
    },
    onSettled: renew,
  });
  const { outcome, problem } = fetching.data ?? { outcome: waits === true ? 'waits' : null, problem: null };
  return (
    <div className={styles.root}>
      <Button
        disabledFocusable={fetching.isPending || waits === true}
        icon={fetching.isPending ? <Spinner size="extra-tiny" /> : <CloudArrowDownRegular />}
        onClick={() => fetching.mutate()}
        size="small"
        title={t('offers.fetchHint')}
      >
        {t(fetching.isPending ? 'offers.fetching' : 'offers.fetchLink')}
      </Button>
      <span className={styles.said} role="status">
        {outcome === 'waits' && t('said.linkWaits')}
        {outcome === 'fetched' && t('said.linkFetched')}
        {outcome === 'refused' && t('said.linkRefused')}
        {problem && <span className={styles.error}> {problemText(problem)}</span>}
        {fetching.isError && <span className={styles.error}>{problemText(fetching.error)}</span>}
      </span>
    </div>
  );
}
