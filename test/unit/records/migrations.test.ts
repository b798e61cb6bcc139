import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Disk } from '#electron/records/disk.ts';
import { isOld, openRecords, sweepLeftovers } from '#electron/records/workspace.ts';
import type { Opening } from '#shared/contract/workspace.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { aDossier, PROFILE } from '#test/unit/support/dossiers.ts';
import { hookedDisk, refusal } from '#test/unit/support/hooked-disk.ts';
import { problemOf } from '#test/unit/support/problem-of.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';

const CONTOSO = CustomerId.parse('52eaad04-13a2-4a2f-9ce8-93a294fadf36');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-migration-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const IDS = Array.from({ length: 10 }, (_, n) => `55555555-5555-4555-8555-5555555555${String(n).padStart(2, '0')}`);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const oldName = (id: string) => sha256(id).slice(0, 2);

/** A document as the console wrote it in version 1. */
function oldDocument(format: string, data: unknown): string {
  const checksum = `sha256:${sha256(JSON.stringify(data))}`;
  return `${JSON.stringify({ format: `partner-console/${format}`, version: 1, checksum, data })}\n`;
}

async function makeOld(): Promise<void> {
  await mkdir(join(folder, 'dossiers'));
  const documents = new Map<string, Record<string, unknown>>();
  for (const id of IDS) {
    documents.set(oldName(id), { ...documents.get(oldName(id)), [id]: aDossier(id, `Customer ${id}`) });
  }
  for (const [name, dossiers] of documents) {
    await writeFile(join(folder, 'dossiers', `${name}.json`), oldDocument('dossiers', { dossiers }));
    await writeFile(join(folder, 'dossiers', `${name}.json.prev`), oldDocument('dossiers', { dossiers }));
  }
  const surroundings = { partners: [], groups: [], resellerLink: null };
  await writeFile(
    join(folder, 'workspace.json'),
    oldDocument('workspace', { profile: PROFILE, sample: false, surroundings }),
  );
}

async function open(disk?: Disk) {
  const records = await openRecords(folder, disk ? { disk } : {});
  if (!records) throw new Error('no workspace');
  return records;
}

describe('a workspace of version 1', () => {
  it('is brought up to date when it is opened, with everything in it and progress shown', async () => {
    await makeOld();
    expect(isOld(folder)).toBe(true);
    const seen: Opening[] = [];
    const records = await openRecords(folder, { onProgress: (progress) => seen.push(progress) });
    expect([...(records?.dossiers() ?? [])].map(({ id }) => `${id}`).sort()).toEqual(IDS);
    expect(records?.protection).toBe('none');
    expect(seen[0]).toMatchObject({ doing: 'migrating', done: 0 });
    expect(isOld(folder)).toBe(false);
    const files = await readdir(join(folder, 'dossiers'));
    expect(files.filter((file) => !/^[0-3][0-9a-f]{2}\.json$/.test(file))).toEqual([]);
    expect(await records?.verify()).toMatchObject({ ok: true, dossiers: IDS.length });
    expect((await records?.audit(0, 9))?.items.map(({ act }) => act)).toEqual(['records-migrated']);
  });

  it('was written before invitations were tracked, and opens all the same', async () => {
    await cp('test/fixtures/workspaces/before-tracking', folder, { recursive: true });
    const records = await open();
    expect(records.dossier(CONTOSO)).toBeDefined();
    expect([...records.dossiers()]).toHaveLength(2);
  });

  it('is not for a reader to bring up to date', async () => {
    await makeOld();
    const before = await readdir(join(folder, 'dossiers'));
    expect(await rejectionOf(() => openRecords(folder, { access: 'read' }))).toMatchObject({ key: 'workspaceOlder' });
    expect(await readdir(join(folder, 'dossiers'))).toEqual(before);
  });

  it('loses nothing when bringing it up to date is cut short at any operation', { timeout: 120_000 }, async () => {
    let operations = 0;
    const counting = hookedDisk(() => {
      operations += 1;
    });
    await makeOld();
    await open(counting);
    expect(operations).toBeGreaterThan(80);
    for (let last = 1; last < operations; last += 3) {
      await rm(folder, { recursive: true });
      await mkdir(folder);
      await makeOld();
      let left = last;
      const crashing = hookedDisk(() => {
        if (left-- <= 0) throw refusal('EIO');
      });
      await open(crashing).catch(() => undefined);
      await sweepLeftovers(folder);
      const records = await open();
      expect([...records.dossiers()].map(({ id }) => `${id}`).sort(), `after ${last} operations`).toEqual(IDS);
      expect((await records.verify()).ok, `after ${last} operations`).toBe(true);
      expect((await readdir(join(folder, 'dossiers'))).filter((file) => /^..\.json/.test(file))).toEqual([]);
    }
  });

  it('keeps a damaged document damaged, and the version before its last save beside it', async () => {
    await makeOld();
    const id = aDossier(IDS[0] ?? '', 'x').id;
    const file = join(folder, 'dossiers', `${oldName(id)}.json`);
    await writeFile(file, 'garbage');
    const records = await open();
    expect(problemOf(() => records.dossier(id))).toMatchObject({
      key: 'workspaceDamaged',
      values: { reason: 'format' },
    });
    const damaged = records.damaged().find((one) => one.previous !== null);
    expect(damaged?.previous).toMatchObject({ dossiers: 1 });
    for (const one of records.damaged()) await records.recover(one.file);
    expect([...records.dossiers()].map((dossier) => `${dossier.id}`).sort()).toEqual(IDS);
  });

  it('is left as it is when its own document is damaged, and said to be', async () => {
    await makeOld();
    const file = join(folder, 'workspace.json');
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.replace('昆仑', '崑崙'));
    expect(await rejectionOf(() => open())).toMatchObject({
      key: 'workspaceDamaged',
      values: { file, reason: 'checksum' },
    });
    await writeFile(file, whole);
    expect([...(await open()).dossiers()]).toHaveLength(IDS.length);
  });
});

it('an old document that turns up later is set aside and not lost', async () => {
  await makeOld();
  await (await open()).close();
  await writeFile(join(folder, 'dossiers', '73.json'), 'mine');
  await (await open()).close();
  const [kept = ''] = await readdir(join(folder, 'quarantine'));
  expect(await readFile(join(folder, 'quarantine', kept), 'utf8')).toBe('mine');
});
