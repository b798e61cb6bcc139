import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';

const PATIENCE = 100;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    boxSizing: 'border-box',
  },
  row: {
    display: 'grid',
    gridTemplateColumns: '3fr 2fr 1fr',
    columnGap: tokens.spacingHorizontalXL,
  },
});

/** True once the wait has lasted long enough to be felt (100 ms): shorter ones must not flash. */
export function useFeltWait(): boolean {
  const [felt, setFelt] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setFelt(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return felt;
}

/** A skeleton of `rows` lines that appears only when the wait can be felt. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  const t = useT('window');
  const styles = useStyles();
  const felt = useFeltWait();
  if (!felt) return null;
  return (
    <Skeleton aria-label={t('loading')} className={styles.root} role="status">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <div className={styles.row} key={row}>
          <SkeletonItem />
          <SkeletonItem />
          <SkeletonItem />
        </div>
      ))}
    </Skeleton>
  );
}
