import { decide, RULES } from '#electron/policy/index.ts';
import type { ShortAnswer } from '#shared/contract/customers.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { Outcome, type PolicyRequest, type RuleId, type SubscriptionAction } from '#shared/model/policy.ts';
import { type BetweenEnds, betweenEnds, liesBetween } from './between-ends.ts';
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

/** The rules by number, as the bits of a set of rules: there may be 32 of them. */
const RULE_IDS: readonly RuleId[] = RULES.map(({ id }) => id);
const BITS: ReadonlyMap<RuleId, number> = new Map(RULE_IDS.map((rule, bit) => [rule, 1 << bit]));

const standings = new WeakMap<Dossier, Standing>();

/**
 * What the policy answers about a dossier at the questions' time. It is kept with the dossier until the clock passes the
 * end of one of its delegations: nothing else lets an answer change by time alone.
 */
export function standingOf(dossier: Dossier, questions: Questions): Standing {
  const kept = standings.get(dossier);
  if (kept?.holdsFor(questions)) return kept;
  const made = new Standing(dossier, questions);
  standings.set(dossier, made);
  return made;
}

/** The answers about one customer and each of its subscriptions; each is asked when it is first wanted. */
export class Standing {
  readonly #span: BetweenEnds;
  readonly #dossier: Dossier;
  readonly #questions: Questions;
  /** The answers about each subscription in turn, action by action. */
  #codes: Uint8Array | undefined;
  /** The rules that decide any answer to each outcome, as bits; none until all were asked. */
  #deciding: Readonly<Record<Outcome, number>> | undefined;

  constructor(dossier: Dossier, questions: Questions) {
    this.#dossier = dossier;
    this.#questions = questions;
    this.#span = betweenEnds(dossier, questions.now);
  }

  /** When the clock alone may change an answer, in milliseconds since 1970; `Infinity` for never. */
  get until(): number {
    return this.#span.until;
  }

  /** Whether these questions have the same answers: the same asker, between the same two ends of delegations. */
  holdsFor(questions: Questions): boolean {
    return liesBetween(this.#span, questions.now) && questions.sameAskerAs(this.#questions);
  }

  /** The answer to an action on the dossier's nth subscription. */
  onSubscription(nth: number, action: SubscriptionAction): ShortAnswer {
    const { subscriptions } = this.#dossier;
    const subscription = subscriptions[nth];
    if (!subscription) throw new RangeError(`No subscription ${nth} in dossier ${this.#dossier.id}.`);
    this.#codes ??= new Uint8Array(subscriptions.length * SUBSCRIPTION_ACTIONS.length);
    const at = nth * SUBSCRIPTION_ACTIONS.length + SUBSCRIPTION_ACTIONS.indexOf(action);
    const code = this.#codes[at] || codeOf(this.#questions.ofSubscription(this.#dossier, subscription, action).request);
    this.#codes[at] = code;
    return answerOf(code);
  }

  /** Whether a rule decides an answer: about the customer itself or about one of its subscriptions. */
  isDecidedBy(rule: RuleId): boolean {
    return (this.#bits() & (BITS.get(rule) ?? 0)) !== 0;
  }

  /** The rules that decide an answer, by number; given an outcome, those that decide one so. */
  deciding(outcome?: Outcome): RuleId[] {
    const bits = this.#bits(outcome);
    return RULE_IDS.filter((_, bit) => (bits & (1 << bit)) !== 0);
  }

  #bits(outcome?: Outcome): number {
    const { allow, deny, unknown } = this.#allDeciding();
    return outcome === undefined ? allow | deny | unknown : { allow, deny, unknown }[outcome];
  }

  #allDeciding(): Readonly<Record<Outcome, number>> {
    if (this.#deciding) return this.#deciding;
    const bits = { allow: 0, deny: 0, unknown: 0 };
    const add = ({ rule, outcome }: ShortAnswer): void => {
      bits[outcome] |= BITS.get(rule) ?? 0;
    };
    for (const { request } of this.#questions.ofCustomer(this.#dossier)) add(answerOf(codeOf(request)));
    for (let nth = 0; nth < this.#dossier.subscriptions.length; nth += 1) {
      for (const action of SUBSCRIPTION_ACTIONS) add(this.onSubscription(nth, action));
    }
    this.#deciding = bits;
    return bits;
  }
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

function answerOf(code: number): ShortAnswer {
  const answer = ANSWERS[code - 1];
  if (!answer) throw new Error(`No answer has the code ${code}.`);
  return answer;
}
