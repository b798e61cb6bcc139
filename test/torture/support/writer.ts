import { writeSync } from 'node:fs';
import type { CustomerIndex } from '#electron/directory/index/customer-index.ts';
import { nodeDisk } from '#electron/records/disk.ts';
import { acquireLock } from '#electron/records/lock.ts';
import { findKey } from '#electron/records/unlocking.ts';
import { openRecords, sweepLeftovers } from '#electron/records/workspace.ts';
import { Random } from '#test/generator/random.ts';
import { KEYCHAIN } from './keychain.ts';
import type { WriterLine } from './kill.ts';
import { customers, dossierIn } from './people.ts';
import { WRITTEN } from './written.ts';

// A process of its own that saves into a workspace, as the console does, until it is killed. It says on stdout what it
// begins to save and what is saved.
const [folder = '', first = '0', honesty = 'honest'] = process.argv.slice(2);

const say = (line: WriterLine): void => {
  writeSync(1, `${JSON.stringify(line)}\n`);
};

await acquireLock(folder, 'torture', () => undefined);
await sweepLeftovers(folder);
const key = await findKey(folder, { disk: nodeDisk, keychain: KEYCHAIN });
if (key === 'empty' || key === 'locked') throw new Error(`The workspace is ${key}.`);
const records = await openRecords(folder, { key });
if (!records) throw new Error('There is no workspace.');
const random = new Random(Number(first), 'writer');
const ids = customers(WRITTEN.count, WRITTEN.seed);
say({ open: true });

let index: CustomerIndex | undefined;
for (let state = Number(first); ; state += 1) {
  const some = random.some(ids, random.integer(1, 4));
  say({ begin: state, ids: some });
  const saving = records.save(some.map((id) => dossierIn(state, id)));
  if (honesty === 'hasty') say({ done: state });
  await saving;
  if (honesty === 'honest') say({ done: state });
  if (!random.chance(0.1)) continue;
  // Most processes do not live to see it, and it takes long to load.
  index ??= await (await import('#electron/directory/index/customer-index.ts')).openIndex(records);
  await index.save();
}
