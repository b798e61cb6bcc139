import { type DelegationParts, delegationNeeds } from '#electron/policy/effective-delegation.ts';
import {
  askedByStaff,
  type Condition,
  isUs,
  type Question,
  staffOf,
  subscriptionOf,
} from '#electron/policy/question.ts';
import { BOTH, type Need, type Rule } from '#electron/policy/rule.ts';
import { SOURCE } from '#electron/policy/sources.ts';
import { any, isMissing, known, type Truth } from '#electron/policy/truth.ts';
import type { ActionName } from '#shared/model/policy.ts';
import type { Channel } from '#shared/model/subscription.ts';

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
const isLicenseBased: Condition = (question) => isModel(question, 'license-based');
const isUsageBased: Condition = (question) => isModel(question, 'usage-based');

const isActive: Condition = (question) =>
  known(subscriptionOf(question).status, 'resource.properties.status', (now) => now === 'active');

const overlapsNothing: Condition = (question) =>
  known(subscriptionOf(question).overlapsActiveService, 'resource.properties.overlapsActiveService', (does) => !does);

/** What the purchase channel says, if it says anything. */
function byChannel(question: Question, test: (channel: Channel) => boolean): Truth {
  const { channel } = subscriptionOf(question);
  return known(channel === 'unknown' ? null : channel, 'resource.properties.channel', test);
}

const isAnotherChannel: Condition = (question) =>
  byChannel(question, (channel) => channel !== 'csp-own' && channel !== 'csp-indirect');

/**
 * Whether we are the subscription's original reseller or transacting partner. Where those that are named don't settle
 * it, the channel does: by definition we transact `csp-own`, and provider and reseller share `csp-indirect`.
 */
const isOurSale: Condition = (question) => {
  const { originalReseller, transactingPartner } = subscriptionOf(question);
  const named = any(
    isUs(question, transactingPartner, 'resource.properties.transactingPartner'),
    isUs(question, originalReseller, 'resource.properties.originalReseller'),
  );
  if (!isMissing(named)) return named;
  const mayNameUs = !staffOf(question)?.partner && Boolean(originalReseller || transactingPartner);
  if (mayNameUs) return named;
  const told = byChannel(
    question,
    (channel) => channel === 'csp-indirect' || (channel === 'csp-own' && !transactingPartner),
  );
  return isMissing(told) ? named : told;
};

/** What we may do on a subscription: administer it, trade on it, upgrade it. */
export const subscriptionRules = (parts: DelegationParts): readonly Rule[] => {
  const delegated = delegationNeeds(parts);
  const forAct = ({ action }: Question) => delegated[action.name === 'subscription.support' ? 'support' : 'provision'];
  const delegatedForAct: Need = {
    holds: (question) => forAct(question).holds(question),
    link: (question) => forAct(question).link(question),
  };
  return [
    {
      id: 'R11',
      clouds: BOTH,
      sources: [SOURCE.multichannelChina, SOURCE.gdapFaq],
      actions: ['subscription.provision', 'subscription.support'],
      clauses: [
        {
          says: 'require',
          within: [askedByStaff, isLicenseBased],
          link: 'service',
          needs: [{ ...delegatedForAct, remedies: [REQUEST_DELEGATION] }],
          allows: true,
        },
      ],
    },
    {
      id: 'R12',
      clouds: BOTH,
      sources: [SOURCE.requestRelationshipChina],
      actions: COMMERCE,
      clauses: [
        {
          says: 'require',
          within: [askedByStaff],
          needs: [
            {
              holds: isOurSale,
              link: 'relationship',
              remedies: [{ action: 'transacting-partner.ask', by: 'transacting-partner' }],
            },
          ],
          allows: true,
        },
      ],
    },
    {
      id: 'R15',
      clouds: BOTH,
      sources: [SOURCE.addLicensesChina],
      actions: ['subscription.upgrade'],
      clauses: [
        {
          says: 'require',
          within: [askedByStaff],
          needs: [
            { holds: isActive, link: 'service', remedies: [{ action: 'service.reactivate', by: 'our-staff' }] },
            { ...delegated.provision, remedies: [REQUEST_DELEGATION] },
            { holds: overlapsNothing, link: 'service', remedies: [{ action: 'overlap.resolve', by: 'customer' }] },
          ],
          allows: true,
        },
      ],
    },
    {
      id: 'R26',
      clouds: ['21vianet'],
      sources: [SOURCE.multichannelChina],
      actions: ['subscription.provision', 'subscription.support'],
      clauses: [{ says: 'unknown', when: [askedByStaff, isUsageBased], link: 'service' }],
    },
    {
      id: 'R27',
      clouds: ['global'],
      sources: [SOURCE.multichannelGlobal],
      actions: ['subscription.provision'],
      clauses: [
        {
          says: 'deny',
          when: [askedByStaff, isUsageBased, isAnotherChannel],
          link: 'relationship',
          remedies: [
            { action: 'subscription.transfer', by: 'customer' },
            { action: 'subscription.buy-and-cancel', by: 'customer' },
          ],
        },
      ],
    },
  ];
};
