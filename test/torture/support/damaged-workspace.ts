import { join } from 'node:path';
import { Directory } from '#electron/directory/directory.ts';
import { openIndex } from '#electron/directory/index/customer-index.ts';
import { fileOf } from '#electron/records/storage.ts';
import type { KeptRecords } from '#electron/records/workspace.ts';
import { CustomerQuery } from '#shared/contract/customers.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { type Problem, ProblemError } from '#shared/model/problem.ts';
import type { ProtectionChoice } from '#shared/model/protection.ts';
import { FOLDER, filesOf, stateOf } from './examine.ts';
import { CLOCK } from './index-faults.ts';
import { type Image, ModelDisk } from './model-disk.ts';
import { dossierIn, textOf } from './people.ts';
import { documentsOf } from './scenario-recovery.ts';
import { byKeychain, opened, workspaceWith } from './trial.ts';

/** A workspace of which a file is damaged: what it was, and what it is now. */
export type Workspace = Awaited<ReturnType<typeof workspaceWith>> & { readonly document: string };

export async function aWorkspace(kind: 'none' | 'keychain', seed = 1): Promise<Workspace> {
  const protection: ProtectionChoice = { kind };
  const made = await workspaceWith(14, { protection, seed });
  const [document = ''] = documentsOf(made.image);
  const disk = ModelDisk.of(made.image, { mark: () => null, random: null });
  const records = await opened(disk, made.key);
  const index = await openIndex(records, undefined, { clock: CLOCK });
  await index.save();
  return { ...made, image: disk.image(), document };
}

/** The bytes of a file of a workspace, by its path there. */
export function bytesOf(image: Image, path: string): Buffer {
  const bytes = image.get(join(FOLDER, path, '..'))?.get(path.split('/').at(-1) ?? '');
  if (!bytes) throw new Error(`There is no ${path}.`);
  return bytes;
}

/** A disk with other bytes under a path. */
export function diskWithBytes(image: Image, path: string, bytes: Buffer): ModelDisk {
  const folder = join(FOLDER, path, '..');
  const files = new Map(image.get(folder)).set(path.split('/').at(-1) ?? '', bytes);
  return ModelDisk.of(new Map(image).set(folder, files), { mark: () => null, random: null });
}

/** A damaged document is told by its name, costs its own dossiers and nothing else, and is put right when asked. */
export async function documentFaults({ document, ids, image, key }: Workspace, bytes: Buffer): Promise<string[]> {
  const file = fileOf(document);
  const path = join(FOLDER, file);
  const disk = diskWithBytes(image, file, bytes);
  const faults: string[] = [];
  const records = await opened(disk, key);
  const [inside, outside] = [
    ids.filter((id) => records.documentOf(id) === document),
    othersThan(document, records, ids),
  ];
  for (const id of inside) faults.push(...problemFaults(await problemOf(() => records.dossier(id)), path));
  faults.push(...stateFaults(records, outside, 1), ...(await listFaults(records, outside)));
  const { damaged, ok } = await records.verify();
  if (ok || damaged.map((one) => one.file).join() !== file) faults.push(`verify tells ${JSON.stringify(damaged)}`);
  const refused = await problemOf(() => records.save(inside.map((id) => dossierIn(2, id))));
  faults.push(...problemFaults(refused, path));
  if (!disk.readSync(path).equals(bytes)) faults.push('The damaged document was overwritten.');
  await records.save(outside.map((id) => dossierIn(2, id)));
  const putRight = await problemOf(() => records.recover(file));
  if (putRight !== NOTHING) faults.push('It can’t be put right.');
  faults.push(...stateFaults(records, inside, 0), ...stateFaults(await opened(disk, key), outside, 2));
  const files = await filesOf(disk, FOLDER);
  const aside = [...files].some(([name, one]) => name.startsWith('quarantine/') && one.equals(bytes));
  return aside ? faults : [...faults, 'The damaged document is lost.'];
}

/** A part that everything depends on: the workspace does not open, says which file it is, and is left as it was. */
export async function partFaults({ image }: Workspace, file: string, bytes: Buffer): Promise<string[]> {
  const disk = diskWithBytes(image, file, bytes);
  const before = await filesOf(disk, FOLDER);
  const problem = await problemOf(async () => {
    const key = await byKeychain(disk, NOTHING_EXPECTED, []);
    return key === 'empty' ? undefined : await opened(disk, key);
  });
  const after = await filesOf(disk, FOLDER);
  const changed = [...before].filter(([name, one]) => !after.get(name)?.equals(one)).map(([name]) => name);
  return [
    ...problemFaults(problem, join(FOLDER, file)),
    ...changed.map((name) => `${name} was changed.`),
    ...(after.size === before.size ? [] : ['There are other files than before.']),
  ];
}

/** A damaged audit log is told, and costs nothing else; whatever of it is cut off is kept. */
export async function auditFaults({ ids, image, key }: Workspace, bytes: Buffer): Promise<string[]> {
  const disk = diskWithBytes(image, 'audit.log', bytes);
  const records = await opened(disk, key);
  const faults = stateFaults(records, ids, 1);
  const { audit, damaged } = await records.verify();
  if (audit.ok) faults.push('The audit log is called whole.');
  if (damaged.length > 0) faults.push('Something else is called damaged.');
  const files = await filesOf(disk, FOLDER);
  const kept = files.get('audit.log') ?? Buffer.alloc(0);
  const cut = [...files].filter(([name]) => name.startsWith('quarantine/audit.log')).map(([, one]) => one);
  if (!Buffer.concat([kept, ...cut]).equals(bytes)) faults.push('Something of the audit log is lost.');
  await records.save(ids.map((id) => dossierIn(2, id)));
  const again = await opened(disk, key);
  if ((await again.verify()).audit.ok) faults.push('The audit log has become whole by itself.');
  return [...faults, ...stateFaults(again, ids, 2)];
}

/** Stands for a call that ends well. */
const NOTHING = 'Nothing is told.';

const NOTHING_EXPECTED = { legal: new Map(), first: { states: new Map(), lines: 0 }, log: Buffer.alloc(0), kept: [] };

const othersThan = (document: string, records: KeptRecords, ids: readonly CustomerId[]): CustomerId[] =>
  ids.filter((id) => records.documentOf(id) !== document);

function stateFaults(records: KeptRecords, ids: readonly CustomerId[], state: number): string[] {
  return ids.filter((id) => stateOf(records, id) !== textOf(dossierIn(state, id))).map((id) => `${id} is lost.`);
}

async function listFaults(records: KeptRecords, ids: readonly CustomerId[]): Promise<string[]> {
  const directory = new Directory(records, await openIndex(records, undefined, { clock: CLOCK }));
  const { items } = await directory.customers(CustomerQuery.parse({}), CLOCK());
  const [listed, expected] = [items.map(({ id }) => id).sort(), [...ids].sort()];
  return listed.join() === expected.join() ? [] : [`The list has ${listed.length} customers, not ${expected.length}.`];
}

function problemFaults(problem: Problem | string, path: string): string[] {
  if (typeof problem === 'string') return [problem];
  const { file, folder } = problem.values;
  return file === path || (file === undefined && folder === FOLDER) ? [] : [`${problem.key} does not name ${path}.`];
}

/** The problem that a call ends in, or what else it ends in. */
async function problemOf(call: () => unknown): Promise<Problem | string> {
  try {
    await call();
    return NOTHING;
  } catch (error) {
    return error instanceof ProblemError ? error.problem : String(error instanceof Error ? error.stack : error);
  }
}
