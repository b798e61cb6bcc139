import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { usePartnerName, useResellerName } from '#renderer/app/partners.ts';
import { ClashHint } from '#renderer/features/sync/clash-hint.tsx';
import { ChannelBadge } from '#renderer/ui/channel-badge.tsx';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { AnswersSection } from './answers-section.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  facts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  title: { margin: 0 },
  id: {
    display: 'inline-flex',
    alignItems: 'center',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

/** What we know of one subscription, fact by fact, and what we may do with it. */
export function SubscriptionDetail({
  customer,
  subscription,
  clashes,
}: {
  readonly customer: CustomerId;
  readonly subscription: Subscription;
  readonly clashes: Dossier['clashes'];
}) {
  const t = useT();
  const styles = useStyles();
  const facts = useSubscriptionFacts(subscription);
  return (
    <div className={styles.root}>
      <ClashHint clashes={clashes} subscription={subscription.id} />
      <AnswersSection customer={customer} subscription={subscription.id} />
      <section aria-label={t('dossier.facts.title')} className={styles.facts}>
        <Subtitle2 as="h3" className={styles.title}>
          {t('dossier.facts.title')}
        </Subtitle2>
        <FactList
          facts={[
            {
              label: t('dossier.facts.channel'),
              value: <ChannelBadge channel={subscription.channel.value} />,
              provenance: subscription.channel,
            },
            ...facts,
            {
              label: t('dossier.facts.subscriptionId'),
              value: (
                <span className={styles.id}>
                  {subscription.id}
                  <CopyButton label={t('dossier.copy.subscriptionId')} text={subscription.id} />
                </span>
              ),
              provenance: subscription.provenance,
            },
          ]}
        />
      </section>
    </div>
  );
}

/** The five facts that are never derived from one another, and what else the sources say. */
function useSubscriptionFacts(subscription: Subscription) {
  const t = useT();
  const format = useFormat();
  const partnerName = usePartnerName();
  const { service, serviceModel, transactingPartner, originalReseller, partnerOfRecord, supportContact } = subscription;
  const named = useResellerName();
  const day = (date: string | null) => {
    if (date === null) return t('dossier.facts.notKnown');
    return Number.isNaN(Date.parse(date)) ? date : format.date(date);
  };
  return [
    {
      label: t('dossier.facts.transactingPartner'),
      value: transactingPartner && partnerName(transactingPartner.value),
      provenance: transactingPartner,
    },
    {
      label: t('dossier.facts.originalReseller'),
      value: originalReseller && named(originalReseller.value),
      provenance: originalReseller,
    },
    {
      label: t('dossier.facts.partnerOfRecord'),
      value: partnerOfRecord && partnerName(partnerOfRecord.value),
      provenance: partnerOfRecord,
    },
    {
      label: t('dossier.facts.supportContact'),
      value: supportContact && named(supportContact.value),
      provenance: supportContact,
    },
    { label: t('dossier.facts.service'), value: service?.value ?? null, provenance: service },
    {
      label: t('dossier.facts.serviceModel'),
      value: serviceModel && t(`terms.serviceModel.${serviceModel.value}`),
      provenance: serviceModel,
    },
    {
      label: t('dossier.facts.term'),
      value:
        subscription.startDate === null && subscription.endDate === null
          ? null
          : t('dossier.facts.termRange', { start: day(subscription.startDate), end: day(subscription.endDate) }),
    },
    ...(subscription.offerId === null ? [] : [{ label: t('dossier.facts.offer'), value: subscription.offerId }]),
    ...(subscription.sku === null ? [] : [{ label: t('dossier.facts.sku'), value: subscription.sku }]),
  ];
}
