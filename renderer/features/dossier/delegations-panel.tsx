import { MessageBar, MessageBarBody, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { ShieldKeyholeRegular } from '@fluentui/react-icons';
import { inOrderOfConcern } from '#renderer/app/delegation-order.ts';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { RemoveDap, RequestGdap } from '#renderer/features/outbox/delegation-acts.tsx';
import { PendingHints } from '#renderer/features/outbox/pending-hint.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Provenance } from '#renderer/ui/provenance.tsx';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { DelegationCard } from './delegation-card.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { margin: 0, flexGrow: 1 },
  fact: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  listed: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Who may administer the customer and until when; what was never listed is said to be so. */
export function DelegationsPanel({ dossier }: { readonly dossier: Dossier }) {
  const t = useT('dossier.delegations');
  const format = useFormat();
  const styles = useStyles();
  const { delegatedAccess, gdapListedAt } = dossier;
  const ordered = inOrderOfConcern(dossier.delegations);
  const dap = ordered.filter(({ kind }) => kind === 'dap');
  const gdap = ordered.filter(({ kind }) => kind === 'gdap');
  return (
    <div className={styles.root}>
      <PendingHints customer={dossier.id} />
      <section aria-label={t('dap')} className={styles.section}>
        <div className={styles.head}>
          <Subtitle2 as="h3" className={styles.title}>
            {t('dap')}
          </Subtitle2>
          <RemoveDap dossier={dossier} />
        </div>
        <div className={styles.fact}>
          <span>{delegatedAccess === null ? t('dapUnknown') : t(delegatedAccess.value ? 'dapOn' : 'dapOff')}</span>
          {delegatedAccess && <Provenance of={delegatedAccess} />}
        </div>
        {dap.length > 0 && <Cards customer={dossier.id} delegations={dap} />}
      </section>
      <section aria-label={t('gdap')} className={styles.section}>
        <div className={styles.head}>
          <Subtitle2 as="h3" className={styles.title}>
            {t('gdap')}
          </Subtitle2>
          <RequestGdap customer={dossier.id} />
        </div>
        {gdapListedAt === null ? (
          gdap.length > 0 && (
            <MessageBar intent="info" layout="multiline">
              <MessageBarBody>{t('neverListed')}</MessageBarBody>
            </MessageBar>
          )
        ) : (
          <span className={styles.listed}>{t('listed', { when: format.dateTime(gdapListedAt) })}</span>
        )}
        {gdap.length > 0 ? (
          <Cards customer={dossier.id} delegations={gdap} />
        ) : (
          <EmptyState
            compact
            icon={<ShieldKeyholeRegular />}
            text={t(gdapListedAt === null ? 'emptyText' : 'emptyKnownText')}
            title={t(gdapListedAt === null ? 'emptyTitle' : 'emptyKnownTitle')}
          />
        )}
      </section>
    </div>
  );
}

function Cards({
  customer,
  delegations,
}: {
  readonly customer: CustomerId;
  readonly delegations: Dossier['delegations'];
}) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {delegations.map((delegation) => (
        <li key={delegation.id}>
          <DelegationCard customer={customer} delegation={delegation} />
        </li>
      ))}
    </ul>
  );
}
