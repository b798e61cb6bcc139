import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Directory } from '#electron/directory/directory.ts';
import { openIndex } from '#electron/directory/index/customer-index.ts';
import { Slices } from '#electron/directory/slices.ts';
import { createWorkspace, openRecords } from '#electron/records/workspace.ts';
import { sampleDossiers } from '#electron/sample/dossiers.ts';
import { SAMPLE_PROFILE } from '#electron/sample/partner.ts';
import { CustomerQuery } from '#shared/contract/customers.ts';

const NOW = new Date('2026-11-22T00:00:00Z');
const SAMPLES = sampleDossiers(NOW);
const clock = () => NOW;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-index-'));
  await createWorkspace(folder, SAMPLE_PROFILE);
  const { index, records } = await open();
  await records.save(SAMPLES);
  await index.close();
  await records.close();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The workspace with its index, and how many documents the index had to read. */
async function open(keeps = true) {
  const records = await openRecords(folder);
  if (!records) throw new Error('the folder holds a workspace');
  let read = 0;
  const index = await openIndex(
    records,
    (_, of) => {
      read = of;
    },
    { clock, keeps },
  );
  const directory = new Directory(records, index);
  const names = async () => (await directory.customers(CustomerQuery.parse({}), NOW)).items.map(({ name }) => name);
  return { records, index, read, names };
}

describe('the index beside documents on the disk', () => {
  it('is taken as it was kept while no document changed', async () => {
    const { names, read, records } = await open();
    expect(read).toBe(0);
    expect(await names()).toHaveLength(SAMPLES.length);
    await records.close();
  });

  it('makes anew only what was saved after it was written', async () => {
    const [first] = SAMPLES;
    if (!first) throw new Error('the sample has customers');
    // Somebody saves who does not keep the index: as after a crash.
    const crashed = await open(false);
    await crashed.records.save([{ ...first, name: { ...first.name, value: 'Renamed' } }]);
    expect(await crashed.names()).toContain('Renamed');
    await crashed.index.close();
    await crashed.records.close();
    const { names, read, records } = await open();
    expect(read).toBe(1);
    expect(await names()).toContain('Renamed');
    expect(await names()).not.toContain(first.name.value);
    await records.close();
  });

  it('looks again, at each start, at a document whose body can’t be read under a whole header', async () => {
    const [file = ''] = (await readdir(join(folder, 'dossiers'))).filter((name) => name.endsWith('.json'));
    const path = join(folder, 'dossiers', file);
    const whole = await readFile(path);
    const changed = Buffer.from(whole);
    changed[changed.length - 3] = (changed.at(-3) ?? 0) ^ 1;
    await writeFile(path, changed);
    // The index is made anew where it was not kept, and meets what is damaged.
    await rm(join(folder, 'derived'), { recursive: true });
    for (const start of ['first', 'second']) {
      const { index, names, records } = await open();
      expect(records.damaged(), `the ${start} start`).toHaveLength(1);
      expect((await names()).length).toBeLessThan(SAMPLES.length);
      await index.close();
      await records.close();
    }
    await writeFile(path, whole);
    const { names, records } = await open();
    expect(await names()).toHaveLength(SAMPLES.length);
    expect(records.damaged()).toEqual([]);
    await records.close();
  });

  it('keeps the order that was asked for in an earlier session', async () => {
    const first = await open();
    const query = CustomerQuery.parse({ locale: 'zh-CN' });
    await new Directory(first.records, first.index).customers(query, NOW);
    await first.records.save(SAMPLES.slice(0, 1));
    await first.index.close();
    await first.records.close();
    // Nobody asks for a list, and something is saved.
    const second = await open();
    await second.records.save(SAMPLES.slice(1, 2));
    await second.index.close();
    await second.records.close();
    const third = await open();
    expect((await third.index.orders.latest(new Slices())).map(({ name }) => name)).toEqual([
      expect.stringMatching(/^customers name zh-CN false icu-/),
    ]);
    await third.records.close();
  });

  it('can be closed where it can’t be written', async () => {
    const { index, records } = await open();
    await records.save(SAMPLES.slice(0, 1));
    await rm(join(folder, 'derived'), { recursive: true });
    await writeFile(join(folder, 'derived'), 'in its place');
    await index.close();
    await records.close();
  });

  it('remembers whose dossiers lie in a document that is damaged, and lists all others', async () => {
    const before = await open();
    const [file = ''] = (await readdir(join(folder, 'dossiers'))).filter((name) => name.endsWith('.json'));
    const lost = SAMPLES.filter(({ id }) => `${before.records.documentOf(id)}.json` === file);
    await before.records.close();
    await writeFile(join(folder, 'dossiers', file), 'no document');
    const damaged = await open();
    expect(await damaged.names()).toHaveLength(SAMPLES.length - lost.length);
    const remembered = new Map([[file.slice(0, 3), lost.map(({ id, name }) => ({ id, name: name.value }))]]);
    expect(damaged.index.lost()).toEqual(remembered);
    await damaged.index.close();
    await damaged.records.close();
    const again = await open();
    expect(again.index.lost()).toEqual(remembered);
    await again.records.close();
  });
});
