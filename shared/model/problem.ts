import { z } from 'zod';

/**
 * What went wrong, as a value: a kind (which decides the exit code), a message key of the `problems`
 * catalogue, and the values that the message names (file, line, field …). Text is made at the edge, in the reader's language.
 */
export const ProblemKind = z.enum(['bad-input', 'not-found', 'refused', 'busy', 'damaged', 'unavailable']);
export type ProblemKind = z.infer<typeof ProblemKind>;

export const ProblemValues = z.record(z.string(), z.union([z.string(), z.number()]));

export const Problem = z.object({ kind: ProblemKind, key: z.string().min(1), values: ProblemValues });
export type Problem = z.infer<typeof Problem>;

/** Carries a problem out of the depths; hosts turn it back into a value. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  constructor(kind: ProblemKind, key: string, values: z.infer<typeof ProblemValues> = {}) {
    super(`${key} ${JSON.stringify(values)}`);
    this.problem = { kind, key, values };
  }
}

/** Ends an exhaustive switch: the compiler refuses to reach it. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
