import { ALL_OUR_RULES, type RuleFilter } from '#renderer/app/view.ts';
import type { RuleEntry } from '#shared/contract/policy.ts';
import { wordsOf } from '#shared/model/fold.ts';
import type { Cloud } from '#shared/model/partner.ts';
import { assertNever } from '#shared/model/problem.ts';

/** A rule with all the words it is found by, folded. */
export interface FindableRule extends RuleEntry {
  readonly name: string;
  readonly haystack: string;
}

/** Whether a filter takes a rule. `ours` is the cloud of this workspace. */
export function matcherOf(filter: RuleFilter, ours: Cloud): (rule: FindableRule) => boolean {
  const words = wordsOf(filter.search);
  const cloud = filter.cloud === 'ours' ? ours : filter.cloud;
  const { program, action } = filter;
  return (rule) =>
    (cloud === null || rule.clouds.includes(cloud)) &&
    (program === null || rule.programs.length === 0 || rule.programs.includes(program)) &&
    (action === null || rule.actions.includes(action)) &&
    concernsRole(rule, filter.role) &&
    words.every((word) => rule.haystack.includes(word));
}

/** A filter that lets a rule be seen: each part that hides it gives way, the others stay as they are. */
export function revealing(filter: RuleFilter, rule: FindableRule, ours: Cloud): RuleFilter {
  const open: RuleFilter = { ...ALL_OUR_RULES, cloud: rule.clouds.includes(ours) ? 'ours' : null };
  const hides = (part: keyof RuleFilter) => !matcherOf({ ...open, [part]: filter[part] }, ours)(rule);
  const seen = <Part extends keyof RuleFilter>(part: Part): RuleFilter[Part] => (hides(part) ? open : filter)[part];
  return {
    search: seen('search'),
    cloud: seen('cloud'),
    program: seen('program'),
    role: seen('role'),
    action: seen('action'),
  };
}

/** A rule that asks for no role, on either side, concerns whoever acts. */
function concernsRole({ roles, customerRoles }: RuleEntry, wanted: RuleFilter['role']): boolean {
  if (wanted === null || (roles.length === 0 && customerRoles.length === 0)) return true;
  return wanted.side === 'staff' ? roles.includes(wanted.role) : customerRoles.includes(wanted.role);
}

/** Whether a filter, beyond the cloud it begins with, narrows anything. */
export function narrows({ search, cloud, program, role, action }: RuleFilter): boolean {
  return wordsOf(search).length > 0 || cloud !== 'ours' || program !== null || role !== null || action !== null;
}

export interface RuleSort {
  readonly column: 'rule' | 'name' | 'customers';
  readonly descending: boolean;
}

/** The rules in the order asked for; equals stay in the order of their numbers. `customersOf` is 0 while not counted. */
export function sortRules(
  rules: readonly FindableRule[],
  { column, descending }: RuleSort,
  customersOf: (rule: string) => number,
  collator: Intl.Collator,
): readonly FindableRule[] {
  const direction = descending ? -1 : 1;
  const compare = (a: FindableRule, b: FindableRule): number => {
    switch (column) {
      case 'rule':
        return a.rule.localeCompare(b.rule, 'en');
      case 'name':
        return collator.compare(a.name, b.name);
      case 'customers':
        return customersOf(a.rule) - customersOf(b.rule);
      default:
        return assertNever(column);
    }
  };
  return [...rules].sort((a, b) => direction * compare(a, b) || a.rule.localeCompare(b.rule, 'en'));
}
