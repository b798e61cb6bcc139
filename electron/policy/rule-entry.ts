import type { RuleEntry } from '#shared/contract/policy.ts';
import { StaffRole } from '#shared/model/partner.ts';
import { Outcome } from '#shared/model/policy.ts';
import type { Clause, Rule } from './rule.ts';
import { STAFF_MATRIX } from './staff-matrix.ts';

/** A rule as the rule browser lists it. */
export function ruleEntry(rule: Rule): RuleEntry {
  const { id, clouds, actions, programs = [], customerRoles = [], sources } = rule;
  const matrix = STAFF_MATRIX.filter(
    ({ action, kind }) => actions.includes(action) && (kind === null || kind === (rule.kind ?? kind)),
  );
  return {
    rule: id,
    clouds: [...clouds],
    actions: [...actions],
    effects: effectsOf(rule),
    programs: [...programs],
    roles: StaffRole.options.filter((role) => matrix.some(({ roles }) => roles.includes(role))),
    customerRoles: [...customerRoles],
    sources: [...sources],
  };
}

/** What a rule can bring about. */
function effectsOf({ id, clauses }: Rule): Outcome[] {
  // The default stands in the table without clauses: the combiner applies it.
  if (id === 'R00') return ['deny'];
  const effects = clauses.flatMap(effectsOfClause);
  return Outcome.options.filter((effect) => effects.includes(effect));
}

function effectsOfClause(clause: Clause): Outcome[] {
  switch (clause.says) {
    case 'require':
      return clause.allows ? ['allow', 'deny'] : ['deny'];
    case 'oblige':
      return ['allow'];
    case 'allow':
    case 'deny':
    case 'unknown':
      return [clause.says];
  }
}
