import { makeStyles, tokens } from '@fluentui/react-components';
import { DocumentArrowRightRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { usePartnerName } from '#renderer/app/partners.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import type { CustomerId } from '#shared/model/ids.ts';
import type { HandOver } from '#shared/model/invitation.ts';

const useStyles = makeStyles({
  scroll: {
    maxHeight: '52vh',
    overflow: 'auto',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  head: {
    position: 'sticky',
    top: 0,
    textAlign: 'start',
    whiteSpace: 'nowrap',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  short: { whiteSpace: 'nowrap' },
});

const COLUMNS = ['when', 'reseller', 'kind', 'customer', 'language', 'by', 'file'] as const;

/** What we handed to resellers before, the newest first. */
export function Earlier({ handOvers }: { readonly handOvers: readonly HandOver[] }) {
  const t = useT();
  const styles = useStyles();
  const format = useFormat();
  const partnerName = usePartnerName();
  if (handOvers.length === 0) {
    return (
      <EmptyState
        compact
        icon={<DocumentArrowRightRegular />}
        text={t('handOver.earlier.emptyText')}
        title={t('handOver.earlier.emptyTitle')}
      />
    );
  }
  const newest = [...handOvers].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <section
      aria-label={t('handOver.earlier.label')}
      className={styles.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard
      tabIndex={0}
    >
      <table aria-label={t('handOver.earlier.label')} className={styles.table}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th className={styles.head} key={column} scope="col">
                {t(`handOver.earlier.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {newest.map(({ id, at, audience, kind, customer, language, by, file }) => (
            <tr key={id}>
              <td className={`${styles.cell} ${styles.short}`} title={format.dateTime(at)}>
                {format.relative(at)}
              </td>
              <td className={styles.cell}>{partnerName(audience)}</td>
              <td className={styles.cell}>{t(`terms.invitationKind.${kind}`)}</td>
              <td className={styles.cell}>
                {customer === null ? t('handOver.earlier.anyone') : <CustomerName id={customer} />}
              </td>
              <td className={`${styles.cell} ${styles.short}`}>{t(`terms.languages.${language}`)}</td>
              <td className={styles.cell}>{by}</td>
              <td className={styles.cell} title={file}>
                <CopyButton label={t('handOver.copyPath', { name: partnerName(audience) })} text={file} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CustomerName({ id }: { readonly id: CustomerId }) {
  const { data } = useQuery(orpc.customers.get.queryOptions({ input: { id } }));
  return data?.name.value ?? id;
}
