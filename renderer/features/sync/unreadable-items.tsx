import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useLanguage, useT } from '#renderer/app/i18n.tsx';
import { useSourceName } from '#renderer/app/source-name.ts';
import { useView } from '#renderer/app/view.ts';
import { tabSeparated } from '#renderer/features/imports/tab-separated.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import { rejectionSentence } from '#shared/locales/translator.ts';
import type { SyncRun } from '#shared/model/sync.ts';
import { CustomerName } from './customer-name.tsx';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  text: { margin: 0, flexGrow: 1, color: tokens.colorNeutralForeground3, textWrap: 'pretty' },
  scroll: {
    maxHeight: '240px',
    overflow: 'auto',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  column: {
    position: 'sticky',
    top: 0,
    textAlign: 'start',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    verticalAlign: 'top',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  id: { fontFamily: tokens.fontFamilyMonospace },
  link: { fontSize: 'inherit', lineHeight: 'inherit', textAlign: 'start' },
  hidden: UNSEEN,
  more: { padding: tokens.spacingHorizontalS, margin: 0 },
});

const COLUMNS = ['item', 'customer', 'reason'] as const;

/** What the service sent and could not be read, item by item with whose it is and why. */
export function UnreadableItems({ run }: { readonly run: SyncRun }) {
  const t = useT('sync.unreadable');
  const styles = useStyles();
  const language = useLanguage();
  const source = useSourceName()(run.source);
  const openCustomer = useView((view) => view.openCustomer);
  const { unreadable, unreadableCount } = run;
  const rest = unreadableCount - unreadable.length;
  const asText = () =>
    tabSeparated([
      COLUMNS.map((name) => t(name)),
      ...unreadable.map((one) => [one.id, one.customer ?? '', rejectionSentence(one, language)]),
    ]);
  return (
    <Disclosure label={t('show', { count: unreadableCount })}>
      <div className={styles.head}>
        <p className={styles.text}>{t('text')}</p>
        <CopyButton label={t('copy')} text={asText} />
      </div>
      <section
        aria-label={t('caption', { source })}
        className={styles.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard
        tabIndex={0}
      >
        <table className={styles.table}>
          <caption className={styles.hidden}>{t('caption', { source })}</caption>
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th className={styles.column} key={name} scope="col">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {unreadable.map(({ customer, id, key, step, values }) => (
              <tr key={`${step} ${customer} ${id} ${key}`}>
                <td className={`${styles.cell} ${styles.id}`}>{id}</td>
                <td className={styles.cell}>
                  {customer === null ? (
                    t('noCustomer')
                  ) : (
                    <Link as="button" className={styles.link} onClick={() => openCustomer(customer)}>
                      <CustomerName id={customer} />
                    </Link>
                  )}
                </td>
                <td className={styles.cell}>{rejectionSentence({ key, values }, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {rest > 0 && <p className={styles.more}>{t('more', { count: rest })}</p>}
      </section>
    </Disclosure>
  );
}
