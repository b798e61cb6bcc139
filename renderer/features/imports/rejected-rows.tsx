import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormat, useLanguage, useT } from '#renderer/app/i18n.tsx';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import { rejectionSentence } from '#shared/locales/translator.ts';
import type { Rejection } from '#shared/model/imports.ts';
import { tabSeparated } from './tab-separated.ts';

/** A page has no use for more; the rest is counted. */
const SHOWN = 500;

const useStyles = makeStyles({
  copy: { display: 'flex', justifyContent: 'flex-end' },
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
  head: {
    position: 'sticky',
    top: 0,
    textAlign: 'left',
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
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', width: '1%' },
  column: { whiteSpace: 'nowrap', width: '1%' },
  hidden: UNSEEN,
  more: { padding: tokens.spacingHorizontalS, margin: 0 },
});

/** The rows that were not taken, each with its line, its column and the reason. */
export function RejectedRows({ file, rejected }: { readonly file: string; readonly rejected: readonly Rejection[] }) {
  const t = useT();
  const format = useFormat();
  const styles = useStyles();
  const language = useLanguage();
  const rest = rejected.length - SHOWN;
  const columnOf = ({ column }: Rejection) => column ?? t('importing.rejected.wholeRow');
  const asText = () =>
    tabSeparated([
      (['file', 'line', 'column', 'reason'] as const).map((name) => t(`importing.rejected.${name}`)),
      ...rejected.map((row) => [file, String(row.line), columnOf(row), rejectionSentence(row, language)]),
    ]);
  return (
    <Disclosure label={t('importing.rejected.show', { count: rejected.length })}>
      <div className={styles.copy}>
        <CopyButton label={t('importing.rejected.copy')} named text={asText} />
      </div>
      <section
        aria-label={t('importing.rejected.caption', { file })}
        className={styles.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard
        tabIndex={0}
      >
        <table className={styles.table}>
          <caption className={styles.hidden}>{t('importing.rejected.caption', { file })}</caption>
          <thead>
            <tr>
              <th className={`${styles.head} ${styles.number}`} scope="col">
                {t('importing.rejected.line')}
              </th>
              <th className={styles.head} scope="col">
                {t('importing.rejected.column')}
              </th>
              <th className={styles.head} scope="col">
                {t('importing.rejected.reason')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rejected.slice(0, SHOWN).map((row) => (
              <tr key={`${row.line} ${row.column} ${row.key}`}>
                <td className={`${styles.cell} ${styles.number}`}>{format.number(row.line)}</td>
                <td className={`${styles.cell} ${styles.column}`}>{columnOf(row)}</td>
                <td className={styles.cell}>{rejectionSentence(row, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {rest > 0 && <p className={styles.more}>{t('importing.rejected.more', { count: rest })}</p>}
      </section>
    </Disclosure>
  );
}
