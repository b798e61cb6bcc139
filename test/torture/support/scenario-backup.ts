import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { writeBackup } from '#electron/records/backup.ts';
import { eraseWorkspace } from '#electron/records/erase.ts';
import { restoreBackup } from '#electron/records/restore.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { Random } from '#test/generator/random.ts';
import { ERASED, FOLDER, filesOf, NOTES, WORKSPACE } from './examine.ts';
import { killed, powerCuts } from './images.ts';
import { CLOCK } from './index-faults.ts';
import { KEYCHAIN } from './keychain.ts';
import { ABSENT } from './ledger.ts';
import { ModelDisk } from './model-disk.ts';
import { dossierIn, statesOf } from './people.ts';
import type { Scenario } from './scenario.ts';
import { byKeychain, EMPTY, opened, Trial, workspaceWith } from './trial.ts';

const PASSPHRASE = '天工开物 1637';
const PATH = '/backups/console.pcbackup';
const AT = CLOCK().toISOString();
const RESTORE = { passphrase: PASSPHRASE, protection: { kind: 'keychain' }, keychain: KEYCHAIN, clock: CLOCK } as const;

/** A backup of a workspace, on the machine's own disk: it is restored from there. */
async function backUp() {
  const { ids, image, key } = await workspaceWith(10, { protection: { kind: 'keychain' } });
  const disk = ModelDisk.of(image, { mark: () => null, random: null });
  const records = await opened(disk, key);
  await writeBackup(PATH, await records.contents(), { passphrase: PASSPHRASE, at: AT, disk });
  const bytes = disk.readSync(PATH);
  const folder = mkdtempSync(join(tmpdir(), 'console-backup-'));
  process.once('exit', () => void rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'console.pcbackup');
  writeFileSync(file, bytes);
  return { bytes, disk, file, folder, ids };
}

let made: ReturnType<typeof backUp> | undefined;

/** The same backup for everybody, and the disk that it was written to. */
export function backedUp(): ReturnType<typeof backUp> {
  made ??= backUp();
  return made;
}

/** While it is written, a backup is not there under its name, or there whole. */
export async function backupFaults(outcomes: number): Promise<{ runs: number; faults: string[] }> {
  const { bytes, disk } = await backedUp();
  const random = new Random(1, 'backup');
  const faults: string[] = [];
  let runs = 0;
  disk.rest();
  for (const [nth, snapshot] of disk.history.entries()) {
    const isEnd = nth === disk.history.length - 1;
    for (const { how, image } of [...killed(snapshot, random), ...powerCuts(snapshot, random, outcomes)]) {
      runs += 1;
      const found = image.get(dirname(PATH))?.get(basename(PATH));
      if (found ? !found.equals(bytes) : isEnd) faults.push(`${how}: the backup is not whole.`);
    }
  }
  return { runs, faults };
}

/** A backup with other bytes is refused by its name, and leaves nothing behind. */
export async function damagedBackupFaults(bytes: Buffer): Promise<string[]> {
  const { folder } = await backedUp();
  const file = join(folder, 'damaged.pcbackup');
  writeFileSync(file, bytes);
  const disk = ModelDisk.of(EMPTY, { mark: () => null, random: null });
  const problem = await restoreBackup(FOLDER, file, { ...RESTORE, disk }).then(
    () => null,
    (error: unknown) => error,
  );
  const left = [...(await filesOf(disk, FOLDER)).keys()].filter((name) => name !== NOTES.name);
  const named = problem instanceof ProblemError && problem.problem.values.file === file;
  return [
    ...(problem === null ? ['Nothing is told.'] : named ? [] : [`It ends in ${String(problem)}`]),
    ...(left.length === 0 || problem === null ? [] : [`${left.join(', ')} is left behind.`]),
  ];
}

/** A workspace is restored into an empty folder, and saved to. */
export const RESTORING: Scenario = {
  name: 'restoring a backup',
  unlock: byKeychain,
  slow: true,
  prepare: async (circumstances) => {
    const { file, ids } = await backedUp();
    const trial = new Trial(EMPTY, circumstances);
    const { disk } = trial;
    trial.ledger.given([[WORKSPACE, ABSENT]]);
    const restored = statesOf(ids.map((id) => dossierIn(1, id)));
    trial.first = { states: new Map(restored), lines: 0 };
    const work = async () => {
      trial.ledger.given(restored);
      const key = await trial.doing([[WORKSPACE, 'made']], () => restoreBackup(FOLDER, file, { ...RESTORE, disk }));
      const records = await opened(disk, key);
      await trial.save(
        records,
        ids.slice(0, 2).map((id) => dossierIn(2, id)),
      );
    };
    return { trial, work };
  },
};

/** A workspace is erased: it is there whole, or not at all. */
export const ERASING: Scenario = {
  name: 'erasing a workspace',
  unlock: byKeychain,
  prepare: async (circumstances) => {
    const { ids, image, key } = await workspaceWith(8, { protection: { kind: 'keychain' } });
    const trial = new Trial(image, circumstances);
    trial.ledger.given([
      [WORKSPACE, 'made'],
      [ERASED, 'whole'],
    ]);
    await trial.begin(await opened(trial.disk, key), ids);
    trial.forget();
    const gone: [string, string][] = [[WORKSPACE, ABSENT]];
    return { trial, work: () => trial.doing(gone, () => eraseWorkspace(FOLDER, trial.disk)) };
  },
};
