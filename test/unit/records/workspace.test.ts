import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkspace, openRecords, sweepLeftovers } from '#electron/records/workspace.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { derivedBytes } from '#test/unit/support/derived-bytes.ts';
import { aDossier, PROFILE } from '#test/unit/support/dossiers.ts';
import { hookedDisk, refusal } from '#test/unit/support/hooked-disk.ts';
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

async function documentFile(): Promise<string> {
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
    const first = await readFile(await documentFile());
    await records.save([{ ...huasheng, gdapListedAt: '2026-11-02T00:00:00Z' }]);
    expect(await readFile(`${await documentFile()}.prev`)).toEqual(first);
    expect((await readdir(join(folder, 'dossiers'))).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  it('tells those who listen what was saved, with the new stamps, before the save resolves', async () => {
    await createWorkspace(folder, PROFILE);
    const records = await open();
    const heard: string[] = [];
    records.onSaved((dossiers, stamps) => {
      for (const { id } of dossiers) heard.push(`${id} ${stamps.get(records.documentOf(id))}`);
    });
    await records.save([huasheng]);
    const stamp = (await open()).documents().get(records.documentOf(huasheng.id));
    expect(heard).toEqual([`${huasheng.id} ${stamp}`]);
    expect(records.document(records.documentOf(huasheng.id))).toEqual([huasheng]);
  });

  it('changes nothing when the disk is full, and the next save finds everything as it was', async () => {
    await createWorkspace(folder, PROFILE);
    let full = false;
    const disk = hookedDisk((operation) => {
      if (full && operation === 'write') throw refusal('ENOSPC');
    });
    const records = await openRecords(folder, { disk });
    await records?.save([huasheng]);
    full = true;
    const many = Array.from({ length: 40 }, (_, n) =>
      aDossier(`55555555-5555-4555-8555-5555555555${String(n).padStart(2, '0')}`, `${n}`),
    );
    expect(
      await rejectionOf(
        async () => await records?.save([...many, { ...huasheng, gdapListedAt: '2026-11-02T00:00:00Z' }]),
      ),
    ).toMatchObject({
      key: 'workspaceUnwritable',
      values: { reason: 'ENOSPC' },
    });
    expect([...(await open()).dossiers()]).toEqual([huasheng]);
    expect(records?.dossier(huasheng.id)).toEqual(huasheng);
    expect((await readdir(join(folder, 'dossiers'))).filter((file) => file.endsWith('.tmp'))).toEqual([]);
    full = false;
    await records?.save(many);
    expect([...(await open()).dossiers()]).toHaveLength(41);
  });

  it('shows what the disk holds when a save of several documents fails halfway, and says so in the log', async () => {
    await createWorkspace(folder, PROFILE);
    let left = Number.POSITIVE_INFINITY;
    const disk = hookedDisk((operation, path) => {
      if (operation === 'rename' && path.endsWith('.json') && left-- <= 0) throw refusal('EIO');
    });
    const records = await openRecords(folder, { disk });
    if (!records) throw new Error('no workspace');
    const heard: string[] = [];
    records.onSaved((dossiers) => {
      heard.push(...dossiers.map(({ id }) => id));
    });
    left = 5;
    const many = Array.from({ length: 40 }, (_, n) =>
      aDossier(`55555555-5555-4555-8555-5555555555${String(n).padStart(2, '0')}`, `${n}`),
    );
    expect(await rejectionOf(() => records.save(many))).toMatchObject({ values: { reason: 'EIO' } });
    const there = [...(await open()).dossiers()].map(({ id }) => id).sort();
    expect(there.length).toBeGreaterThan(0);
    expect(there.length).toBeLessThan(40);
    expect([...records.dossiers()].map(({ id }) => id).sort()).toEqual(there);
    expect(heard.sort()).toEqual(there);
    expect((await records.audit(0, 1)).items[0]?.act).toBe('saving-failed');
  });

  it('puts down every change, by whom and whom it touched, and the log proves whole', async () => {
    await createWorkspace(folder, PROFILE);
    const records = await open();
    await records.save([huasheng], { by: 'wang@partner.example', act: 'import' });
    await records.saveSurroundings(records.surroundings());
    const { items } = await records.audit(0, 10);
    expect(items.map(({ act, by, customers }) => [act, by, customers])).toEqual([
      ['surroundings-saved', PROFILE.staff.id, []],
      ['import', 'wang@partner.example', [CUSTOMER]],
      ['workspace-created', PROFILE.staff.id, []],
    ]);
    expect(await records.verify()).toEqual({
      ok: true,
      // The one, the workspace's own, that of its key, and the list of documents.
      documents: 4,
      dossiers: 1,
      damaged: [],
      audit: { entries: 3, ok: true, brokenAt: null },
    });
  });

  it('has the line on the disk before anything that it speaks of takes its place', async () => {
    await createWorkspace(folder, PROFILE);
    const done: string[] = [];
    const disk = hookedDisk((operation, path) => {
      if (operation === 'sync' && path.endsWith('audit.log')) done.push('logged');
      if (operation === 'rename' && /(?:dossiers\/...|workspace)\.json$/.test(path)) done.push('renamed');
    });
    const records = await openRecords(folder, { disk });
    done.length = 0;
    await records?.save([huasheng]);
    await records?.saveSurroundings(records.surroundings());
    expect(done).toEqual(['logged', 'renamed', 'logged', 'renamed']);
  });

  it('keeps something derived, sealed as its documents are, until it is damaged', async () => {
    const key = await createWorkspace(folder, PROFILE, {
      protection: { kind: 'passphrase', passphrase: 'tè verde caldo' },
    });
    const records = await openRecords(folder, { key });
    if (!records) throw new Error('no workspace');
    expect(await records.readDerived('index')).toBeNull();
    const bytes = Buffer.alloc(9_000_000, 'Contoso ');
    await records.writeDerived('index', [bytes]);
    expect(Buffer.compare((await derivedBytes(records, 'index')) ?? Buffer.alloc(0), bytes)).toBe(0);
    const file = join(folder, 'derived', 'index.bin');
    const kept = await readFile(file);
    expect(kept.includes('Contoso')).toBe(false);
    await writeFile(file, kept.subarray(0, -1));
    expect(await derivedBytes(records, 'index')).toBeNull();
    kept[5_000_000] = (kept[5_000_000] ?? 0) ^ 1;
    await writeFile(file, kept);
    expect(await derivedBytes(records, 'index')).toBeNull();
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
