import type { ServerWords } from '#shared/model/outbox.ts';
import type { Problem } from '#shared/model/problem.ts';

/** Nobody can tell what became of a command, or what it rested on is not so any more: a person must look. */
export class Attention extends Error {
  override readonly name = 'Attention';
  readonly problem: Problem;

  constructor(key: string, values: Problem['values'] = {}) {
    super(key);
    this.problem = { kind: 'refused', key, values };
  }
}

/** It was refused, for a reason that we know better than the service puts it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: Problem;
  readonly answer: ServerWords | null;

  constructor(problem: Problem, answer: ServerWords | null) {
    super(problem.key);
    this.problem = problem;
    this.answer = answer;
  }
}
