import { wordsIn } from '#electron/network/service-refusal.ts';
import type { ServerWords } from '#shared/model/outbox.ts';
import { ProblemError } from '#shared/model/problem.ts';

/** A service refused something that a cloud may not have at all: there is nothing to pull, and nothing to go on with. */
export class NotOffered extends ProblemError {
  constructor(answer: ServerWords) {
    super('refused', 'syncNotOffered', wordsIn(answer));
  }
}
