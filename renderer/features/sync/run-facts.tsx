import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useSourceName } from '#renderer/app/source-name.ts';
import { useView } from '#renderer/app/view.ts';
import { type Fact, Facts } from '#renderer/features/settings/facts.tsx';
import type { SyncRun } from '#shared/model/sync.ts';
import { useRunWords } from './use-run-words.ts';
import { useTimes } from './use-times.ts';

const useStyles = makeStyles({
  show: { marginInlineStart: tokens.spacingHorizontalS },
});

/** What a sync came to: when it began (its facts are that old) and by whom, how long it took, what it read and changed, and how many requests that needed. */
export function RunFacts({ run }: { readonly run: SyncRun }) {
  const t = useT('sync');
  const styles = useStyles();
  const format = useFormat();
  const times = useTimes();
  const words = useRunWords();
  const source = useSourceName()(run.source);
  const openSync = useView((view) => view.openSync);
  const took = words.took(run);
  const changed = words.changed(run);
  const fact = (name: string, value: Fact['value'] | null): Fact[] => (value === null ? [] : [{ name, value }]);
  return (
    <Facts
      facts={[
        {
          name: t('facts.when'),
          value: t('facts.whenLine', { ago: times.ago(run.startedAt), time: format.dateTime(run.startedAt) }),
        },
        { name: t('facts.by'), value: run.by },
        ...fact(t('facts.took'), took),
        { name: t('facts.read'), value: words.read(run) },
        {
          name: t('facts.changes'),
          value: (
            <>
              {changed.words}
              {changed.some && (
                <Link
                  aria-label={t('facts.showOf', { source })}
                  as="button"
                  className={styles.show}
                  onClick={() => openSync('history', run.id)}
                >
                  {t('facts.show')}
                </Link>
              )}
            </>
          ),
        },
        { name: t('facts.requests'), value: words.requests(run) },
        ...fact(t('facts.resumed'), run.resumed === 0 ? null : t('facts.resumedLine', { count: run.resumed })),
      ]}
    />
  );
}
