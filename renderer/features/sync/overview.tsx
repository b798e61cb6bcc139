import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { SourceCard } from './source-card.tsx';
import { useSync } from './use-sync.ts';

const useStyles = makeStyles({
  // Two cards side by side where there is room for both.
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))',
    alignItems: 'start',
    alignContent: 'start',
    // A card cuts off what does not fit: its row must not be made smaller than it is.
    gridAutoRows: 'max-content',
    gap: tokens.spacingHorizontalL,
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    maxWidth: '1080px',
  },
});

/** A card for each service that facts come from: what it is at, or what its last sync came to. */
export function Overview() {
  const styles = useStyles();
  const { data, error, refetch } = useSync();
  if (data === undefined) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading rows={6} />;
  }
  return (
    <div className={styles.root}>
      {data.sources.map((source) => (
        <SourceCard key={source} source={source} state={data} />
      ))}
    </div>
  );
}
