import { decideBy } from '#electron/policy/decide.ts';
import type { ActionName, Decision, PolicyRequest } from '#shared/model/policy.ts';
import type { Verdict } from './cedar.ts';
import { isSame, verdictOf } from './differential.ts';
import { type Mutant, mutants } from './mutants.ts';

/** A request, and what Cedar says of it. */
export interface Judged {
  readonly request: PolicyRequest;
  readonly verdict: Verdict;
}

/** The wrong tables that answer all of these requests as Cedar does: whoever broke our table so would not be noticed. */
export function survivors(judged: readonly Judged[], among: readonly Mutant[] = mutants()): readonly Mutant[] {
  const byAction = new Map<ActionName, Judged[]>();
  for (const one of judged) {
    const { name } = one.request.action;
    const known = byAction.get(name);
    if (known) known.push(one);
    else byAction.set(name, [one]);
  }
  return among.filter(({ rules, actions }) => {
    const decide = decideBy(rules);
    return actions.every((action) =>
      (byAction.get(action) ?? []).every(({ request, verdict }) => agrees(decide(request), verdict)),
    );
  });
}

/** Outcome and deciding rule first: most wrong tables show there, and it costs nothing. */
function agrees(decision: Decision, verdict: Verdict): boolean {
  const { outcome, rule } = decision.context;
  return outcome === verdict.outcome && rule === verdict.rule && isSame(verdictOf(decision), verdict);
}
