import { Card, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';

const useStyles = makeStyles({
  card: { padding: tokens.spacingHorizontalXL },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalSNudge,
    margin: 0,
  },
  pair: { display: 'contents' },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text' },
});

/** Which version runs here, on what, and where the workspace lies. */
export function About({ folder }: { readonly folder: string }) {
  const t = useT('window.settings');
  const styles = useStyles();
  const { data: about } = useQuery(orpc.about.queryOptions());
  if (!about) return null;
  const facts = [
    { name: t('version'), value: about.version },
    { name: t('engine'), value: about.engine },
    { name: t('host'), value: t(`hosts.${about.host}`) },
    { name: t('folder'), value: folder },
  ];
  return (
    <Card className={styles.card}>
      <h2 className={styles.title}>{t('about')}</h2>
      <dl className={styles.facts}>
        {facts.map(({ name, value }) => (
          <div className={styles.pair} key={name}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
