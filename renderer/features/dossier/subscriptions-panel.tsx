import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowImportRegular, BoxMultipleRegular } from '@fluentui/react-icons';
import { useLanguage, useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { MARKS } from '#renderer/features/policy/answers.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { SubscriptionLine } from './subscription-line.tsx';

const useStyles = makeStyles({
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'separate', borderSpacing: 0 },
  head: {
    textAlign: 'left',
    padding: `0 0 ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  mark: { width: '64px', textAlign: 'center' },
  caption: UNSEEN,
});

/** A customer's subscriptions, each with its channel and three answers; the selected one opens below its row. */
export function SubscriptionsPanel({ dossier }: { readonly dossier: Dossier }) {
  const t = useT('dossier.subscriptions');
  const styles = useStyles();
  const language = useLanguage();
  const { openImportFor, subscription: selected } = useView();
  if (dossier.subscriptions.length === 0) {
    return (
      <EmptyState
        action={
          <Button appearance="primary" icon={<ArrowImportRegular />} onClick={() => openImportFor(dossier.id)}>
            {t('emptyAction')}
          </Button>
        }
        compact
        icon={<BoxMultipleRegular />}
        text={t('emptyText')}
        title={t('emptyTitle')}
      />
    );
  }
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t('caption', { name: dossier.name.value })}</caption>
      <thead>
        <tr>
          <th className={styles.head} scope="col">
            {t('name')}
          </th>
          {MARKS.map((mark) => (
            <th className={`${styles.head} ${styles.mark}`} key={mark} scope="col">
              {t(mark)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inOrder(dossier.subscriptions, language).map((subscription) => (
          <SubscriptionLine
            clashes={dossier.clashes}
            customer={dossier.id}
            key={subscription.id}
            selected={subscription.id === selected}
            subscription={subscription}
          />
        ))}
      </tbody>
    </table>
  );
}

/** By name in the collation of the window's language; what was bought elsewhere comes after what sources list. */
function inOrder(subscriptions: readonly Subscription[], language: string): readonly Subscription[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...subscriptions].sort(
    (a, b) =>
      Number(a.kind === 'remainder') - Number(b.kind === 'remainder') || compare(a.name, b.name) || compare(a.id, b.id),
  );
}
