import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkspace, openRecords, sweepLeftovers } from '#electron/records/workspace.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { aDossier, PROFILE } from '#test/unit/support/dossiers.ts';
import { CUSTOMER, RESELLER } from '#test/unit/support/questions.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-records-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function open() {
  const records = await openRecords(folder);
  if (!records) throw new Error('no workspace');
  return records;
}

async function shardFile(): Promise<string> {
  const [name] = (await readdir(join(folder, 'dossiers'))).filter((file) => file.endsWith('.json'));
  return join(folder, 'dossiers', name ?? '');
}

const huasheng: Dossier = aDossier(CUSTOMER, '华盛联创');

describe('a workspace', () => {
  it('is nothing until it is created, and once created is not created again', async () => {
    expect(await openRecords(folder)).toBeUndefined();
    await createWorkspace(folder, PROFILE);
    expect((await open()).profile).toEqual(PROFILE);
    expect(await rejectionOf(() => createWorkspace(folder, PROFILE))).toMatchObject({ key: 'workspaceExists' });
  });

  it('keeps what was saved across reopening, and replaces a dossier whole', async () => {
    await createWorkspace(folder, PROFILE);
    await (await open()).save([huasheng, aDossier(RESELLER, 'İstanbul Lojistik A.Ş.')]);
    await (await open()).save([{ ...huasheng, gdapListedAt: '2026-11-02T00:00:00Z' }]);
    const records = await open();
    expect([...records.dossiers()].map(({ name }) => name.value).sort()).toEqual([
      'İstanbul Lojistik A.Ş.',
      '华盛联创',
    ]);
    expect(records.dossier(huasheng.id)?.gdapListedAt).toBe('2026-11-02T00:00:00Z');
  });

  it('loses none of many saves made at once', async () => {
    await createWorkspace(folder, PROFILE);
    const records = await open();
    const ids = Array.from({ length: 40 }, (_, n) => `55555555-5555-4555-8555-5555555555${String(n).padStart(2, '0')}`);
    await Promise.all(ids.map((id) => records.save([aDossier(id, id)])));
    expect([...(await open()).dossiers()]).toHaveLength(40);
  });

  it('records nothing more once it is closed, for somebody else may hold it then', async () => {
    await createWorkspace(folder, PROFILE);
    const records = await open();
    const saving = records.save([huasheng]);
    await records.close();
    await saving;
    expect(await rejectionOf(() => records.save([aDossier(RESELLER, 'too late')]))).toMatchObject({
      key: 'workspaceClosed',
    });
    expect([...(await open()).dossiers()]).toHaveLength(1);
  });

  it('keeps the previous generation beside each document, and leaves no temporary file', async () => {
    await createWorkspace(folder, PROFILE);
    const records = await open();
    await records.save([huasheng]);
    const first = await readFile(await shardFile());
    await records.save([{ ...huasheng, gdapListedAt: '2026-11-02T00:00:00Z' }]);
    expect(await readFile(`${await shardFile()}.prev`)).toEqual(first);
    expect((await readdir(join(folder, 'dossiers'))).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('is readable by its owner alone', async () => {
    await createWorkspace(folder, PROFILE);
    expect((await stat(join(folder, 'workspace.json'))).mode & 0o777).toBe(0o600);
  });
});

describe('a workspace with a part gone', () => {
  const fill = async () => {
    await createWorkspace(folder, PROFILE);
    await (await open()).save([huasheng]);
  };

  it('is not taken for an empty folder, and its dossiers fall to no other profile', async () => {
    await fill();
    await rm(join(folder, 'workspace.json'));
    expect(await rejectionOf(() => openRecords(folder))).toMatchObject({ kind: 'damaged', key: 'workspaceIncomplete' });
    expect(await rejectionOf(() => createWorkspace(folder, PROFILE))).toMatchObject({ key: 'workspaceIncomplete' });
  });

  it('is told when the dossiers are gone', async () => {
    await fill();
    await rm(join(folder, 'dossiers'), { recursive: true });
    expect(await rejectionOf(() => openRecords(folder))).toMatchObject({ key: 'workspaceIncomplete' });
  });

  it('loses what a crash left behind, and nothing else', async () => {
    await fill();
    await writeFile(join(folder, 'dossiers', 'b1.json.0123456789ab.tmp'), 'half');
    await writeFile(join(folder, 'dossiers', 'notes.tmp'), 'mine');
    const before = await readdir(join(folder, 'dossiers'));
    await sweepLeftovers(folder);
    const after = await readdir(join(folder, 'dossiers'));
    expect(before.filter((file) => !after.includes(file))).toEqual(['b1.json.0123456789ab.tmp']);
  });
});

describe('a damaged workspace is told plainly and left as it is', () => {
  const damage = async (change: (text: string) => string) => {
    await createWorkspace(folder, PROFILE);
    await (await open()).save([huasheng]);
    const file = await shardFile();
    await writeFile(file, change(await readFile(file, 'utf8')));
    const before = await readFile(file);
    const problem = await rejectionOf(() => openRecords(folder));
    expect(await readFile(file)).toEqual(before);
    return { file, problem };
  };

  it.each([
    ['truncated', 'format', (text: string) => text.slice(0, text.length / 2)],
    ['edited by hand', 'checksum', (text: string) => text.replace('华盛', '华胜')],
    ['foreign', 'format', () => '{"hello":"world"}'],
    ['emptied', 'format', () => ''],
  ])('a %s document', async (_, reason, change) => {
    const { file, problem } = await damage(change);
    const values = { file, reason, previous: 'none' };
    expect(problem).toMatchObject({ kind: 'damaged', key: 'workspaceDamaged', values });
  });

  it('with the version before the last save, if that one is whole', async () => {
    await createWorkspace(folder, PROFILE);
    const records = await open();
    await records.save([huasheng]);
    await records.save([{ ...huasheng, gdapListedAt: '2026-11-02T00:00:00Z' }]);
    const file = await shardFile();
    await writeFile(file, 'garbage');
    expect(await rejectionOf(() => openRecords(folder))).toMatchObject({ values: { file, previous: `${file}.prev` } });
    await writeFile(`${file}.prev`, 'garbage too');
    expect(await rejectionOf(() => openRecords(folder))).toMatchObject({ values: { file, previous: 'none' } });
  });

  it('a document of a newer version', async () => {
    const { file, problem } = await damage((text) => text.replace('"version":1', '"version":2'));
    expect(problem).toMatchObject({ key: 'workspaceNewer', values: { file, version: 2 } });
  });
});
