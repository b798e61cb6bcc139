import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons';
import { useFormat, useNow, useT } from '#renderer/app/i18n.tsx';
import type { OpenWorkspace } from '#renderer/app/open-workspace.ts';
import { PageHead } from '#renderer/app/page-head.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useSourceName } from '#renderer/app/source-name.ts';
import { AccountLine } from '#renderer/features/account/account-line.tsx';
import { useAccount } from '#renderer/features/account/use-account.ts';
import type { SyncState } from '#shared/contract/sync.ts';
import { SendingBar } from './sending-bar.tsx';
import { isAtWork, restingOf } from './standing.ts';
import { useOnline } from './use-online.ts';
import { useSync } from './use-sync.ts';
import { useSyncActs } from './use-sync-acts.ts';
import { useTimes } from './use-times.ts';

const useStyles = makeStyles({
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
  bars: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    ':empty': { display: 'none' },
  },
});

/** The head of the sync page: how old the facts are, whose account it is, and the one button that makes them new. */
export function SyncHead({ workspace }: { readonly workspace: OpenWorkspace }) {
  const t = useT('sync');
  const styles = useStyles();
  const format = useFormat();
  const times = useTimes();
  const sourceName = useSourceName();
  const problemText = useProblemText();
  const online = useOnline();
  const now = useNow().getTime();
  const { data } = useSync();
  const account = useAccount();
  const { start } = useSyncActs();
  const signedIn = account?.state === 'signed-in';
  const atWork = data !== undefined && isAtWork(data);
  const hindrance = hindranceOf();
  const since = data ? restingOf(data, now).since : null;
  const synced = since === null ? t('status.never') : t('status.synced', { when: times.ago(since) });
  return (
    <>
      <PageHead count={data ? synced : ''} title={t('title')}>
        <Button
          appearance={signedIn ? 'primary' : 'secondary'}
          className={styles.button}
          disabledFocusable={hindrance !== null || start.isPending}
          icon={start.isPending ? <Spinner size="extra-tiny" /> : <ArrowSyncRegular />}
          onClick={() => start.mutate({})}
          title={hindrance ?? t('nowHint', { sources: format.list((data?.sources ?? []).map(sourceName)) })}
        >
          {start.isPending ? t('starting') : t('now')}
        </Button>
      </PageHead>
      <AccountLine workspace={workspace} />
      <div className={styles.bars}>
        {!online && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>{t('offline')}</MessageBarBody>
          </MessageBar>
        )}
        {data?.sending && <SendingBar sending={data.sending} />}
        {data && !atWork && <LastStart state={data} />}
        {start.isError && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{problemText(start.error)}</MessageBarBody>
          </MessageBar>
        )}
      </div>
    </>
  );

  /** Why no sync can begin now; `null` where one can. */
  function hindranceOf(): string | null {
    if (workspace.readOnly !== null) return t('readOnly');
    if (atWork) return t('atWork');
    return account !== undefined && !signedIn ? t('signInFirst') : null;
  }
}

/** Why the last sync broke off, or did not send all that waited; nothing where all is well. */
function LastStart({ state: { outbox, problem, sent } }: { readonly state: SyncState }) {
  const t = useT('sync.sending');
  const problemText = useProblemText();
  const waits = outbox.waiting > 0 ? sent.problem : null;
  const told = problem ?? waits;
  if (told === null) return null;
  return (
    <MessageBar intent={problem ? 'error' : 'warning'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t(problem ? 'broke' : 'waits')}</MessageBarTitle> {problemText(told)}
      </MessageBarBody>
    </MessageBar>
  );
}
