import { makeStyles, tokens } from '@fluentui/react-components';
import { HandshakeRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ClashCard } from './clash-card.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  column: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    maxWidth: '880px',
    padding: tokens.spacingHorizontalL,
  },
  lead: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
  },
});

/** What staff declared and a source contradicts, for a person to decide. */
export function ClashesPart() {
  const t = useT('sync.clashes');
  const styles = useStyles();
  const { data, error, refetch } = useQuery(orpc.sync.clashes.queryOptions({ staleTime: 0 }));
  if (data === undefined) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading rows={6} />;
  }
  if (data.length === 0) {
    return <EmptyState icon={<HandshakeRegular />} text={t('emptyText')} title={t('emptyTitle')} />;
  }
  return (
    <div className={styles.root}>
      <div className={styles.column}>
        <p className={styles.lead}>{t('lead')}</p>
        <ul aria-label={t('count', { count: data.length })} className={styles.list}>
          {data.map((clash) => (
            <li key={`${clash.customer} ${clash.id}`}>
              <ClashCard clash={clash} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
