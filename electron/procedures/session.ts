import { implement } from '@orpc/server';
import { Capabilities } from '#electron/directory/capabilities.ts';
import { Directory } from '#electron/directory/directory.ts';
import type { Records } from '#electron/records/records.ts';
import { contract } from '#shared/contract/index.ts';
import { type Problem, ProblemError } from '#shared/model/problem.ts';
import type { ConsoleOptions } from './console-options.ts';

/** What the procedures share: the host's gifts, and the workspace in whichever state it is. */
export interface Session {
  readonly options: ConsoleOptions;
  /** Paths of files that a person opened with the console, until the window takes them. */
  readonly opened: Set<string>;
  workspace: { state: 'empty' } | { state: 'open'; records: Records } | { state: 'failed'; problem: Problem };
  /** Tries once more to open a workspace that could not be opened. */
  readonly reopen: () => Promise<Session['workspace']>;
}

const turns = new WeakMap<Session, Promise<unknown>>();

/**
 * Runs what reads records and writes them back, one after another: a channel declared while a large file is being
 * imported would otherwise be lost under the import's older copy.
 */
export function inTurn<T>(session: Session, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(session) ?? Promise.resolve()).then(work, work);
  turns.set(session, turn);
  return turn;
}

/** An open workspace with the questions that can be asked of it. */
export interface Open {
  readonly records: Records;
  readonly directory: Directory;
  readonly capabilities: Capabilities;
  readonly now: Date;
  /** Who acts, as provenance and history name them. */
  readonly staff: string;
}

/** The open workspace, or the problem that keeps it from being open. */
export function openWorkspace({ options, workspace }: Session): Open {
  switch (workspace.state) {
    case 'open': {
      const { records } = workspace;
      const now = options.clock();
      return {
        records,
        directory: new Directory(records),
        capabilities: new Capabilities(records.profile, now),
        now,
        staff: records.profile.staff.id,
      };
    }
    case 'failed': {
      const { kind, key, values } = workspace.problem;
      throw new ProblemError(kind, key, values);
    }
    case 'empty':
      throw new ProblemError('damaged', 'workspaceMissing', { folder: options.folder });
  }
}

/** The contract on one session: arguments and results checked, problems carried out as values. */
export function implementOn(session: Session) {
  return implement(contract).use(async ({ next, errors }) => {
    try {
      return await next({ context: { session } });
    } catch (error) {
      if (error instanceof ProblemError) throw errors.PROBLEM({ message: error.message, data: error.problem });
      throw error;
    }
  });
}

export type Implementer = ReturnType<typeof implementOn>;
