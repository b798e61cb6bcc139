import { DIRECTORY_ROLE } from '#electron/policy/effective-delegation.ts';
import {
  anyOf,
  customerOf,
  delegationOf,
  inProgram,
  isAmong,
  isCustomerAdmin,
  isKind,
  isOnlyReseller,
  isUs,
  kindOf,
  staffOf,
  subscriptionOf,
  transacts,
} from '#electron/policy/question.ts';
import { allowWhen, BOTH, denyWhen, type Rule, SILENT, unknownWhen } from '#electron/policy/rule.ts';
import { SOURCE } from '#electron/policy/sources.ts';
import { all, known, not, type Truth } from '#electron/policy/truth.ts';

/** Who may ask for, grant, approve, extend and end delegated administration. */
export const delegationRules: readonly Rule[] = [
  {
    id: 'R13',
    clouds: ['21vianet'],
    sources: [SOURCE.requestRelationshipChina],
    actions: ['delegation.request'],
    judge: (question) => {
      if (kindOf(question) !== 'dap') return SILENT;
      const { facts, path } = customerOf(question);
      const asked = question.action.properties.service ?? subscriptionOf(question).service;
      const overlaps = (service: string): Truth =>
        service === '*' || known(asked, 'action.properties.service', (one) => one === '*' || one === service);
      const taken = anyOf(facts.delegations, `${path}.delegations`, (other, at) =>
        all(
          known(other.kind, `${at}.kind`, (kind) => kind === 'dap'),
          not(isUs(question, other.partner, `${at}.partner`)),
          known(other.status, `${at}.status`, (status) => status === 'approved'),
          known(other.service, `${at}.service`, overlaps),
        ),
      );
      return denyWhen(taken, { action: 'delegation.remove', by: 'customer' });
    },
  },
  {
    id: 'R14',
    clouds: BOTH,
    sources: [SOURCE.multichannelChina],
    actions: ['delegation.grant'],
    judge: (question) => allowWhen(isCustomerAdmin(question, 'global-admin'), 'ownership-unchanged'),
  },
  {
    id: 'R16',
    clouds: BOTH,
    sources: [SOURCE.requestRelationshipChina],
    actions: ['delegation.remove'],
    judge: (question) => allowWhen(isCustomerAdmin(question, 'global-admin'), 'support-duty-persists'),
  },
  {
    id: 'R20',
    clouds: BOTH,
    sources: [SOURCE.gdapFaq],
    actions: ['delegation.request'],
    judge: (question) =>
      allowWhen(
        all(isKind(question, 'gdap'), inProgram(question, 'direct-bill', 'indirect-provider', 'indirect-reseller')),
      ),
  },
  {
    id: 'R21',
    clouds: ['21vianet'],
    sources: [SOURCE.graphCreate],
    actions: [
      'delegation.request',
      'delegation.approve',
      'delegation.reject',
      'delegation.extend',
      'delegation.terminate',
      'delegation.grant',
      'delegation.remove',
    ],
    judge: (question) => {
      if (question.context.capabilities.includes('gdap')) return SILENT;
      // What a customer grants or removes without naming a kind is taken for what 21Vianet does describe: DAP.
      const namesNoKind = question.resource.type !== 'delegation' && !kindOf(question);
      return unknownWhen(namesNoKind ? false : isKind(question, 'gdap'));
    },
  },
  {
    id: 'R22',
    clouds: BOTH,
    sources: [SOURCE.graphRequest],
    actions: ['delegation.approve', 'delegation.reject'],
    judge: (question) => {
      const { requestedBy, status } = delegationOf(question);
      return allowWhen(
        all(
          inProgram(question, 'indirect-reseller'),
          kindOf(question) !== 'dap',
          isAmong(question, 'providers', requestedBy, 'resource.properties.requestedBy'),
          known(status, 'resource.properties.status', (now) => now === 'approvalPending'),
        ),
      );
    },
  },
  {
    id: 'R23',
    clouds: BOTH,
    sources: [SOURCE.graphUpdate, SOURCE.distributorKnowledge],
    actions: ['delegation.extend'],
    judge: (question) => {
      if (!staffOf(question)) return SILENT;
      if (kindOf(question) === 'dap') return SILENT;
      const { roles, status } = delegationOf(question);
      const isActive = known(status, 'resource.properties.status', (now) => now === 'active');
      const hasGlobalAdministrator = known(roles, 'resource.properties.roles', (held) =>
        held.some((role) => role === DIRECTORY_ROLE.globalAdministrator),
      );
      return [
        denyWhen(not(isActive)),
        denyWhen(hasGlobalAdministrator, { action: 'roles.remove-global-administrator', by: 'our-staff' }),
        allowWhen(all(isActive, not(hasGlobalAdministrator))),
      ];
    },
  },
  {
    id: 'R24',
    clouds: BOTH,
    sources: [SOURCE.graphPostRequests],
    actions: ['delegation.terminate'],
    judge: (question) =>
      allowWhen(
        staffOf(question)
          ? isUs(question, delegationOf(question).partner, 'resource.properties.partner')
          : isCustomerAdmin(question, 'global-admin'),
      ),
  },
  {
    id: 'R29',
    clouds: ['21vianet'],
    sources: [SOURCE.requestRelationshipChina, SOURCE.multichannelChina],
    actions: ['delegation.request'],
    judge: (question) => {
      const isDap = isKind(question, 'dap');
      return [
        denyWhen(all(isDap, isOnlyReseller(question)), { action: 'invitation.request', by: 'our-staff' }),
        allowWhen(all(isDap, transacts(question))),
      ];
    },
  },
  {
    id: 'R30',
    clouds: ['global'],
    sources: [SOURCE.gdapFaq],
    actions: ['delegation.request'],
    judge: (question) =>
      denyWhen(isKind(question, 'dap'), { action: 'delegation.request', kind: 'gdap', by: 'our-staff' }),
  },
];
