import { makeStyles, mergeClasses, ProgressBar, Tooltip, tokens } from '@fluentui/react-components';
import { CloudOffRegular, PersonProhibitedRegular } from '@fluentui/react-icons';
import { useNow, useT } from '#renderer/app/i18n.tsx';
import { useSourceName } from '#renderer/app/source-name.ts';
import { useView } from '#renderer/app/view.ts';
import { useAccount } from '#renderer/features/account/use-account.ts';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import { isAhead, isAtWork, restingOf, type Standing, shareOf, standingOf } from './standing.ts';
import { StandingIcon } from './standing-mark.tsx';
import { useOnline } from './use-online.ts';
import { useSync } from './use-sync.ts';
import { useTimes } from './use-times.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    position: 'relative',
    width: '100%',
    minHeight: '36px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalMNudge}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1 },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  icon: { fontSize: '20px', flexShrink: 0 },
  words: { minWidth: 0, flexGrow: 1, display: 'flex', flexDirection: 'column' },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  below: { color: tokens.colorNeutralForeground3 },
  bar: { position: 'absolute', insetInline: tokens.spacingHorizontalMNudge, bottom: 0, width: 'auto' },
  unseen: UNSEEN,
});

interface Said {
  readonly standing: Standing | 'signed-out' | 'offline';
  readonly line: string;
  readonly below: string | null;
}

/** What the shell says of synchronising in a line or two; `null` until that is known. */
function useSaid(): { said: Said; share: number | null; atWork: boolean } | null {
  const t = useT('sync');
  const sourceName = useSourceName();
  const times = useTimes();
  const now = useNow().getTime();
  const online = useOnline();
  const { data, isError } = useSync();
  const account = useAccount();
  if (data === undefined) {
    if (!isError) return null;
    return { said: { standing: 'failed', line: t('status.unknown'), below: null }, share: null, atWork: false };
  }
  const { progress, paused } = data;
  const attention = data.clashes + data.outbox.attention;
  const needed = attention === 0 ? null : t('status.attention', { count: attention });
  if (progress) {
    const standing = standingOf(data, progress.source, Date.now());
    const share = shareOf(progress);
    const source = sourceName(progress.source);
    const percent = share === null ? null : t('status.percent', { percent: Math.floor(share * 100) });
    const line =
      standing === 'waiting' && progress.waitingUntil !== null
        ? t('status.waiting', { time: times.clock(progress.waitingUntil) })
        : t(paused ? 'status.paused' : 'status.running', { source });
    return {
      said: { standing, line, below: [percent, t(`steps.${progress.step}`)].filter(Boolean).join(' · ') },
      share,
      atWork: true,
    };
  }
  if (data.sending !== null) {
    const { done, of, waitingUntil } = data.sending;
    const waits = isAhead(waitingUntil, Date.now()) && waitingUntil !== null;
    return {
      said: {
        standing: waits ? 'waiting' : 'running',
        line: t('sending.status'),
        below: waits ? t('status.waiting', { time: times.clock(waitingUntil) }) : t('progress.count', { done, of }),
      },
      share: shareOf(data.sending),
      atWork: true,
    };
  }
  if (isAtWork(data))
    return { said: { standing: 'next', line: t('starting'), below: null }, share: null, atWork: true };
  const { standing, since } = restingOf(data, now);
  const synced = since === null ? t('status.never') : t('status.synced', { when: times.ago(since) });
  const told = (line: string, is: Said['standing']) => ({
    said: { standing: is, line, below: needed ?? (line === synced ? null : synced) },
    share: null,
    atWork: false,
  });
  if (data.problem !== null) return told(t('status.failed'), 'failed');
  if (standing === 'failed' || standing === 'interrupted') return told(t(`status.${standing}`), standing);
  if (!online) return told(t('status.offline'), 'offline');
  if (account?.state === 'signed-out') return told(t('status.signedOut'), 'signed-out');
  return told(standing === 'cancelled' ? t('status.cancelled') : synced, standing);
}

/** A line at the navigation's foot: how far a sync is, or how old the facts are; leads to the sync page. */
export function SyncStatus({ narrow }: { readonly narrow: boolean }) {
  const t = useT('sync');
  const styles = useStyles();
  const openSync = useView((view) => view.openSync);
  const told = useSaid();
  if (told === null) return null;
  const { said, share, atWork } = told;
  const whole = [said.line, said.below].filter((part) => part !== null).join(' · ');
  const name = t('status.hint', { status: whole });
  const button = (
    <button
      aria-label={name}
      className={styles.root}
      onClick={() => openSync('overview')}
      type="button"
      {...(narrow ? {} : { title: whole })}
    >
      <Icon standing={said.standing} />
      {!narrow && (
        <span className={styles.words}>
          <span className={styles.line}>{said.line}</span>
          {said.below !== null && <span className={mergeClasses(styles.line, styles.below)}>{said.below}</span>}
        </span>
      )}
      {atWork && (
        <ProgressBar
          aria-hidden="true"
          className={styles.bar}
          thickness="medium"
          {...(share === null ? {} : { value: share })}
        />
      )}
    </button>
  );
  return (
    <div>
      {narrow ? (
        <Tooltip content={name} positioning="after" relationship="label" withArrow>
          {button}
        </Tooltip>
      ) : (
        button
      )}
      {/* Said when it changes in kind; a voice that counts every customer would be no help. */}
      <span className={styles.unseen} role="status">
        {said.line}
      </span>
    </div>
  );
}

function Icon({ standing }: { readonly standing: Said['standing'] }) {
  const styles = useStyles();
  if (standing === 'offline') return <CloudOffRegular aria-hidden="true" className={styles.icon} />;
  if (standing === 'signed-out') return <PersonProhibitedRegular aria-hidden="true" className={styles.icon} />;
  return <StandingIcon className={styles.icon} standing={standing} />;
}
