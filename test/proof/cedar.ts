import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { ActionName, type Outcome, type PolicyRequest } from '#shared/model/policy.ts';
import { type CedarQuestion, questionOf } from './cedar-facts.ts';
import { type CedarPolicy, type Effect, readPolicies } from './cedar-policies.ts';
import type { Slots } from './cedar-words.ts';

/** What an engine answers; lists are in the order of the alphabet, so that two answers can be compared. */
export interface Verdict {
  readonly outcome: Outcome;
  /** The deciding rule. */
  readonly rule: string;
  /** The rules of the winning effect, and those that only oblige whom others allow. */
  readonly rules: readonly string[];
  /** Of an allowed act. */
  readonly obligations: readonly string[];
  /** Of a denied act, each with its rule and by whom, such as `R03 invitation.request by our-staff`. */
  readonly remedies: readonly string[];
}

/** The rules in Cedar, ready to judge. */
export interface Cedar {
  readonly slots: Slots;
  /** What its policies can say, such as `R11 allow`: every rule with each of its effects, once; to oblige is to allow. */
  readonly sayings: readonly string[];
  /** The request as Cedar is asked it; to be prepared outside of a measured time. */
  ask(request: PolicyRequest): CedarQuestion;
  /** @throws Error when a policy fails, which the validated policies never do */
  answer(question: CedarQuestion): Verdict;
}

const DEFAULT_SLOTS: Slots = { delegations: 3, assignments: 2 };

/**
 * One policy set per act: a policy whose scope names other acts can never take part, so Cedar need not look at it.
 */
function sliceByAction(policies: readonly CedarPolicy[], prefix: string): void {
  for (const action of ActionName.options) {
    const mine = policies.filter(({ actions }) => actions === null || actions.includes(action));
    const answer = preparsePolicySet(`${prefix}${action}`, {
      staticPolicies: Object.fromEntries(mine.map(({ id, text }) => [id, text])),
    });
    if (answer.type === 'failure')
      throw new Error(`Cedar refuses the policies of ${action}: ${answer.errors[0]?.message}`);
  }
}

/** Cedar's yes or no, and the policies that made it so, as one of three outcomes with what goes with it. */
function verdictOn(decision: 'allow' | 'deny', reasons: readonly CedarPolicy[]): Verdict {
  const said = (effect: Effect) => reasons.filter((policy) => policy.effect === effect);
  if (decision === 'deny') return verdict('deny', said('deny')) ?? BY_DEFAULT;
  return verdict('unknown', said('unknown')) ?? verdict('allow', said('allow'), said('oblige')) ?? BY_DEFAULT;
}

const BY_DEFAULT: Verdict = { outcome: 'deny', rule: 'R00', rules: ['R00'], obligations: [], remedies: [] };

/** One after the other in the order of the alphabet, each once. */
export const listOf = (items: readonly string[]): readonly string[] => [...new Set(items)].sort();

function verdict(
  outcome: Outcome,
  deciding: readonly CedarPolicy[],
  companions: readonly CedarPolicy[] = [],
): Verdict | undefined {
  const [rule] = listOf(deciding.map((policy) => policy.rule));
  if (rule === undefined) return undefined;
  const all = [...deciding, ...companions];
  return {
    outcome,
    rule,
    rules: listOf(all.map((policy) => policy.rule)),
    obligations: listOf(all.flatMap(({ obligations }) => obligations)),
    remedies: listOf(all.flatMap(({ remedies }) => remedies)),
  };
}

/**
 * Reads, expands and parses the Cedar policies once.
 *
 * @param slots how long the longest lists of delegations and assignments may be
 */
export function loadCedar(slots: Slots = DEFAULT_SLOTS): Cedar {
  const policies = readPolicies(slots);
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  const prefix = `${slots.delegations}-${slots.assignments}-`;
  sliceByAction(policies, prefix);
  const namedIn = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  return {
    slots,
    sayings: listOf(policies.map(({ rule, effect }) => `${rule} ${effect === 'oblige' ? 'allow' : effect}`)),
    ask: (request) => questionOf(request, slots),
    answer({ principal, action, resource, context, entities }) {
      const id = 'id' in action ? action.id : action.__entity.id;
      const preparsedPolicySetId = `${prefix}${id}`;
      const answer = statefulIsAuthorized({ principal, action, resource, context, entities, preparsedPolicySetId });
      if (answer.type === 'failure') throw new Error(`Cedar refuses a request: ${answer.errors[0]?.message}`);
      const { decision, diagnostics } = answer.response;
      const [error] = diagnostics.errors;
      if (error) throw new Error(`Cedar cannot evaluate ${error.policyId}: ${error.error.message}`);
      return verdictOn(decision, namedIn(diagnostics.reason));
    },
  };
}
