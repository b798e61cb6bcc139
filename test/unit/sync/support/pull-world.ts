import { randomUUID } from 'node:crypto';
import { createPace, type Pace } from '#electron/network/pace.ts';
import { createWire, type Wire } from '#electron/network/wire.ts';
import type { DocumentName, Records, Stamp } from '#electron/records/records.ts';
import { endpointsOf } from '#electron/sync/endpoints.ts';
import { graph } from '#electron/sync/graph/graph.ts';
import { customersStep } from '#electron/sync/partner-center/customers.ts';
import { partnerCenter } from '#electron/sync/partner-center/partner-center.ts';
import { changesOf } from '#electron/sync/pull/changes-of.ts';
import { Pausing } from '#electron/sync/pull/pausing.ts';
import { Pull } from '#electron/sync/pull/pull.ts';
import { runSteps } from '#electron/sync/pull/steps.ts';
import type { Source } from '#electron/sync/source.ts';
import type { Dossier, Surroundings } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import type { CustomerChange, SyncRun, SyncSource } from '#shared/model/sync.ts';
import type { Simulator, SimulatorOptions } from '#test/simulator/simulator.ts';
import { startSimulator } from '#test/simulator/start.ts';
import { MemoryRecords } from '#test/unit/support/memory-records.ts';

const SOURCES = { graph, 'partner-center': partnerCenter };

/** The list of customers alone. */
export const CUSTOMERS_ONLY: Source = {
  name: 'partner-center',
  pull: (from, context) => runSteps([customersStep], from, context),
};

/** Records whose dossiers lie in 256 documents. */
class SplitRecords extends MemoryRecords {
  override documentOf(id?: CustomerId): DocumentName {
    return `0${(id ?? '').slice(0, 2)}`;
  }

  override documents(): ReadonlyMap<DocumentName, Stamp> {
    return new Map([...this.dossiers()].map(({ id }) => [this.documentOf(id), '']));
  }

  override document(name: DocumentName): readonly Dossier[] {
    return [...this.dossiers()].filter(({ id }) => this.documentOf(id) === name);
  }
}

interface PullOptions {
  readonly signal?: AbortSignal;
  readonly pausing?: Pausing;
  /** What the pull writes to, instead of the world's records. */
  readonly records?: Records;
  readonly fetch?: typeof fetch;
  readonly token?: () => Promise<string>;
  readonly tries?: number;
}

/** A workspace beside simulated services. */
export class PullWorld {
  readonly sim: Simulator;
  readonly records: SplitRecords;
  #time = Date.now();

  constructor(sim: Simulator) {
    this.sim = sim;
    this.records = new SplitRecords(PartnerProfile.parse({ ...sim.profile, programs: ['indirect-provider'] }));
  }

  static async start(options: SimulatorOptions): Promise<PullWorld> {
    return new PullWorld(await startSimulator(options));
  }

  /** Every look at the clock is a millisecond later. */
  readonly clock = (): Date => {
    this.#time += 1;
    return new Date(this.#time);
  };

  /** Sets the clock on by so many milliseconds, or back. */
  turnClock(milliseconds: number): void {
    this.#time += milliseconds;
  }

  /** Waits in no time. */
  #pace(): Pace {
    let elapsed = 0;
    const sleep = async (milliseconds: number) => {
      elapsed += milliseconds;
    };
    return createPace({ perMinute: Number.POSITIVE_INFINITY, elapsed: () => elapsed, sleep });
  }

  wire(source: SyncSource, { fetch = globalThis.fetch, token, tries }: PullOptions = {}): Wire {
    return createWire({
      service: source,
      base: endpointsOf(this.records.profile)[source],
      fetch,
      token: token ?? (async () => this.sim.token(source)),
      pace: this.#pace(),
      clock: this.clock,
      sleep: async () => undefined,
      random: () => 0,
      newId: randomUUID,
      ...(tries !== undefined && { patience: { tries } }),
    });
  }

  open(source: SyncSource | Source, options: PullOptions = {}): Promise<Pull> {
    const records = options.records ?? this.records;
    const from = typeof source === 'string' ? SOURCES[source] : source;
    return Pull.open(from, {
      records,
      wire: this.wire(from.name, options),
      base: endpointsOf(records.profile)[from.name],
      clock: this.clock,
      newId: randomUUID,
      by: 'li@partner.example',
      holders: (id) => this.records.holders(id),
      invited: () => this.records.invited(),
      pausing: options.pausing ?? new Pausing(),
      signal: options.signal ?? new AbortController().signal,
    });
  }

  async pull(source: SyncSource | Source, options: PullOptions = {}): Promise<SyncRun> {
    return await (await this.open(source, options)).finish();
  }

  /** Both sources, Graph first. */
  async sync(): Promise<SyncRun[]> {
    return [await this.pull('graph'), await this.pull('partner-center')];
  }

  async changes({ id }: SyncRun): Promise<CustomerChange[]> {
    const changes: CustomerChange[] = [];
    for await (const change of changesOf(this.records, id)) changes.push(change);
    return changes;
  }

  dossier(id: CustomerId): Dossier {
    const dossier = this.records.dossier(id);
    if (!dossier) throw new Error(`no dossier ${id}`);
    return dossier;
  }

  /** What the records say now, without how they came to say it. */
  told(): unknown {
    return essenceOf(
      [...this.records.dossiers()].map((one) => ({ ...one, history: [] })),
      this.records.surroundings(),
    );
  }

  /** What the records say, whenever it was learnt. */
  essence(): unknown {
    return essenceOf([...this.records.dossiers()], this.records.surroundings());
  }
}

function essenceOf(all: readonly Dossier[], surroundings: Surroundings): unknown {
  const dossiers = all.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return JSON.parse(
    JSON.stringify({ dossiers, surroundings }, (key, value: unknown) => (DATES.has(key) ? undefined : value)),
  );
}

const DATES = new Set(['asOf', 'absentAsOf', 'at', 'since', 'gdapListedAt', 'listedAt', 'run', 'customerLists']);
