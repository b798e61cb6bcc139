import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { usePartnerName, useProfile } from '#renderer/app/partners.ts';
import { useWords } from '#renderer/features/policy/words.ts';
import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { SubscriptionId } from '#shared/model/ids.ts';
import { assertNever } from '#shared/model/problem.ts';
import type { Change } from '#shared/model/what-if.ts';

/** What a delegation is called in an assumption: by its own name, or by its holder and service. */
export function useDelegationName(): (delegation: Delegation) => string {
  const t = useT();
  const partnerName = usePartnerName();
  return ({ name, kind, partner, service }) => {
    if (name !== null) return name;
    if (kind === 'gdap') return t('dossier.delegations.unnamed');
    return t('whatIf.dapOf', {
      partner: partnerName(partner),
      service: service === '*' ? t('dossier.delegations.allServices') : service,
    });
  };
}

/** Says in one line what is supposed of a customer. What the dossier no longer has is named by its id. */
export function useChangeWords(dossier: Dossier): (change: Change) => string {
  const t = useT();
  const format = useFormat();
  const words = useWords();
  const profile = useProfile();
  const partnerName = usePartnerName();
  const delegationName = useDelegationName();
  const subscriptionName = (id: SubscriptionId) => dossier.subscriptions.find((one) => one.id === id)?.name ?? id;
  return (change) => {
    switch (change.change) {
      case 'grant-dap': {
        const { partner: holder, service } = change;
        const ours = holder === profile?.partner.tenantId;
        const partner = partnerName(holder);
        if (service === '*') return ours ? t('whatIf.changes.grantUs') : t('whatIf.changes.grant', { partner });
        return ours
          ? t('whatIf.changes.grantUsService', { service })
          : t('whatIf.changes.grantService', { partner, service });
      }
      case 'grant-gdap':
        return t('whatIf.changes.grantGdap', { roles: format.list(change.roles.map(words.role)) });
      case 'end-delegation': {
        const found = dossier.delegations.find(({ id }) => id === change.delegation);
        return t('whatIf.changes.end', { name: found ? delegationName(found) : change.delegation });
      }
      case 'end-dap':
        return t(dossier.delegatedAccess?.value === true ? 'whatIf.changes.endDap' : 'whatIf.changes.noDap');
      case 'staff-roles':
        return t('whatIf.changes.staffRoles', {
          count: change.roles.length,
          roles: format.list(change.roles.map((role) => t(`terms.staffRoles.${role}`))),
        });
      case 'programs':
        return t('whatIf.changes.programs', {
          count: change.programs.length,
          programs: format.list(change.programs.map((program) => t(`terms.programs.${program}`))),
        });
      case 'time':
        return t('whatIf.changes.time', { when: format.date(change.at) });
      case 'channel':
        return t('whatIf.changes.channel', {
          name: subscriptionName(change.subscription),
          channel: t(`terms.channels.${change.channel}`),
        });
      case 'status':
        return t('whatIf.changes.status', {
          name: subscriptionName(change.subscription),
          status: t(`terms.subscriptionStatus.${change.status}`),
        });
      case 'gdap-offered':
        return t('whatIf.changes.gdapOffered');
      default:
        return assertNever(change);
    }
  };
}
