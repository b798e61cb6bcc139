import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import type { SyncState } from '#shared/contract/sync.ts';
import { isAhead } from './standing.ts';
import { useSyncActs } from './use-sync-acts.ts';
import { useTimes } from './use-times.ts';

/** How far the outbox is that is sent before anything is pulled, and the way to stop it. */
export function SendingBar({ sending }: { readonly sending: NonNullable<SyncState['sending']> }) {
  const t = useT('sync.sending');
  const times = useTimes();
  const problemText = useProblemText();
  const { cancel } = useSyncActs();
  const { done, of, waitingUntil } = sending;
  const waits = waitingUntil !== null && isAhead(waitingUntil, Date.now());
  return (
    <MessageBar intent={waits ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>
        {waits ? t('waiting', { done, of, time: times.clock(waitingUntil) }) : t('count', { done, of })}
        {cancel.isError && <> {problemText(cancel.error)}</>}
      </MessageBarBody>
      <MessageBarActions>
        <Button
          disabledFocusable={cancel.isPending}
          icon={<DismissRegular />}
          onClick={() => {
            // This button goes with what it stops; the focus stays with the page.
            cancel.mutate({}, { onSuccess: () => document.getElementById('list')?.focus() });
          }}
          size="small"
          title={t('cancelHint')}
        >
          {t('cancel')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
