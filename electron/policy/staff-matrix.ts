import type { StaffRole } from '#shared/model/partner.ts';
import { ActionName } from '#shared/model/policy.ts';
import { type Condition, kindOf, staffOf } from './question.ts';
import { all, any, known, not, type Truth } from './truth.ts';

const EVERYONE: readonly StaffRole[] = [
  'admin-agent',
  'sales-agent',
  'helpdesk-agent',
  'global-admin',
  'billing-admin',
  'user-management-admin',
];
const SELLERS: readonly StaffRole[] = ['admin-agent', 'sales-agent', 'global-admin'];
const ADMINISTRATORS: readonly StaffRole[] = ['admin-agent', 'global-admin'];
const SUPPORTERS: readonly StaffRole[] = ['admin-agent', 'helpdesk-agent', 'global-admin'];

/** Who may do what at all (R08). `delegation.request` differs by kind: sellers may ask for DAP, which travels with the invitation link. */
const MATRIX: Partial<Record<ActionName, readonly StaffRole[]>> = {
  'customer.view': EVERYONE,
  'customer.create': SELLERS,
  'customer.edit': ['admin-agent', 'sales-agent', 'helpdesk-agent', 'global-admin'],
  'invitation.create': SELLERS,
  'invitation.request': SELLERS,
  'invitation.send': SELLERS,
  'invitation.forward': SELLERS,
  'invitation.reuse': SELLERS,
  'invitation.edit-text': SELLERS,
  'delegation.approve': ADMINISTRATORS,
  'delegation.reject': ADMINISTRATORS,
  'delegation.extend': ADMINISTRATORS,
  'delegation.terminate': ADMINISTRATORS,
  'subscription.add-seats': SELLERS,
  'subscription.remove-seats': SELLERS,
  'subscription.order-add-on': SELLERS,
  'subscription.transition': SELLERS,
  'subscription.change-partner-of-record': SELLERS,
  'subscription.suspend': SELLERS,
  'subscription.cancel': SELLERS,
  'subscription.renew': SELLERS,
  'subscription.upgrade': SELLERS,
  'subscription.view-bill': ['admin-agent', 'global-admin', 'billing-admin'],
  'subscription.provision': SUPPORTERS,
  'subscription.support': SUPPORTERS,
  'relationship.remove': ADMINISTRATORS,
  'staff.manage': ['global-admin', 'user-management-admin'],
};

/** One line of the staff matrix: which roles may do an action at all; for `delegation.request`, by kind. */
export interface StaffPermission {
  readonly action: ActionName;
  readonly kind: 'dap' | 'gdap' | null;
  readonly roles: readonly StaffRole[];
}

export const STAFF_MATRIX: readonly StaffPermission[] = ActionName.options.flatMap((action): StaffPermission[] => {
  if (action === 'delegation.request') {
    return [
      { action, kind: 'dap', roles: SELLERS },
      { action, kind: 'gdap', roles: ADMINISTRATORS },
    ];
  }
  const roles = MATRIX[action];
  return roles ? [{ action, kind: null, roles }] : [];
});

/** For these the matrix is itself the allow rule; for the others it only gates. */
const ALLOWED_BY_MATRIX: readonly ActionName[] = ['customer.view', 'customer.create', 'customer.edit', 'staff.manage'];

export const isForMatrixAlone: Condition = ({ action }) => ALLOWED_BY_MATRIX.includes(action.name);

/** A member of staff may hold several roles: a permission that any one of them gives is given. */
export function rolePermits(matrix: readonly StaffPermission[]): Condition {
  const rolesFor = Object.fromEntries(
    matrix.flatMap(({ action, kind, roles }) => (kind ? [[`${action} ${kind}`, roles]] : [[action, roles]])),
  );
  return (question) => {
    const { name } = question.action;
    const held = staffOf(question)?.roles;
    const roles = rolesFor[name];
    if (roles) return hasRole(held, roles);
    // By kind: what both kinds permit is permitted whatever the kind.
    const kind = kindOf(question);
    const [dap, gdap] = [hasRole(held, rolesFor[`${name} dap`]), hasRole(held, rolesFor[`${name} gdap`])];
    const isDap = known(kind, 'action.properties.kind', (said) => said === 'dap');
    return any(all(dap, isDap), all(gdap, not(isDap)), all(dap, gdap));
  };
}

function hasRole(held: readonly StaffRole[] | null | undefined, roles: readonly StaffRole[] = []): Truth {
  return known(held, 'subject.properties.roles', (ours) => ours.some((role) => roles.includes(role)));
}
