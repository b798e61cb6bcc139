import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Keychain } from '#electron/records/key-file.ts';
import { changePassphrase, findKey } from '#electron/records/unlocking.ts';
import { damagedParts, recoverPart } from '#electron/records/vital-parts.ts';
import { createWorkspace, openRecords } from '#electron/records/workspace.ts';
import { aDossier, PROFILE } from '#test/unit/support/dossiers.ts';
import { hookedDisk, refusal } from '#test/unit/support/hooked-disk.ts';
import { CUSTOMER } from '#test/unit/support/questions.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';

const AT = '2026-11-22T08:00:00.000Z';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-key-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A keychain that turns every bit, and gives a key out to whoever it knows. */
const keychain = (name = 'Test keychain'): Keychain => ({
  name,
  seal: (bytes) => bytes.map((byte) => byte ^ 0xff),
  open: (bytes) => bytes.map((byte) => byte ^ 0xff),
});

const huasheng = aDossier(CUSTOMER, '华盛联创');

async function opened(unlocking: Parameters<typeof findKey>[1]) {
  const key = await findKey(folder, unlocking);
  if (typeof key === 'string') return key;
  return (await openRecords(folder, { key }))?.dossier(huasheng.id)?.name.value;
}

// A passphrase is meant to take its time.
describe('a workspace with a passphrase', { timeout: 60_000 }, () => {
  const make = async () => {
    const key = await createWorkspace(folder, PROFILE, {
      protection: { kind: 'passphrase', passphrase: 'caffè e latte' },
    });
    await (await openRecords(folder, { key }))?.save([huasheng]);
  };

  it('waits for it, opens with it, however the letters were composed, and with no other', async () => {
    await make();
    expect(await findKey(folder, {})).toBe('locked');
    expect(await opened({ passphrase: 'caffè e latte' })).toBe('华盛联创');
    expect(await opened({ passphrase: 'caffe\u0300 e latte' })).toBe('华盛联创');
    expect(await rejectionOf(() => opened({ passphrase: 'caffe e latte' }))).toMatchObject({
      kind: 'refused',
      key: 'passphraseWrong',
    });
    expect(await rejectionOf(() => openRecords(folder))).toMatchObject({ key: 'workspaceLocked' });
  });

  it('keeps nothing in the clear', async () => {
    await make();
    for (const file of ['workspace.json', 'audit.log', 'key.json']) {
      expect(await readFile(join(folder, file), 'utf8'), file).not.toContain(PROFILE.staff.id);
    }
  });

  it('opens with another one once it was changed, and with the old one no more, not even by the version before', async () => {
    await make();
    const change = (present: string) => changePassphrase(folder, { present, next: 'tè verde caldo' }, { at: AT });
    expect(await rejectionOf(() => change('guessed it?'))).toMatchObject({ key: 'passphraseWrong' });
    await change('caffè e latte');
    expect(await opened({ passphrase: 'tè verde caldo' })).toBe('华盛联创');
    expect(await rejectionOf(() => opened({ passphrase: 'caffè e latte' }))).toMatchObject({ key: 'passphraseWrong' });
    await writeFile(join(folder, 'key.json'), await readFile(join(folder, 'key.json.prev')));
    expect(await rejectionOf(() => opened({ passphrase: 'caffè e latte' }))).toMatchObject({ key: 'passphraseWrong' });
    expect(await opened({ passphrase: 'tè verde caldo' })).toBe('华盛联创');
  });

  it('opens with the new one alone although the disk was full for the copy of its key', async () => {
    await make();
    const full = hookedDisk((operation, path) => {
      if (operation === 'rename' && path.endsWith('key.json.prev')) throw refusal('ENOSPC');
    });
    const words = { present: 'caffè e latte', next: 'tè verde caldo' };
    await changePassphrase(folder, words, { at: AT, disk: full });
    expect(await rejectionOf(() => opened({ passphrase: 'caffè e latte' }))).toMatchObject({ key: 'passphraseWrong' });
    expect(await opened({ passphrase: 'tè verde caldo' })).toBe('华盛联创');
    const [now, beside] = await Promise.all(['key.json', 'key.json.prev'].map((name) => readFile(join(folder, name))));
    expect(beside).toEqual(now);
  });

  it('opens with the old one alone where the new one could not be put in its place', async () => {
    await make();
    const full = hookedDisk((operation, path) => {
      if (operation === 'rename' && path.endsWith('key.json')) throw refusal('ENOSPC');
    });
    const words = { present: 'caffè e latte', next: 'tè verde caldo' };
    const change = () => changePassphrase(folder, words, { at: AT, disk: full });
    expect(await rejectionOf(change)).toMatchObject({ key: 'workspaceUnwritable', values: { reason: 'ENOSPC' } });
    expect(await rejectionOf(() => opened({ passphrase: 'tè verde caldo' }))).toMatchObject({ key: 'passphraseWrong' });
    expect(await opened({ passphrase: 'caffè e latte' })).toBe('华盛联创');
  });

  it('says that either may open it where the new one is in place and the disk does not confirm it', async () => {
    await make();
    const before = await readFile(join(folder, 'key.json'));
    const unsure = hookedDisk((operation) => {
      if (operation === 'syncFolder') throw refusal('EIO');
    });
    const words = { present: 'caffè e latte', next: 'tè verde caldo' };
    const change = () => changePassphrase(folder, words, { at: AT, disk: unsure });
    expect(await rejectionOf(change)).toMatchObject({
      key: 'passphraseUnsure',
      values: { file: join(folder, 'key.json'), reason: 'EIO' },
    });
    expect(await opened({ passphrase: 'tè verde caldo' })).toBe('华盛联创');
    // What a power cut may leave.
    await writeFile(join(folder, 'key.json'), before);
    expect(await opened({ passphrase: 'caffè e latte' })).toBe('华盛联创');
  });

  it('never has a damaged key put over the whole one beside it', async () => {
    await make();
    const key = await findKey(folder, { passphrase: 'caffè e latte' });
    if (typeof key === 'string') throw new Error(key);
    const whole = await readFile(join(folder, 'key.json.prev'));
    await writeFile(join(folder, 'key.json'), 'garbage');
    await openRecords(folder, { key });
    expect(await readFile(join(folder, 'key.json.prev'))).toEqual(whole);
  });

  it('asks for it although its own document is gone, which the version before puts right', async () => {
    await make();
    const first = await findKey(folder, { passphrase: 'caffè e latte' });
    if (typeof first === 'string') throw new Error(first);
    const records = await openRecords(folder, { key: first });
    await records?.saveSurroundings(records.surroundings());
    await rm(join(folder, 'workspace.json'));
    expect(await findKey(folder, {})).toBe('locked');
    const key = await findKey(folder, { passphrase: 'caffè e latte' });
    if (typeof key === 'string') throw new Error(key);
    expect(await rejectionOf(() => openRecords(folder, { key }))).toMatchObject({
      key: 'workspaceIncomplete',
      values: { missing: 'workspace.json' },
    });
    expect(await damagedParts(folder, key)).toMatchObject([{ file: 'workspace.json', previous: { dossiers: 0 } }]);
    await recoverPart(folder, key, 'workspace.json');
    expect((await openRecords(folder, { key }))?.dossier(huasheng.id)).toEqual(huasheng);
  });
});

