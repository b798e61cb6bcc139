import {
  askedByCustomer,
  type Condition,
  customerOf,
  customerPath,
  IS_ONLY_RESELLER,
  TRANSACTING,
  transacts,
} from '#electron/policy/question.ts';
import { BOTH, type Rule } from '#electron/policy/rule.ts';
import { SOURCE } from '#electron/policy/sources.ts';
import { known } from '#electron/policy/truth.ts';
import { CustomerRole } from '#shared/model/policy.ts';

const hasNoActiveSubscription: Condition = (question) =>
  known(
    customerOf(question).activeSubscriptionsWithUs,
    customerPath(question, 'activeSubscriptionsWithUs'),
    (count) => count === 0,
  );

/** Who may end the commercial tie. */
export const relationshipRules: readonly Rule[] = [
  {
    id: 'R17',
    clouds: BOTH,
    sources: [SOURCE.advisorPartner],
    actions: ['relationship.end'],
    customerRoles: CustomerRole.options,
    clauses: [
      {
        says: 'deny',
        when: [askedByCustomer],
        link: 'relationship',
        remedies: [{ action: 'relationship.ask-partner', by: 'customer' }],
      },
    ],
  },
  {
    id: 'R18',
    clouds: BOTH,
    sources: [SOURCE.removeRelationship],
    actions: ['relationship.remove'],
    programs: TRANSACTING,
    clauses: [
      {
        says: 'require',
        within: [transacts],
        link: 'program',
        needs: [
          {
            holds: hasNoActiveSubscription,
            link: 'relationship',
            remedies: [{ action: 'subscription.cancel-all', by: 'our-staff' }],
          },
        ],
        allows: true,
        obligations: ['delegation-removed-too'],
      },
    ],
  },
  {
    id: 'R19',
    clouds: BOTH,
    sources: [SOURCE.removeRelationshipNewer, SOURCE.removeRelationship],
    actions: ['relationship.remove'],
    programs: ['indirect-reseller'],
    clauses: [
      {
        says: 'deny',
        when: IS_ONLY_RESELLER,
        link: 'program',
        remedies: [{ action: 'relationship.remove', by: 'our-provider' }],
      },
    ],
  },
];
