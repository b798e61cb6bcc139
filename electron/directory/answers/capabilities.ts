import { decide, trace } from '#electron/policy/index.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import type { Capability } from '#shared/model/policy.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import type { TraceStep } from '#shared/model/trace.ts';
import { type Question, Questions, SUBSCRIPTION_ACTIONS } from './questions.ts';

/** What our own staff may do at a time: the policy's whole answers, with reasons and remedies. */
export class Capabilities {
  readonly #questions: Questions;

  /** `capabilities` are what the cloud is known to offer beyond its documents, such as `gdap` on 21Vianet (R21). */
  constructor(profile: PartnerProfile, now: Date, capabilities: readonly string[] = []) {
    this.#questions = new Questions(profile, now, capabilities);
  }

  /** Every action on the customer itself. */
  onCustomer(dossier: Dossier): Capability[] {
    return this.#questions.ofCustomer(dossier).map(answer);
  }

  /** Every action on one subscription. */
  onSubscription(dossier: Dossier, subscription: Subscription): Capability[] {
    return SUBSCRIPTION_ACTIONS.map((action) => answer(this.#questions.ofSubscription(dossier, subscription, action)));
  }

  /** One of those answers, with the chain it hangs on; a question that is never asked is a `not-found` problem. */
  explain(
    dossier: Dossier,
    subscription: Subscription | null,
    asked: Pick<Capability, 'action' | 'properties'>,
  ): { answer: Capability; trace: TraceStep[] } {
    const questions = subscription
      ? SUBSCRIPTION_ACTIONS.map((action) => this.#questions.ofSubscription(dossier, subscription, action))
      : this.#questions.ofCustomer(dossier);
    const question = questions.find(
      ({ action, properties }) => action === asked.action && isAlike(properties, asked.properties),
    );
    if (!question) throw new ProblemError('not-found', 'unknownQuestion', { action: asked.action });
    return { answer: answer(question), trace: trace(question.request) };
  }

  /** Whether our staff may invite the customer into this kind of relationship. */
  invite(dossier: Dossier, kind: 'reseller' | 'gdap'): Capability {
    return answer(this.#questions.invitation(dossier, kind));
  }
}

function answer({ action, properties, request }: Question): Capability {
  return { action, properties, ...decide(request) };
}

function isAlike(one: Capability['properties'], other: Capability['properties']): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
