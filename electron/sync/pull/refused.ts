import { ServiceRefusal } from '#electron/network/service-refusal.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { Unanswered } from './bearing.ts';
import type { Reading } from './reading.ts';
import { UnknownShape } from './unknown-shape.ts';

/** What a service does not show of one thing, or not as documented; the pull goes on without it. */
export function leaveOut(reading: Reading, error: unknown, id: string, customer: CustomerId | null): void {
  if (error instanceof UnknownShape) {
    reading.refuse({ id, customer, key: 'unknownShape', values: { field: error.field } });
    return;
  }
  if (error instanceof Unanswered) {
    reading.needed += 1;
    reading.refuse({ id, customer, key: 'unanswered', values: { tries: error.problem.values.tries ?? 1 } });
    return;
  }
  if (!(error instanceof ServiceRefusal)) throw error;
  reading.needed += 1;
  const { code, status, words } = error.answer;
  reading.refuse({ id, customer, key: 'serviceRefused', values: { status, code: code ?? 'none', words } });
}

/** A service that refuses a whole list ends the pull. */
export function asProblem(error: unknown): unknown {
  if (!(error instanceof ServiceRefusal)) return error;
  const { code, status, words } = error.answer;
  return new ProblemError('refused', 'syncRefused', { status, code: code ?? 'none', words });
}

/** Whether a service does not take the mark of a list that was begun any more. */
export function isContinuationOver(error: unknown): boolean {
  return error instanceof ServiceRefusal && [400, 404, 410].includes(error.answer.status);
}
