import { isPast } from '#renderer/app/delegation-order.ts';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { usePartnerName, useResellerName } from '#renderer/app/partners.ts';
import { assertNever } from '#shared/model/problem.ts';
import type { Seen } from './seen.ts';
import { useWords } from './words.ts';

type About<Name extends Seen['about']> = Extract<Seen, { about: Name }>;

/** Puts what was seen into words, one line a fact. */
export function useSeenText(): (seen: Seen) => string {
  const t = useT();
  const format = useFormat();
  const partnerName = usePartnerName();
  const resellerName = useResellerName();
  const delegationText = useDelegationText();
  const unknown = t('dossier.facts.notKnown');
  const line = (label: string, value: string | null) => t('explain.seen.line', { label, value: value ?? unknown });
  const list = (parts: readonly string[]) => (parts.length === 0 ? t('explain.seen.none') : format.list(parts));
  return (seen) => {
    switch (seen.about) {
      case 'gdap':
      case 'gdap-none':
      case 'gdap-never-listed':
      case 'dap':
      case 'dap-of-service':
      case 'others-dap':
      case 'groups':
      case 'groups-assigned':
      case 'roles-given':
      case 'roles-by-dap':
      case 'dap-closed':
      case 'gdap-undescribed':
        return delegationText(seen);
      case 'transacting-partner':
        return line(t('dossier.facts.transactingPartner'), seen.partner && partnerName(seen.partner));
      case 'bought-from-vendor':
        return line(t('dossier.facts.transactingPartner'), t(`explain.seen.noPartner.${seen.channel}`));
      case 'original-reseller':
        return line(t('dossier.facts.originalReseller'), seen.reseller && resellerName(seen.reseller));
      case 'channel':
        return line(t('dossier.facts.channel'), t(`terms.channels.${seen.channel}`));
      case 'active-with-us':
        return line(t('terms.facts.activeSubscriptionsWithUs'), seen.count === null ? null : format.number(seen.count));
      case 'service':
        return line(t('dossier.facts.service'), seen.service);
      case 'service-model':
        return line(t('dossier.facts.serviceModel'), seen.model && t(`terms.serviceModel.${seen.model}`));
      case 'status':
        return line(t('dossier.facts.status'), seen.status && t(`terms.subscriptionStatus.${seen.status}`));
      case 'overlap':
        return seen.other === null ? t('explain.seen.overlapUnknown') : t('explain.seen.overlap', { name: seen.other });
      case 'invitation': {
        const kind = t(`terms.invitationKind.${seen.kind}`);
        return seen.createdBy === null
          ? kind
          : t('explain.seen.invitationBy', { kind, partner: partnerName(seen.createdBy) });
      }
      case 'door':
        return t(seen.api ? 'explain.seen.throughApi' : 'explain.seen.inPortal');
      case 'programs':
        return line(t('explain.seen.programs'), list(seen.programs.map((one) => t(`terms.programs.${one}`))));
      case 'providers':
        return line(t('explain.seen.providers'), seen.providers && list(seen.providers.map(partnerName)));
      case 'roles':
        return line(t('explain.seen.roles'), list(seen.roles.map((one) => t(`terms.staffRoles.${one}`))));
      default:
        return assertNever(seen);
    }
  };
}

type OfDelegation = About<
  | 'gdap'
  | 'gdap-none'
  | 'gdap-never-listed'
  | 'dap'
  | 'dap-of-service'
  | 'others-dap'
  | 'groups'
  | 'groups-assigned'
  | 'roles-given'
  | 'roles-by-dap'
  | 'dap-closed'
  | 'gdap-undescribed'
>;

/** The same for what is seen of delegations and of what they give. */
function useDelegationText(): (seen: OfDelegation) => string {
  const t = useT();
  const format = useFormat();
  const words = useWords();
  const partnerName = usePartnerName();
  const nameOf = (name: string | null) => name ?? t('dossier.delegations.unnamed');
  return (seen) => {
    switch (seen.about) {
      case 'gdap':
        return gdapText(seen);
      case 'gdap-none':
        return seen.listedAt === null
          ? t('explain.seen.gdapNoneNeverListed')
          : t('explain.seen.gdapNone', { date: format.date(seen.listedAt) });
      case 'gdap-never-listed':
        return t('explain.seen.gdapNeverListed');
      case 'dap':
        if (seen.on === null) return t('explain.seen.dapUnknown');
        return t(seen.on ? 'explain.seen.dapOn' : 'explain.seen.dapOff');
      case 'dap-of-service':
        return t('explain.seen.dapOfService', {
          partner: partnerName(seen.partner),
          service: seen.service === '*' ? t('dossier.delegations.allServices') : seen.service,
          status: t(`terms.delegationStatus.${seen.status}`),
        });
      case 'others-dap':
        return t(seen.excluded ? 'explain.seen.othersDapExcluded' : 'explain.seen.othersDapUnlisted');
      case 'groups':
        return seen.groups === null
          ? t('explain.seen.groupsUnknown')
          : t('explain.seen.groups', { count: seen.groups.length });
      case 'groups-assigned':
        return assignedText(seen);
      case 'roles-given':
        return seen.roles.length === 0
          ? t('explain.seen.rolesNone', { name: nameOf(seen.name) })
          : t('explain.seen.rolesGiven', { name: nameOf(seen.name), roles: format.list(seen.roles.map(words.role)) });
      case 'roles-by-dap':
        return t('explain.seen.rolesByDap');
      case 'dap-closed':
        return t('explain.seen.dapClosed');
      case 'gdap-undescribed':
        return t('explain.seen.gdapUndescribed');
      default:
        return assertNever(seen);
    }
  };

  function gdapText({ name, status, endsAt, autoExtends }: About<'gdap'>): string {
    const named = { name: nameOf(name), status: t(`terms.delegationStatus.${status}`) };
    if (endsAt === null) return t('explain.seen.gdap', named);
    const date = format.date(endsAt);
    if (isPast(status)) {
      return status === 'expired' ? t('explain.seen.gdapEnded', { ...named, date }) : t('explain.seen.gdap', named);
    }
    if (Date.parse(endsAt) <= Date.now()) return t('explain.seen.gdapOver', { ...named, date });
    return t(autoExtends ? 'explain.seen.gdapExtends' : 'explain.seen.gdapUntil', { ...named, date });
  }

  function assignedText({ name, groups }: About<'groups-assigned'>): string {
    if (groups === null) return t('explain.seen.groupsOfUnknown', { name: nameOf(name) });
    if (groups.length === 0) return t('explain.seen.groupsNone', { name: nameOf(name) });
    const named = groups.map(({ group, active }) => (active ? group : t('explain.seen.groupNotInEffect', { group })));
    return t('explain.seen.groupsAssigned', { name: nameOf(name), count: groups.length, groups: format.list(named) });
  }
}
