import { join } from 'node:path';
import type { Disk } from '#electron/records/disk.ts';
import { placeOf, previousDossiers } from '#electron/records/dossier-documents.ts';
import type { WorkspaceKey } from '#electron/records/key-file.ts';
import { isLeftover } from '#electron/records/storage.ts';
import { createWorkspace, type KeptRecords, openRecords, sweepLeftovers } from '#electron/records/workspace.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { PROFILE } from '#test/unit/support/dossiers.ts';
import { checkpointFaults } from './checkpoint.ts';
import { indexFaults } from './index-faults.ts';
import { keptValueFaults } from './kept-value.ts';
import { ABSENT, type Legal } from './ledger.ts';
import { dossierIn, textOf } from './people.ts';

/** A customer whose document can't be read. */
export const DAMAGED = 'damaged';

/** The subjects of a ledger that are no customers. */
export const WORKSPACE = 'workspace';
export const SURROUNDINGS = 'surroundings';
export const CHECKPOINT = 'checkpoint';
export const PASSPHRASE = 'passphrase';
export const ERASED = 'erased';
export const KEPT_VALUE = 'kept value';

/** The folder of the workspace that is tortured, on disks of the test's own. */
export const FOLDER = '/records';

/** What must be found when a workspace is opened after a crash. */
export interface Expected {
  readonly legal: Legal;
  /** What the ledger's subjects were at first, and how many lines the audit log had. */
  readonly first: { readonly states: ReadonlyMap<string, string>; readonly lines: number };
  /** The lines of the audit log that were acknowledged: it must begin with them. */
  readonly log: Buffer;
  /** Bytes that must still be in the workspace folder, under whatever name: those of a damaged document, for example. */
  readonly kept: readonly Buffer[];
}

/** How the workspace is opened; undefined when it can't be, which the subject `PASSPHRASE` or `WORKSPACE` must allow. */
export type Unlock = (disk: Disk, expected: Expected, faults: string[]) => Promise<WorkspaceKey | 'empty'>;

export const NO_CUSTOMER: ReadonlySet<string> = new Set([
  WORKSPACE,
  SURROUNDINGS,
  CHECKPOINT,
  PASSPHRASE,
  ERASED,
  KEPT_VALUE,
]);
const OURS =
  /^(?:dossiers\/[0-3][0-9a-f]{2}\.json(?:\.prev)?|ledgers\/[a-z-]+\.json(?:\.prev)?|derived\/[a-z0-9-]+\.bin|quarantine\/.+|audit\.log|(?:key|workspace)\.json(?:\.prev)?|lock\.json|notes\.txt)$/;

/** A file of somebody else's, which lies in every workspace that is tortured. */
export const NOTES = { name: 'notes.txt', bytes: Buffer.from('Call 华盛联创 on Monday.\n') } as const;

const LINE_FEED = 0x0a;

/** A state that no scenario brings a customer into: the save that must work after every crash. */
const AFTERWARDS = 1_000_000;

/**
 * Opens a workspace after a crash, as the console does, and says everything that is not as it must be. The index takes
 * as long as everything else, so it may be left out.
 */
export async function examine(
  disk: Disk,
  expected: Expected,
  unlock: Unlock,
  { folder = FOLDER, index = true }: { readonly folder?: string; readonly index?: boolean } = {},
): Promise<string[]> {
  const faults: string[] = [];
  try {
    const before = await logOf(disk, folder);
    await sweepLeftovers(folder, disk);
    const key = await unlock(disk, expected, faults);
    if (key === 'empty') return [...faults, ...(await emptyFaults(disk, expected, folder))];
    const records = await openRecords(folder, { disk, key });
    if (!records) return [...faults, 'The workspace is gone.'];
    const there = expected.legal.get(WORKSPACE) ?? [];
    if (there.length === 1 && there[0] === ABSENT) faults.push('The workspace is there again.');
    faults.push(
      ...stateFaults(records, expected.legal),
      ...(await checkpointFaults(records, expected.legal.get(CHECKPOINT))),
      ...(await keptValueFaults(records, expected.legal.get(KEPT_VALUE))),
      ...(await tailFaults(before, disk, folder)),
      ...(await fileFaults(disk, expected, key, folder)),
      ...(index ? await indexFaults(records) : []),
    );
    const next = await saveAfterwards(records, expected);
    const again = await openRecords(folder, { disk, key });
    if (!again) return [...faults, 'The workspace is gone.'];
    const lost = next.filter((dossier) => stateOf(again, dossier.id) !== textOf(dossier));
    faults.push(...lost.map(({ id }) => `The save of ${id} after the crash is not there.`));
    faults.push(...(await auditFaults(again, expected, disk, folder)));
  } catch (error) {
    faults.push(`It ends in ${error instanceof ProblemError ? error.message : String((error as Error).stack)}.`);
  }
  return faults;
}

/** What the records now hold under each subject, as a ledger keeps it. */
export function stateOf(records: KeptRecords, subject: string): string {
  if (subject === SURROUNDINGS) return JSON.stringify(records.surroundings());
  try {
    const dossier = records.dossier(CustomerId.parse(subject));
    return dossier ? textOf(dossier) : ABSENT;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'damaged') return DAMAGED;
    throw error;
  }
}

/** Every file below the workspace folder by its path there, and the bytes of each. */
export async function filesOf(disk: Disk, folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const place of ['', 'dossiers', 'ledgers', 'derived', 'quarantine', 'restoring', 'restoring/dossiers']) {
    const names = await disk.list(join(folder, place)).catch((): string[] => []);
    for (const name of names) {
      const path = place === '' ? name : `${place}/${name}`;
      const bytes = await disk.read(join(folder, path)).catch(() => undefined);
      if (bytes) files.set(path, bytes);
    }
  }
  return files;
}

