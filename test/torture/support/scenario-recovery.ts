import { join } from 'node:path';
import { fileOf } from '#electron/records/storage.ts';
import { DAMAGED, FOLDER, WORKSPACE } from './examine.ts';
import { ABSENT } from './ledger.ts';
import type { Image } from './model-disk.ts';
import { dossierIn, textOf } from './people.ts';
import type { Scenario } from './scenario.ts';
import { byKeychain, opened, Trial, workspaceWith } from './trial.ts';

/** Two damaged documents are put right: one by the version before, one that has none which is whole. */
export const RECOVERY: Scenario = {
  name: 'putting damaged documents right',
  unlock: byKeychain,
  prepare: async (circumstances) => {
    const { ids, image, key } = await workspaceWith(16, { protection: { kind: 'keychain' } });
    const [one = '', other = ''] = documentsOf(image);
    const whole = `${one}.json`;
    const lost = [`${other}.json`, `${other}.json.prev`];
    const damaged = withBytes(image, [whole, ...lost], (bytes) => bytes.fill('x', bytes.length - 40));
    const trial = new Trial(damaged, circumstances);
    for (const name of [whole, ...lost]) trial.kept.push(fileIn(damaged, name));
    const records = await opened(trial.disk, key);
    trial.ledger.given([[WORKSPACE, 'made']]);
    await trial.begin(records, ids);
    const inDocument = (name: string) => ids.filter((id) => records.documentOf(id) === name);
    const before = inDocument(one).map((id): [string, string] => [id, textOf(dossierIn(0, id))]);
    const none = inDocument(other).map((id): [string, string] => [id, ABSENT]);
    if (!before.every(([id]) => trial.first.states.get(id) === DAMAGED)) throw new Error('Nothing is damaged.');
    trial.forget();
    const work = async () => {
      await trial.doing(before, () => records.recover(fileOf(one)));
      await trial.doing(none, () => records.recover(fileOf(other)));
    };
    return { trial, open: { records, key }, work };
  },
};

/** The documents of dossiers on a disk. */
export function documentsOf(image: Image): string[] {
  const names = [...(image.get(DOSSIERS)?.keys() ?? [])];
  return names.flatMap((name) => /^(...)\.json$/.exec(name)?.[1] ?? []).sort();
}

/** The disk with files in the folder of dossiers changed. */
export function withBytes(image: Image, names: readonly string[], change: (bytes: Buffer) => Buffer): Image {
  const files = new Map(image.get(DOSSIERS));
  for (const name of names) files.set(name, change(Buffer.from(fileIn(image, name))));
  return new Map(image).set(DOSSIERS, files);
}

const DOSSIERS = join(FOLDER, 'dossiers');

function fileIn(image: Image, name: string): Buffer {
  const bytes = image.get(DOSSIERS)?.get(name);
  if (!bytes) throw new Error(`There is no ${name}.`);
  return bytes;
}
