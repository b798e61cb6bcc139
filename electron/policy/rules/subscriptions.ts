import { hasEffectiveDelegation } from '#electron/policy/effective-delegation.ts';
import { isUs, type Question, staffOf, subscriptionOf } from '#electron/policy/question.ts';
import { allowWhen, BOTH, denyWhen, type Rule, SILENT, unknownWhen } from '#electron/policy/rule.ts';
import { SOURCE } from '#electron/policy/sources.ts';
import { all, any, isMissing, known, not, type Truth } from '#electron/policy/truth.ts';
import type { ActionName } from '#shared/model/policy.ts';

const COMMERCE: readonly ActionName[] = [
  'subscription.add-seats',
  'subscription.remove-seats',
  'subscription.order-add-on',
  'subscription.transition',
  'subscription.change-partner-of-record',
  'subscription.suspend',
  'subscription.cancel',
  'subscription.renew',
  'subscription.view-bill',
];

const REQUEST_DELEGATION = { action: 'delegation.request', by: 'our-staff' } as const;

const isModel = (question: Question, model: 'license-based' | 'usage-based'): Truth =>
  known(subscriptionOf(question).serviceModel, 'resource.properties.serviceModel', (said) => said === model);

/** Bought through us, judged by the purchase channel; `unknown` is not a channel to judge by. */
function isOurChannel(question: Question): Truth {
  const { channel } = subscriptionOf(question);
  return known(
    channel === 'unknown' ? null : channel,
    'resource.properties.channel',
    (said) => said === 'csp-own' || said === 'csp-indirect',
  );
}

/**
 * Whether we are the subscription's original reseller or transacting partner. The named partners decide; where neither
 * is named the channel does, which says by definition whether we transact.
 */
function isOurSale(question: Question): Truth {
  const { originalReseller, transactingPartner } = subscriptionOf(question);
  const named = any(
    isUs(question, transactingPartner, 'resource.properties.transactingPartner'),
    isUs(question, originalReseller, 'resource.properties.originalReseller'),
  );
  if (originalReseller || transactingPartner) return named;
  const byChannel = isOurChannel(question);
  return isMissing(byChannel) ? named : byChannel;
}

/** What we may do on a subscription: administer it, trade on it, upgrade it. */
export const subscriptionRules: readonly Rule[] = [
  {
    id: 'R11',
    clouds: BOTH,
    sources: [SOURCE.multichannelChina, SOURCE.gdapFaq],
    actions: ['subscription.provision', 'subscription.support'],
    judge: (question) => {
      if (!staffOf(question)) return SILENT;
      const purpose = question.action.name === 'subscription.support' ? 'support' : 'provision';
      const licensed = isModel(question, 'license-based');
      const delegated = hasEffectiveDelegation(question, purpose);
      return [denyWhen(all(licensed, not(delegated)), REQUEST_DELEGATION), allowWhen(all(licensed, delegated))];
    },
  },
  {
    id: 'R12',
    clouds: BOTH,
    sources: [SOURCE.requestRelationshipChina],
    actions: COMMERCE,
    judge: (question) => {
      if (!staffOf(question)) return SILENT;
      const ours = isOurSale(question);
      return [denyWhen(not(ours), { action: 'transacting-partner.ask', by: 'transacting-partner' }), allowWhen(ours)];
    },
  },
  {
    id: 'R15',
    clouds: BOTH,
    sources: [SOURCE.addLicensesChina],
    actions: ['subscription.upgrade'],
    judge: (question) => {
      if (!staffOf(question)) return SILENT;
      const { overlapsActiveService, status } = subscriptionOf(question);
      const isActive = known(status, 'resource.properties.status', (now) => now === 'active');
      const delegated = hasEffectiveDelegation(question, 'provision');
      const overlaps = known(overlapsActiveService, 'resource.properties.overlapsActiveService', (does) => does);
      return [
        denyWhen(not(isActive), { action: 'service.reactivate', by: 'our-staff' }),
        denyWhen(not(delegated), REQUEST_DELEGATION),
        denyWhen(overlaps, { action: 'overlap.resolve', by: 'customer' }),
        allowWhen(all(isActive, delegated, not(overlaps))),
      ];
    },
  },
  {
    id: 'R26',
    clouds: ['21vianet'],
    sources: [SOURCE.multichannelChina],
    actions: ['subscription.provision', 'subscription.support'],
    judge: (question) => (staffOf(question) ? unknownWhen(isModel(question, 'usage-based')) : SILENT),
  },
  {
    id: 'R27',
    clouds: ['global'],
    sources: [SOURCE.multichannelGlobal],
    actions: ['subscription.provision'],
    judge: (question) =>
      staffOf(question)
        ? denyWhen(
            all(isModel(question, 'usage-based'), not(isOurChannel(question))),
            { action: 'subscription.transfer', by: 'customer' },
            { action: 'subscription.buy-and-cancel', by: 'customer' },
          )
        : SILENT,
  },
];
