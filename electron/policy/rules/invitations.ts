import {
  inProgram,
  invitationOf,
  isAmong,
  isCustomerAdmin,
  isKind,
  isOnlyAdvisor,
  isOnlyReseller,
  isUs,
  type Question,
  staffOf,
  transacts,
} from '#electron/policy/question.ts';
import { allowWhen, BOTH, denyWhen, type Rule, SILENT } from '#electron/policy/rule.ts';
import { SOURCE } from '#electron/policy/sources.ts';
import { all, known, not, type Truth } from '#electron/policy/truth.ts';

const REQUEST_FROM_PROVIDER = { action: 'invitation.request', by: 'our-staff' } as const;

/** Where an invitation goes: said by the act, else the reseller it was made for, else the customer. */
const recipientOf = (question: Question): string =>
  question.action.properties.to ?? invitationOf(question).audience ?? 'customer';

const createdByUs = (question: Question): Truth =>
  isUs(question, invitationOf(question).createdBy, 'resource.properties.createdBy');

/** Who may create, send, forward, reuse, edit and accept invitations. */
export const invitationRules: readonly Rule[] = [
  {
    id: 'R01',
    clouds: BOTH,
    sources: [SOURCE.multichannelChina, SOURCE.requestRelationshipChina],
    actions: ['invitation.create'],
    judge: (question) => allowWhen(all(isKind(question, 'reseller'), transacts(question))),
  },
  {
    id: 'R02',
    clouds: BOTH,
    sources: [SOURCE.multichannelChina],
    actions: ['invitation.send'],
    judge: (question) => {
      const recipient = recipientOf(question);
      if (!staffOf(question)) return SILENT;
      if (recipient === 'customer') return allowWhen(createdByUs(question));
      const isOwnReseller = all(
        inProgram(question, 'indirect-provider'),
        known(staffOf(question)?.resellers, 'subject.properties.resellers', (ours) =>
          ours.some((reseller) => reseller === recipient),
        ),
      );
      return [
        denyWhen(not(isOwnReseller), { action: 'reseller.add', by: 'our-staff' }),
        allowWhen(all(createdByUs(question), isOwnReseller)),
      ];
    },
  },
  {
    id: 'R03',
    clouds: ['21vianet'],
    sources: [SOURCE.multichannelChina],
    actions: ['invitation.create'],
    judge: (question) => denyWhen(all(isKind(question, 'reseller'), isOnlyReseller(question)), REQUEST_FROM_PROVIDER),
  },
  {
    id: 'R04',
    clouds: ['global'],
    sources: [SOURCE.indirectResellerTasks, SOURCE.apiGetStarted],
    actions: ['invitation.create'],
    judge: (question) => {
      const { channel, provider } = question.action.properties;
      const byReseller = all(isKind(question, 'reseller'), isOnlyReseller(question));
      const namesOwnProvider = provider
        ? isAmong(question, 'providers', provider, 'action.properties.provider')
        : false;
      return [
        denyWhen(all(byReseller, channel === 'api'), { action: 'portal.use', by: 'our-staff' }),
        denyWhen(all(byReseller, not(namesOwnProvider)), { action: 'provider.name', by: 'our-staff' }),
        allowWhen(all(byReseller, channel !== 'api', namesOwnProvider)),
      ];
    },
  },
  {
    id: 'R05',
    clouds: BOTH,
    sources: [SOURCE.multichannelChina],
    actions: ['invitation.forward'],
    judge: (question) => {
      const { createdBy, audience } = invitationOf(question);
      const isReseller = inProgram(question, 'indirect-reseller');
      const fromOwnProvider = isAmong(question, 'providers', createdBy, 'resource.properties.createdBy');
      const madeForUs = audience ? isUs(question, audience, 'resource.properties.audience') : true;
      return [
        denyWhen(all(isReseller, not(all(fromOwnProvider, madeForUs))), REQUEST_FROM_PROVIDER),
        allowWhen(all(isReseller, fromOwnProvider, madeForUs)),
      ];
    },
  },
  {
    id: 'R06',
    clouds: BOTH,
    sources: [SOURCE.requestRelationshipChina],
    actions: ['invitation.edit-text', 'invitation.edit-link'],
    judge: ({ action }) => (action.name === 'invitation.edit-link' ? denyWhen(true) : allowWhen(true)),
  },
  {
    id: 'R07',
    clouds: BOTH,
    sources: [SOURCE.requestRelationshipChina, SOURCE.gdapFaq],
    actions: ['invitation.reuse'],
    judge: (question) => {
      const { acceptedBy } = invitationOf(question);
      const isReseller = isKind(question, 'reseller');
      const isGdap = isKind(question, 'gdap');
      // `null` says that nobody has accepted yet; only an absent property is unknown.
      const accepted: Truth = acceptedBy === undefined ? ['resource.properties.acceptedBy'] : acceptedBy !== null;
      if (isReseller === true) return allowWhen(true);
      return [
        denyWhen(all(isGdap, accepted), { action: 'delegation.request', by: 'our-staff' }),
        allowWhen(all(isGdap, not(accepted))),
      ];
    },
  },
  {
    id: 'R09',
    clouds: BOTH,
    sources: [SOURCE.revokePrivileges],
    actions: ['invitation.accept'],
    judge: (question) => {
      const byGlobalAdmin = isCustomerAdmin(question, 'global-admin');
      const isReseller = isKind(question, 'reseller');
      return [
        denyWhen(all(isReseller, not(byGlobalAdmin)), { action: 'invitation.accept', by: 'customer' }),
        allowWhen(all(isReseller, byGlobalAdmin)),
      ];
    },
  },
  {
    id: 'R10',
    clouds: BOTH,
    sources: [SOURCE.gdapApproval],
    actions: ['invitation.accept'],
    judge: (question) =>
      allowWhen(
        all(isKind(question, 'gdap'), isCustomerAdmin(question, 'global-admin', 'delegated-admin-relationship-admin')),
      ),
  },
  {
    id: 'R25',
    clouds: BOTH,
    sources: [SOURCE.multipartnerChina],
    actions: ['invitation.accept'],
    judge: () => ({ effect: 'oblige', obligations: ['nothing-else-changes'] }),
  },
  {
    id: 'R28',
    clouds: BOTH,
    sources: [SOURCE.advisorsNoCsp],
    actions: ['invitation.create', 'delegation.request'],
    judge: (question) => denyWhen(isOnlyAdvisor(question), { action: 'csp.join', by: 'our-staff' }),
  },
  {
    id: 'R31',
    clouds: BOTH,
    sources: [SOURCE.multichannelChina],
    actions: ['invitation.request'],
    judge: (question) => {
      const { provider } = question.action.properties;
      const hasProvider = provider
        ? isAmong(question, 'providers', provider, 'action.properties.provider')
        : known(staffOf(question)?.providers, 'subject.properties.providers', (ours) => ours.length > 0);
      return allowWhen(all(inProgram(question, 'indirect-reseller'), hasProvider));
    },
  },
];