/** Every customer that is in a state it may not be in. */
export function stateFaults(records: KeptRecords, legal: Legal): string[] {
  const faults: string[] = [];
  for (const [subject, states] of legal) {
    if (NO_CUSTOMER.has(subject) && subject !== SURROUNDINGS) continue;
    const found = stateOf(records, subject);
    if (!states.includes(found)) faults.push(`${subject} is in a state that it may not be in: ${found.slice(0, 120)}`);
  }
  for (const { id } of records.dossiers()) {
    if (!legal.has(id)) faults.push(`${id} was never saved.`);
  }
  return faults;
}

async function auditFaults(
  records: KeptRecords,
  { first, legal, log }: Expected,
  disk: Disk,
  folder: string,
): Promise<string[]> {
  const faults: string[] = [];
  const { audit, damaged } = await records.verify();
  if (!audit.ok) faults.push(`The chain of the audit log is broken at ${audit.brokenAt}.`);
  const mayBeDamaged = [...legal.values()].some((states) => states.includes(DAMAGED));
  if (damaged.length > 0 && !mayBeDamaged) faults.push(`Damaged: ${damaged.map(({ file }) => file).join(', ')}.`);
  if (!(await logOf(disk, folder)).subarray(0, log.length).equals(log)) {
    faults.push('Lines of the audit log that were acknowledged are gone or changed.');
  }
  const { items } = await records.audit(0, 1_000_000);
  const named = new Set(items.filter(({ n }) => n > first.lines).flatMap(({ customers }) => customers));
  for (const subject of legal.keys()) {
    if (NO_CUSTOMER.has(subject) || named.has(subject)) continue;
    const found = stateOf(records, subject);
    const before = first.states.get(subject) ?? ABSENT;
    if (found !== before && before !== DAMAGED && found !== DAMAGED)
      faults.push(`${subject} was changed, and no line of the audit log says so.`);
  }
  return faults;
}

/** What a crash left of a last line is cut off and kept aside; no line before it is touched. */
async function tailFaults(before: Buffer, disk: Disk, folder: string): Promise<string[]> {
  const after = await logOf(disk, folder);
  const ends = [...before.keys()].filter((at) => before[at] === LINE_FEED).map((at) => at + 1);
  const kept = ends.filter((end) => after.subarray(0, end).equals(before.subarray(0, end))).at(-1) ?? 0;
  const cut = before.subarray(kept);
  if (cut.length === 0) return [];
  if (cut.subarray(0, -1).includes(LINE_FEED)) return ['More than the last line of the audit log was changed.'];
  const aside = [...(await filesOf(disk, folder))].filter(([name]) => name.startsWith('quarantine/audit.log'));
  return aside.some(([, bytes]) => bytes.equals(cut)) ? [] : ['A torn line of the audit log is lost.'];
}

async function fileFaults(disk: Disk, expected: Expected, key: WorkspaceKey, folder: string): Promise<string[]> {
  const faults: string[] = [];
  const files = await filesOf(disk, folder);
  for (const [name] of files) {
    if (isLeftover(name)) faults.push(`${name} was left behind.`);
    else if (!OURS.test(name)) faults.push(`${name} is no file that we know.`);
    const document = /^dossiers\/(...)\.json\.prev$/.exec(name)?.[1];
    const damagedBefore = expected.kept.some((bytes) => files.get(name)?.equals(bytes));
    if (document === undefined || damagedBefore) continue;
    if (!previousDossiers(placeOf({ disk, folder, key: key.bytes }, document))) faults.push(`${name} is not whole.`);
  }
  const [now, beside] = ['key.json', 'key.json.prev'].map((name) => files.get(name));
  if (now && !beside?.equals(now)) faults.push('Beside the key lies another one.');
  if (!files.get(NOTES.name)?.equals(NOTES.bytes)) faults.push('A file of somebody else was changed.');
  for (const bytes of expected.kept) {
    if (![...files.values()].some((one) => one.equals(bytes))) faults.push('Bytes of a damaged document are lost.');
  }
  return faults;
}

/** Whatever happened, the next save works. */
async function saveAfterwards(records: KeptRecords, { legal }: Expected): Promise<Dossier[]> {
  const whole = [...legal.keys()].filter(
    (subject) => !NO_CUSTOMER.has(subject) && stateOf(records, subject) !== DAMAGED,
  );
  const next = whole.slice(-2).map((id) => dossierIn(AFTERWARDS, CustomerId.parse(id)));
  await records.save(next);
  await records.close();
  return next;
}

/** Nothing is there, so nothing was promised; and the workspace can be made. */
async function emptyFaults(disk: Disk, { legal }: Expected, folder: string): Promise<string[]> {
  if (!legal.get(WORKSPACE)?.includes(ABSENT)) return ['The workspace is gone.'];
  const names = [...(await filesOf(disk, folder)).keys()].filter((name) => name !== NOTES.name);
  const left = legal.has(ERASED) ? names : names.filter((name) => name.startsWith('restoring'));
  if (left.length > 0) return [`Something is left of the workspace: ${left.join(', ')}.`];
  await createWorkspace(folder, PROFILE, { disk });
  const records = await openRecords(folder, { disk });
  return records && (await records.verify()).ok ? [] : ['The workspace cannot be made after the crash.'];
}

async function logOf(disk: Disk, folder: string): Promise<Buffer> {
  return await disk.read(join(folder, 'audit.log')).catch(() => Buffer.alloc(0));
}
