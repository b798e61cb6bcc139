import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBackup } from '#electron/records/backup.ts';
import { backupTime } from '#electron/records/backup-layout.ts';
import type { Disk } from '#electron/records/disk.ts';
import { restoreBackup } from '#electron/records/restore.ts';
import { restoringFolder } from '#electron/records/restoring-folder.ts';
import { signingKeyLedger } from '#electron/records/signing-key.ts';
import { findKey } from '#electron/records/unlocking.ts';
import { createWorkspace, type KeptRecords, openRecords, sweepLeftovers } from '#electron/records/workspace.ts';
import { CustomerId } from '#shared/model/ids.ts';
import type { ProtectionChoice } from '#shared/model/protection.ts';
import { aDossier, PROFILE } from '#test/unit/support/dossiers.ts';
import { type DiskHook, hookedDisk, refusal } from '#test/unit/support/hooked-disk.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';

const PASSPHRASE = 'caffè e latte';
const AT = '2026-11-22T08:00:00.000Z';
const CLEAR: ProtectionChoice = { kind: 'none' };
const LONG = { timeout: 60_000 };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-backup-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const place = (name: string): string => join(folder, name);
const file = (): string => place('all.pcbackup');
const clock = () => new Date(AT);

const idOf = (n: number) => CustomerId.parse(`52eaad04-13a2-4a2f-9ce8-${String(n).padStart(12, '0')}`);
const many = Array.from({ length: 300 }, (_, n) => aDossier(idOf(n), `华盛联创 ${n} ${'x'.repeat(n)}`));

/** A workspace with customers, partners, a signing key, and a log of some lines. */
async function aWorkspace(protection: ProtectionChoice = CLEAR): Promise<KeptRecords> {
  const key = await createWorkspace(place('w'), PROFILE, { clock, protection });
  const records = await openRecords(place('w'), { key, clock });
  if (!records) throw new Error('a workspace was just made there');
  for (let begin = 0; begin < many.length; begin += 100) await records.save(many.slice(begin, begin + 100));
  await records.saveSurroundings({ ...records.surroundings(), groups: [] });
  await (await signingKeyLedger(records)).change(() => ({ pem: 'a key' }));
  return records;
}

async function backedUp(protection?: ProtectionChoice): Promise<KeptRecords> {
  const records = await aWorkspace(protection);
  await writeBackup(file(), await records.contents(), { passphrase: PASSPHRASE, at: AT });
  return records;
}

const restore = (disk?: Disk, protection: ProtectionChoice = CLEAR, passphrase = PASSPHRASE) =>
  restoreBackup(place('r'), file(), { passphrase, protection, clock, ...(disk ? { disk } : {}) });

async function reopened(): Promise<KeptRecords> {
  const key = await findKey(place('r'), { passphrase: 'another one' });
  const records = typeof key === 'string' ? undefined : await openRecords(place('r'), { key, clock });
  if (!records) throw new Error('nothing was restored');
  return records;
}

const left = async (name = 'r') => (await readdir(place(name)).catch(() => [])).sort();