describe('a workspace in the keychain', () => {
  const make = async () => {
    const key = await createWorkspace(folder, PROFILE, { protection: { kind: 'keychain' }, keychain: keychain() });
    await (await openRecords(folder, { key }))?.save([huasheng]);
  };

  it('opens by it, and says which keychain is asked when it does not', async () => {
    await make();
    expect(await opened({ keychain: keychain() })).toBe('华盛联创');
    const locked: Keychain = {
      ...keychain(),
      open: () => {
        throw new Error('user canceled');
      },
    };
    for (const [asked, reason] of [
      [null, 'none here'],
      [locked, 'user canceled'],
    ] as const) {
      expect(await rejectionOf(() => opened({ keychain: asked }))).toMatchObject({
        key: 'keychainRefuses',
        values: { name: 'Test keychain', reason },
      });
    }
  });

  it('is not made where there is no keychain', async () => {
    expect(
      await rejectionOf(() => createWorkspace(folder, PROFILE, { protection: { kind: 'keychain' } })),
    ).toMatchObject({
      key: 'keychainMissing',
    });
    expect(await findKey(folder, {})).toBe('empty');
  });
});

describe('a workspace without its own document', () => {
  it('is not made anew over what is left of it', async () => {
    await createWorkspace(folder, PROFILE);
    const records = await openRecords(folder);
    await records?.saveSurroundings(records.surroundings());
    await rm(join(folder, 'workspace.json'));
    const incomplete = { key: 'workspaceIncomplete', values: { missing: 'workspace.json' } };
    expect(await rejectionOf(() => createWorkspace(folder, PROFILE))).toMatchObject(incomplete);
    expect(await rejectionOf(() => openRecords(folder))).toMatchObject(incomplete);
  });
});

describe('a workspace without its key', () => {
  it('is damaged and not a new one', async () => {
    await createWorkspace(folder, PROFILE);
    await rm(join(folder, 'key.json'));
    expect(await rejectionOf(() => openRecords(folder))).toMatchObject({
      key: 'workspaceIncomplete',
      values: { missing: 'key.json' },
    });
    expect(await rejectionOf(() => createWorkspace(folder, PROFILE))).toMatchObject({ key: 'workspaceExists' });
  });

  it('is told when the key file is damaged, and that the version before is whole', async () => {
    await createWorkspace(folder, PROFILE);
    await writeFile(join(folder, 'key.json'), 'garbage');
    expect(await rejectionOf(() => openRecords(folder))).toMatchObject({
      key: 'workspaceDamaged',
      values: { file: join(folder, 'key.json'), reason: 'format', previous: join(folder, 'key.json.prev') },
    });
  });

  it('does not open what another key wrote', async () => {
    await createWorkspace(join(folder, 'one'), PROFILE, { protection: { kind: 'keychain' }, keychain: keychain() });
    await createWorkspace(join(folder, 'two'), PROFILE, { protection: { kind: 'keychain' }, keychain: keychain() });
    await writeFile(join(folder, 'one', 'workspace.json'), await readFile(join(folder, 'two', 'workspace.json')));
    const key = await findKey(join(folder, 'one'), { keychain: keychain() });
    if (typeof key === 'string') throw new Error(key);
    expect(await rejectionOf(() => openRecords(join(folder, 'one'), { key }))).toMatchObject({
      key: 'workspaceDamaged',
      values: { reason: 'key' },
    });
  });
});
