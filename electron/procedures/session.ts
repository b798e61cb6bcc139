import { implement } from '@orpc/server';
import type { RegisteredAccount } from '#electron/account/open-account.ts';
import { Capabilities } from '#electron/directory/answers/capabilities.ts';
import type { Directory } from '#electron/directory/directory.ts';
import type { CustomerIndex } from '#electron/directory/index/customer-index.ts';
import type { WorkspaceKey } from '#electron/records/key-file.ts';
import type { KeptRecords } from '#electron/records/workspace.ts';
import { contract } from '#shared/contract/index.ts';
import type { Opening } from '#shared/contract/workspace.ts';
import { type Problem, ProblemError } from '#shared/model/problem.ts';
import type { ConsoleOptions } from './console-options.ts';

/** The workspace in whichever state it is. */
export type Standing =
  | { readonly state: 'empty' }
  | { readonly state: 'locked' }
  | { readonly state: 'opening'; readonly opening: Opening }
  | {
      readonly state: 'open';
      readonly records: KeptRecords;
      readonly index: CustomerIndex;
      readonly directory: Directory;
    }
  | { readonly state: 'failed'; readonly problem: Problem };

/** What the procedures share: the host's gifts, and the workspace. */
export interface Session {
  readonly options: ConsoleOptions;
  /** Paths of files that a person opened with the console, until the window takes them. */
  readonly opened: Set<string>;
  readonly workspace: Standing;
  /** What must come to its end before the records are let go of. */
  readonly atClose: Set<() => Promise<unknown>>;
  /** Resolves when the workspace is not being opened any more, whatever came of it. */
  readonly ready: Promise<void>;
  /** What the records are sealed with; `null` until it is known. */
  readonly key: WorkspaceKey | null;
  /** Who we are to the services of our cloud; the problem that keeps the workspace from being open, where it is not. */
  readonly account: RegisteredAccount;
  /** Begins to open the workspace, or to open it anew; `ready` tells when that is done. */
  open(key?: WorkspaceKey): void;
  /** Lets go of the records; nothing may be asked of them afterwards. */
  close(): Promise<void>;
  /**
   * Lets go of the records, does something else with their folder, and opens whatever is there then, with the key that
   * came of it. What fails is thrown when that is done. Everything else waits meanwhile, and `show` says for what.
   */
  apart(work: (show: (opening: Opening) => void) => Promise<WorkspaceKey | undefined>): Promise<void>;
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

/** Stops what goes on by itself, such as a sync. It takes turns, so this must not be called in one. */
export async function endWork({ atClose }: Pick<Session, 'atClose'>): Promise<void> {
  for (const end of atClose) await end().catch(() => undefined);
}

/** An open workspace with the questions that can be asked of it. */
export interface Open {
  readonly records: KeptRecords;
  readonly index: CustomerIndex;
  readonly directory: Directory;
  readonly capabilities: Capabilities;
  readonly now: Date;
  /** Who acts, as provenance and history name them. */
  readonly staff: string;
}

/** The open workspace, or the problem that keeps it from being open. */
export function openWorkspace({ options, workspace }: Session): Open {
  const { folder } = options;
  switch (workspace.state) {
    case 'open': {
      const { directory, index, records } = workspace;
      const now = options.clock();
      const { profile } = records;
      return { records, index, directory, capabilities: new Capabilities(profile, now), now, staff: profile.staff.id };
    }
    case 'failed': {
      const { kind, key, values } = workspace.problem;
      throw new ProblemError(kind, key, values);
    }
    case 'empty':
      throw new ProblemError('damaged', 'workspaceMissing', { folder });
    case 'locked':
      throw new ProblemError('refused', 'workspaceLocked', { folder });
    case 'opening':
      throw new ProblemError('busy', 'workspaceOpening', { folder });
  }
}

/** What is asked while the workspace is being opened; everything else waits for it. */
const AT_ANY_TIME = new Set(['about', 'settings.get', 'settings.set', 'workspace.state']);

/** The contract on one session: arguments and results checked, problems carried out as values. */
export function implementOn(session: Session) {
  return implement(contract).use(async ({ errors, next, path }) => {
    try {
      if (!AT_ANY_TIME.has(path.join('.'))) await session.ready;
      return await next({ context: { session } });
    } catch (error) {
      if (error instanceof ProblemError) throw errors.PROBLEM({ message: error.message, data: error.problem });
      throw error;
    }
  });
}

export type Implementer = ReturnType<typeof implementOn>;
