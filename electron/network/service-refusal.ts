import type { ServerWords } from '#shared/model/outbox.ts';
import { ProblemError } from '#shared/model/problem.ts';

/** A service understood the request and said no. */
export class ServiceRefusal extends Error {
  override readonly name = 'ServiceRefusal';
  readonly answer: ServerWords;

  constructor(answer: ServerWords) {
    super(`${answer.status} ${answer.code ?? ''} ${answer.words}`);
    this.answer = answer;
  }
}

/** What a service said, as values of a sentence; `none` where it said nothing. */
export const wordsIn = ({ status, code, words }: ServerWords) => ({
  status,
  code: code ?? 'none',
  words: words === '' ? 'none' : words,
});

/** A refusal as the problem of whoever can do nothing without what was refused. */
export function refusalProblem(answer: ServerWords, host: string): ProblemError {
  const values = { ...wordsIn(answer), host };
  return answer.status === 403
    ? new ProblemError('refused', 'networkNoRights', values)
    : new ProblemError('refused', 'networkRefused', values);
}
