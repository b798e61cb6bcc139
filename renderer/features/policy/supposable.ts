import { isPast } from '#renderer/app/delegation-order.ts';
import type { StaffPermission } from '#shared/contract/policy.ts';
import type { StaffRole } from '#shared/model/partner.ts';
import type { Remedy } from '#shared/model/policy.ts';
import type { Change } from '#shared/model/what-if.ts';
import { leastRolesFor } from './directory-roles.ts';
import type { Case } from './seen.ts';
import { isActiveWithUs, overlapping } from './seen-sale.ts';

/** From the role that permits least to the one that permits most. */
const BY_REACH: readonly StaffRole[] = [
  'helpdesk-agent',
  'sales-agent',
  'billing-admin',
  'user-management-admin',
  'admin-agent',
  'global-admin',
];

/** The Partner Center roles that permit an action, from the staff matrix; the one that permits least comes first. */
export function permittingRoles(
  { action, properties }: Case['asked'],
  matrix: readonly StaffPermission[],
): readonly StaffRole[] {
  const found = matrix.find((one) => one.action === action && (one.kind === null || one.kind === properties.kind));
  return BY_REACH.filter((role) => found?.roles.includes(role));
}

/** What to suppose in order to see what a remedy would bring; empty where it is no matter of a fact that can be supposed. */
export function supposed(remedy: Remedy, about: Case, matrix: readonly StaffPermission[]): readonly Change[] {
  const { dossier, subscription, profile, asked } = about;
  switch (remedy.action) {
    case 'delegation.request': {
      if (remedy.kind === 'gdap' || profile.cloud === 'global') {
        return [{ change: 'grant-gdap', roles: [...leastRolesFor(asked.action)] }];
      }
      return [{ change: 'grant-dap', partner: profile.partner.tenantId, service: subscription?.service?.value ?? '*' }];
    }
    case 'delegation.remove':
      return dossier.delegations
        .filter(
          ({ kind, partner, status }) => kind === 'dap' && partner !== profile.partner.tenantId && !isPast(status),
        )
        .map(({ id }) => ({ change: 'end-delegation', delegation: id }));
    case 'staff.ask-role': {
      const [role] = permittingRoles(asked, matrix);
      return role ? [{ change: 'staff-roles', roles: [...new Set([...profile.staff.roles, role])] }] : [];
    }
    case 'csp.join':
      return [{ change: 'programs', programs: [...new Set([...profile.programs, 'direct-bill' as const])] }];
    case 'service.reactivate':
      return subscription ? [{ change: 'status', subscription: subscription.id, status: 'active' }] : [];
    case 'overlap.resolve':
      return overlapping(about).map(({ id }) => ({ change: 'status', subscription: id, status: 'deleted' }));
    case 'subscription.transfer':
      return subscription ? [{ change: 'channel', subscription: subscription.id, channel: 'csp-own' }] : [];
    case 'subscription.cancel-all':
      return dossier.subscriptions
        .filter(isActiveWithUs)
        .map(({ id }) => ({ change: 'status', subscription: id, status: 'deleted' }));
    default:
      return [];
  }
}
