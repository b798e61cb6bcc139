import { ServiceRefusal } from '#electron/network/service-refusal.ts';
import type { PullContext } from '#electron/sync/source.ts';
import type { Instant } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';

/** A service gave no usable answer about one thing, however often it was asked; the pull may go on without it. */
export class Unanswered extends ProblemError {}

/** So many requests may fail in a row: the service is there, and fails for one thing. */
const IN_A_ROW = 8;

/** So many of all requests may fail: a few, and one in twenty of those that were answered. */
const FEW = 5;
const ONE_IN = 20;

/** What the answer to one request may be while others are answered well. */
const OF_ONE_THING: ReadonlySet<string> = new Set([
  'networkServiceDown',
  'networkReset',
  'networkSilent',
  'networkHalf',
  'networkEmpty',
  'networkNotJson',
  'networkTooLarge',
]);

/**
 * The same sending, which bears with a service that fails for a few things. No answer is from before the run began: the
 * clock may be set back meanwhile.
 */
export function bearing(send: PullContext['send'], startedAt: Instant): PullContext['send'] {
  let answered = 0;
  let failed = 0;
  let inARow = 0;
  const answer = () => {
    answered += 1;
    inARow = 0;
  };
  return async (request) => {
    try {
      const found = await send(request);
      answer();
      return found.at < startedAt ? { ...found, at: startedAt } : found;
    } catch (error) {
      if (error instanceof ServiceRefusal) answer();
      if (!(error instanceof ProblemError) || !OF_ONE_THING.has(error.problem.key)) throw error;
      failed += 1;
      inARow += 1;
      if (inARow > IN_A_ROW || failed > FEW + answered / ONE_IN) throw error;
      const { key, kind, values } = error.problem;
      throw new Unanswered(kind, key, values);
    }
  };
}
