import type { ServerWords } from '#shared/model/outbox.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { type Answer, isPassing } from './answer.ts';
import { type Fault, faultProblem } from './fault.ts';
import { retryAfter, waitInWords } from './retry.ts';
import { serverWords } from './server-words.ts';
import { wordsIn } from './service-refusal.ts';

/** What kept a request from being done; another time it may be. */
export interface Hindrance {
  readonly is: 'hindered';
  /** Milliseconds that the service asks us to wait; `null` where it does not tell. */
  readonly asked: number | null;
  readonly throttled: boolean;
  /** Whether another try may fare better; `reached`: only where the service could be reached before. */
  readonly again: Fault['again'];
  /** Whether the service certainly did nothing of what it was asked. */
  readonly undone: boolean;
  /** What it is to a person, after so many tries. */
  readonly problem: (host: string, tries: number) => ProblemError;
}

/** What an answer means for the request. */
export type Verdict =
  | { readonly is: 'done' }
  /** The token did not do. */
  | { readonly is: 'unauthorised'; readonly words: ServerWords }
  | { readonly is: 'refused'; readonly words: ServerWords }
  | Hindrance;

/** Judges an answer by its status and its words; `now` is when it came. */
export function judge({ status, headers, body }: Answer, now: Date): Verdict {
  if (status >= 200 && status < 300) return { is: 'done' };
  const words = serverWords(status, headers, body);
  if (status === 401) return { is: 'unauthorised', words };
  if (!isPassing(status)) return { is: 'refused', words };
  const throttled = status === 429;
  const asked = retryAfter(headers, now) ?? (throttled ? waitInWords(words.words) : null);
  return {
    is: 'hindered',
    asked,
    throttled,
    again: 'yes',
    // Turned away at the door; whatever else it fails with may come after the deed.
    undone: throttled || status === 503,
    problem: (host, tries) => passingProblem(words, host, tries, asked ?? 0),
  };
}

/** A service that says "later" once too often. */
function passingProblem(words: ServerWords, host: string, tries: number, asked: number): ProblemError {
  const values = { ...wordsIn(words), host, tries };
  return words.status === 429
    ? new ProblemError('unavailable', 'networkBusy', { ...values, minutes: Math.ceil(asked / 60_000) })
    : new ProblemError('unavailable', 'networkServiceDown', values);
}

/** A fault as what kept a request from being done. */
export function hinderedBy(fault: Fault): Hindrance {
  const { again, undone } = fault;
  const problem: Hindrance['problem'] = (host, tries) => faultProblem(fault, host, tries);
  return { is: 'hindered', asked: null, throttled: false, again, undone, problem };
}
