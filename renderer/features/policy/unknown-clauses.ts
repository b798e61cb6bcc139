import { useT } from '#renderer/app/i18n.tsx';
import type { TraceStep } from '#shared/model/trace.ts';
import { dapFirst, unique } from './clauses.ts';
import { factName } from './fact-name.ts';
import type { Seen } from './seen.ts';
import { openQuestion } from './untold.ts';

/** Why it is not known whether a link holds, out of what was seen there and what is missing. */
export function useUnknownClauses(): (seen: readonly Seen[], step: Pick<TraceStep, 'missing'>) => readonly string[] {
  const t = useT('explain.headline.open');
  const whole = useT();
  const nameOf = (name: string | null) => name ?? whole('dossier.delegations.unnamed');
  const clauseOf = (seen: Seen): string | null => {
    switch (seen.about) {
      case 'dap':
        return t('dap');
      case 'gdap':
        return t('gdapEnd', { name: nameOf(seen.name) });
      case 'gdap-none':
      case 'gdap-never-listed':
        return t('gdapList');
      case 'others-dap':
        return t('othersDap');
      case 'groups':
        return t('groups');
      case 'groups-assigned':
        return t('groupsOf', { name: nameOf(seen.name) });
      case 'transacting-partner':
      case 'original-reseller':
      case 'channel':
        return t('seller');
      case 'active-with-us':
        return t('sales');
      case 'service':
        return t('service');
      case 'service-model':
        return t(seen.model === 'usage-based' ? 'usageBased' : 'serviceModel');
      case 'status':
        return t('status');
      case 'overlap':
        return t('overlap');
      case 'providers':
        return t('providers');
      case 'gdap-undescribed':
        return t('gdapUndescribed');
      default:
        return null;
    }
  };
  return (seen, { missing }) => {
    const open = new Set(missing.map(factName));
    const asks = (one: Seen): boolean => {
      const question = openQuestion(one);
      // Where no fact is missing, no page settles it.
      return missing.length === 0 ? question === null : question !== null && open.has(question);
    };
    return unique(dapFirst(seen.filter(asks)).map(clauseOf));
  };
}
