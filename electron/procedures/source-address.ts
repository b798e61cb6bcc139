import { RULES } from '#electron/policy/index.ts';
import type { RuleId } from '#shared/model/policy.ts';
import { ProblemError } from '#shared/model/problem.ts';

/**
 * The address of a page that a rule rests on, by its place among the rule's sources. Nothing else can be asked for: a rule
 * or source that the table has not, or one without an `https:` address, is a `not-found` problem.
 */
export function sourceAddress(rule: RuleId, source: number): string {
  const address = RULES.find(({ id }) => id === rule)?.sources[source]?.url ?? null;
  if (address === null || new URL(address).protocol !== 'https:') {
    throw new ProblemError('not-found', 'unknownSource', { rule, number: source + 1 });
  }
  return address;
}
