import { Button, makeStyles, Spinner, Subtitle2, tokens } from '@fluentui/react-components';
import { SendClockRegular, SendRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { client } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useAccount } from '#renderer/features/account/use-account.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import type { ShownEntry } from '#shared/contract/sync.ts';
import { EntryCard } from './entry-card.tsx';
import { type OutboxParts, partsOf } from './entry-order.ts';
import { useOutbox, useOutboxActs } from './use-outbox.ts';

/** So many entries that are over are shown at first, and so many more each time. */
const STEP = 25;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  column: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXL,
    maxWidth: '880px',
    padding: tokens.spacingHorizontalL,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
  lead: { margin: 0, flexGrow: 1, flexBasis: '260px', color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  said: { flexBasis: '100%', color: tokens.colorNeutralForeground2, ':empty': { display: 'none' } },
  error: { color: tokens.colorStatusDangerForeground1 },
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  title: { margin: 0 },
  count: { marginInlineStart: tokens.spacingHorizontalXS, color: tokens.colorNeutralForeground3 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  more: { alignSelf: 'flex-start' },
});

type SendOutcome = Awaited<ReturnType<typeof client.outbox.send>>;

const PARTS = ['attention', 'waiting', 'ended'] as const satisfies readonly (keyof OutboxParts)[];

/** What staff decided for a service to do: what needs them, what waits to be sent, and what became of the rest. */
export function OutboxPart() {
  const t = useT('outbox');
  const styles = useStyles();
  const { data, error, refetch } = useOutbox();
  if (data === undefined) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading rows={6} />;
  }
  if (data.items.length === 0) {
    return <EmptyState icon={<SendClockRegular />} text={t('emptyText')} title={t('emptyTitle')} />;
  }
  const parts = partsOf(data.items);
  return (
    <div className={styles.root}>
      <div className={styles.column}>
        <Head waiting={parts.waiting.length} />
        {PARTS.map((part) => parts[part].length > 0 && <Section entries={parts[part]} key={part} part={part} />)}
      </div>
    </div>
  );
}

function Head({ waiting }: { readonly waiting: number }) {
  const t = useT('outbox');
  const styles = useStyles();
  const problemText = useProblemText();
  const account = useAccount();
  const { send } = useOutboxActs();
  const signedIn = account?.state === 'signed-in';
  return (
    <div className={styles.head}>
      <p className={styles.lead}>{waiting === 0 ? t('count', { count: 0 }) : t('lead')}</p>
      {waiting > 0 && (
        <Button
          disabledFocusable={!signedIn || send.isPending}
          icon={send.isPending ? <Spinner size="extra-tiny" /> : <SendRegular />}
          onClick={() => send.mutate({})}
          title={t(signedIn ? 'sendHint' : 'signInFirst')}
        >
          {t(send.isPending ? 'sending' : 'send')}
        </Button>
      )}
      <div className={styles.said} role="status">
        {send.isSuccess && t('sent', countsOf(send.data))}
        {send.data?.problem && <div className={styles.error}>{problemText(send.data.problem)}</div>}
        {send.isError && <span className={styles.error}>{problemText(send.error)}</span>}
      </div>
    </div>
  );
}

const countsOf = ({ attention, refused, sent }: SendOutcome) => ({ attention, refused, sent });

function Section({ part, entries }: { readonly part: keyof OutboxParts; readonly entries: readonly ShownEntry[] }) {
  const t = useT('outbox');
  const styles = useStyles();
  const heading = useId();
  const [shown, setShown] = useState(STEP);
  // What waits is shown whole: somebody decided it, and may take it back.
  const cut = part === 'ended' ? entries.slice(0, shown) : entries;
  const rest = entries.length - cut.length;
  return (
    <section aria-labelledby={heading} className={styles.part}>
      <Subtitle2 as="h2" className={styles.title} id={heading}>
        {t(`parts.${part}`)}
        <span className={styles.count}>{entries.length}</span>
      </Subtitle2>
      <ul className={styles.list}>
        {cut.map((entry) => (
          <li key={entry.id}>
            <EntryCard entry={entry} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button appearance="subtle" className={styles.more} onClick={() => setShown(shown + STEP)}>
          {t('more', { count: Math.min(STEP, rest) })}
        </Button>
      )}
    </section>
  );
}
