import type { Wire, WireAnswer } from '#electron/network/wire.ts';
import type { Records } from '#electron/records/records.ts';
import type { CustomerObservation, Sighting } from '#electron/sync/observations.ts';
import type { DelegationId } from '#shared/model/ids.ts';
import type { OutboxEntry } from '#shared/model/outbox.ts';
import { type Problem, ProblemError } from '#shared/model/problem.ts';
import type { SyncSource } from '#shared/model/sync.ts';
import { Attention } from './attention.ts';
import { customerOf } from './command.ts';
import type { Entries } from './entries.ts';
import { keepSeen, tell } from './history.ts';
import { type Bases, type Request, Requests, serviceOf } from './requests.ts';
import { stepKey } from './step-key.ts';

/** What sending works with. */
export interface SendInto {
  readonly records: Records;
  readonly bases: Bases;
  /** The way to a service; asked for when the first request is due. */
  readonly wire: (service: SyncSource) => Wire;
  readonly clock: () => Date;
  readonly signal?: AbortSignal | undefined;
  /** Runs the work while nobody else changes the records. */
  readonly inTurn?: <T>(work: () => Promise<T>) => Promise<T>;
}

/** A service could not be asked, or nobody can tell what it said; another time it may do. */
export class Hindered extends Error {
  override readonly name = 'Hindered';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.key);
    this.problem = problem;
  }
}

/** After these the service may have done what it was asked, although nobody told us. After all others it did not. */
export const UNCLEAR: ReadonlySet<string> = new Set([
  'networkReset',
  'networkSilent',
  'networkHalf',
  'networkEmpty',
  'networkTooLarge',
  'networkNotJson',
  'networkServiceDown',
  'networkFailed',
]);

/** Recorded before the first request that changes something: from then on nothing can be taken back. */
export const BEGUN = 'begun';

export const hasBegun = ({ steps }: OutboxEntry): boolean => steps.some(({ step }) => step === BEGUN);

/** Whether something that was asked for is done, although not all of it. */
export const isHalfDone = ({ steps }: OutboxEntry): boolean => steps.some(({ step }) => step !== BEGUN);

/** One entry on its way: what it asks, and what is recorded of it, step by step. */
export class Errand {
  readonly requests: Requests;
  readonly records: Records;
  /** Whether an earlier sending may have changed something upstream, and was cut short. */
  readonly again: boolean;
  readonly #entries: Entries;
  readonly #id: string;
  readonly #into: SendInto;

  constructor(entries: Entries, id: string, into: SendInto) {
    this.#entries = entries;
    this.#id = id;
    this.#into = into;
    this.records = into.records;
    this.requests = new Requests(into.bases);
    this.again = this.has(BEGUN);
  }

  get entry(): OutboxEntry {
    return this.#entries.get(this.#id);
  }

  has(step: string): boolean {
    return this.entry.steps.some((one) => one.step === step);
  }

  /** Asks for something that changes nothing. */
  read(request: Request): Promise<WireAnswer> {
    return this.#send(request);
  }

  /**
   * Sends what changes something upstream, under an id of its own that is the same whenever it is sent. `etag` makes it
   * another request: an edit of what was read then, and of nothing later.
   */
  async write(step: string, request: Request, etag?: string | null): Promise<WireAnswer> {
    const first = !this.has(BEGUN);
    if (first) await this.did(BEGUN);
    const key = stepKey(this.entry.key, step, ...(etag ? [etag] : []));
    try {
      return await this.#send({ ...request, ...(etag ? { headers: { 'If-Match': etag } } : {}), key });
    } catch (error) {
      // One try alone was made of a POST to Graph before it was given up, so it is known what became of it.
      const certain = request.method === 'POST' && error instanceof Hindered && !UNCLEAR.has(error.problem.key);
      if (first && certain) await this.#notBegun();
      throw error;
    }
  }

  /** Records that a step is done, and what came of it. */
  async did(step: string, result?: { delegation: DelegationId | null; link: string | null }): Promise<void> {
    const at = this.#into.clock().toISOString();
    await this.#entries.change(this.#id, (now) => ({
      ...now,
      steps: [...now.steps, { step, at }],
      result: result ?? now.result,
    }));
  }

  /** Puts what a service showed of the customer into its dossier at once; more is to be done before it is carried out. */
  async keep(observation: CustomerObservation, sighting: Sighting): Promise<void> {
    await this.#see(observation, (entry, at) => keepSeen(this.records, entry, at, { observation, sighting }));
  }

  /** The same when all is done, with a line in its history. */
  async take(observation: CustomerObservation, sighting: Sighting): Promise<void> {
    await this.#see(observation, (entry, at) =>
      tell(this.records, entry, 'command-carried-out', at, { observation, sighting }),
    );
  }

  async #see(seen: CustomerObservation, record: (entry: OutboxEntry, at: string) => Promise<void>): Promise<void> {
    const { entry } = this;
    // An answer about somebody else is none to our question.
    if (customerOf(entry.command) !== seen.customer) throw new Attention('outboxUnreadable');
    await this.inTurn(() => record(entry, this.#into.clock().toISOString()));
  }

  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#into.inTurn ? this.#into.inTurn(work) : work();
  }

  async #notBegun(): Promise<void> {
    await this.#entries.change(this.#id, (now) => ({ ...now, steps: now.steps.filter(({ step }) => step !== BEGUN) }));
  }

  async #send(request: Parameters<Wire['send']>[0]): Promise<WireAnswer> {
    const { signal, wire } = this.#into;
    try {
      return await wire(serviceOf(this.entry.command)).send({ ...request, signal });
    } catch (error) {
      if (error instanceof ProblemError) throw new Hindered(error.problem);
      throw error;
    }
  }
}
