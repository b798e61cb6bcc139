import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { withLock } from '#build/lib/lock.mjs';
import { createWorkspace, inStorageOrder, openRecords } from '#electron/records/workspace.ts';
import { customerId } from '#test/generator/customer.ts';
import { dossierOf } from '#test/generator/dossiers.ts';
import { type World, worldOf } from '#test/generator/world.ts';

const SEED = 20_261_122;
export const WORLD: World = worldOf(SEED);

/** How many dossiers are saved at once. */
const AT_ONCE = 2_000;

/** What a customer is found by, as it was generated. */
const Listed = z.array(z.object({ id: z.string(), name: z.string(), domain: z.string().nullable() }));
export type Listed = z.infer<typeof Listed>[number];

/** The folder of a generated workspace, and the file that lists its customers. */
interface Filled {
  readonly workspace: string;
  readonly list: string;
}

/**
 * A workspace in the clear of so many generated customers, made when it is first asked for in a run of the tests: others
 * wait meanwhile, in whichever process. Whoever changes it takes a copy. `outputs` is emptied when a run begins.
 */
export async function filledWorkspace(outputs: string, customers: number): Promise<Filled> {
  const folder = join(outputs, `filled-${customers}`);
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(folder)) return;
    const making = `${folder}.making`;
    await rm(making, { recursive: true, force: true });
    await fill(placesIn(making), customers);
    await rename(making, folder);
  });
  return placesIn(folder);
}

/** The customers of such a workspace. */
export async function listedIn(outputs: string, customers: number): Promise<Listed[]> {
  const { list } = await filledWorkspace(outputs, customers);
  return Listed.parse(JSON.parse(await readFile(list, 'utf8')));
}

const placesIn = (folder: string): Filled => ({
  workspace: join(folder, 'workspace'),
  list: join(folder, 'customers.json'),
});

async function fill({ workspace, list }: Filled, customers: number): Promise<void> {
  await mkdir(workspace, { recursive: true });
  await createWorkspace(workspace, WORLD.profile);
  const records = await openRecords(workspace);
  if (!records) throw new Error(`No workspace was made in ${workspace}.`);
  await records.saveSurroundings(WORLD.surroundings);
  const places = new Map(Array.from({ length: customers }, (_, nth) => [customerId(SEED, nth), nth]));
  // Neighbours on the disk together: else each save would write all documents.
  const order = inStorageOrder([...places.keys()]);
  const listed: Listed[] = [];
  for (let from = 0; from < order.length; from += AT_ONCE) {
    const dossiers = order.slice(from, from + AT_ONCE).map((id) => dossierOf(WORLD, places.get(id) ?? 0));
    await records.save(dossiers);
    listed.push(...dossiers.map(({ domain, id, name }) => ({ id, name: name.value, domain: domain?.value ?? null })));
  }
  await records.close();
  await writeFile(list, JSON.stringify(listed));
}
