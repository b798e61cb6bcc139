import type { Home } from '#electron/records/dossier-documents.ts';
import type { Opening } from '#shared/contract/workspace.ts';

/** The workspace that is brought up to date, and the time. */
export interface Old extends Home {
  readonly clock: () => Date;
}

export type Progress = (progress: Opening) => void;

/**
 * A step from one version of the documents to the next. It may be cut short at any point and is then run from its
 * beginning again, so it must not take away what it reads before the workspace document says the new version.
 */
export interface Migration<From extends number, To extends number> {
  readonly from: From;
  readonly to: To;
  run(old: Old, onProgress: Progress): Promise<void>;
  /** Clears what the step left of the old version; `files` are the names in the folder of dossiers. */
  finish(home: Home, files: readonly string[]): Promise<void>;
}

/** Migrations one after another: the compiler lets none be left out. */
export class Chain<To extends number> {
  readonly steps: readonly Migration<number, number>[];

  private constructor(steps: readonly Migration<number, number>[]) {
    this.steps = steps;
  }

  static of<From extends number, To extends number>(first: Migration<From, To>): Chain<To> {
    return new Chain<To>([first]);
  }

  /** The step that continues where this chain ends. */
  next<Next extends number>(step: Migration<To, Next>): Chain<Next> {
    return new Chain<Next>([...this.steps, step]);
  }
}
