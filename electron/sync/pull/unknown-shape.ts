import { ProblemError } from '#shared/model/problem.ts';
import type { SyncStep } from '#shared/model/sync.ts';

/** A body that has not the shape that its service documents. */
export class UnknownShape extends ProblemError {
  /** The list that it lacks; `none` where it should be an object and is not. */
  readonly field: string;

  constructor(step: SyncStep, field: string) {
    super('unavailable', 'syncUnknownShape', { step, field });
    this.field = field;
  }
}
