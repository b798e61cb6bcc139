import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { DatabaseRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import type { Opening } from '#shared/contract/workspace.ts';
import { CenteredCard } from './centered-card.tsx';

/** Shorter openings show nothing of this (milliseconds). */
const PATIENCE = 300;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  // It keeps its place while there is nothing to count yet.
  count: {
    minHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** What is being done before the workspace can be used, and how far it is. */
export function OpeningWorkspace({ doing, done, of }: Opening) {
  const t = useT('records.opening');
  const [felt, setFelt] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setFelt(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <CenteredCard foot={t('interrupted')} hidden={!felt} icon={<DatabaseRegular />} title={t('title')}>
      <OpeningProgress doing={doing} done={done} of={of} />
    </CenteredCard>
  );
}

/** The same as a line and a bar, for where there is a frame already. */
export function OpeningProgress({ doing, done, of }: Opening) {
  const t = useT('records.opening');
  const styles = useStyles();
  const name = t(`doing.${doing}`);
  return (
    <div className={styles.root}>
      <span role="status">{name}</span>
      <ProgressBar aria-label={name} max={1} thickness="large" {...(of > 0 ? { value: Math.min(1, done / of) } : {})} />
      <span className={styles.count}>{of > 0 && t('count', { done, of })}</span>
    </div>
  );
}
