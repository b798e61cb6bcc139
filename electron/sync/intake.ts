import { Slices } from '#electron/directory/slices.ts';
import type { Records } from '#electron/records/records.ts';
import type { CustomerList, Dossier, HistoryEntry } from '#shared/model/dossier.ts';
import type { CustomerId, Instant, TenantId } from '#shared/model/ids.ts';
import { changesBetween } from './changes.ts';
import { absentFrom, withAbsence } from './customer-lists.ts';
import { mergeList, mergeObservation } from './merge.ts';
import type { CustomerObservation, ListOfCustomer, Outcome, Sighting } from './observations.ts';
import { withRemainders } from './remainders.ts';

interface Entry {
  readonly before: Dossier | undefined;
  dossier: Dossier;
  readonly subjects: Set<string>;
}

/**
 * Takes in a part of one sighting (a file, a pulled page) and holds back the dossiers that it changed until they are
 * saved together. It reads the records and writes nothing.
 */
export class Intake {
  readonly #records: Records;
  readonly #sighting: Sighting;
  readonly #entries = new Map<CustomerId, Entry>();
  readonly #us: TenantId;
  /** The lists of customers that were seen whole before. */
  readonly #lists: readonly CustomerList[];
  readonly #gdapListedAt: Instant | null;

  constructor(records: Records, sighting: Sighting) {
    this.#records = records;
    this.#sighting = sighting;
    this.#us = records.profile.partner.tenantId;
    const { customerLists, gdapListedAt } = records.surroundings();
    this.#lists = customerLists;
    this.#gdapListedAt = gdapListedAt;
  }

  /** How many dossiers it changed so far. */
  get size(): number {
    return this.#entries.size;
  }

  take(seen: CustomerObservation): Outcome {
    const before = this.#dossier(seen.customer);
    const { dossier: merged, outcome, subjects } = mergeObservation(before, seen, this.#sighting);
    const told = merged === before ? merged : withAbsence(before, this.#listed(merged), this.#us, this.#lists);
    const dossier = this.#sighting.names ? { ...told, listedAt: this.#sighting.asOf } : told;
    if (dossier !== before) this.#keep(seen.customer, dossier, subjects);
    return outcome;
  }

  /** Takes the knowledge that a list was whole; customers we don't know are left alone. */
  close(seen: ListOfCustomer): void {
    const before = this.#dossier(seen.customer);
    if (before === undefined) return;
    const merged = mergeList(before, seen, this.#sighting);
    const { subjects } = merged;
    const dossier = seen.of === 'customer' ? absentFrom(merged.dossier, this.#us, [this.#sighting]) : merged.dossier;
    if (dossier !== before) this.#keep(seen.customer, dossier, subjects);
  }

  /** Takes the knowledge that this sighting's list of all customers did not name one. */
  leaveOut(customer: CustomerId): void {
    const before = this.#dossier(customer);
    if (before === undefined) return;
    const dossier = absentFrom(before, this.#us, [this.#sighting]);
    if (dossier !== before) this.#keep(customer, dossier, []);
  }

  /**
   * The dossiers that changed, ready to be saved. Reckons their seat remainders and writes one line of history in each
   * that changed in substance. `conclude` draws what follows from a dossier's new facts, such as that an invitation was
   * accepted.
   */
  async harvest(at: Instant, by: string, conclude = (dossier: Dossier): Dossier => dossier): Promise<Dossier[]> {
    const dossiers: Dossier[] = [];
    const slices = new Slices();
    for (const entry of this.#entries.values()) {
      const { dossier, subjects } = withRemainders(entry.dossier);
      for (const subject of subjects) entry.subjects.add(subject);
      dossiers.push(conclude(this.#withHistory(entry, dossier, at, by)));
      if (slices.isOver()) await slices.next();
    }
    return dossiers;
  }

  /** A dossier whose GDAP relationships nobody listed, with what the latest whole list of all of them tells of it: none. */
  #listed(dossier: Dossier): Dossier {
    return dossier.gdapListedAt === null ? { ...dossier, gdapListedAt: this.#gdapListedAt } : dossier;
  }

  /** A customer as it stands with what came in so far. */
  #dossier(id: CustomerId): Dossier | undefined {
    return this.#entries.get(id)?.dossier ?? this.#records.dossier(id);
  }

  #keep(id: CustomerId, dossier: Dossier, subjects: readonly string[]): void {
    const entry = this.#entries.get(id) ?? { before: this.#records.dossier(id), dossier, subjects: new Set<string>() };
    entry.dossier = dossier;
    for (const subject of subjects) entry.subjects.add(subject);
    this.#entries.set(id, entry);
  }

  #withHistory(entry: Entry, dossier: Dossier, at: Instant, by: string): Dossier {
    const { run, source } = this.#sighting;
    const changes = run === undefined ? [] : changesBetween(entry.before, dossier);
    if (entry.subjects.size === 0 && changes.length === 0) return dossier;
    const event = run !== undefined ? 'synced' : entry.before === undefined ? 'created' : 'imported';
    const line: HistoryEntry = { at, by, event, source, subjects: [...entry.subjects] };
    const told = run === undefined ? line : { ...line, run, changes };
    return { ...dossier, history: [...dossier.history, told] };
  }
}