describe('a backup', LONG, () => {
  it('is one file for its owner alone, with nothing in the clear but when it was made', async () => {
    await backedUp();
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect(await backupTime(file())).toBe(AT);
    expect((await readFile(file(), 'latin1')).includes(PROFILE.partner.name)).toBe(false);
    expect(await left('.')).toEqual(['all.pcbackup', 'w']);
  });

  it.each<[string, ProtectionChoice]>([
    ['in the clear', CLEAR],
    ['with a new passphrase', { kind: 'passphrase', passphrase: 'another one' }],
  ])('is restored %s as it was, and its audit log goes on', async (_, protection) => {
    const before = await backedUp({ kind: 'passphrase', passphrase: PASSPHRASE });
    const progress: number[] = [];
    await restoreBackup(place('r'), file(), {
      passphrase: PASSPHRASE,
      protection,
      clock,
      onProgress: (done) => progress.push(done),
    });
    const after = await reopened();
    expect([...after.dossiers()]).toEqual([...before.dossiers()]);
    expect([...after.documents().keys()].sort()).toEqual([...before.documents().keys()].sort());
    expect(after.surroundings()).toEqual(before.surroundings());
    expect(after.profile).toEqual(before.profile);
    expect(after.protection).toBe(protection.kind);
    expect((await signingKeyLedger(after)).value).toEqual({ pem: 'a key' });
    const [log, continued] = [await before.audit(0, 100), await after.audit(0, 100)];
    expect(continued.items.slice(1)).toEqual(log.items);
    expect(continued.items[0]).toMatchObject({ act: 'restored', n: log.total + 1, by: PROFILE.staff.id });
    expect(await after.verify()).toMatchObject({ ok: true, dossiers: many.length, audit: { ok: true } });
    expect(progress.at(-1)).toBe(after.documents().size);
    expect(await left()).not.toContain('restoring');
    await after.save([aDossier(idOf(1), 'changed')]);
    expect(await after.verify()).toMatchObject({ ok: true });
  });

  it('has a key of its own: the restored workspace is not opened by that of the first', async () => {
    await backedUp({ kind: 'passphrase', passphrase: PASSPHRASE });
    await restore(undefined, { kind: 'passphrase', passphrase: 'another one' });
    expect(await rejectionOf(() => findKey(place('r'), { passphrase: PASSPHRASE }))).toMatchObject({
      key: 'passphraseWrong',
    });
  });

  it('carries a broken chain as it is', async () => {
    const records = await aWorkspace();
    const log = join(place('w'), 'audit.log');
    const lines = (await readFile(log, 'utf8')).split('\n');
    await writeFile(log, lines.map((line, index) => (index === 1 ? 'torn' : line)).join('\n'));
    await writeBackup(file(), await records.contents(), { passphrase: PASSPHRASE, at: AT });
    await restore();
    expect((await (await reopened()).verify()).audit).toMatchObject({ ok: false, brokenAt: 2 });
  });

  it('is refused for a workspace with a damaged document, and nothing is left of it', async () => {
    const records = await aWorkspace();
    const [name = ''] = (await readdir(join(place('w'), 'dossiers'))).filter((one) => one.endsWith('.json'));
    await writeFile(join(place('w'), 'dossiers', name), 'nothing');
    const again = await openRecords(place('w'), { clock });
    const problem = await rejectionOf(async () =>
      writeBackup(file(), await (again ?? records).contents(), { passphrase: PASSPHRASE, at: AT }),
    );
    expect(problem).toMatchObject({ kind: 'damaged', key: 'workspaceDamaged' });
    expect(String(problem.values.file)).toContain(name);
    expect(await left('.')).toEqual(['w']);
  });

  it('never takes the place of a file that is there', async () => {
    const records = await aWorkspace();
    await writeFile(file(), 'somebody’s');
    expect(
      await rejectionOf(async () => writeBackup(file(), await records.contents(), { passphrase: PASSPHRASE, at: AT })),
    ).toMatchObject({ kind: 'refused', key: 'backupExists' });
    expect(await readFile(file(), 'utf8')).toBe('somebody’s');
  });

  it.each(['create', 'write', 'sync', 'rename'] as const)(
    'leaves nothing when the disk refuses to %s',
    async (step) => {
      const records = await aWorkspace();
      const disk = hookedDisk((operation) => {
        if (operation === step) throw refusal('ENOSPC');
      });
      expect(
        await rejectionOf(async () =>
          writeBackup(file(), await records.contents(), { passphrase: PASSPHRASE, at: AT, disk }),
        ),
      ).toMatchObject({ key: 'backupUnwritable', values: { reason: 'ENOSPC' } });
      expect(await left('.')).toEqual(['w']);
    },
  );
});

