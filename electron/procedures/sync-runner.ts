import { detectAcceptance } from '#electron/invitations/acceptance.ts';
import { endpointsOf } from '#electron/sync/endpoints.ts';
import { graph } from '#electron/sync/graph/graph.ts';
import { partnerCenter } from '#electron/sync/partner-center/partner-center.ts';
import { endedOf, standingOf } from '#electron/sync/pull/ledgers.ts';
import { Pausing } from '#electron/sync/pull/pausing.ts';
import { Pull, Stopped } from '#electron/sync/pull/pull.ts';
import type { Source } from '#electron/sync/source.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { SyncProgress, SyncRun, SyncSource } from '#shared/model/sync.ts';
import { sendOutbox } from './outbox.ts';
import { inTurn, openWorkspace, type Session } from './session.ts';
import { wiresOf } from './wires.ts';

const SOURCES: Readonly<Record<SyncSource, Source>> = { graph, 'partner-center': partnerCenter };

/** Graph comes first: a relationship that it shows may let us read a customer's seats. */
export const SYNC_ORDER: readonly SyncSource[] = ['graph', 'partner-center'];

/** For so long after Graph was pulled, a pull from Partner Center that was cut short goes on without asking Graph again. */
const A_DAY = 86_400_000;

/** What came of one start. */
export interface Finished {
  readonly runs: SyncRun[];
  readonly pushed: number;
  readonly refused: number;
}

const NOTHING: Finished = { runs: [], pushed: 0, refused: 0 };

/** Synchronises one session's workspace, one source after another; there is one at most at work. */
export class SyncRunner {
  readonly #session: Session;
  readonly #pausing = new Pausing();
  #stopping = new AbortController();
  #work: Promise<Finished> | null = null;
  #pull: Pull | null = null;
  #queue: SyncSource[] = [];
  /** The last start, for whoever asks when it is over. */
  #last: Promise<Finished> = Promise.resolve(NOTHING);

  constructor(session: Session) {
    this.#session = session;
    session.atClose.add(() => this.#stop('interrupted'));
  }

  get progress(): SyncProgress | null {
    return this.#pull?.progress() ?? null;
  }

  get atWork(): SyncRun | null {
    return this.#pull?.run ?? null;
  }

  get paused(): boolean {
    return this.#pausing.paused;
  }

  get next(): readonly SyncSource[] {
    return this.#queue;
  }

  /** Begins with the sources that are wanted, or with all that is due. */
  async start(wanted?: readonly SyncSource[]): Promise<SyncSource[]> {
    if (this.#work) throw new ProblemError('busy', 'syncRunning');
    const { readOnly } = openWorkspace(this.#session).records;
    if (readOnly) throw new ProblemError(readOnly.kind, readOnly.key, readOnly.values);
    if (this.#session.account.state.state !== 'signed-in') throw new ProblemError('refused', 'notSignedIn');
    const due = wanted ?? (await this.#due());
    if (this.#work) throw new ProblemError('busy', 'syncRunning');
    const sources = SYNC_ORDER.filter((source) => due.includes(source));
    this.#stopping = new AbortController();
    this.#pausing.resume();
    const work = this.#run(sources);
    this.#work = work;
    this.#last = work;
    const over = () => {
      this.#work = null;
      this.#pull = null;
      this.#queue = [];
      this.#pausing.resume();
    };
    work.then(over, over);
    return sources;
  }

  pause(): boolean {
    if (this.#work) this.#pausing.pause();
    return this.#work !== null;
  }

  resume(): boolean {
    const was = this.#pausing.paused;
    this.#pausing.resume();
    return was;
  }

  async cancel(): Promise<boolean> {
    return await this.#stop('cancelled');
  }

  finished(): Promise<Finished> {
    return this.#last;
  }

  async #stop(as: 'cancelled' | 'interrupted'): Promise<boolean> {
    if (!this.#work) return false;
    this.#stopping.abort(new Stopped(as));
    await this.#work.catch(() => undefined);
    return true;
  }

  /** Every source; but where the second was cut short within a day of the first one's end, it alone. */
  async #due(): Promise<readonly SyncSource[]> {
    const { records } = openWorkspace(this.#session);
    const { going } = (await standingOf(records)).value;
    const { runs } = (await endedOf(records)).value;
    const before = runs.findLast(({ source }) => source === 'graph');
    if (!going['partner-center'] || going.graph || before?.state !== 'done' || !before.endedAt) return SYNC_ORDER;
    const age = this.#session.options.clock().getTime() - Date.parse(before.endedAt);
    return age < A_DAY ? ['partner-center'] : SYNC_ORDER;
  }

  async #run(sources: readonly SyncSource[]): Promise<Finished> {
    this.#queue = [...sources];
    const { signal } = this.#stopping;
    const { pushed, refused } = await sendOutbox(this.#session, signal).catch((error: unknown) => {
      if (error instanceof Stopped) return { pushed: 0, refused: 0 };
      throw error;
    });
    const runs: SyncRun[] = [];
    for (const source of sources) {
      this.#queue = this.#queue.filter((one) => one !== source);
      if (signal.aborted) break;
      runs.push(await this.#pullFrom(SOURCES[source]));
    }
    return { runs, pushed, refused };
  }

  async #pullFrom(source: Source): Promise<SyncRun> {
    const session = this.#session;
    const { directory, records, staff } = openWorkspace(session);
    const { clock, newId } = session.options;
    this.#pull = await Pull.open(source, {
      records,
      clock,
      newId,
      by: staff,
      wire: wiresOf(session)(source.name),
      base: endpointsOf(records.profile)[source.name],
      holders: (id) => directory.holders(id),
      invited: () => [...directory.invited()].map(({ id }) => id),
      conclude: (dossier) => detectAcceptance(dossier, records.profile.partner.tenantId, clock()),
      inTurn: (work) => inTurn(session, work),
      pausing: this.#pausing,
      signal: this.#stopping.signal,
    });
    try {
      return await this.#pull.finish();
    } finally {
      this.#pull = null;
    }
  }
}

const runners = new WeakMap<Session, SyncRunner>();

/** The session's one. */
export function runnerOf(session: Session): SyncRunner {
  const runner = runners.get(session) ?? new SyncRunner(session);
  runners.set(session, runner);
  return runner;
}
