import { readRequest } from '#electron/policy/index.ts';
import type { PolicyRequest } from '#shared/model/policy.ts';
import type { Cedar, Verdict } from './cedar.ts';
import { rawRequestAt } from './space.ts';

/** A request of the space, its place there, and what Cedar says of it. */
export interface JudgedPlace {
  readonly index: number;
  readonly request: PolicyRequest;
  readonly verdict: Verdict;
}

/** Asks Cedar about places of the space, one by one, so that several proofs can rest on the same verdicts. */
export function* judge(indices: Iterable<number>, cedar: Cedar): Generator<JudgedPlace> {
  for (const index of indices) {
    const request = readRequest(rawRequestAt(index));
    yield { index, request, verdict: cedar.answer(cedar.ask(request)) };
  }
}