describe('a backup that cannot be used', LONG, () => {
  const refusedWith = async () => (await rejectionOf(() => restore())).key;

  it('is told from a wrong passphrase, and leaves nothing behind', async () => {
    await backedUp();
    expect(await rejectionOf(() => restore(undefined, CLEAR, 'caffe e latte'))).toMatchObject({
      kind: 'refused',
      key: 'backupPassphraseWrong',
      values: { file: file() },
    });
    expect(await left()).toEqual([]);
    const whole = await readFile(file());
    const frame = whole.indexOf('\n') + 1;
    const faults: [string, Buffer][] = [
      ['backupCutOff', whole.subarray(0, 100)],
      ['backupCutOff', whole.subarray(0, frame)],
      ['backupCutOff', whole.subarray(0, whole.length - 1)],
      ['backupDamaged', Buffer.concat([whole, Buffer.from('more')])],
      ['backupForeign', Buffer.from('')],
      ['backupForeign', Buffer.from('PK\u0003\u0004 a zip archive\n')],
      ['backupForeign', Buffer.from('{"format":"partner-console/workspace","version":2}\n')],
      ['backupNewer', Buffer.from('{"format":"partner-console/backup","version":7,"news":true}\n')],
      ['backupDamaged', changed(whole, 60)],
      ['backupDamaged', changed(whole, frame - 100)],
      ['backupDamaged', changed(whole, frame)],
      ['backupDamaged', changed(whole, frame + 40)],
      ['backupDamaged', changed(whole, whole.length - 1)],
    ];
    for (const [index, [key, bytes]] of faults.entries()) {
      await writeFile(file(), bytes);
      expect(await refusedWith(), `fault ${index}`).toBe(key);
      expect(await left(), `fault ${index}`).toEqual([]);
    }
    await rm(file());
    expect(await refusedWith()).toBe('fileUnreadable');
  });

  it('is never restored over a workspace', async () => {
    await backedUp();
    await restore();
    const before = await readFile(join(place('r'), 'workspace.json'));
    expect(await refusedWith()).toBe('workspaceExists');
    expect(await readFile(join(place('r'), 'workspace.json'))).toEqual(before);
  });
});

describe('a restoring that is cut short', LONG, () => {
  /** Fails at the nth operation that changes something, and at all that come after, as when the power goes. */
  const dyingAt = (n: number) => {
    const changes = new Set([
      'makeFolder',
      'create',
      'append',
      'write',
      'sync',
      'link',
      'rename',
      'remove',
      'syncFolder',
    ]);
    let count = 0;
    const hook: DiskHook = (operation) => {
      if (changes.has(operation) && ++count >= n) throw refusal('EIO');
    };
    return { disk: hookedDisk(hook), count: () => count };
  };

  it('is wholly there or not at all, wherever it was', async () => {
    const key = await createWorkspace(place('w'), PROFILE, { clock });
    const records = await openRecords(place('w'), { key, clock });
    await records?.save(many.slice(0, 3));
    if (records) await writeBackup(file(), await records.contents(), { passphrase: PASSPHRASE, at: AT });
    const whole = dyingAt(Number.POSITIVE_INFINITY);
    await restore(whole.disk);
    const states = new Set<string>();
    for (let n = 1; n <= whole.count(); n += 1) {
      await rm(place('r'), { recursive: true });
      await mkdir(place('r'));
      const { values } = await rejectionOf(() => restore(dyingAt(n).disk));
      expect(String(values.file), `operation ${n}`).toContain(place('r'));
      await sweepLeftovers(place('r'));
      expect(await readdir(restoringFolder(place('r'))).catch(() => 'none')).toBe('none');
      const after = await openRecords(place('r'), { clock });
      states.add(after ? 'there' : 'empty');
      if (!after) continue;
      expect([...after.dossiers()], `operation ${n}`).toHaveLength(3);
      expect(await after.verify(), `operation ${n}`).toMatchObject({ ok: true });
    }
    expect([...states]).toEqual(['empty', 'there']);
  });

  it('leaves nothing when the disk is full', async () => {
    await backedUp();
    const disk = hookedDisk((operation, path) => {
      if (operation === 'create' && path.includes('dossiers')) throw refusal('ENOSPC');
    });
    expect(await rejectionOf(() => restore(disk))).toMatchObject({
      key: 'workspaceUnwritable',
      values: { reason: 'ENOSPC' },
    });
    expect(await left()).toEqual([]);
  });
});

function changed(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
