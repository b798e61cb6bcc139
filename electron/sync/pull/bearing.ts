import { ServiceRefusal } from '#electron/network/service-refusal.ts';
import type { PullContext } from '#electron/sync/source.ts';
import type { Instant } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';

/** A service gave no usable answer about one thing, however often it was asked; the pull may go on without it. */
export class Unanswered extends ProblemError {}

/** For so many customers a service may fail in a row: it is there, and fails for these. */
const IN_A_ROW = 8;

/** For so many it may fail in all: a few, and one for twenty requests that were answered. */
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
  const failed = new Set<string>();
  const inARow = new Set<string>();
  const answer = () => {
    answered += 1;
    inARow.clear();
  };
  return async (request) => {
    try {
      const found = await send(request);
      answer();
      return found.at < startedAt ? { ...found, at: startedAt } : found;
    } catch (error) {
      if (error instanceof ServiceRefusal) answer();
      if (!(error instanceof ProblemError) || !OF_ONE_THING.has(error.problem.key)) throw error;
      for (const some of [failed, inARow]) some.add(wholeOf(request.url));
      if (inARow.size > IN_A_ROW || failed.size > FEW + answered / ONE_IN) throw error;
      const { key, kind, values } = error.problem;
      throw new Unanswered(kind, key, values);
    }
  };
}

/** What an address is about: a customer with all that it has, or a thing of its own. */
const wholeOf = (url: string): string => /\/customers\/[^/?]+/u.exec(url)?.[0] ?? url;
