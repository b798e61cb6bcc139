import type { Wire } from '#electron/network/wire.ts';
import type { Ledger } from '#electron/records/records.ts';
import type { RecordInto } from '#electron/sync/recording.ts';
import type { Page, PullContext, Source } from '#electron/sync/source.ts';
import type { CustomerId, DelegationId } from '#shared/model/ids.ts';
import { type Problem, ProblemError } from '#shared/model/problem.ts';
import type { SyncProgress, SyncRun, SyncStep } from '#shared/model/sync.ts';
import { bearing } from './bearing.ts';
import { endRun } from './ending.ts';
import { type Going, type Standing, standingOf } from './ledgers.ts';
import { NotOffered } from './not-offered.ts';
import type { Pausing } from './pausing.ts';
import { Rate } from './rate.ts';
import { recordCustomerList, recordDelegationList, recordPage } from './record-page.ts';
import { beginning, goingOn, NOTHING, withPage } from './run.ts';
import { pausable } from './sending.ts';

/** What a pull works with besides its source. */
export interface PullInto extends Omit<RecordInto, 'now' | 'act'> {
  readonly wire: Wire;
  readonly base: string;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly holders: (id: DelegationId) => readonly CustomerId[];
  readonly pausing: Pausing;
  readonly signal: AbortSignal;
}

/** Why a pull was stopped from outside. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  readonly as: 'cancelled' | 'interrupted';

  constructor(as: 'cancelled' | 'interrupted') {
    super(as);
    this.as = as;
  }
}

/**
 * One pull from one source. Each page is recorded, and then the place after it: a process that is killed at any moment
 * goes on from its last page, and records that page again if need be, which changes nothing.
 */
export class Pull {
  readonly #source: Source;
  readonly #into: PullInto;
  readonly #standing: Ledger<Standing>;
  readonly #rate = new Rate();
  #last: Going;
  #at: { readonly step: SyncStep; readonly done: number; readonly of: number | null };

  private constructor(source: Source, into: PullInto, standing: Ledger<Standing>, going: Going) {
    this.#source = source;
    this.#into = into;
    this.#standing = standing;
    this.#last = going;
    const first = source.name === 'graph' ? 'delegated-customers' : 'customers';
    this.#at = { step: going.cursor?.step ?? first, done: 0, of: null };
  }

  /** A pull that begins, or goes on where an earlier one was cut short. */
  static async open(source: Source, into: PullInto): Promise<Pull> {
    const { by, clock, newId, records } = into;
    const standing = await standingOf(records);
    const { name } = source;
    const { going } = await standing.change((now) => {
      const before = now.going[name];
      // Whatever got nowhere begins now, and what it finds is as of now; it may have recorded a page all the same.
      const next =
        before?.cursor || before?.isRead
          ? goingOn(before)
          : beginning(before?.run.id ?? newId(), name, by, clock().toISOString());
      return { ...now, going: { ...now.going, [name]: next } };
    });
    const own = going[name];
    if (!own) throw new Error('the run that began is not kept');
    return new Pull(source, into, standing, own);
  }

  get run(): SyncRun {
    return this.#going.run;
  }

