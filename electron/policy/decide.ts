import type { Decision, Obligation, Outcome, Remedy } from '#shared/model/policy.ts';
import { type Lookup, lookupOf, type ReadyRule } from './lookup.ts';
import type { Question } from './question.ts';
import type { Rule } from './rule.ts';
import { RULES } from './table.ts';
import { every, isMissing, type Missing } from './truth.ts';

/** Answers one question. Pure: no clock, no randomness, no text. */
export const decide: (question: Question) => Decision = decideBy(RULES);

/**
 * How a table of rules answers: any matching deny wins; else unknown if a rule could not be judged or says unknown
 * itself; else allow if a rule allows; else deny by default (R00). The rule that decides is the first of the table
 * among those of the winning effect.
 */
export function decideBy(rules: readonly Rule[]): (question: Question) => Decision {
  const lookup: Lookup = lookupOf(rules);
  return (question) => {
    const votes = new Votes();
    for (const rule of lookup(question.context.cloud, question.action.name)) {
      for (const clause of rule.clauses) {
        switch (clause.says) {
          case 'require': {
            const within = every(clause.within, question);
            if (within === false) break;
            let granted = true;
            for (const need of clause.needs) {
              const holds = need.holds(question);
              if (holds === true) continue;
              granted = false;
              if (isMissing(holds)) votes.unknown(holds);
              if (within !== true) votes.unknown(within);
              else if (holds === false) votes.deny(need.remedies);
            }
            if (!granted || !clause.allows) break;
            if (within === true) votes.allow(clause.obligations);
            else votes.unknown(within);
            break;
          }
          case 'allow': {
            const when = every(clause.when, question);
            if (when === true) votes.allow(clause.obligations);
            else if (when !== false) votes.unknown(when);
            break;
          }
          case 'deny': {
            const when = every(clause.when, question);
            if (when === true) votes.deny(clause.remedies);
            else if (when !== false) votes.unknown(when);
            break;
          }
          case 'unknown': {
            const when = every(clause.when, question);
            if (when !== false) votes.unknown(when === true ? NONE : when);
            break;
          }
          case 'oblige':
            votes.oblige(clause.obligations);
            break;
        }
      }
      votes.close(rule);
    }
    return votes.decision();
  };
}

/** Nothing of something: shared, since most answers have most of their lists empty. */
const NONE: never[] = [];
Object.freeze(NONE);

type Reasons = Decision['context']['reasons'];

/** What the rules have said of one question so far. Each rule takes part once, with the gravest of what its clauses say. */
class Votes {
  /** What the present rule says, until it is closed. */
  #says: Outcome | undefined = undefined;
  #duties: readonly Obligation[] = NONE;

  /** The rules that decide, should the outcome be theirs. */
  readonly #first: Record<Outcome, string | undefined> = { allow: undefined, deny: undefined, unknown: undefined };
  readonly #reasons: Reasons = [];
  #missing: string[] = NONE;
  #remedies: Remedy[] = NONE;
  #obligations: Obligation[] = NONE;
  /** Rules that only add to what others allow. */
  #companions: { reason: Reasons[number]; obligations: readonly Obligation[] }[] = NONE;

  allow(obligations: readonly Obligation[] = NONE): void {
    this.#says ??= 'allow';
    if (obligations.length > 0) this.#obligations = [...this.#obligations, ...obligations];
  }

  deny(remedies: readonly Remedy[] = NONE): void {
    this.#says = 'deny';
    if (remedies.length === 0) return;
    const more = remedies.filter((remedy) => !this.#remedies.some((known) => isSame(known, remedy)));
    this.#remedies = [...this.#remedies, ...more];
  }

  unknown(missing: Missing): void {
    if (this.#says !== 'deny') this.#says = 'unknown';
    if (missing.length > 0) this.#missing = [...this.#missing, ...missing];
  }

  oblige(obligations: readonly Obligation[]): void {
    this.#duties = obligations;
  }

  /** The rule has said all it has to say. */
  close({ id, reasons }: ReadyRule): void {
    if (this.#duties.length > 0) {
      this.#companions = [...this.#companions, { reason: reasons.allow, obligations: this.#duties }];
      this.#duties = NONE;
    }
    if (!this.#says) return;
    this.#first[this.#says] ??= id;
    this.#reasons.push(reasons[this.#says]);
    this.#says = undefined;
  }

  decision(): Decision {
    const { allow, deny, unknown } = this.#first;
    const reasons = this.#reasons;
    if (deny) return answer('deny', deny, reasons, NONE, this.#remedies, NONE);
    if (unknown) return answer('unknown', unknown, reasons, [...new Set(this.#missing)], NONE, NONE);
    if (!allow) return answer('deny', 'R00', [BY_DEFAULT], NONE, NONE, NONE);
    for (const { reason, obligations } of this.#companions) {
      reasons.push(reason);
      this.#obligations = [...this.#obligations, ...obligations];
    }
    return answer('allow', allow, reasons, NONE, NONE, this.#obligations);
  }
}

const isSame = (one: Remedy, other: Remedy): boolean => one.action === other.action && one.rule === other.rule;

const BY_DEFAULT: Reasons[number] = Object.freeze({ rule: 'R00', effect: 'deny', source: null });

function answer(
  outcome: Outcome,
  rule: string,
  reasons: Reasons,
  missing: string[],
  remedies: Remedy[],
  obligations: Obligation[],
): Decision {
  return {
    decision: outcome === 'allow',
    context: { outcome, rule, reasons, missing, remedies, obligations },
  };
}
