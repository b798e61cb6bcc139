import { isPast } from '#renderer/app/delegation-order.ts';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { usePartnerName, useProfile } from '#renderer/app/partners.ts';
import { dapFirst, unique } from './clauses.ts';
import type { Seen } from './seen.ts';
import { useWords } from './words.ts';

type About<Name extends Seen['about']> = Extract<Seen, { about: Name }>;

/** Why a link is broken, out of what was seen there: a clause each, the weightiest first. */
export function useBrokenClauses(): (seen: readonly Seen[]) => readonly string[] {
  const t = useT('explain.headline.no');
  const whole = useT();
  const format = useFormat();
  const words = useWords();
  const partnerName = usePartnerName();
  const us = useProfile()?.partner.tenantId;
  const nameOf = (name: string | null) => name ?? whole('dossier.delegations.unnamed');
  const serviceOf = (service: string) => (service === '*' ? whole('dossier.delegations.allServices') : service);
  const clauseOf = (seen: Seen, all: readonly Seen[]): string | null => {
    switch (seen.about) {
      case 'roles':
        return t('roles', {
          count: seen.roles.length,
          roles: format.list(seen.roles.map((role) => whole(`terms.staffRoles.${role}`))),
        });
      case 'programs':
        return t('programs', {
          count: seen.programs.length,
          programs: format.list(seen.programs.map((program) => whole(`terms.programs.${program}`))),
        });
      case 'providers':
        return seen.providers?.length === 0 ? t('providers') : null;
      case 'transacting-partner':
        return seen.partner && t('soldBy', { partner: partnerName(seen.partner) });
      case 'channel':
        return isSellerNamed(all) ? null : channelClause(seen);
      case 'active-with-us':
        return seen.count === null ? null : t('activeWithUs', { count: seen.count });
      case 'service-model':
        return seen.model === 'usage-based' ? t('usageBased') : null;
      case 'status':
        return seen.status === null || seen.status === 'active'
          ? null
          : t('status', { status: whole(`terms.subscriptionStatus.${seen.status}`) });
      case 'overlap':
        return seen.other && t('overlap', { name: seen.other });
      case 'gdap':
        return gdapClause(seen);
      case 'gdap-none':
        return t('gdapNone');
      case 'dap':
        return seen.on === false ? t('dapOff') : null;
      case 'dap-of-service':
        return dapClause(seen);
      case 'dap-closed':
        return t('dapClosed');
      case 'groups':
        return seen.groups?.length === 0 ? t('groups') : null;
      case 'groups-assigned':
        return assignedClause(seen);
      case 'roles-given':
        return t(seen.roles.length === 0 ? 'rolesNone' : 'rolesGiven', {
          name: nameOf(seen.name),
          roles: format.list(seen.roles.map(words.role)),
        });
      default:
        return null;
    }
  };
  return (seen) => {
    const clauses = unique(dapFirst(seen).map((one) => clauseOf(one, seen)));
    const isDapOff = seen.some((one) => one.about === 'dap' && one.on === false);
    const tellsOfGdap = seen.some(({ about }) => about === 'gdap' || about === 'gdap-none');
    if (isDapOff && !tellsOfGdap) return [...clauses, t('gdapNone')];
    if (clauses.length > 0) return clauses;
    // Nothing else is amiss at this link: then it is a delegation for another service.
    return seen.flatMap((one) =>
      one.about === 'service' && one.service ? [t('service', { service: one.service })] : [],
    );
  };

  function channelClause({ channel }: About<'channel'>): string | null {
    switch (channel) {
      case 'csp-own':
      case 'csp-indirect':
      case 'unknown':
        return null;
      default:
        return t(`sold.${channel}`);
    }
  }

  function gdapClause({ name, status, endsAt }: About<'gdap'>): string {
    const ended = endsAt !== null && (status === 'expired' || (!isPast(status) && Date.parse(endsAt) <= Date.now()));
    if (ended) return t('gdapEnded', { name: nameOf(name), date: format.date(endsAt) });
    return t('gdapNotInForce', { name: nameOf(name), status: whole(`terms.delegationStatus.${status}`) });
  }

  function dapClause({ partner, service, status }: About<'dap-of-service'>): string | null {
    if (partner !== us) return t('dapOfOther', { partner: partnerName(partner), service: serviceOf(service) });
    if (status === 'approved') return null;
    return t('dapNotInForce', { service: serviceOf(service), status: whole(`terms.delegationStatus.${status}`) });
  }

  function assignedClause({ name, groups }: About<'groups-assigned'>): string | null {
    if (groups === null) return null;
    return t(groups.length === 0 ? 'unassigned' : 'notInEffect', { name: nameOf(name) });
  }
}

const isSellerNamed = (seen: readonly Seen[]): boolean =>
  seen.some((one) => one.about === 'transacting-partner' && one.partner !== null);
