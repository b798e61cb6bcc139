import type { PolicyRequest } from '#shared/model/policy.ts';

/** An engine's turns: how many questions it has answered, in how many milliseconds. */
export class Turns {
  answered = 0;
  milliseconds = 0;

  /** Answers everything, and measures nothing else. */
  take<Q, A>(questions: readonly Q[], answer: (question: Q) => A): A[] {
    const start = performance.now();
    const answers = questions.map(answer);
    this.milliseconds += performance.now() - start;
    this.answered += questions.length;
    return answers;
  }

  get perSecond(): number {
    return this.answered / (this.milliseconds / 1000);
  }
}

/** Two engines on the same requests: a peer, and ours. */
export interface Contest<Q, A, B> {
  /** Every how many requests of the sweep they are asked. */
  readonly step: number;
  /** The request in the peer's words; made outside of the measured time. */
  readonly ask: (request: PolicyRequest) => Q;
  readonly peer: (question: Q) => A;
  readonly ours: (request: PolicyRequest) => B;
  /** Whether the two answers say the same. */
  readonly agree: (peers: A, ours: B) => boolean;
}

/** How many requests a peer answers in a turn: enough that both engines run warm. */
const TURN = 2_000;

/**
 * Lets a peer and ours answer every so many requests of a sweep, which comes in slices.
 *
 * @throws Error naming the first request on which they disagree
 */
export class Match<Q, A, B> {
  readonly peers = new Turns();
  readonly ours = new Turns();
  readonly #contest: Contest<Q, A, B>;
  #seen = 0;
  #part: PolicyRequest[] = [];

  constructor(contest: Contest<Q, A, B>) {
    this.#contest = contest;
  }

  /** Takes its part of a slice, and plays as soon as there is enough of it. */
  add(slice: readonly PolicyRequest[]): void {
    const { step } = this.#contest;
    this.#part.push(...slice.filter((_, place) => (this.#seen + place) % step === 0));
    this.#seen += slice.length;
    if (this.#part.length >= TURN) this.play();
  }

  /** Lets both answer what is left. */
  play(): void {
    const { ask, peer, ours, agree } = this.#contest;
    const part = this.#part;
    this.#part = [];
    const theirAnswers = this.peers.take(part.map(ask), peer);
    const ourAnswers = this.ours.take(part, ours);
    for (const [place, request] of part.entries()) {
      const [theirs, own] = [theirAnswers[place], ourAnswers[place]];
      if (theirs === undefined || own === undefined || !agree(theirs, own)) {
        throw new Error(`The engines disagree on ${JSON.stringify(request)}: ${JSON.stringify([theirs, own])}`);
      }
    }
  }
}
