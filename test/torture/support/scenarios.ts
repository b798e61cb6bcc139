import { openIndex } from '#electron/directory/index/customer-index.ts';
import { findKey } from '#electron/records/unlocking.ts';
import { createWorkspace, type KeptRecords, sweepLeftovers } from '#electron/records/workspace.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { PROFILE } from '#test/unit/support/dossiers.ts';
import { FOLDER, KEPT_VALUE, WORKSPACE } from './examine.ts';
import { CLOCK } from './index-faults.ts';
import { keptValue } from './kept-value.ts';
import { KEYCHAIN } from './keychain.ts';
import { ABSENT } from './ledger.ts';
import { type Image, ModelDisk } from './model-disk.ts';
import { customers, dossierIn } from './people.ts';
import type { Scenario } from './scenario.ts';
import { ERASING, RESTORING } from './scenario-backup.ts';
import { MIGRATIONS } from './scenario-migration.ts';
import { PASSPHRASE_CHANGE } from './scenario-passphrase.ts';
import { RECOVERY } from './scenario-recovery.ts';
import { byKeychain, EMPTY, opened, Trial, workspaceWith } from './trial.ts';

type Work = (trial: Trial, records: KeptRecords, ids: CustomerId[]) => Promise<unknown>;

/** How many customers a workspace has: several to a document. */
const FEW = 24;

const ON_RECORDS: readonly Scenario[] = [
  {
    name: 'making a workspace',
    unlock: byKeychain,
    prepare: async (circumstances) => {
      const trial = new Trial(EMPTY, circumstances);
      trial.ledger.given([[WORKSPACE, ABSENT]]);
      const { disk } = trial;
      const work = () =>
        trial.doing([[WORKSPACE, 'made']], () =>
          createWorkspace(FOLDER, PROFILE, {
            disk,
            clock: CLOCK,
            keychain: KEYCHAIN,
            protection: { kind: 'keychain' },
          }),
        );
      return { trial, work };
    },
  },
  onWorkspace('an edit', 'none', async (trial, records, [first]) => {
    for (const state of [2, 3, 4]) await trial.save(records, first ? [dossierIn(state, first)] : []);
  }),
  onWorkspace('an import', 'none', imported),
  onWorkspace('an import into encrypted records', 'keychain', imported),
  onWorkspace('two pages of a pull', 'none', async (trial, records, ids) => {
    await together([
      trial.save(
        records,
        ids.slice(0, 8).map((id) => dossierIn(2, id)),
      ),
      trial.saveSurroundings(records, '服务台'),
      trial.save(
        records,
        ids.slice(4, 12).map((id) => dossierIn(3, id)),
      ),
    ]);
  }),
  onWorkspace('two pages of a pull into encrypted records', 'keychain', async (trial, records, ids) => {
    await trial.save(
      records,
      ids.slice(0, 9).map((id) => dossierIn(2, id)),
    );
    await trial.saveSurroundings(records, '服务台');
    await trial.save(
      records,
      ids.slice(5, 14).map((id) => dossierIn(3, id)),
    );
  }),
  onWorkspace('changes of a ledger', 'keychain', async (trial, records) => {
    for (const state of ['one', 'two', 'three']) {
      await trial.doing([[KEPT_VALUE, state]], async () => {
        await (await keptValue(records)).change(() => ({ state }));
      });
    }
  }),
  onWorkspace('a checkpoint of the index', 'keychain', async (trial, records, ids) => {
    const index = await openIndex(records, undefined, { clock: CLOCK });
    await index.save();
    await trial.checkpoint(records);
    await trial.save(
      records,
      ids.slice(0, 4).map((id) => dossierIn(2, id)),
    );
    await index.save();
    await trial.checkpoint(records);
  }),
  {
    name: 'opening after a crash',
    unlock: byKeychain,
    prepare: async (circumstances) => {
      const { ids, image, key } = await workspaceOnce('keychain');
      const trial = new Trial(withLeftovers(image), circumstances);
      trial.ledger.given([[WORKSPACE, 'made']]);
      await trial.begin(await opened(ModelDisk.of(image, { mark: () => null, random: null }), key), ids);
      const { disk } = trial;
      const work = async () => {
        await sweepLeftovers(FOLDER, disk);
        const found = await findKey(FOLDER, { disk, keychain: KEYCHAIN });
        if (found === 'empty' || found === 'locked') throw new Error(`The workspace is ${found}.`);
        await openIndex(await opened(disk, found), undefined, { clock: CLOCK });
      };
      return { trial, work };
    },
  },
  onWorkspace('lines of the audit log', 'keychain', async (trial, records) => {
    for (const act of ['exported', 'backed-up', 'verified']) await trial.doing([], () => records.record({ act }));
  }),
];

/** A scenario on a workspace that has customers. */
export function onWorkspace(name: string, protection: 'none' | 'keychain', work: Work): Scenario {
  return {
    name,
    unlock: byKeychain,
    prepare: async (circumstances) => {
      const { ids, image, key } = await workspaceOnce(protection);
      const trial = new Trial(image, circumstances);
      const records = await opened(trial.disk, key);
      trial.ledger.given([[WORKSPACE, 'made']]);
      await trial.begin(records, ids);
      trial.forget();
      return { trial, open: { records, key }, work: () => work(trial, records, ids) };
    },
  };
}

/** The disk with a torn line at the end of the audit log, and files that were being written. */
function withLeftovers(image: Image): Image {
  const files = new Map(image.get(FOLDER));
  files.set('audit.log', Buffer.concat([files.get('audit.log') ?? Buffer.alloc(0), Buffer.from('4 torn')]));
  files.set('workspace.json.0123456789ab.tmp', Buffer.from('{'));
  return new Map(image).set(FOLDER, files);
}

async function imported(trial: Trial, records: KeptRecords, ids: readonly CustomerId[]): Promise<void> {
  const strangers = customers(8, 99).filter((id) => !ids.includes(id));
  await trial.save(
    records,
    [...ids.slice(0, 8), ...strangers].map((id) => dossierIn(5, id)),
  );
}

/** Waits for all of it; what failed first fails it. */
async function together(work: readonly Promise<unknown>[]): Promise<void> {
  for (const end of await Promise.allSettled(work)) if (end.status === 'rejected') throw end.reason;
}

const made = new Map<string, ReturnType<typeof workspaceWith>>();

/** Workspaces are made once: the disks that start from them share their bytes and nothing else. */
function workspaceOnce(kind: 'none' | 'keychain'): ReturnType<typeof workspaceWith> {
  const known = made.get(kind) ?? workspaceWith(FEW, { protection: { kind } });
  made.set(kind, known);
  return known;
}

/** Everything that writes. */
export const SCENARIOS: readonly Scenario[] = [
  ...ON_RECORDS,
  ...MIGRATIONS,
  RECOVERY,
  RESTORING,
  ERASING,
  PASSPHRASE_CHANGE,
];
