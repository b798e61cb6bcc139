import { kindOf, staffOf } from '#electron/policy/question.ts';
import { allowWhen, BOTH, denyWhen, type Rule, SILENT } from '#electron/policy/rule.ts';
import { SOURCE } from '#electron/policy/sources.ts';
import { all, any, known, not, type Truth } from '#electron/policy/truth.ts';
import type { StaffRole } from '#shared/model/partner.ts';
import { ActionName } from '#shared/model/policy.ts';

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

/** The staff matrix: who may do what at all. `delegation.request` differs by kind and stands below. */
const STAFF_MATRIX: Partial<Record<ActionName, readonly StaffRole[]>> = {
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

/** For these the matrix is itself the allow rule; for the others it only gates. */
const ALLOWED_BY_MATRIX: readonly ActionName[] = ['customer.view', 'customer.create', 'customer.edit', 'staff.manage'];

/** A member of staff may hold several roles: a permission that any one of them gives is given. */
function hasRole(held: readonly StaffRole[] | null | undefined, roles: readonly StaffRole[]): Truth {
  return known(held, 'subject.properties.roles', (ours) => ours.some((role) => roles.includes(role)));
}

export const staffRules: readonly Rule[] = [
  {
    id: 'R08',
    clouds: BOTH,
    sources: [SOURCE.staffChina, SOURCE.gdapFaq],
    actions: ActionName.options.filter((name) => name === 'delegation.request' || name in STAFF_MATRIX),
    judge: (question) => {
      const staff = staffOf(question);
      if (!staff) return SILENT;
      const { name } = question.action;
      const permitted =
        name === 'delegation.request'
          ? mayRequestDelegation(staff.roles, kindOf(question))
          : hasRole(staff.roles, STAFF_MATRIX[name] ?? []);
      if (ALLOWED_BY_MATRIX.includes(name)) {
        return [allowWhen(permitted), denyWhen(not(permitted), { action: 'staff.ask-role', by: 'our-staff' })];
      }
      return denyWhen(not(permitted), { action: 'staff.ask-role', by: 'our-staff' });
    },
  },
];

/** Sellers may ask for DAP (it travels with the invitation link), only administrators for GDAP. */
function mayRequestDelegation(held: readonly StaffRole[] | null | undefined, kind: string | null | undefined): Truth {
  const isDap = known(kind, 'action.properties.kind', (said) => said === 'dap');
  return any(hasRole(held, ADMINISTRATORS), all(hasRole(held, SELLERS), isDap));
}
