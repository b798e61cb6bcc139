import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Disk } from '#electron/records/disk.ts';
import type { WorkspaceKey } from '#electron/records/key-file.ts';
import { changePassphrase, findKey } from '#electron/records/unlocking.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { FOLDER, PASSPHRASE, type Unlock, WORKSPACE } from './examine.ts';
import { CLOCK } from './index-faults.ts';
import type { Scenario } from './scenario.ts';
import { opened, Trial, workspaceWith } from './trial.ts';

const PRESENT = '天工开物 1637';
const NEXT = 'Sidereus Nuncius 1610';

let made: ReturnType<typeof workspaceWith> | undefined;

/** The passphrase is changed: whichever state is found, the workspace opens with the one that belongs to it. */
export const PASSPHRASE_CHANGE: Scenario = {
  name: 'a change of the passphrase',
  unlock: byEitherPassphrase,
  slow: true,
  prepare: async (circumstances) => {
    made ??= workspaceWith(6, { protection: { kind: 'passphrase', passphrase: PRESENT } });
    const { ids, image, key } = await made;
    const trial = new Trial(image, circumstances);
    const records = await opened(trial.disk, key);
    trial.ledger.given([
      [WORKSPACE, 'made'],
      [PASSPHRASE, PRESENT],
    ]);
    await trial.begin(records, ids);
    trial.forget();
    const at = CLOCK().toISOString();
    const change = () => changePassphrase(FOLDER, { present: PRESENT, next: NEXT }, { at, disk: trial.disk });
    const work = async () => {
      try {
        await trial.doing([[PASSPHRASE, NEXT]], change);
      } catch (error) {
        const unsure = error instanceof ProblemError && error.problem.key === 'passphraseUnsure';
        const opens = (await keyBy(trial.model, NEXT)) !== null;
        if (unsure !== opens)
          throw new Error(`The new passphrase ${opens ? 'opens' : 'does not open'}: ${String(error)}`);
        throw error;
      }
    };
    return { trial, open: { records, key }, work };
  },
};

const found = new Map<string, WorkspaceKey | null>();

/** A passphrase takes long to try, by design: each is tried once on the same bytes. */
async function keyBy(disk: Disk, passphrase: string): Promise<WorkspaceKey | null> {
  const bytes = await disk.read(join(FOLDER, 'key.json')).catch(() => Buffer.alloc(0));
  const digest = createHash('sha1').update(bytes).update(passphrase).digest('hex');
  const known = found.get(digest);
  if (known !== undefined) return known;
  const key = await tried(disk, passphrase);
  found.set(digest, key);
  return key;
}

async function tried(disk: Disk, passphrase: string): Promise<WorkspaceKey | null> {
  try {
    const key = await findKey(FOLDER, { disk, passphrase });
    if (key === 'empty' || key === 'locked') throw new Error(`The workspace is ${key}.`);
    return key;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.key === 'passphraseWrong') return null;
    throw error;
  }
}

async function byEitherPassphrase(...[disk, { legal }, faults]: Parameters<Unlock>): Promise<WorkspaceKey> {
  const possible = legal.get(PASSPHRASE) ?? [];
  const opening: WorkspaceKey[] = [];
  for (const passphrase of [PRESENT, NEXT]) {
    const key = await keyBy(disk, passphrase);
    if (key && !possible.includes(passphrase)) faults.push(`"${passphrase}" still opens the workspace.`);
    if (key) opening.push(key);
  }
  const [key] = opening;
  if (!key) throw new Error('No passphrase opens the workspace.');
  return key;
}
