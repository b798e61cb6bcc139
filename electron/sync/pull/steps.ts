import type { Cursor, Page, PullContext } from '#electron/sync/source.ts';
import type { SyncStep } from '#shared/model/sync.ts';
import type { Reading } from './reading.ts';

/** A part of a page that a step knows; where it stands in the whole pull is added to it. */
export interface StepPage {
  readonly reading: Reading;
  /** Where the step stands after it; `null` at its end. */
  readonly at: string | null;
  readonly done: number;
  readonly of: number | null;
  readonly anew?: boolean;
}

/** One step of a pull, from a place in it on. */
export interface Step {
  readonly step: SyncStep;
  run(from: string | null, context: PullContext): AsyncIterable<StepPage>;
}

/** Runs steps one after another, from a cursor on. */
export async function* runSteps(
  steps: readonly Step[],
  from: Cursor | null,
  context: PullContext,
): AsyncGenerator<Page> {
  const begin = steps.findIndex(({ step }) => step === from?.step);
  for (const [nth, { run, step }] of steps.entries()) {
    if (nth < begin) continue;
    const following = steps[nth + 1];
    const at = nth === begin ? (from?.at ?? null) : null;
    for await (const { anew = false, at: place, done, of, reading } of run(at, context)) {
      const next = place !== null ? { step, at: place } : following ? { step: following.step, at: null } : null;
      const gathered = reading.gathered();
      yield { ...gathered, step, asOf: gathered.asOf ?? context.startedAt, next, done, of, anew };
    }
  }
}
