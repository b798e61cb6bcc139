import { z } from 'zod';
import { problemSentence } from '#shared/locales/translator.ts';
import { Problem, ProblemError } from '#shared/model/problem.ts';

/** Exit codes of the window hosts, the same as the command line's. */
export const EXIT = { done: 0, refused: 1, usage: 2, unreadable: 3, interrupted: 130 } as const;

/** A command line that makes no sense. The terminal is spoken to in English, so the sentence is the message. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const Carrier = z.object({ data: Problem });

/** The problem that an error carries, whether thrown here or answered by a procedure; undefined for anything else. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof ProblemError) return error.problem;
  const carried = Carrier.safeParse(error);
  return carried.success ? carried.data.data : undefined;
}

const CLOSED = new Set(['workspaceLocked', 'passphraseWrong', 'keychainRefuses', 'backupPassphraseWrong']);

/** Whether something is whole, but does not open to whoever asks. */
export const isClosed = ({ key }: Problem): boolean => CLOSED.has(key);

/** One English sentence for the terminal: a problem's own, or what an unexpected error says. */
export function sentenceOf(error: unknown): string {
  const problem = problemOf(error);
  if (problem) return problemSentence(problem, 'en');
  return error instanceof Error ? error.message : String(error);
}

/** The code a start that failed ends with: another window holding the workspace is no failure, if it opens our files. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return EXIT.usage;
  if (!(error instanceof ProblemError)) return EXIT.unreadable;
  switch (error.problem.kind) {
    case 'busy':
      // A window that runs already came to the front.
      return error.problem.key === 'workspaceBusy' ? EXIT.done : EXIT.refused;
    case 'bad-input':
      return EXIT.usage;
    default:
      return EXIT.unreadable;
  }
}
