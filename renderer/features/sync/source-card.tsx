import {
  Button,
  Card,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { BuildingShopRegular, ShieldKeyholeRegular } from '@fluentui/react-icons';
import { useId } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useSourceName } from '#renderer/app/source-name.ts';
import type { SyncState } from '#shared/contract/sync.ts';
import type { SyncRun, SyncSource } from '#shared/model/sync.ts';
import { Progress } from './progress.tsx';
import { RunFacts } from './run-facts.tsx';
import { isAtWork, type Standing, standingOf } from './standing.ts';
import { StandingMark } from './standing-mark.tsx';
import { UnknownFields } from './unknown-fields.tsx';
import { UnreadableItems } from './unreadable-items.tsx';
import { useSyncActs } from './use-sync-acts.ts';

const ICONS = { 'partner-center': BuildingShopRegular, graph: ShieldKeyholeRegular } as const;

const useStyles = makeStyles({
  card: { padding: tokens.spacingHorizontalL, rowGap: tokens.spacingVerticalM, minWidth: 0 },
  head: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorBrandForeground1 },
  title: {
    margin: 0,
    flexGrow: 1,
    minWidth: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0, color: tokens.colorNeutralForeground3, textWrap: 'pretty' },
  more: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, ':empty': { display: 'none' } },
});

/** One service: how its sync stands, how far it is, what the last one came to, and what could not be read. */
export function SourceCard({ source, state }: { readonly source: SyncSource; readonly state: SyncState }) {
  const t = useT('sync');
  const styles = useStyles();
  const heading = useId();
  const name = useSourceName()(source);
  const run = state.last[source];
  const progress = state.progress?.source === source ? state.progress : null;
  const standing = standingOf(state, source, Date.now());
  const Icon = ICONS[source];
  return (
    <Card aria-labelledby={heading} className={styles.card} role="region">
      <div className={styles.head}>
        <Icon aria-hidden="true" className={styles.icon} />
        <h2 className={styles.title} id={heading}>
          {name}
        </h2>
        <StandingMark standing={standing} />
      </div>
      {(run === null || progress !== null) && <p className={styles.text}>{t(`brings.${source}`)}</p>}
      {progress && <Progress progress={progress} run={run} standing={standing} />}
      {!progress && run && <HowItEnded canDrop={!isAtWork(state)} run={run} standing={standing} />}
      {!progress && run && <RunFacts run={run} />}
      {run && (
        <div className={styles.more}>
          {run.unreadableCount > 0 && <UnreadableItems run={run} />}
          {Object.keys(run.unknownFields).length > 0 && <UnknownFields fields={run.unknownFields} />}
        </div>
      )}
    </Card>
  );
}

interface HowItEndedProps {
  readonly run: SyncRun;
  readonly standing: Standing;
  /** Whether one that was cut short can be dropped: not while anything is at work. */
  readonly canDrop: boolean;
}

/** Why the last sync did not come to its end or had nothing to read, what to check, and what becomes of it. */
function HowItEnded({ run, standing, canDrop }: HowItEndedProps) {
  const t = useT('sync.ends');
  const problemText = useProblemText();
  const problem = run.problem === null ? null : problemText(run.problem);
  if (standing === 'done' && problem !== null) {
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{problem}</MessageBarBody>
      </MessageBar>
    );
  }
  if (standing !== 'failed' && standing !== 'interrupted' && standing !== 'cancelled') return null;
  const intent = { failed: 'error', interrupted: 'warning', cancelled: 'info' } as const;
  return (
    <MessageBar intent={intent[standing]} layout="multiline">
      <MessageBarBody>
        {problem !== null && <MessageBarTitle>{problem}</MessageBarTitle>} {t(standing)}
      </MessageBarBody>
      {canDrop && standing !== 'cancelled' && <Drop source={run.source} />}
    </MessageBar>
  );
}

/** Offers to begin anew instead of going on with a sync that was cut short; what hinders that is told in its place. */
function Drop({ source }: { readonly source: SyncSource }) {
  const t = useT('sync.acts');
  const name = useSourceName()(source);
  const problemText = useProblemText();
  const { cancel } = useSyncActs();
  if (cancel.isError) return <MessageBarBody role="alert">{problemText(cancel.error)}</MessageBarBody>;
  return (
    <MessageBarActions>
      <Button
        aria-label={t('of', { act: t('drop'), source: name })}
        disabledFocusable={cancel.isPending}
        onClick={() => {
          // This button goes with what it drops; the focus stays with the page.
          cancel.mutate({ source }, { onSuccess: () => document.getElementById('list')?.focus() });
        }}
        title={t('dropHint')}
      >
        {t('drop')}
      </Button>
    </MessageBarActions>
  );
}
