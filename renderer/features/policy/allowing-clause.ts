import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { usePartnerName, useProfile } from '#renderer/app/partners.ts';
import { unique } from './clauses.ts';
import type { Seen } from './seen.ts';

/** What brings a yes that hangs on no delegation, out of what was seen by the rule that allows. */
export function useAllowingClause(): (seen: readonly Seen[]) => string | null {
  const t = useT('explain.headline.yes');
  const whole = useT();
  const format = useFormat();
  const partnerName = usePartnerName();
  const us = useProfile()?.partner.tenantId;
  const clauseOf = (seen: Seen): string | null => {
    switch (seen.about) {
      case 'invitation':
        if (seen.createdBy === null) return t(`reuse.${seen.kind}`);
        return seen.createdBy === us ? t('createdByUs') : t('createdBy', { partner: partnerName(seen.createdBy) });
      case 'channel':
        return t('sale');
      case 'providers':
        return seen.providers?.length
          ? t('providers', { providers: format.list(seen.providers.map(partnerName)) })
          : null;
      case 'programs':
        return t('programs', {
          count: seen.programs.length,
          programs: format.list(seen.programs.map((program) => whole(`terms.programs.${program}`))),
        });
      case 'roles':
        return t('roles', {
          count: seen.roles.length,
          roles: format.list(seen.roles.map((role) => whole(`terms.staffRoles.${role}`))),
        });
      default:
        return null;
    }
  };
  const WEIGHTY: readonly Seen['about'][] = ['invitation', 'channel', 'providers', 'programs', 'roles'];
  return (seen) => {
    const weightiest = WEIGHTY.flatMap((about) => seen.filter((one) => one.about === about));
    return unique(weightiest.map(clauseOf))[0] ?? null;
  };
}
