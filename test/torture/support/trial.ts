import type { Disk } from '#electron/records/disk.ts';
import { NO_KEY, type WorkspaceKey } from '#electron/records/key-file.ts';
import { findKey } from '#electron/records/unlocking.ts';
import { createWorkspace, type KeptRecords, openRecords } from '#electron/records/workspace.ts';
import { type Dossier, Surroundings } from '#shared/model/dossier.ts';
import type { ProtectionChoice } from '#shared/model/protection.ts';
import { Random } from '#test/generator/random.ts';
import { PROFILE } from '#test/unit/support/dossiers.ts';
import { checkpointOf, writeCheckpoint } from './checkpoint.ts';
import { CHECKPOINT, type Expected, FOLDER, NOTES, SURROUNDINGS, stateOf, type Unlock } from './examine.ts';
import { CLOCK } from './index-faults.ts';
import { KEYCHAIN } from './keychain.ts';
import { Ledger } from './ledger.ts';
import { type Image, ModelDisk } from './model-disk.ts';
import { customers, dossierIn, statesOf } from './people.ts';

/** Opens the workspace with the test's keychain, or without a key where it has none. */
export const byKeychain: Unlock = async (disk) => {
  const key = await findKey(FOLDER, { disk, keychain: KEYCHAIN });
  if (key === 'locked') throw new Error('The workspace waits for a passphrase.');
  return key;
};

/** A folder with nothing in it but a file of somebody else's. */
export const EMPTY: Image = new Map([
  ['/', new Map()],
  [FOLDER, new Map([[NOTES.name, NOTES.bytes]])],
]);

/** What a trial goes on under. */
export interface Circumstances {
  /** Decides in which order operations that run side by side take turns; without a seed they simply do. */
  readonly seed?: number | null;
  /** Puts something between the console and the disk. */
  readonly meet?: (disk: Disk) => Disk;
}

/** A disk with a workspace on it that a test does something to, and what must be found there after a crash. */
export class Trial {
  /** The disk as it is. */
  readonly model: ModelDisk<Expected>;
  /** The disk as the console meets it. */
  readonly disk: Disk;
  readonly ledger = new Ledger();
  readonly kept: Buffer[] = [];
  first: Expected['first'] = { states: new Map(), lines: 0 };
  #log: Buffer = Buffer.alloc(0);

  constructor(image: Image, { meet = (disk) => disk, seed = null }: Circumstances = {}) {
    const random = seed === null ? null : new Random(seed, 'turns');
    this.model = ModelDisk.of<Expected>(image, { mark: () => this.expected(), random });
    this.disk = meet(this.model);
  }

  expected(): Expected {
    return { legal: this.ledger.legal(), first: this.first, log: this.#log, kept: this.kept };
  }

  /** Takes what the workspace holds now as what is so at first. */
  async begin(records: KeptRecords, subjects: readonly string[]): Promise<void> {
    const states = [...subjects, SURROUNDINGS].map((subject): [string, string] => [subject, stateOf(records, subject)]);
    this.ledger.given(states);
    const { total } = await records.audit(0, 1);
    this.first = { states: new Map(states), lines: total };
    this.#promise();
  }

  /** Runs work that brings subjects into new states, and is acknowledged when it resolves. */
  async doing<T>(states: Iterable<readonly [string, string]>, work: () => Promise<T>): Promise<T> {
    const acknowledge = this.ledger.begin(states);
    const result = await work();
    acknowledge();
    this.#promise();
    return result;
  }

  save(records: KeptRecords, dossiers: readonly Dossier[]): Promise<void> {
    return this.doing(statesOf(dossiers), () => records.save(dossiers));
  }

  saveSurroundings(records: KeptRecords, name: string): Promise<void> {
    const next = Surroundings.parse({ ...records.surroundings(), groups: [{ ...GROUP, name }] });
    return this.doing([[SURROUNDINGS, JSON.stringify(next)]], () => records.saveSurroundings(next));
  }

  async checkpoint(records: KeptRecords): Promise<void> {
    const bytes = checkpointOf(records);
    await this.doing([[CHECKPOINT, bytes.toString('utf8')]], () => writeCheckpoint(records, bytes));
  }

  /** What is written from here on is what the crash comes into. */
  forget(): void {
    this.model.history.length = 0;
  }

  #promise(): void {
    // Read as it stands: what was acknowledged is on the disk.
    const log = this.model.image().get(FOLDER)?.get('audit.log') ?? Buffer.alloc(0);
    this.#log = log.subarray(0, log.lastIndexOf('\n') + 1);
  }
}

const GROUP = {
  id: '66666666-6666-4666-8666-666666666666',
  roles: [],
  provenance: { basis: 'declared' as const, source: 'staff:li@partner.example', asOf: '2026-11-01T00:00:00Z' },
};

/** A workspace with customers in their first state, each document with a version before it. */
export async function workspaceWith(
  count: number,
  { protection = { kind: 'none' }, seed = 1 }: { readonly protection?: ProtectionChoice; readonly seed?: number } = {},
): Promise<{ image: Image; ids: ReturnType<typeof customers>; key: WorkspaceKey }> {
  const disk = ModelDisk.of(EMPTY, { mark: () => null, random: null });
  const key = await createWorkspace(FOLDER, PROFILE, { disk, clock: CLOCK, keychain: KEYCHAIN, protection });
  const ids = customers(count, seed);
  const records = await opened(disk, key);
  await records.save(ids.map((id) => dossierIn(0, id)));
  await records.save(ids.map((id) => dossierIn(1, id)));
  await records.close();
  return { image: disk.image(), ids, key };
}

/** The records on a disk; there must be some. */
export async function opened(disk: Disk, key: WorkspaceKey = NO_KEY): Promise<KeptRecords> {
  const records = await openRecords(FOLDER, { disk, key, clock: CLOCK });
  if (!records) throw new Error('There is no workspace.');
  return records;
}
