import { type Problem, ProblemError } from '#shared/model/problem.ts';

/** The problem that a call ends with; a call that ends well, or with another error, fails the test. */
export function problemOf(call: () => unknown): Problem {
  try {
    call();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('the call was expected to end with a problem');
}
