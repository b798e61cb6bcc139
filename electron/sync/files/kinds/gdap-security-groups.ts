import { readGuid } from '#electron/sync/files/cells.ts';
import type { DelimitedKind } from '#electron/sync/files/kind.ts';
import { RowRejected } from '#electron/sync/files/rejected.ts';

/** `securityGroup.csv` of the GDAP bulk tool: our security groups and the directory roles meant for them. */
export const gdapSecurityGroups: DelimitedKind<'id' | 'name' | 'roles'> = {
  kind: 'gdap-security-groups',
  columns: {
    id: { header: 'Id' },
    name: { header: 'DisplayName' },
    // The tool misspells its own header; its documentation does not.
    roles: { header: 'CommaSeperatedRoles', also: ['CommaSeparatedRoles'] },
  },
  open: () => ({
    read: ({ cell, header }) => {
      const id = readGuid(cell('id'), header('id'));
      if (cell('name') === '') throw new RowRejected('missingField', { field: header('name') }, header('name'));
      const roles = cell('roles')
        .split(/[,;|\s]+/u)
        .filter((role) => role !== '')
        .map((role) => readGuid(role, header('roles')));
      return { about: 'group', id, name: cell('name'), roles: [...new Set(roles)] };
    },
  }),
};
