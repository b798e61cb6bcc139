import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Disk } from '#electron/records/disk.ts';
import { createWorkspace, type KeptRecords, openRecords, sweepLeftovers } from '#electron/records/workspace.ts';
import { type ImportInto, importFile } from '#electron/sync/files/import.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { dossiers } from '#test/generator/dossiers.ts';
import { reconciliationFile } from '#test/generator/files.ts';
import { daysFromNow, NOW, worldOf } from '#test/generator/world.ts';
import { hookedDisk, refusal } from '#test/unit/support/hooked-disk.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';

const WORLD = worldOf(4);
const CUSTOMERS = 100;
const ROWS = 800;
/** Charges of four months: those of one customer stand far apart in the file. */
const FILE = Buffer.concat([...reconciliationFile({ world: WORLD, customers: CUSTOMERS, rows: ROWS })]);
const STAFF = 'li.na@kunlun.example';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-import-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function workspace(name: string): Promise<string> {
  const made = join(folder, name);
  await createWorkspace(made, WORLD.profile, { clock: () => NOW });
  return made;
}

async function open(at: string, disk?: Disk): Promise<KeptRecords> {
  const records = await openRecords(at, { clock: () => NOW, ...(disk ? { disk } : {}) });
  if (!records) throw new Error('no workspace');
  return records;
}

function hand(records: KeptRecords, more: Partial<ImportInto> = {}, bytes: Uint8Array = FILE) {
  const into = { records, now: NOW.toISOString(), by: STAFF, holders: () => [], invited: () => [], ...more };
  return importFile(
    { name: 'reconciliation.csv', bytes: new Blob([new Uint8Array(bytes)]), modifiedAt: daysFromNow(-0.5) },
    {},
    into,
  );
}

/** Everything that a workspace holds of customers, as its disk has it. */
const printOf = async (at: string): Promise<string> => JSON.stringify([...(await open(at)).dossiers()]);

describe('an import in batches', () => {
  it('saves each document once, whatever the order of the rows, and counts every row', async () => {
    const records = await open(await workspace('w'));
    const times = new Map<string, number>();
    const saved: number[] = [];
    records.onSaved((some, stamps) => {
      saved.push(some.length);
      for (const name of stamps.keys()) times.set(name, (times.get(name) ?? 0) + 1);
    });
    const report = await hand(records);
    expect(report).toMatchObject({ rows: ROWS, rejected: [] });
    expect(report.added + report.updated + report.unchanged).toBe(ROWS);
    expect(saved.length).toBeGreaterThan(2);
    expect(Math.max(...times.values())).toBe(1);
    const subscriptions = [...records.dossiers()].flatMap((one) => one.subscriptions);
    expect(report.added).toBe(subscriptions.length);
    const { items } = await records.audit(0, 100);
    expect(items.filter(({ act, by }) => act === 'imported' && by === STAFF)).toHaveLength(saved.length);
  });

  it('writes one line of history in each customer, and none when the file comes again', async () => {
    const at = await workspace('w');
    const records = await open(at);
    await hand(records);
    const before = await printOf(at);
    let saves = 0;
    records.onSaved(() => (saves += 1));
    expect(await hand(records)).toMatchObject({ added: 0, updated: 0, unchanged: ROWS });
    expect(saves).toBe(0);
    expect(await printOf(at)).toBe(before);
    expect([...records.dossiers()].every(({ history }) => history.length === 1)).toBe(true);
  });

  it('can be done again after it was cut short anywhere, and ends as if it had not been', async () => {
    const whole = await workspace('whole');
    let operations = 0;
    await hand(
      await open(
        whole,
        hookedDisk(() => (operations += 1)),
      ),
    );
    const wanted = await printOf(whole);
    const reached = new Set<number>();
    for (let point = 1; point < operations; point += Math.ceil(operations / 6)) {
      const at = await workspace(`cut-${point}`);
      let left = point;
      const failing = hookedDisk(() => {
        left -= 1;
        if (left < 0) throw refusal('EIO');
      });
      await expect(open(at, failing).then((records) => hand(records))).rejects.toThrow();
      await sweepLeftovers(at);
      const records = await open(at);
      const there = [...records.dossiers()];
      reached.add(there.length);
      // A customer has everything that the file says of it, or nothing.
      const texts = new Set(there.map((one) => JSON.stringify(one)));
      expect([...texts].every((text) => wanted.includes(text))).toBe(true);
      await hand(records);
      expect(await printOf(at)).toBe(wanted);
      expect(await (await open(at)).verify()).toMatchObject({ ok: true });
    }
    // Some were cut short between the first batch and the last.
    expect([...reached].filter((count) => count > 0 && count < JSON.parse(wanted).length).length).toBeGreaterThan(1);
  }, 60_000);

  it('lets others change customers between two batches, and keeps what they changed', async () => {
    const records = await open(await workspace('w'));
    await records.save([...dossiers(WORLD, 0, CUSTOMERS)].map((one): Dossier => ({ ...one, tags: [] })));
    let turns = 0;
    const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
      if (turns === 1) await records.save([...records.dossiers()].map((one) => ({ ...one, tags: ['key account'] })));
      turns += 1;
      return await work();
    };
    const report = await hand(records, { inTurn });
    expect(turns).toBeGreaterThan(2);
    expect(report.added + report.updated).toBeGreaterThan(0);
    expect([...records.dossiers()].every(({ tags }) => tags.includes('key account'))).toBe(true);
  });

  it('tells how far it is, to the end and never backwards', async () => {
    const told: number[] = [];
    let whole = 0;
    await hand(await open(await workspace('w')), {
      onProgress: (done, of) => {
        told.push(done);
        whole = of;
      },
    });
    expect(told).toEqual([...told].sort((one, other) => one - other));
    expect(told.at(-1)).toBe(whole);
    expect(told.length).toBeGreaterThan(4);
  });

  it('reads the whole file before anything of it is recorded', async () => {
    const at = await workspace('w');
    const records = await open(at);
    let saves = 0;
    records.onSaved(() => (saves += 1));
    const cut = FILE.subarray(0, FILE.length - 40);
    expect(await rejectionOf(() => hand(records, {}, cut))).toMatchObject({ key: 'import.truncated' });
    const foreign = Buffer.from('a,b,c\n1,2,3\n');
    expect(await rejectionOf(() => hand(records, {}, foreign))).toMatchObject({ key: 'import.unknownFile' });
    const unreadable = Buffer.concat([FILE, Buffer.from([0x22, 0xff, 0xfe, 0x0a])]);
    await expect(hand(records, {}, unreadable)).rejects.toThrow();
    expect(saves).toBe(0);
    expect([...(await open(at)).dossiers()]).toEqual([]);
  });

  it('saves nothing when a document that it must change is known to be damaged', async () => {
    const at = await workspace('w');
    await hand(await open(at));
    const damaged = [...(await open(at)).documents().keys()].sort().at(-1) ?? '';
    const broken = hookedDisk((operation, path) => {
      if (/^read(Head)?Sync$|^read$/.test(operation) && path.endsWith(`${damaged}.json`)) throw refusal('EIO');
    });
    const records = await open(at, broken);
    let saves = 0;
    records.onSaved(() => (saves += 1));
    const later = { name: 'later.csv', bytes: new Blob([FILE]), modifiedAt: daysFromNow(-0.1) };
    const into = { records, now: NOW.toISOString(), by: STAFF, holders: () => [], invited: () => [] };
    expect(await rejectionOf(() => importFile(later, {}, into))).toMatchObject({ kind: 'damaged' });
    expect(saves).toBe(0);
  });
});
