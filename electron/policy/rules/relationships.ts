import { customerOf, isOnlyReseller, staffOf, transacts } from '#electron/policy/question.ts';
import { allowWhen, BOTH, denyWhen, type Rule, SILENT } from '#electron/policy/rule.ts';
import { SOURCE } from '#electron/policy/sources.ts';
import { all, known, not } from '#electron/policy/truth.ts';

/** Who may end the commercial tie. */
export const relationshipRules: readonly Rule[] = [
  {
    id: 'R17',
    clouds: BOTH,
    sources: [SOURCE.advisorPartner],
    actions: ['relationship.end'],
    judge: (question) =>
      staffOf(question) ? SILENT : denyWhen(true, { action: 'relationship.ask-partner', by: 'customer' }),
  },
  {
    id: 'R18',
    clouds: BOTH,
    sources: [SOURCE.removeRelationship],
    actions: ['relationship.remove'],
    judge: (question) => {
      const { facts, path } = customerOf(question);
      const mayRemove = transacts(question);
      const none = known(facts.activeSubscriptionsWithUs, `${path}.activeSubscriptionsWithUs`, (count) => count === 0);
      return [
        denyWhen(all(mayRemove, not(none)), { action: 'subscription.cancel-all', by: 'our-staff' }),
        allowWhen(all(mayRemove, none), 'delegation-removed-too'),
      ];
    },
  },
  {
    id: 'R19',
    clouds: BOTH,
    sources: [SOURCE.removeRelationship],
    actions: ['relationship.remove'],
    judge: (question) => denyWhen(isOnlyReseller(question), { action: 'relationship.remove', by: 'our-provider' }),
  },
];
