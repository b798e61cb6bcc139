import { decide, RULES } from '#electron/policy/index.ts';
import type { ShortAnswer } from '#shared/contract/customers.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { Outcome, type PolicyRequest, type RuleId, type SubscriptionAction } from '#shared/model/policy.ts';
import { type BetweenEnds, betweenEnds } from './between-ends.ts';
import { type Questions, SUBSCRIPTION_ACTIONS } from './questions.ts';

/** Every answer there can be. One is kept as a byte: 0 while it was not asked, n for the nth of these. */
const ANSWERS: readonly ShortAnswer[] = RULES.flatMap(({ id }) =>
  Outcome.options.map((outcome) => ({ outcome, rule: id })),
);
const CODES: Record<Outcome, ReadonlyMap<RuleId, number>> = {
  allow: codesOf('allow'),
  deny: codesOf('deny'),
  unknown: codesOf('unknown'),
};

/** By an answer's code: the place of its outcome among all outcomes. */
export const OUTCOME_OF: Uint8Array = Uint8Array.from([
  0,
  ...ANSWERS.map(({ outcome }) => Outcome.options.indexOf(outcome)),
]);

/** The rules by number, as the bits of a set of rules: there may be 32 of them. */
export const RULE_IDS: readonly RuleId[] = RULES.map(({ id }) => id);
const BITS: ReadonlyMap<RuleId, number> = new Map(RULE_IDS.map((rule, bit) => [rule, 1 << bit]));

/** Sets of rules as bits: those that decide an answer to each outcome. */
export type DecidingBits = Readonly<Record<Outcome, number>>;

/**
 * What the policy answers about one customer and each of its subscriptions at the questions' time; each answer is asked
 * when it is first wanted. Until the clock passes the end of a delegation they stay as they are: nothing else lets an
 * answer change by time alone.
 */
export class Standing {
  readonly span: BetweenEnds;
  readonly #dossier: Dossier;
  readonly #questions: Questions;
  /** The answers about each subscription in turn, action by action. */
  #codes: Uint8Array | undefined;
  /** The rules that decide any answer to each outcome, as bits; none until all were asked. */
  #deciding: DecidingBits | undefined;

  constructor(dossier: Dossier, questions: Questions) {
    this.#dossier = dossier;
    this.#questions = questions;
    this.span = betweenEnds(dossier, questions.now);
  }

  /** The answer to an action on the dossier's nth subscription, as `answerOf` understands it. */
  onSubscription(nth: number, action: SubscriptionAction): number {
    const { subscriptions } = this.#dossier;
    const subscription = subscriptions[nth];
    if (!subscription) throw new RangeError(`No subscription ${nth} in dossier ${this.#dossier.id}.`);
    this.#codes ??= new Uint8Array(subscriptions.length * SUBSCRIPTION_ACTIONS.length);
    const at = nth * SUBSCRIPTION_ACTIONS.length + SUBSCRIPTION_ACTIONS.indexOf(action);
    const code = this.#codes[at] || codeOf(this.#questions.ofSubscription(this.#dossier, subscription, action).request);
    this.#codes[at] = code;
    return code;
  }

  /** The rules that decide any answer, about the customer itself or about one of its subscriptions. */
  deciding(): DecidingBits {
    if (this.#deciding) return this.#deciding;
    const bits = { allow: 0, deny: 0, unknown: 0 };
    const add = (code: number): void => {
      const { outcome, rule } = answerOf(code);
      bits[outcome] |= bitOf(rule);
    };
    for (const { request } of this.#questions.ofCustomer(this.#dossier)) add(codeOf(request));
    for (let nth = 0; nth < this.#dossier.subscriptions.length; nth += 1) {
      for (const action of SUBSCRIPTION_ACTIONS) add(this.onSubscription(nth, action));
    }
    this.#deciding = bits;
    return bits;
  }
}

/** A rule as a bit of a set; no bit for one that is not in the table. */
export function bitOf(rule: RuleId): number {
  return BITS.get(rule) ?? 0;
}

/** The rules of a set, by number. */
export function rulesIn(bits: number): RuleId[] {
  return RULE_IDS.filter((_, bit) => (bits & (1 << bit)) !== 0);
}

function codesOf(outcome: Outcome): ReadonlyMap<RuleId, number> {
  return new Map(ANSWERS.flatMap((answer, index) => (answer.outcome === outcome ? [[answer.rule, index + 1]] : [])));
}

function codeOf(request: PolicyRequest): number {
  const { outcome, rule } = decide(request).context;
  const code = CODES[outcome].get(rule);
  if (code === undefined) throw new Error(`Rule ${rule} decided, but is not in the table.`);
  return code;
}

/** What an answer's code stands for. */
export function answerOf(code: number): ShortAnswer {
  const answer = ANSWERS[code - 1];
  if (!answer) throw new Error(`No answer has the code ${code}.`);
  return answer;
}
