import type { Decision, Obligation, Outcome, PolicyRequest, Remedy } from '#shared/model/policy.ts';
import type { Rule } from './rule.ts';
import { rulesFor } from './table.ts';

const DEFAULT_DENY: Decision = {
  decision: false,
  context: {
    outcome: 'deny',
    rule: 'R00',
    reasons: [{ rule: 'R00', effect: 'deny', source: null }],
    missing: [],
    remedies: [],
    obligations: [],
  },
};

/**
 * Answers one question: any matching deny wins; else unknown if a rule could not be judged or says unknown itself;
 * else allow if a rule allows; else deny by default (R00). Pure: no clock, no randomness, no text.
 */
export function decide(request: PolicyRequest): Decision {
  const reasons: Decision['context']['reasons'] = [];
  const missing = new Set<string>();
  const remedies: Remedy[] = [];
  const obligations = new Set<Obligation>();
  const deciding: Partial<Record<Outcome, string>> = {};
  const takePart = (rule: Rule, effect: Outcome): void => {
    deciding[effect] ??= rule.id;
    reasons.push({ rule: rule.id, effect, source: rule.sources[0] ?? null });
  };
  const duties: { rule: Rule; obligations: readonly Obligation[] }[] = [];
  for (const rule of rulesFor(request.context.cloud, request.action.name)) {
    for (const judgement of [rule.judge(request)].flat()) {
      switch (judgement.effect) {
        case 'silent':
          break;
        case 'oblige':
          duties.push({ rule, obligations: judgement.obligations });
          break;
        case 'allow':
          takePart(rule, 'allow');
          for (const obligation of judgement.obligations) obligations.add(obligation);
          break;
        case 'deny':
          takePart(rule, 'deny');
          for (const remedy of judgement.remedies) remedies.push({ ...remedy, rule: rule.id });
          break;
        case 'unknown':
          // Of a rule that neither its allowing nor its denying side can judge, one mention is enough.
          if (!reasons.some((reason) => reason.rule === rule.id && reason.effect === 'unknown'))
            takePart(rule, 'unknown');
          for (const path of judgement.missing) missing.add(path);
          break;
      }
    }
  }
  if (deciding.deny) return answer('deny', deciding.deny, { reasons, remedies });
  if (deciding.unknown) return answer('unknown', deciding.unknown, { reasons, missing: [...missing] });
  if (!deciding.allow) return DEFAULT_DENY;
  for (const duty of duties) {
    takePart(duty.rule, 'allow');
    for (const obligation of duty.obligations) obligations.add(obligation);
  }
  return answer('allow', deciding.allow, { reasons, obligations: [...obligations] });
}

function answer(outcome: Outcome, rule: string, parts: Partial<Decision['context']>): Decision {
  return {
    decision: outcome === 'allow',
    context: { outcome, rule, reasons: [], missing: [], remedies: [], obligations: [], ...parts },
  };
}
