import { askedByStaff } from '#electron/policy/question.ts';
import { BOTH, type Rule } from '#electron/policy/rule.ts';
import { SOURCE } from '#electron/policy/sources.ts';
import { isForMatrixAlone, rolePermits, type StaffPermission } from '#electron/policy/staff-matrix.ts';

const ASK_ROLE = { action: 'staff.ask-role', by: 'our-staff' } as const;

/** Which Partner Center roles may act at all. */
export const staffRules = (matrix: readonly StaffPermission[]): readonly Rule[] => [
  {
    id: 'R08',
    clouds: BOTH,
    sources: [SOURCE.staffChina, SOURCE.gdapFaq],
    actions: [...new Set(matrix.map(({ action }) => action))],
    clauses: [
      {
        says: 'require',
        within: [askedByStaff],
        needs: [{ holds: rolePermits(matrix), link: 'staff-role', remedies: [ASK_ROLE] }],
        allows: false,
      },
      { says: 'allow', when: [isForMatrixAlone, askedByStaff] },
    ],
  },
];
