import { detectAcceptance } from '#electron/invitations/acceptance.ts';
import type { Wire } from '#electron/network/wire.ts';
import { NOTHING_SENT, type SoFar } from '#electron/outbox/sending.ts';
import { endpointsOf } from '#electron/sync/endpoints.ts';
import { graph } from '#electron/sync/graph/graph.ts';
import { partnerCenter } from '#electron/sync/partner-center/partner-center.ts';
import { endedOf, standingOf } from '#electron/sync/pull/ledgers.ts';
import { Pausing } from '#electron/sync/pull/pausing.ts';
import { Pull, Stopped } from '#electron/sync/pull/pull.ts';
import type { Source } from '#electron/sync/source.ts';
import type { SyncState } from '#shared/contract/sync.ts';
import type { Sent } from '#shared/model/outbox.ts';
import { type Problem, ProblemError } from '#shared/model/problem.ts';
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
export interface Finished extends Sent {
  readonly runs: SyncRun[];
}

const NOTHING: Finished = { runs: [], ...NOTHING_SENT };

/** Synchronises one session's workspace, one source after another; there is one at most at work. */
export class SyncRunner {
  readonly #session: Session;
  readonly #pausing = new Pausing();
  #stopping = new AbortController();
  #work: Promise<Finished> | null = null;
  #pull: Pull | null = null;
  #queue: SyncSource[] = [];
  /** How far the outbox is, and the way to the service that is asked; `null` when that is over. */
  #sending: { readonly done: number; readonly of: number; readonly wire: Wire } | null = null;
  #sent: Sent = NOTHING_SENT;
  #problem: Problem | null = null;
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

  get sending(): SyncState['sending'] {
    if (!this.#sending) return null;
    const { done, of, wire } = this.#sending;
    return { done, of, waitingUntil: wire.waitingUntil };
  }

  /** What the last start sent, as far as it is. */
  get sent(): Sent {
    return this.#sent;
  }

  /** Why the last start broke off; `null` where it did not. */
  get problem(): Problem | null {
    return this.#problem;
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
    this.#sent = NOTHING_SENT;
    this.#problem = null;
    const work = this.#run(sources);
    this.#work = work;
    this.#last = work;
    const over = () => {
      this.#work = null;
      this.#pull = null;
      this.#sending = null;
      this.#queue = [];
      this.#pausing.resume();
    };
    work.then(over, (error: unknown) => {
      this.#problem = problemOf(error);
      over();
    });
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
    await this.#send(signal);
    const runs: SyncRun[] = [];
    for (const source of sources) {
      if (signal.aborted) break;
      runs.push(await this.#pullFrom(SOURCES[source]));
    }
    return { runs, ...this.#sent };
  }

  /** Sends what waits in the outbox; what was sent before it was stopped counts too. */
  async #send(signal: AbortSignal): Promise<void> {
    const wire = wiresOf(this.#session);
    const show = ({ done, of, sent, service }: SoFar) => {
      this.#sending = { done, of, wire: wire(service) };
      this.#sent = sent;
    };
    try {
      this.#sent = await sendOutbox(this.#session, { signal, wire, show });
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    } finally {
      this.#sending = null;
    }
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
    // It waits in the queue until it is seen at work, so that nobody takes the sync to be over in between.
    this.#queue = this.#queue.filter((one) => one !== source.name);
    try {
      return await this.#pull.finish();
    } finally {
      this.#pull = null;
    }
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return { kind: 'unavailable', key: 'syncUnexpected', values: { reason: String(error) } };
}

const runners = new WeakMap<Session, SyncRunner>();

/** The session's one. */
export function runnerOf(session: Session): SyncRunner {
  const runner = runners.get(session) ?? new SyncRunner(session);
  runners.set(session, runner);
  return runner;
}
