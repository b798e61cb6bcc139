import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useT } from '#renderer/app/i18n.tsx';
import { AnswerList } from '#renderer/features/policy/answer-list.tsx';
import { answersFor } from '#renderer/features/policy/answers-query.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import type { CustomerId, SubscriptionId } from '#shared/model/ids.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  title: { margin: 0 },
});

/** "What we may do" with a customer, or with one of its subscriptions: all questions, answered and explained. */
export function AnswersSection({
  customer,
  subscription,
}: {
  readonly customer: CustomerId;
  readonly subscription?: SubscriptionId;
}) {
  const t = useT('dossier.answers');
  const styles = useStyles();
  const { data, error, refetch } = useQuery(answersFor(customer, subscription));
  return (
    <section aria-label={t('title')} className={styles.root}>
      <Subtitle2 as="h3" className={styles.title}>
        {t('title')}
      </Subtitle2>
      {data && <AnswerList answers={data} customer={customer} subscription={subscription} />}
      {!data && error && <ErrorState compact error={error} onRetry={() => void refetch()} />}
      {!(data || error) && <Loading rows={4} />}
    </section>
  );
}
