import { Slices } from '#electron/directory/slices.ts';
import type { Records } from '#electron/records/records.ts';
import { fileOf, inStorageOrder } from '#electron/records/storage.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId, Instant } from '#shared/model/ids.ts';
import { withCustomerList } from './customer-lists.ts';
import type { Findings } from './findings.ts';
import { Intake } from './intake.ts';
import { mergeSurroundings } from './merge-surroundings.ts';
import type { Outcome, Sighting } from './observations.ts';

/** How many changed dossiers are held before they are saved: a few thousand would be a hundred megabytes. */
const DOSSIERS_A_SAVE = 500;

/** How many documents are taken together at most, so that those of one save are still in memory when it comes. */
const DOCUMENTS_A_SAVE = 32;

/** Where findings are recorded, and by whom. */
export interface RecordInto {
  readonly records: Records;
  readonly now: Instant;
  /** The member of staff who brings them, for the history and the audit log. */
  readonly by: string;
  /** What the audit log calls it; `imported` unless it is named. */
  readonly act?: string;
  /** What follows from the new facts of a dossier; it is saved with them. */
  readonly conclude?: (dossier: Dossier) => Dossier;
  /** The customers that have invitations: a list of all customers tells of them alone whether they accepted. */
  readonly invited: () => Iterable<CustomerId>;
  /** Runs the work while nobody else changes the records; others get their turn between two saves. */
  readonly inTurn?: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Told of what becomes of it. */
export interface Listener {
  /** What taking something did, and how many rows say it. */
  settle(rows: number, outcome: Outcome): void;
  /** How many of how many documents are done. */
  progress(done: number, of: number): void;
}

/**
 * Records findings, one batch of documents after another: each batch is read, merged and saved before the next is read.
 * A dossier is saved once, with all that was found of it. When it is cut short some dossiers have everything and the
 * others nothing of it: recording the same again does what is left and changes nothing else.
 * Documents known to be damaged are a problem before anything is saved.
 */
export async function recordFindings(
  findings: Findings,
  sighting: Sighting,
  into: RecordInto,
  listener: Listener,
): Promise<void> {
  const { inTurn = (work) => work() } = into;
  const documents = findings.documents();
  refuseDamaged(documents, into.records);
  for (let done = 0; done < documents.length; ) {
    done = await inTurn(() => recordBatch(findings, documents, done, sighting, into, listener));
    listener.progress(done, documents.length);
  }
  if (findings.surroundings.length > 0) await inTurn(() => recordSurroundings(findings, sighting, into, listener));
  const { customers } = findings;
  if (customers !== null) await inTurn(() => recordCustomerList(customers, sighting, into));
}

/** Records from one document on; gives where the next batch begins. */
async function recordBatch(
  findings: Findings,
  documents: readonly string[],
  from: number,
  sighting: Sighting,
  { act = 'imported', by, conclude, now, records }: RecordInto,
  listener: Listener,
): Promise<number> {
  const intake = new Intake(records, sighting);
  const slices = new Slices();
  let next = from;
  for (const name of documents.slice(from, from + DOCUMENTS_A_SAVE)) {
    const { lists, told } = findings.release(name);
    for (const one of told) {
      listener.settle(one.rows, intake.take(one.observe()));
      if (slices.isOver()) await slices.next();
    }
    for (const list of lists) {
      intake.close(list);
      if (slices.isOver()) await slices.next();
    }
    next += 1;
    if (intake.size >= DOSSIERS_A_SAVE) break;
  }
  const dossiers = await intake.harvest(now, by, conclude);
  if (dossiers.length > 0) await records.save(dossiers, { by, act });
  return next;
}

async function recordSurroundings(
  { surroundings: seen }: Findings,
  sighting: Sighting,
  { act = 'imported', by, records }: RecordInto,
  listener: Listener,
): Promise<void> {
  const slices = new Slices();
  const before = records.surroundings();
  let after = before;
  for (const one of seen) {
    const { outcome, surroundings } = mergeSurroundings(after, one, sighting);
    after = surroundings;
    listener.settle(1, outcome);
    if (slices.isOver()) await slices.next();
  }
  if (after !== before) await records.saveSurroundings(after, { by, act });
}

/** Keeps that all customers were listed, and draws what follows for those who were not named; the list may be an older one. */
async function recordCustomerList(
  named: ReadonlySet<CustomerId>,
  sighting: Sighting,
  { act = 'imported', by, conclude, invited, now, records }: RecordInto,
): Promise<void> {
  const before = records.surroundings();
  const customerLists = withCustomerList(before.customerLists, { asOf: sighting.asOf, source: sighting.source });
  if (customerLists === before.customerLists) return;
  const intake = new Intake(records, sighting);
  const slices = new Slices();
  for (const customer of inStorageOrder([...invited()])) {
    if (!named.has(customer)) intake.leaveOut(customer);
    if (slices.isOver()) await slices.next();
  }
  const dossiers = await intake.harvest(now, by, conclude);
  if (dossiers.length > 0) await records.save(dossiers, { by, act });
  await records.saveSurroundings({ ...before, customerLists: [...customerLists] }, { by, act });
}

function refuseDamaged(documents: readonly string[], records: Records): void {
  const damaged = new Set(records.damaged().map(({ file }) => file));
  if (damaged.size === 0) return;
  // Reading it tells what is wrong with it and what can be done.
  for (const name of documents) if (damaged.has(fileOf(name))) records.document(name);
}
