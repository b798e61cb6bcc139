import { type DelegationParts, EFFECTIVE_DELEGATION } from './effective-delegation.ts';
import { BOTH, type Rule } from './rule.ts';
import { ANOTHERS_DAP, delegationRules } from './rules/delegations.ts';
import { invitationRules } from './rules/invitations.ts';
import { relationshipRules } from './rules/relationships.ts';
import { staffRules } from './rules/staff.ts';
import { subscriptionRules } from './rules/subscriptions.ts';
import { STAFF_MATRIX, type StaffPermission } from './staff-matrix.ts';

/** The default: what no rule allows is denied. The combiner applies it; it stands here so that the table is whole. */
const defaultDeny: Rule = { id: 'R00', clouds: BOTH, sources: [], actions: [], clauses: [] };

/** What the rules are made of besides their conditions. */
export interface TableParts {
  readonly staffMatrix: readonly StaffPermission[];
  readonly effectiveDelegation: DelegationParts;
  readonly anothersDap: typeof ANOTHERS_DAP;
}

export const TABLE_PARTS: TableParts = {
  staffMatrix: STAFF_MATRIX,
  effectiveDelegation: EFFECTIVE_DELEGATION,
  anothersDap: ANOTHERS_DAP,
};

/** The rules, by number, over any parts: a proof takes parts away and sees what notices. */
export function rulesOver(parts: TableParts): readonly Rule[] {
  return [
    defaultDeny,
    ...invitationRules,
    ...delegationRules(parts.anothersDap),
    ...subscriptionRules(parts.effectiveDelegation),
    ...relationshipRules,
    ...staffRules(parts.staffMatrix),
  ].sort((a, b) => a.id.localeCompare(b.id));
}

/** Every rule, by number. */
export const RULES: readonly Rule[] = rulesOver(TABLE_PARTS);
