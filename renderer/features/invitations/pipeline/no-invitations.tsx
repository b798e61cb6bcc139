import { Button, makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { ArrowImportRegular, MailInboxRegular, PeopleRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { StatusIcon } from './status-mark.tsx';

/** The life of an invitation that goes well. */
const LIFE = ['drafted', 'exported', 'sent', 'forwarded', 'accepted'] as const;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalM,
    // Centred, and still scrolled from its top where it does not fit.
    '::before': { content: '""', margin: 'auto' },
    '::after': { content: '""', margin: 'auto' },
  },
  icon: { fontSize: '48px', color: tokens.colorBrandForeground1, '& svg': { display: 'block' } },
  title: { margin: 0 },
  text: { color: tokens.colorNeutralForeground2, maxWidth: '52ch', textAlign: 'center', textWrap: 'pretty' },
  life: {
    display: 'grid',
    gridTemplateColumns: '20px max-content minmax(0, 48ch)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalS} 0`,
    padding: 0,
    listStyleType: 'none',
    alignItems: 'baseline',
  },
  step: { display: 'contents' },
  stepIcon: { alignSelf: 'center', fontSize: '20px', display: 'flex' },
  name: { fontWeight: tokens.fontWeightSemibold },
  meaning: { color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
});

/** Nobody was invited yet: says what becomes of an invitation, and where one begins. */
export function NoInvitations({ customers }: { readonly customers: number }) {
  const t = useT();
  const styles = useStyles();
  const openPage = useView((view) => view.openPage);
  const openImport = useView((view) => view.openImport);
  return (
    <div className={styles.root}>
      <span aria-hidden="true" className={styles.icon}>
        <MailInboxRegular />
      </span>
      <Title3 as="h2" className={styles.title}>
        {t('pipeline.empty.title')}
      </Title3>
      <Text className={styles.text}>{t('pipeline.empty.text')}</Text>
      <ol className={styles.life}>
        {LIFE.map((status) => (
          <li className={styles.step} key={status}>
            <span className={styles.stepIcon}>
              <StatusIcon status={status} />
            </span>
            <span className={styles.name}>{t(`terms.invitationStatus.${status}`)}</span>
            <span className={styles.meaning}>{t(`pipeline.meanings.${status}`)}</span>
          </li>
        ))}
      </ol>
      {customers === 0 ? (
        <Button appearance="primary" icon={<ArrowImportRegular />} onClick={openImport}>
          {t('pipeline.empty.noCustomers')}
        </Button>
      ) : (
        <Button
          appearance="primary"
          icon={<PeopleRegular />}
          onClick={() => {
            openPage('customers');
            requestAnimationFrame(() => document.getElementById('list')?.focus());
          }}
        >
          {t('pipeline.empty.action')}
        </Button>
      )}
    </div>
  );
}
