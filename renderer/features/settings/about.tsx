import { Card, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { PathText } from '#renderer/ui/path-text.tsx';
import { Facts } from './facts.tsx';

const useStyles = makeStyles({
  card: { padding: tokens.spacingHorizontalXL },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** Which version runs here, on what, and where the workspace lies. */
export function About({ folder }: { readonly folder: string }) {
  const t = useT('window.settings');
  const styles = useStyles();
  const { data: about } = useQuery(orpc.about.queryOptions());
  if (!about) return null;
  return (
    <Card className={styles.card}>
      <h2 className={styles.title}>{t('about')}</h2>
      <Facts
        facts={[
          { name: t('version'), value: about.version },
          { name: t('engine'), value: about.engine },
          { name: t('host'), value: t(`hosts.${about.host}`) },
          { name: t('folder'), value: <PathText copyLabel={t('copyFolder')} path={folder} /> },
        ]}
      />
    </Card>
  );
}
