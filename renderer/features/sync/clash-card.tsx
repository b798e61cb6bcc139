import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useSourceName } from '#renderer/app/source-name.ts';
import { useView } from '#renderer/app/view.ts';
import { ChannelBadge } from '#renderer/ui/channel-badge.tsx';
import type { CustomerClash } from '#shared/contract/sync.ts';
import { SubscriptionId } from '#shared/model/ids.ts';
import { useResolving } from './use-resolving.ts';

const useStyles = makeStyles({
  card: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  customer: { fontSize: tokens.fontSizeBase200, textAlign: 'start' },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 240px), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  side: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  whose: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  counts: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  from: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  button: { marginTop: tokens.spacingVerticalXS },
  means: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textWrap: 'pretty',
  },
  error: { margin: 0, color: tokens.colorStatusDangerForeground1 },
});

/** One clash: what we declared and what the source says, since when and from where, and what it means to keep either. */
export function ClashCard({ clash }: { readonly clash: CustomerClash }) {
  const t = useT('sync.clashes');
  const styles = useStyles();
  const problemText = useProblemText();
  const openCustomer = useView((view) => view.openCustomer);
  const resolving = useResolving(clash);
  const { customer, customerName, subscription, subscriptionName } = clash;
  return (
    <article aria-label={t('article', { name: subscriptionName, customer: customerName })} className={styles.card}>
      <div>
        <h3 className={styles.name}>{subscriptionName}</h3>
        <Link
          as="button"
          className={styles.customer}
          onClick={() => openCustomer(customer, SubscriptionId.safeParse(subscription).data ?? null)}
          title={t('open')}
        >
          {customerName}
        </Link>
      </div>
      <div className={styles.sides}>
        <Side clash={clash} pending={resolving.isPending} which="staff" onKeep={() => resolving.mutate('staff')} />
        <Side
          clash={clash}
          pending={resolving.isPending}
          which="upstream"
          onKeep={() => resolving.mutate('upstream')}
        />
      </div>
      {resolving.isError && (
        <p className={styles.error} role="alert">
          {problemText(resolving.error)}
        </p>
      )}
    </article>
  );
}

interface SideProps {
  readonly clash: CustomerClash;
  readonly which: 'staff' | 'upstream';
  readonly pending: boolean;
  readonly onKeep: () => void;
}

function Side({ clash, which, pending, onKeep }: SideProps) {
  const t = useT('sync.clashes');
  const styles = useStyles();
  const format = useFormat();
  const sourceName = useSourceName();
  const means = useId();
  const { value, source, asOf } = clash[which];
  const ours = which === 'staff';
  const act = t(ours ? 'keepOurs' : 'takeTheirs');
  return (
    <div className={styles.side}>
      <div className={styles.whose}>
        <span>{t(ours ? 'ours' : 'theirs')}</span>
        {/* Until a person decides, the source's word counts. */}
        {!ours && <span className={styles.counts}>{t('counts')}</span>}
      </div>
      <ChannelBadge channel={value} />
      <div className={styles.from} title={format.dateTime(asOf)}>
        {[sourceName(source), t(ours ? 'declared' : 'said', { when: format.relative(asOf) })].join(' · ')}
      </div>
      <Button
        aria-describedby={means}
        aria-label={t('of', { act, name: clash.subscriptionName })}
        className={styles.button}
        disabledFocusable={pending}
        onClick={onKeep}
      >
        {act}
      </Button>
      <p className={styles.means} id={means}>
        {t(ours ? 'keepOursMeans' : 'takeTheirsMeans')}
      </p>
    </div>
  );
}
