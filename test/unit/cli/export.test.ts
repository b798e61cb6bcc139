import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '#electron/hosts/cli/program.ts';
import { createWorkspace, openRecords } from '#electron/records/workspace.ts';
import { ReportList } from '#shared/contract/reports.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { dossierOf } from '#test/generator/dossiers.ts';
import { worldOf } from '#test/generator/world.ts';

const CUSTOMERS = 80;
const GONE = { asOf: '2026-11-20T08:00:00Z', source: 'partner-center' };

let folder: string;
let dossiers: Dossier[];
async function opened(workspace: string) {
  const records = await openRecords(workspace);
  if (!records) throw new Error('there is no workspace');
  return records;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-export-'));
  const world = worldOf(7);
  dossiers = Array.from({ length: CUSTOMERS }, (_, nth) => dossierOf(world, nth));
  const [first, second] = dossiers;
  if (first && second) {
    dossiers[0] = { ...first, name: { ...first.name, value: '=HYPERLINK("x"),"y"' }, goneUpstream: GONE };
    const [subscription, ...others] = second.subscriptions;
    if (subscription) dossiers[1] = { ...second, subscriptions: [...others, { ...subscription, goneUpstream: GONE }] };
  }
  await createWorkspace(join(folder, 'w'), world.profile, { protection: { kind: 'none' } });
  const records = await opened(join(folder, 'w'));
  await records.save(dossiers);
  await records.close();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);

async function run(...words: string[]) {
  let out = '';
  let err = '';
  const code = await runCommandLine([...words, '--workspace', at('w')], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    input: Readable.from(['']),
    version: '0.0.0',
  });
  return { code, out, err, json: () => JSON.parse(out) };
}

const exported = (list: string, format: string, ...words: string[]) =>
  run('export', list, '--format', format, '--out', at(`${list}.${format}`), '--json', ...words);

async function itemsOf(list: string): Promise<Record<string, unknown>[]> {
  expect((await exported(list, 'json')).code).toBe(0);
  return JSON.parse(await readFile(at(`${list}.json`), 'utf8'));
}

async function rowsOf(list: string): Promise<Record<string, string>[]> {
  expect((await exported(list, 'csv')).code).toBe(0);
  return parse(await readFile(at(`${list}.csv`)), { bom: true, columns: true, record_delimiter: '\r\n' });
}

const sorted = (texts: Iterable<string>): string[] => [...texts].sort();

/** How many things of a list there are, and their ids. */
const IDS: Record<ReportList, (dossier: Dossier) => string[]> = {
  customers: ({ id }) => [id],
  subscriptions: ({ subscriptions }) => subscriptions.map(({ id }) => id),
  delegations: ({ delegations }) => delegations.map(({ id }) => id),
  invitations: ({ invitations }) => invitations.map(({ id }) => id),
};

