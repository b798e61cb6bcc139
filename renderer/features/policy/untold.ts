import { factName } from './fact-name.ts';
import type { Seen } from './seen.ts';

/** The missing facts that nothing which was seen names as not known, by their property paths. */
export function untold(missing: readonly string[], seen: readonly Seen[]): readonly string[] {
  const told = new Set(seen.flatMap((one) => openQuestion(one) ?? []));
  return missing.filter((path) => !told.has(factName(path)));
}

/** The fact that something seen says is not known; `null` where it leaves no question open. */
export function openQuestion(seen: Seen): string | null {
  switch (seen.about) {
    case 'dap':
      return seen.on === null ? 'delegations' : null;
    case 'gdap-none':
      return seen.listedAt === null ? 'delegations' : null;
    case 'gdap-never-listed':
      return 'delegations';
    case 'others-dap':
      return seen.excluded ? null : 'delegations';
    case 'groups':
      return seen.groups === null ? 'groups' : null;
    case 'groups-assigned':
      return seen.groups === null ? 'assignments' : null;
    case 'transacting-partner':
      return seen.partner === null ? 'transactingPartner' : null;
    case 'original-reseller':
      return seen.reseller === null ? 'originalReseller' : null;
    case 'channel':
      return seen.channel === 'unknown' ? 'channel' : null;
    case 'active-with-us':
      return seen.count === null ? 'activeSubscriptionsWithUs' : null;
    case 'service':
      return seen.service === null ? 'service' : null;
    case 'service-model':
      return seen.model === null ? 'serviceModel' : null;
    case 'status':
      return seen.status === null ? 'status' : null;
    case 'overlap':
      return seen.other === null ? 'overlapsActiveService' : null;
    case 'providers':
      return seen.providers === null ? 'providers' : null;
    default:
      return null;
  }
}
