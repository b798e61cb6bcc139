import { problemOf } from '#electron/hosts/say.ts';
import type { Problem } from '#shared/model/problem.ts';

/** The problem that something ends with, thrown here or answered by a procedure; anything else fails the test. */
export async function problemAfter(work: Promise<unknown>): Promise<Problem> {
  try {
    await work;
  } catch (error) {
    const problem = problemOf(error);
    if (problem !== undefined) return problem;
    throw error;
  }
  throw new Error('it was expected to end with a problem');
}