describe('export', { timeout: 60_000 }, () => {
  it.each(ReportList.options)('writes all %s, in whichever format', async (list) => {
    const ids = sorted(dossiers.flatMap(IDS[list]));
    expect(ids.length).toBeGreaterThan(0);
    for (const format of ['csv', 'json', 'xlsx']) {
      const { code, err, json } = await exported(list, format);
      expect({ code, err, ...json() }).toEqual({ code: 0, err: '', file: at(`${list}.${format}`), rows: ids.length });
    }
    expect(sorted((await rowsOf(list)).map(({ id = '' }) => id))).toEqual(ids);
    expect(sorted((await itemsOf(list)).map(({ id }) => String(id)))).toEqual(ids);
    const sheet = strFromU8(
      unzipSync(await readFile(at(`${list}.xlsx`)))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    );
    expect(sheet.match(/<row>/gu)).toHaveLength(ids.length + 1);
    expect(sorted(await readdir(folder))).toEqual(
      sorted(['w', ...['csv', 'json', 'xlsx'].map((one) => `${list}.${one}`)]),
    );
  });

  it('writes the lines that the list shows, in its order', async () => {
    const { items } = (await run('customers', '--json')).json();
    const rows = await rowsOf('customers');
    expect(rows.map(({ channels, domain, id }) => [id, domain, channels])).toEqual(
      items.map((item: { channels: string[]; domain: string | null; id: string }) => [
        item.id,
        item.domain ?? '',
        item.channels.join(' '),
      ]),
    );
    const first = rows.find(({ id }) => id === dossiers[0]?.id);
    expect(first).toMatchObject({ name: `'=HYPERLINK("x"),"y"`, goneSince: '2026-11-20T08:00:00.000Z' });
  });

  it('writes facts with their provenance as JSON, by customer and id', async () => {
    const customers = await itemsOf('customers');
    expect(customers.map(({ id }) => id)).toEqual(sorted(dossiers.map(({ id }) => id)));
    const [gone] = dossiers;
    expect(customers.find(({ id }) => id === gone?.id)).toMatchObject({
      name: gone?.name,
      relationship: gone?.relationship,
      delegatedAccess: gone?.delegatedAccess,
      goneUpstream: GONE,
    });
    const subscriptions = await itemsOf('subscriptions');
    const keys = subscriptions.map(({ customer, id }) => `${customer} ${id}`);
    expect(keys).toEqual(sorted(keys));
    const ended = dossiers[1]?.subscriptions.at(-1);
    expect(subscriptions.find(({ id }) => id === ended?.id)).toEqual({
      ...ended,
      customer: dossiers[1]?.id,
      customerName: dossiers[1]?.name.value,
    });
    expect(subscriptions.filter(({ goneUpstream }) => goneUpstream !== null)).toHaveLength(1);
  });

  it('writes the very same JSON, in whichever order the customers came', async () => {
    await itemsOf('delegations');
    const before = await readFile(at('delegations.json'));
    const records = await opened(at('w'));
    await records.save([...dossiers].reverse().map((one) => ({ ...one, delegations: [...one.delegations].reverse() })));
    await records.close();
    await itemsOf('delegations');
    expect((await readFile(at('delegations.json'))).equals(before)).toBe(true);
  });

  it('writes an empty list as one, too', async () => {
    await rm(at('w'), { recursive: true });
    await createWorkspace(at('w'), worldOf(7).profile, { protection: { kind: 'none' } });
    expect(await itemsOf('customers')).toEqual([]);
    expect(await readFile(at('customers.json'), 'utf8')).toBe('[]\n');
    expect(await rowsOf('customers')).toEqual([]);
  });

  it.each(['csv', 'json'])('says what is missing in %s where a document is damaged', async (format) => {
    const [name = ''] = await readdir(join(at('w'), 'dossiers'));
    await writeFile(join(at('w'), 'dossiers', name), 'nonsense');
    const { code, err, json } = await exported('customers', format);
    expect(code).toBe(1);
    expect(err).toBe(
      `1 document is damaged, whose customers are not in ${at(`customers.${format}`)}: verify tells which.\n`,
    );
    expect(json().rows).toBeLessThan(CUSTOMERS);
  });

  it('refuses to write into the workspace, and into what is a folder', async () => {
    const inside = await run('export', 'customers', '--format', 'csv', '--out', join(at('w'), 'dossiers', '000.json'));
    expect([inside.code, inside.out]).toEqual([1, '']);
    expect(inside.err).toMatch(/000\.json would lie in the workspace .*choose another folder/u);
    const onto = await run('export', 'customers', '--format', 'csv', '--out', folder);
    expect([onto.code, onto.err]).toEqual([1, expect.stringMatching(/cannot be written \(E[A-Z]+\)/u)]);
  });

  it('says what there is to export, and as what', async () => {
    const list = await run('export', 'partners', '--format', 'csv', '--out', at('a'));
    expect([list.code, list.err]).toEqual([2, expect.stringContaining('customers, subscriptions')]);
    const format = await run('export', 'customers', '--format', 'pdf', '--out', at('a'));
    expect([format.code, format.err]).toEqual([2, expect.stringContaining('csv, xlsx, json')]);
    expect((await run('export', 'customers', '--format', 'csv')).code).toBe(2);
  });
});
