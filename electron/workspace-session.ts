import type { Opening } from '#shared/contract/workspace.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { openAccount, type RegisteredAccount } from './account/open-account.ts';
import { Directory } from './directory/directory.ts';
import { openIndex } from './directory/index/customer-index.ts';
import type { ConsoleOptions } from './procedures/console-options.ts';
import { endWork, openWorkspace, type Session, type Standing } from './procedures/session.ts';
import type { WorkspaceKey } from './records/key-file.ts';
import { acquireLock } from './records/lock.ts';
import { findKey } from './records/unlocking.ts';
import { isOld, openRecords, sweepLeftovers } from './records/workspace.ts';
import { fillSample, makeSample } from './sample/sample.ts';

/** A session on the workspace of one console, opened while others wait or do something else. */
export class WorkspaceSession implements Session {
  readonly options: ConsoleOptions;
  workspace: Standing = { state: 'opening', opening: { doing: 'reading', done: 0, of: 0 } };
  key: WorkspaceKey | null = null;
  ready: Promise<void> = Promise.resolve();
  readonly opened: Set<string>;
  readonly atClose = new Set<() => Promise<unknown>>();
  #account: RegisteredAccount | null = null;

  constructor(options: ConsoleOptions) {
    this.options = options;
    this.opened = new Set(options.files);
  }

  get account(): RegisteredAccount {
    if (this.workspace.state !== 'open' || this.#account === null) {
      openWorkspace(this);
      throw new ProblemError('busy', 'workspaceOpening', { folder: this.options.folder });
    }
    return this.#account;
  }

  open(key?: WorkspaceKey): void {
    const before = this.ready.catch(() => undefined);
    this.#show({ doing: 'reading', done: 0, of: 0 });
    this.ready = before
      .then(() => this.#opened(key))
      .then((workspace) => {
        this.workspace = workspace;
      });
    // Whoever calls is told; nobody may.
    this.ready.catch(() => undefined);
  }

  async close(options: { readonly keep?: boolean } = {}): Promise<void> {
    await this.ready.catch(() => undefined);
    if (this.workspace.state !== 'open') return;
    await endWork(this);
    const { index, records } = this.workspace;
    await index.close(options);
    await records.close();
    // What had waited for its turn may have begun meanwhile.
    await endWork(this);
  }

  async apart(work: (show: (opening: Opening) => void) => Promise<WorkspaceKey | undefined>): Promise<void> {
    // There will be another workspace in the folder, or none.
    await this.close({ keep: false });
    this.#show({ doing: 'reading', done: 0, of: 0 });
    const done = work((opening) => this.#show(opening));
    const opened = async (key?: WorkspaceKey): Promise<void> => {
      this.workspace = await this.#opened(key);
    };
    this.ready = done.then(opened, () => opened());
    this.ready.catch(() => undefined);
    await this.ready;
    await done;
  }

  /** Opens the workspace; its one writer first clears what crashes left and fills the sample. */
  async #opened(given?: WorkspaceKey): Promise<Standing> {
    try {
      return await this.#open(given);
    } catch (error) {
      if (error instanceof ProblemError) return { state: 'failed', problem: error.problem };
      throw error;
    }
  }

  async #open(given?: WorkspaceKey): Promise<Standing> {
    const { access = 'write', clock, folder, keychain = null, passphrase, sample = false } = this.options;
    const writes = access === 'write';
    if (writes) await sweepLeftovers(folder);
    if (writes && sample) await makeSample(folder, clock);
    const found = given ?? (await findKey(folder, { keychain, passphrase }));
    // Whoever typed the passphrase is not asked again, such as when the workspace was mended.
    const key = found === 'locked' ? (this.key ?? found) : found;
    if (key === 'locked') return { state: 'locked' };
    this.key = key === 'empty' ? null : key;
    if (!writes && isOld(folder)) await this.#bringUpToDate();
    const onProgress = (opening: Opening) => this.#show(opening);
    const records = await openRecords(folder, { ...(key === 'empty' ? {} : { key }), access, clock, onProgress });
    if (!records) return { state: 'empty' };
    if (writes && sample) await fillSample(records, clock());
    const { version } = this.options;
    const indexing = (done: number, of: number) => this.#show({ doing: 'indexing', done, of });
    const index = await openIndex(records, indexing, { clock, build: version, keeps: writes });
    this.#account = await openAccount(records, this.options);
    return { state: 'open', records, index, directory: new Directory(records, index) };
  }

  /** A reader finds a workspace of an older version: for a moment it is its writer. */
  async #bringUpToDate(): Promise<void> {
    const { clock, folder, host } = this.options;
    const lock = await acquireLock(folder, host, () => undefined);
    try {
      const onProgress = (opening: Opening) => this.#show(opening);
      await (await openRecords(folder, { clock, onProgress }))?.close();
    } finally {
      await lock.release();
    }
  }

  #show(opening: Opening): void {
    this.workspace = { state: 'opening', opening };
  }
}
