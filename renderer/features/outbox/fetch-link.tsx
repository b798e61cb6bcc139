import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { CloudArrowDownRegular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useAccount } from '#renderer/features/account/use-account.ts';
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
    mutationFn: async () => {
      const { id } = await client.outbox.add({ kind: 'reseller-link' });
      if (!signedIn) return 'waits';
      await client.outbox.send();
      const { items } = await client.outbox.list({ limit: 1000 });
      const state = items.find((entry) => entry.id === id)?.state;
      if (state === 'done') return 'fetched';
      return state === 'waiting' || state === 'sending' ? 'waits' : 'refused';
    },
    onSettled: renew,
  });
  const outcome = fetching.data ?? (waits === true ? 'waits' : null);
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
        {fetching.isError && <span className={styles.error}>{problemText(fetching.error)}</span>}
      </span>
    </div>
  );
}
