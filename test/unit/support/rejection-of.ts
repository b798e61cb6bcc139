import { type Problem, ProblemError } from '#shared/model/problem.ts';

/** The problem that a call rejects with; a call that ends well, or with another error, fails the test. */
export async function rejectionOf(call: () => Promise<unknown>): Promise<Problem> {
  try {
    await call();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('the call was expected to reject with a problem');
}
