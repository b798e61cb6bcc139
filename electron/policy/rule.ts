import type { Cloud } from '#shared/model/partner.ts';
import type { ActionName, Obligation, Remedy, RuleSource } from '#shared/model/policy.ts';
import type { Question } from './question.ts';
import { isMissing, type Missing, type Truth } from './truth.ts';

/** What one rule says of one question. A rule that does not speak of it stays silent. */
export type Judgement =
  | { readonly effect: 'silent' }
  | { readonly effect: 'allow'; readonly obligations: readonly Obligation[] }
  /** Adds a duty to whatever allows; allows nothing by itself. */
  | { readonly effect: 'oblige'; readonly obligations: readonly Obligation[] }
  | { readonly effect: 'deny'; readonly remedies: readonly RemedyOf[] }
  | { readonly effect: 'unknown'; readonly missing: Missing };

export type RemedyOf = Omit<Remedy, 'rule'>;

/** One row of the rule table: which actions it speaks of, on which clouds, by which source, and what it says. */
export interface Rule {
  readonly id: string;
  readonly clouds: readonly Cloud[];
  readonly sources: readonly RuleSource[];
  readonly actions: readonly ActionName[];
  /** Pure: the same question, the same judgements. */
  readonly judge: (question: Question) => Judgement | readonly Judgement[];
}

export const BOTH: readonly Cloud[] = ['21vianet', 'global'];

export const SILENT: Judgement = { effect: 'silent' };

/** Allows when the condition holds; unknown when it can't be judged. */
export function allowWhen(condition: Truth, ...obligations: readonly Obligation[]): Judgement {
  if (isMissing(condition)) return { effect: 'unknown', missing: condition };
  return condition ? { effect: 'allow', obligations } : SILENT;
}

/** Denies when the condition holds, naming what would change that; unknown when it can't be judged. */
export function denyWhen(condition: Truth, ...remedies: readonly RemedyOf[]): Judgement {
  if (isMissing(condition)) return { effect: 'unknown', missing: condition };
  return condition ? { effect: 'deny', remedies } : SILENT;
}

/** The rule's own answer is "nobody says": unknown though no fact is missing. */
export function unknownWhen(condition: Truth): Judgement {
  if (isMissing(condition)) return { effect: 'unknown', missing: condition };
  return condition ? { effect: 'unknown', missing: [] } : SILENT;
}
