import { RoleDefinitionId } from '#shared/model/ids.ts';

const role = (id: string) => RoleDefinitionId.parse(id);

/** License Administrator and Service Support Administrator: what provisioning and supporting take, and no more. */
export const USUAL_ROLES = [
  role('4d6ac14f-3453-41d0-bef9-a3e0c569773a'),
  role('f023fd81-a637-4b56-95fd-791ac0226033'),
] as const;

/** The built-in directory roles that matter to the policy, the strongest first; their names are in `terms.directoryRoles`. */
export const DIRECTORY_ROLES: readonly RoleDefinitionId[] = [
  role('62e90394-69f5-4237-9190-012177145e10'),
  role('fe930be7-5e62-47db-91af-98c3a49a38b1'),
  USUAL_ROLES[0],
  role('729827e3-9c14-49f7-bb1b-9608f156bbb8'),
  USUAL_ROLES[1],
];
