import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBackup } from '#electron/records/backup.ts';
import { restoreBackup } from '#electron/records/restore.ts';
import { createWorkspace, openRecords } from '#electron/records/workspace.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { aDossier } from '#test/unit/support/dossiers.ts';
import { type DiskHook, hookedDisk, refusal } from '#test/unit/support/hooked-disk.ts';
import { sampleProfile } from '#test/unit/support/memory-records.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';

// What the torture found once; each stays mended.

const CUSTOMER = CustomerId.parse('52eaad04-13a2-4a2f-9ce8-93a294fabf36');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-failing-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function opened(hook: DiskHook = () => undefined) {
  const records = await openRecords(folder, { disk: hookedDisk(hook) });
  if (!records) throw new Error('no workspace');
  return records;
}

describe('a disk that fails', () => {
  it('at reading workspace.json is a problem that names the file, not an exception', async () => {
    await createWorkspace(folder, sampleProfile());
    const failing = opened((operation, path) => {
      if (operation === 'readHeadSync' && path.endsWith('workspace.json')) throw refusal('EIO');
    });
    expect(await rejectionOf(() => failing)).toMatchObject({ kind: 'damaged', values: { reason: 'EIO' } });
  });

  it('at flushing the folder leaves the surroundings in memory as they are on the disk', async () => {
    await createWorkspace(folder, sampleProfile());
    let armed = false;
    const records = await opened((operation, path) => {
      if (armed && operation === 'syncFolder' && path === folder) throw refusal('EIO');
    });
    const groups = [{ id: 'g', name: 'Tier 1', roles: [], provenance: PROVENANCE }];
    await records.saveSurroundings({ ...records.surroundings(), resellerLink: null });
    armed = true;
    await rejectionOf(() => records.saveSurroundings({ ...records.surroundings(), groups }));
    armed = false;
    expect(JSON.parse((await readFile(join(folder, 'workspace.json'), 'utf8')).split('\n')[1] ?? '')).toMatchObject({
      surroundings: { groups: records.surroundings().groups },
    });
  });

  it('at reading the version before does not have a damaged document set aside', async () => {
    await createWorkspace(folder, sampleProfile());
    const before = await opened();
    await before.save([aDossier(CUSTOMER, 'Contoso')]);
    await before.save([aDossier(CUSTOMER, 'Contoso Ltd')]);
    await before.close();
    const name = `${before.documentOf(CUSTOMER)}.json`;
    await writeFile(join(folder, 'dossiers', name), 'no document');
    const records = await opened((operation, path) => {
      if (operation === 'read' && path.endsWith('.prev')) throw refusal('EIO');
    });
    expect(await rejectionOf(() => records.recover(`dossiers/${name}`))).toMatchObject({ kind: 'damaged' });
    expect((await readdir(join(folder, 'dossiers'))).sort()).toEqual([name, `${name}.prev`]);
    expect(await readdir(folder)).not.toContain('quarantine');
  });
});

describe('the mark of a restoring that is ready', () => {
  it('is gone for good before anybody can save', async () => {
    await createWorkspace(folder, sampleProfile());
    const file = join(folder, 'all.pcbackup');
    const records = await opened();
    await records.save([aDossier(CUSTOMER, 'Contoso')]);
    await writeBackup(file, await records.contents(), { passphrase: 'correct horse', at: '2026-11-22T00:00:00.000Z' });
    const steps: string[] = [];
    const disk = hookedDisk((operation, path) => steps.push(`${operation} ${path.slice(folder.length + 1)}`));
    const options = { passphrase: 'correct horse', protection: { kind: 'none' }, disk } as const;
    await restoreBackup(join(folder, 'restored'), file, options);
    const removed = steps.lastIndexOf('remove restored/restoring/ready');
    expect(removed).toBeGreaterThan(0);
    expect(steps.slice(removed + 1)).toContain('syncFolder restored/restoring');
  });
});

const PROVENANCE = { basis: 'observed', source: 'file:x', asOf: '2026-11-22T00:00:00.000Z' } as const;
