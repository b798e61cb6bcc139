import { Link, type LinkState, type TraceStep } from '#shared/model/trace.ts';
import { decide } from './decide.ts';
import { meets, type Question } from './question.ts';
import type { Clause, Need } from './rule.ts';
import { RULES } from './table.ts';
import { partOf, type TracePart, unreached } from './trace-part.ts';
import { isMissing, not, type Truth } from './truth.ts';

/**
 * The chain that the answer to a question hangs on, in its order: which link holds, which is broken, which is unknown,
 * and which was not reached because an earlier one is not there.
 */
export function trace(question: Question): TraceStep[] {
  const { rule: deciding } = decide(question).context;
  const steps = new Map<Link, { state: LinkState; rules: string[]; missing: string[] }>();
  for (const rule of RULES) {
    if (!(rule.clouds.includes(question.context.cloud) && rule.actions.includes(question.action.name))) continue;
    const parts = rule.clauses.flatMap((clause) => partsOf(clause, question, deciding === 'R00'));
    for (const { link, state, missing } of parts) {
      const step = steps.get(link) ?? { state, rules: [], missing: [] };
      steps.set(link, {
        state: graver(step.state, state),
        rules: [...new Set([...step.rules, rule.id])],
        missing: [...new Set([...step.missing, ...missing])],
      });
    }
  }
  return Link.options.flatMap((link) => {
    const step = steps.get(link);
    return step ? [{ link, ...step }] : [];
  });
}

/** How the links stand that a clause asks for; `byDefault` when no rule allowed, so that each that might have is broken. */
function partsOf(clause: Clause, question: Question, byDefault: boolean): readonly TracePart[] {
  switch (clause.says) {
    case 'require': {
      const within = meets(question, clause.within);
      const scope = clause.link ? [partOf(clause.link, within)] : [];
      if (within === false) return byDefault ? scope : [];
      return [...scope, ...clause.needs.flatMap((need) => partsOfNeed(need, question, within, scope.length > 0))];
    }
    case 'allow': {
      const when = meets(question, clause.when);
      return clause.link && (when !== false || byDefault) ? [partOf(clause.link, when)] : [];
    }
    case 'deny': {
      const when = meets(question, clause.when);
      return when === false ? [] : [partOf(clause.link, not(when))];
    }
    case 'unknown': {
      const when = meets(question, clause.when);
      return when === false ? [] : [{ link: clause.link, state: 'unknown', missing: when === true ? [] : when }];
    }
    case 'oblige':
      return [];
  }
}

/** While it is unknown whether a need is asked for at all, it breaks nothing yet. */
function partsOfNeed(
  { holds, link }: Need,
  question: Question,
  within: Truth,
  isScoped: boolean,
): readonly TracePart[] {
  const parts = typeof link === 'string' ? [partOf(link, holds(question))] : link(question);
  if (!isMissing(within)) return parts;
  return parts.map((part) => {
    if (!isScoped) return { link: part.link, state: 'unknown', missing: within };
    return part.state === 'broken' ? unreached(part.link) : part;
  });
}

const GRAVITY: readonly LinkState[] = ['unreached', 'holds', 'unknown', 'broken'];

/** Several rules may ask for one link: the gravest of what they see counts. */
function graver(one: LinkState, other: LinkState): LinkState {
  return GRAVITY.indexOf(other) > GRAVITY.indexOf(one) ? other : one;
}
