import type { Delegation, DelegationStatus } from '#shared/model/delegation.ts';
import type { TenantId } from '#shared/model/ids.ts';

/** Statuses in which a relationship can be ended before its time. */
const ENDABLE: readonly DelegationStatus[] = ['approved', 'activating', 'active', 'expiring'];

/** What can be begun with a delegation; whether we may is the policy's to say when it is. */
export interface Offers {
  /** Whether it shall extend itself from now on; `null` where that cannot be asked for. */
  readonly extend: boolean | null;
  readonly terminate: boolean;
}

export function offersOf(
  { kind, partner, status, autoExtend, goneUpstream }: Delegation,
  us: TenantId | undefined,
): Offers {
  if (kind !== 'gdap' || partner !== us || goneUpstream !== undefined) return { extend: null, terminate: false };
  return {
    extend: status === 'active' || status === 'expiring' ? autoExtend !== true : null,
    terminate: ENDABLE.includes(status),
  };
}
