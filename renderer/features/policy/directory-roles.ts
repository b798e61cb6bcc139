import { RoleDefinitionId } from '#shared/model/ids.ts';
import type { ActionName } from '#shared/model/policy.ts';

/** The directory roles that our answers know of. */
export const ROLE = {
  globalAdministrator: RoleDefinitionId.parse('62e90394-69f5-4237-9190-012177145e10'),
  licenseAdministrator: RoleDefinitionId.parse('4d6ac14f-3453-41d0-bef9-a3e0c569773a'),
  userAdministrator: RoleDefinitionId.parse('fe930be7-5e62-47db-91af-98c3a49a38b1'),
  serviceSupportAdministrator: RoleDefinitionId.parse('f023fd81-a637-4b56-95fd-791ac0226033'),
  helpdeskAdministrator: RoleDefinitionId.parse('729827e3-9c14-49f7-bb1b-9608f156bbb8'),
} as const;

/**
 * The directory roles of which one suffices for an action in the customer's tenant, the one that gives least first;
 * empty where none is asked for.
 */
export function rolesFor(action: ActionName): readonly RoleDefinitionId[] {
  const provision = [ROLE.licenseAdministrator, ROLE.userAdministrator, ROLE.globalAdministrator];
  switch (action) {
    case 'subscription.provision':
    case 'subscription.upgrade':
      return provision;
    case 'subscription.support':
      return [ROLE.helpdeskAdministrator, ROLE.serviceSupportAdministrator, ...provision];
    default:
      return [];
  }
}

/** The roles that a new delegation would need to give: the least for the action, or for the day's work where it needs none. */
export function leastRolesFor(action: ActionName): readonly RoleDefinitionId[] {
  const [least] = rolesFor(action);
  return least ? [least] : [ROLE.licenseAdministrator, ROLE.helpdeskAdministrator];
}
