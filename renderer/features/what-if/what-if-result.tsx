import { makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { BeakerRegular } from '@fluentui/react-icons';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { DotLine } from '#renderer/ui/dot-line.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import type { ChangedAnswer } from '#shared/contract/policy.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { Change } from '#shared/model/what-if.ts';
import { ChangedAnswers } from './changed-answers.tsx';
import { TURNS, tallyTurns } from './turns.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  head: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS },
  title: { margin: 0 },
  tally: { color: tokens.colorNeutralForeground2 },
  waiting: { opacity: 0.6 },
});

interface Props {
  readonly changes: readonly Change[];
  readonly dossier: Dossier;
}

/** The answers that come out otherwise, asked anew with every assumption; the last ones stay until the next have come. */
export function WhatIfResult({ changes, dossier }: Props) {
  const t = useT('whatIf.result');
  const styles = useStyles();
  const asking = changes.length > 0;
  const { data, error, isPlaceholderData, refetch } = useQuery(
    orpc.policy.whatIf.queryOptions({
      input: asking ? { customer: dossier.id, changes: [...changes] } : skipToken,
      placeholderData: keepPreviousData,
    }),
  );
  if (!asking) {
    return <EmptyState compact icon={<BeakerRegular />} text={t('emptyText')} title={t('emptyTitle')} />;
  }
  if (error) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={3} />;
  return (
    <section aria-label={t('title')} className={styles.root}>
      <div className={styles.head}>
        <Subtitle2 as="h3" className={styles.title}>
          {t('title')}
        </Subtitle2>
        <div role="status">
          <Summary asked={data.asked} changed={data.changed} />
        </div>
      </div>
      <div className={mergeClasses(isPlaceholderData && styles.waiting)}>
        <ChangedAnswers changed={data.changed} changes={changes} dossier={dossier} />
      </div>
    </section>
  );
}

function Summary({ asked, changed }: { readonly asked: number; readonly changed: readonly ChangedAnswer[] }) {
  const t = useT('whatIf.result');
  const styles = useStyles();
  if (changed.length === 0) return <Text>{t('unchanged', { count: asked })}</Text>;
  const tally = tallyTurns(changed);
  return (
    <>
      <Text>{t('changed', { changed: changed.length, asked })}</Text>
      <DotLine className={styles.tally}>
        {TURNS.map((turn) =>
          tally[turn] > 0 ? <span key={turn}>{t(`tally.${turn}`, { count: tally[turn] })}</span> : null,
        )}
      </DotLine>
    </>
  );
}
