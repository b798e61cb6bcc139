import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eraseWorkspace, finishErasing } from '#electron/records/erase.ts';
import { findKey } from '#electron/records/unlocking.ts';
import { createWorkspace, openRecords, sweepLeftovers } from '#electron/records/workspace.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { aDossier, PROFILE } from '#test/unit/support/dossiers.ts';
import { hookedDisk, refusal } from '#test/unit/support/hooked-disk.ts';
import { CUSTOMER } from '#test/unit/support/questions.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-erase-'));
  const key = await createWorkspace(folder, PROFILE);
  const records = await openRecords(folder, { key });
  await records?.save([aDossier(CUSTOMER, '华盛联创')]);
  await records?.save([aDossier(CUSTOMER, 'Huasheng')]);
  const ledger = await records?.ledger('signing-key', z.object({ pem: z.string().nullable() }), { pem: null });
  await ledger?.change(() => ({ pem: 'a key' }));
  await records?.writeDerived('index', [Buffer.from('rows')]);
  await writeFile(join(folder, 'signing-key.pem'), 'a key');
  await mkdir(join(folder, 'quarantine'));
  await writeFile(join(folder, 'quarantine', 'key.json.0123456789ab'), 'an old key');
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const left = async () => (await readdir(folder, { recursive: true })).sort();

describe('erasing a workspace', () => {
  it('leaves nothing of it, and makes room for another', async () => {
    await eraseWorkspace(folder);
    expect(await left()).toEqual([]);
    expect(await findKey(folder, {})).toBe('empty');
    await createWorkspace(folder, PROFILE);
  });

  it('leaves what is not ours', async () => {
    const strangers = ['notes.txt', 'lock.json', 'dossiers/notes.txt', 'quarantine/notes.txt', 'drafts/one.eml'];
    await mkdir(join(folder, 'drafts'));
    for (const file of strangers) await writeFile(join(folder, file), 'a stranger');
    await eraseWorkspace(folder);
    expect(await left()).toEqual([...strangers, 'drafts', 'dossiers', 'quarantine'].sort());
  });

  it('takes the key before anything else, and goes on where it was cut short', async () => {
    const steps: string[] = [];
    let failed = true;
    // What fails at the very last may have erased it all.
    for (let n = 1; failed && (await left()).length > 0; n += 1) {
      let count = 0;
      const disk = hookedDisk((operation, path) => {
        if (!['rename', 'remove', 'syncFolder'].includes(operation)) return;
        if (operation === 'remove') steps.push(path.slice(folder.length + 1));
        if (++count >= n) throw refusal('EIO');
      });
      const begun = (await left()).includes('erasing');
      failed = await (begun ? finishErasing : eraseWorkspace)(folder, disk).then(
        () => false,
        () => true,
      );
      if (!begun) continue;
      expect(await left(), `operation ${n}`).not.toContain('key.json');
      expect(await readFile(join(folder, 'erasing'), 'utf8').catch(() => ''), `operation ${n}`).not.toContain(
        'partner-console',
      );
    }
    const order = [...new Set(steps)];
    const keys = ['key.json.prev', 'quarantine/key.json.0123456789ab', 'signing-key.pem'];
    expect(order.slice(0, 5).sort()).toEqual([...keys, 'ledgers/documents.json', 'ledgers/signing-key.json'].sort());
    expect(order.at(-1)).toBe('erasing');
    expect(await left()).toEqual([]);
  });

  it('is finished by whoever opens the folder next', async () => {
    const disk = hookedDisk((operation, path) => {
      if (operation === 'remove' && path.includes('dossiers')) throw refusal('EIO');
    });
    expect(await rejectionOf(() => eraseWorkspace(folder, disk))).toMatchObject({
      kind: 'damaged',
      key: 'erasingStopped',
      values: { folder, reason: 'EIO' },
    });
    await sweepLeftovers(folder);
    expect(await left()).toEqual([]);
  });

  it('changes nothing in a folder that cannot be written', async () => {
    const before = await left();
    const disk = hookedDisk((operation) => {
      if (['rename', 'remove'].includes(operation)) throw refusal('EROFS');
    });
    expect(await rejectionOf(() => eraseWorkspace(folder, disk))).toMatchObject({
      values: { folder, reason: 'EROFS' },
    });
    expect(await left()).toEqual(before);
    expect((await openRecords(folder))?.dossier(CustomerId.parse(CUSTOMER))?.name.value).toBe('Huasheng');
  });
});
