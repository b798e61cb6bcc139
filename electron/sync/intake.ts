import type { Records } from '#electron/records/records.ts';
import type { Dossier, Surroundings } from '#shared/model/dossier.ts';
import type { CustomerId, Instant, TenantId } from '#shared/model/ids.ts';
import { breathe } from './breathe.ts';
import { absentFrom, withAbsence, withCustomerList } from './customer-lists.ts';
import { mergeList, mergeObservation } from './merge.ts';
import { mergeSurroundings } from './merge-surroundings.ts';
import type { CustomerListObservation, ListObservation, Observation, Outcome, Sighting } from './observations.ts';
import { withRemainders } from './remainders.ts';

/** How many dossiers are finished between two turns of the event loop. */
const DOSSIERS_A_TURN = 500;

interface Entry {
  readonly before: Dossier | undefined;
  dossier: Dossier;
  readonly subjects: Set<string>;
}

/** What an intake changed, ready to be saved. */
export interface Harvest {
  readonly dossiers: readonly Dossier[];
  /** `null` when they stayed as they were. */
  readonly surroundings: Surroundings | null;
}

/**
 * Takes in one sighting (a file, a pulled page) and holds back what changed until it is saved as a whole.
 * It reads the records and writes nothing.
 */
export class Intake {
  readonly #records: Records;
  readonly #sighting: Sighting;
  readonly #entries = new Map<CustomerId, Entry>();
  readonly #us: TenantId;
  readonly #before: Surroundings;
  #surroundings: Surroundings;

  constructor(records: Records, sighting: Sighting) {
    this.#records = records;
    this.#sighting = sighting;
    this.#us = records.profile.partner.tenantId;
    this.#before = records.surroundings();
    this.#surroundings = this.#before;
  }

  /** A customer as it stands with what came in so far. */
  dossier(id: CustomerId): Dossier | undefined {
    return this.#entries.get(id)?.dossier ?? this.#records.dossier(id);
  }

  take(seen: Observation): Outcome {
    if (seen.about !== 'customer') {
      const { surroundings, outcome } = mergeSurroundings(this.#surroundings, seen, this.#sighting);
      this.#surroundings = surroundings;
      return outcome;
    }
    const before = this.dossier(seen.customer);
    const { dossier: merged, outcome, subjects } = mergeObservation(before, seen, this.#sighting);
    const dossier = merged === before ? merged : withAbsence(before, merged, this.#us, this.#before.customerLists);
    if (dossier !== before) this.#keep(seen.customer, dossier, subjects);
    return outcome;
  }

  /** Takes the knowledge that a list was whole; customers we don't know are left alone. */
  close(seen: ListObservation): void {
    if (seen.of === 'customers') {
      this.#closeCustomers(seen);
      return;
    }
    const before = this.dossier(seen.customer);
    if (before === undefined) return;
    const { dossier, subjects } = mergeList(before, seen, this.#sighting);
    if (dossier !== before) this.#keep(seen.customer, dossier, subjects);
  }

  /** A list that is older than what we know shows whose relationship to us was not there yet. */
  #closeCustomers({ ids }: CustomerListObservation): void {
    const list = { asOf: this.#sighting.asOf, source: this.#sighting.source };
    const lists = withCustomerList(this.#surroundings.customerLists, list);
    if (lists === this.#surroundings.customerLists) return;
    this.#surroundings = { ...this.#surroundings, customerLists: [...lists] };
    for (const before of this.#records.dossiers()) {
      if (ids.has(before.id)) continue;
      const dossier = absentFrom(this.dossier(before.id) ?? before, this.#us, [list]);
      if (dossier !== before) this.#keep(before.id, dossier, []);
    }
  }

  /**
   * Reckons the seat remainders of what changed and writes one line of history in each dossier that changed in substance.
   * `conclude` draws what follows from a dossier's new facts, such as that an invitation was accepted.
   */
  async harvest(at: Instant, by: string, conclude = (dossier: Dossier): Dossier => dossier): Promise<Harvest> {
    const dossiers: Dossier[] = [];
    for (const entry of this.#entries.values()) {
      if (dossiers.length % DOSSIERS_A_TURN === DOSSIERS_A_TURN - 1) await breathe();
      const { dossier, subjects } = withRemainders(entry.dossier);
      for (const subject of subjects) entry.subjects.add(subject);
      dossiers.push(conclude(entry.subjects.size === 0 ? dossier : this.#withHistory(entry, dossier, at, by)));
    }
    return { dossiers, surroundings: this.#surroundings === this.#before ? null : this.#surroundings };
  }

  #keep(id: CustomerId, dossier: Dossier, subjects: readonly string[]): void {
    const entry = this.#entries.get(id) ?? { before: this.#records.dossier(id), dossier, subjects: new Set<string>() };
    entry.dossier = dossier;
    for (const subject of subjects) entry.subjects.add(subject);
    this.#entries.set(id, entry);
  }

  #withHistory(entry: Entry, dossier: Dossier, at: Instant, by: string): Dossier {
    const event = entry.before === undefined ? 'created' : 'imported';
    const line = { at, by, event, source: this.#sighting.source, subjects: [...entry.subjects] } as const;
    return { ...dossier, history: [...dossier.history, { ...line, subjects: [...line.subjects] }] };
  }
}
