import { Button, makeStyles, mergeClasses, ProgressBar, tokens } from '@fluentui/react-components';
import { DismissRegular, PauseRegular, PlayRegular } from '@fluentui/react-icons';
import { type ReactElement, useRef } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useSourceName } from '#renderer/app/source-name.ts';
import { DotLine } from '#renderer/ui/dot-line.tsx';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import type { SyncProgress, SyncRun } from '#shared/model/sync.ts';
import { type Standing, shareOf } from './standing.ts';
import { useSyncActs } from './use-sync-acts.ts';
import { useTimes } from './use-times.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  step: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  numbers: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  said: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  waiting: { color: tokens.colorStatusWarningForeground2 },
  error: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  acts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalXS },
  unseen: UNSEEN,
});

interface Props {
  readonly progress: SyncProgress;
  /** The run it belongs to, where that is known. */
  readonly run: SyncRun | null;
  readonly standing: Standing;
}

/** How far a sync is, in words and as a bar; how fast, how long it takes yet, and what can be done about it. */
export function Progress({ progress, run, standing }: Props) {
  const t = useT('sync');
  const styles = useStyles();
  const times = useTimes();
  const problemText = useProblemText();
  const source = useSourceName()(progress.source);
  const { pause, resume, cancel } = useSyncActs();
  const { step, done, of, rate, left, waitingUntil, requests } = progress;
  const paused = standing === 'paused';
  const share = shareOf(progress);
  const count = of === null ? t('progress.soFar', { done }) : t('progress.count', { done, of });
  const failed = pause.error ?? resume.error ?? cancel.error;
  const toggle = paused ? resume : pause;
  return (
    <div className={styles.root}>
      <div className={styles.step}>{t(`steps.${step}`)}</div>
      <ProgressBar
        aria-label={t('progress.label', { source })}
        aria-valuetext={count}
        thickness="large"
        {...(share === null ? {} : { value: share })}
        {...(standing === 'waiting' || paused ? { color: 'warning' } : {})}
      />
      <DotLine className={styles.numbers}>
        {count}
        {!paused && rate > 0 && t('progress.rate', { rate: times.rate(rate) })}
        {!paused && left !== null && t('progress.left', { time: times.duration(left) })}
        {t('progress.requests', { sent: requests.sent, needed: requests.needed })}
        {requests.throttled > 0 && t('facts.throttled', { count: requests.throttled })}
        {requests.repeated > 0 && t('facts.repeated', { count: requests.repeated })}
      </DotLine>
      <p className={mergeClasses(styles.said, standing === 'waiting' && styles.waiting)} role="status">
        {standing === 'waiting' && waitingUntil !== null
          ? t('progress.waiting', { time: times.clock(waitingUntil) })
          : paused
            ? t('progress.paused')
            : run && t('progress.begun', { when: times.ago(run.startedAt), who: run.by })}
      </p>
      <Quarters said={t('progress.said', { source, step: t(`steps.${step}`), count })} share={share} step={step} />
      <div className={styles.acts}>
        <Button
          aria-label={t('acts.of', { act: t(paused ? 'acts.resume' : 'acts.pause'), source })}
          disabledFocusable={toggle.isPending}
          icon={paused ? <PlayRegular /> : <PauseRegular />}
          onClick={() => toggle.mutate({})}
        >
          {t(paused ? 'acts.resume' : 'acts.pause')}
        </Button>
        <Button
          aria-label={t('acts.of', { act: t('acts.cancel'), source })}
          appearance="subtle"
          disabledFocusable={cancel.isPending}
          icon={<DismissRegular />}
          onClick={() => {
            // This button goes with what it stops; the focus stays with the page.
            cancel.mutate({ source: progress.source }, { onSuccess: () => document.getElementById('list')?.focus() });
          }}
          title={t('acts.cancelHint')}
        >
          {t('acts.cancel')}
        </Button>
      </div>
      {failed && (
        <p className={styles.error} role="alert">
          {problemText(failed)}
        </p>
      )}
    </div>
  );
}

/** Tells a screen reader how far it is at each new step and each quarter of it, and is silent between. */
function Quarters(props: { said: string; share: number | null; step: string }): ReactElement {
  const styles = useStyles();
  const key = `${props.step} ${props.share === null ? '' : Math.floor(props.share * 4)}`;
  const last = useRef({ key: '', said: '' });
  if (last.current.key !== key) last.current = { key, said: props.said };
  return (
    <span className={styles.unseen} role="status">
      {last.current.said}
    </span>
  );
}
