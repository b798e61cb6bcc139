import type { Decision, Obligation, Outcome, Remedy } from '#shared/model/policy.ts';
import { type Lookup, lookupOf, type ReadyRule } from './lookup.ts';
import { meets, type Question } from './question.ts';
import type { Rule } from './rule.ts';
import { RULES } from './table.ts';
import { isMissing, type Missing } from './truth.ts';

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
            const within = meets(question, clause.within);
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
            const when = meets(question, clause.when);
            if (when === true) votes.allow(clause.obligations);
            else if (when !== false) votes.unknown(when);
            break;
          }
          case 'deny': {
            const when = meets(question, clause.when);
            if (when === true) votes.deny(clause.remedies);
            else if (when !== false) votes.unknown(when);
            break;
          }
          case 'unknown': {
            const when = meets(question, clause.when);
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

/** Nothing of something, until there is some. */
const NONE: readonly never[] = [];

type Reasons = Decision['context']['reasons'];

/** What the rules have said of one question so far. Each rule takes part once, with the gravest of what its clauses say. */
class Votes {
  /** What the present rule says, until it is closed. */
  #says: Outcome | undefined = undefined;
  #duties: readonly Obligation[] = NONE;

  /** The rules that decide, should the outcome be theirs. */
  #allowing: string | undefined = undefined;
  #denying: string | undefined = undefined;
  #unknowing: string | undefined = undefined;
  readonly #reasons: Reasons = [];
  readonly #missing: string[] = [];
  readonly #remedies: Remedy[] = [];
  readonly #obligations: Obligation[] = [];
  /** Rules that only add to what others allow. */
  #companions: readonly { reason: Reasons[number]; obligations: readonly Obligation[] }[] = NONE;

  allow(obligations: readonly Obligation[] = NONE): void {
    this.#says ??= 'allow';
    this.#obligations.push(...obligations);
  }

  deny(remedies: readonly Remedy[] = NONE): void {
    this.#says = 'deny';
    for (const remedy of remedies) {
      if (!this.#remedies.some((known) => isSame(known, remedy))) this.#remedies.push(remedy);
    }
  }

  unknown(missing: Missing): void {
    if (this.#says !== 'deny') this.#says = 'unknown';
    this.#missing.push(...missing);
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
    const says = this.#says;
    if (!says) return;
    if (says === 'allow') this.#allowing ??= id;
    else if (says === 'deny') this.#denying ??= id;
    else this.#unknowing ??= id;
    this.#reasons.push(reasons[says]);
    this.#says = undefined;
  }

  decision(): Decision {
    const reasons = this.#reasons;
    if (this.#denying) return answer('deny', this.#denying, reasons, [], this.#remedies);
    if (this.#unknowing) return answer('unknown', this.#unknowing, reasons, [...new Set(this.#missing)]);
    if (!this.#allowing) return answer('deny', 'R00', [BY_DEFAULT]);
    for (const { reason, obligations } of this.#companions) {
      reasons.push(reason);
      this.#obligations.push(...obligations);
    }
    return answer('allow', this.#allowing, reasons, [], [], this.#obligations);
  }
}

const isSame = (one: Remedy, other: Remedy): boolean => one.action === other.action && one.rule === other.rule;

const BY_DEFAULT: Reasons[number] = Object.freeze({ rule: 'R00', effect: 'deny', source: null });

function answer(
  outcome: Outcome,
  rule: string,
  reasons: Reasons,
  missing: string[] = [],
  remedies: Remedy[] = [],
  obligations: Obligation[] = [],
): Decision {
  return {
    decision: outcome === 'allow',
    context: { outcome, rule, reasons, missing, remedies, obligations },
  };
}