  /** The run as it stands, also for whoever asks at the moment when it is just over. */
  get #going(): Going {
    return this.#standing.value.going[this.#source.name] ?? this.#last;
  }

  progress(): SyncProgress {
    const { done, of, step } = this.#at;
    const { clock, wire } = this.#into;
    const rate = this.#rate.perSecond(clock().getTime());
    const { id, source } = this.run;
    const left = of === null || rate === 0 ? null : Math.max(0, of - done) / rate;
    return { run: id, source, step, done, of, rate, left, waitingUntil: wire.waitingUntil, requests: this.#requests() };
  }

  /** Pulls to the end; gives the run as it ended, whatever that was. */
  async finish(): Promise<SyncRun> {
    try {
      if (!this.#going.isRead) await this.#read();
      return await this.#end('done');
    } catch (error) {
      if (error instanceof Stopped) {
        return error.as === 'cancelled' ? await this.#end('cancelled') : await this.#leave('interrupted', null);
      }
      if (error instanceof NotOffered) return await this.#end('done', error.problem);
      if (error instanceof ProblemError) return await this.#leave('failed', error.problem);
      await this.#leave('failed', { kind: 'unavailable', key: 'syncUnexpected', values: { reason: String(error) } });
      throw error;
    }
  }

  async #read(): Promise<void> {
    const { signal } = this.#into;
    const own = new AbortController();
    const stop = () => own.abort(signal.reason);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    try {
      for await (const page of this.#source.pull(this.#going.cursor, this.#context(own.signal))) {
        own.signal.throwIfAborted();
        await this.#take(page);
      }
    } finally {
      // When one request fails, those beside it are not waited for.
      own.abort(new Stopped('interrupted'));
      signal.removeEventListener('abort', stop);
    }
  }

  #context(signal: AbortSignal): PullContext {
    const { base, holders, pausing, records, wire } = this.#into;
    return {
      records,
      base,
      holders,
      startedAt: this.run.startedAt,
      sawAll: (step) => (this.#going.tallies[step] ?? NOTHING).unreadable === 0,
      shown: (step) => this.#going.tallies[step] ?? NOTHING,
      progress: (step, done, of) => this.#reach(step, done, of),
      send: bearing(pausable(wire, pausing, signal), this.run.startedAt),
    };
  }

  #reach(step: SyncStep, done: number, of: number | null): void {
    const now = this.#into.clock().getTime();
    if (step === this.#at.step) this.#rate.mark(done, now);
    else this.#rate.begin(done, now);
    this.#at = { step, done, of };
  }

  async #take(page: Page): Promise<void> {
    const left = await recordPage(page, this.run, this.#recording());
    const unreadable = [...page.unreadable, ...left];
    await this.#change((going) => withPage(going, page, unreadable, this.#requests()));
    this.#reach(page.step, page.done, page.of);
  }

  #recording(): RecordInto {
    return { ...this.#into, act: 'synced', now: this.#into.clock().toISOString() };
  }

  /** Of this process and those before it. */
  #requests(): SyncRun['requests'] {
    const { before, run } = this.#going;
    const { repeated, sent, throttled } = this.#into.wire.counts;
    return {
      sent: before.sent + sent,
      throttled: before.throttled + throttled,
      repeated: before.repeated + repeated,
      needed: run.requests.needed,
    };
  }

  /** The run stays where it is, to be gone on with. */
  async #leave(state: 'interrupted' | 'failed', problem: Problem | null): Promise<SyncRun> {
    const requests = this.#requests();
    // What can't be saved now is found at the next start all the same.
    await this.#change((going) => ({ ...going, run: { ...going.run, state, problem, requests } })).catch(
      () => undefined,
    );
    return { ...this.run, state, problem };
  }

  /**
   * Counts what is otherwise than before and puts the run with those that ended; `problem` is why there was nothing to pull,
   * and then no list was seen.
   */
  async #end(state: 'done' | 'cancelled', problem: Problem | null = null): Promise<SyncRun> {
    const { clock, records } = this.#into;
    const { customers, delegations } = this.#going.tallies;
    const isRead = state === 'done' && problem === null;
    if (isRead && customers?.unreadable === 0) await recordCustomerList(this.run, this.#recording());
    if (isRead && delegations?.unreadable === 0) await recordDelegationList(this.run, this.#recording());
    return await endRun({ ...this.run, state, problem, requests: this.#requests() }, records, clock);
  }

  async #change(next: (going: Going) => Going): Promise<void> {
    const { name } = this.#source;
    const { going } = await this.#standing.change((now) => {
      const own = now.going[name];
      return own ? { ...now, going: { ...now.going, [name]: next(own) } } : now;
    });
    this.#last = going[name] ?? this.#last;
  }
}
