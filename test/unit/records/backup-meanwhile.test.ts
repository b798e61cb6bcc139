import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeBackup } from '#electron/records/backup.ts';
import type { BackupContents } from '#electron/records/backup-contents.ts';
import type { BackupItem } from '#electron/records/backup-items.ts';
import { restoreBackup } from '#electron/records/restore.ts';
import { signingKeyLedger } from '#electron/records/signing-key.ts';
import { findKey } from '#electron/records/unlocking.ts';
import { createWorkspace, type KeptRecords, openRecords } from '#electron/records/workspace.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { aDossier, PROFILE } from '#test/unit/support/dossiers.ts';
import { hookedDisk, refusal } from '#test/unit/support/hooked-disk.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';

const PASSPHRASE = 'caffè e latte';
const AT = '2026-11-22T08:00:00.000Z';
const clock = () => new Date(AT);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-backup-meanwhile-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const place = (name: string): string => join(folder, name);
const file = (): string => place('all.pcbackup');

const idOf = (n: number) => CustomerId.parse(`52eaad04-13a2-4a2f-9ce8-${String(n).padStart(12, '0')}`);
/** So many dossiers, most of them in a document of their own. */
const several = (name: string, count: number) => Array.from({ length: count }, (_, n) => aDossier(idOf(n), name));

/** An encrypted workspace with customers, a signing key and a log of some lines. */
async function aWorkspace(customers: number): Promise<KeptRecords> {
  const protection = { kind: 'passphrase', passphrase: PASSPHRASE } as const;
  const key = await createWorkspace(place('w'), PROFILE, { clock, protection });
  const records = await opened('w', key);
  await records.save(several('before', customers));
  await (await signingKeyLedger(records)).change(() => ({ pem: 'before' }));
  return records;
}

async function opened(name: string, key?: Awaited<ReturnType<typeof createWorkspace>>): Promise<KeptRecords> {
  const records = await openRecords(place(name), { clock, ...(key ? { key } : {}) });
  if (!records) throw new Error(`there is no workspace in ${name}`);
  return records;
}

const write = (items: AsyncIterable<BackupItem>): Promise<number> =>
  writeBackup(file(), items, { passphrase: PASSPHRASE, at: AT });

async function restored(): Promise<KeptRecords> {
  const protection = { kind: 'none' } as const;
  await restoreBackup(place('r'), file(), { passphrase: PASSPHRASE, protection, clock });
  return await opened('r');
}

const namesOf = (records: KeptRecords): Set<string> =>
  new Set([...records.dossiers()].map(({ name }) => name?.value ?? ''));

/** Resolves when a save has written what it wants to put in place, and waits for the backup. */
async function heldUp(save: Promise<void>): Promise<void> {
  let settled = false;
  const over = () => {
    settled = true;
  };
  save.then(over, over);
  await vi.waitFor(async () => {
    const staged = (await readdir(place('w/dossiers'))).filter((name) => name.endsWith('.tmp'));
    expect(staged.length).toBeGreaterThan(100);
  });
  await wait(100);
  expect(settled).toBe(false);
}

/** What a backup must hold of a workspace. */
async function stateOf(records: KeptRecords) {
  return {
    dossiers: [...records.dossiers()],
    documents: [...records.documents().keys()].sort(),
    surroundings: records.surroundings(),
    key: (await signingKeyLedger(records)).value,
    log: (await records.audit(0, 1000)).items,
  };
}

/** What was restored, without the line that says so. */
async function restoredState() {
  const records = await restored();
  expect(await records.verify()).toMatchObject({ ok: true, audit: { ok: true } });
  const { log, ...state } = await stateOf(records);
  expect(log[0]).toMatchObject({ act: 'restored' });
  return { ...state, log: log.slice(1) };
}

/** The items, the first of them when something else is done. */
async function* when(done: Promise<unknown>, items: AsyncIterable<BackupItem>): AsyncGenerator<BackupItem> {
  await done;
  yield* items;
}

/** The items, as a slow disk would take them. */
async function* slowly(items: AsyncIterable<BackupItem>): AsyncGenerator<BackupItem> {
  for await (const item of items) {
    await wait(5);
    yield item;
  }
}

describe('while a backup is made', { timeout: 60_000 }, () => {
  it('edits are done, and it holds the state of its beginning, which verifies', async () => {
    const records = await aWorkspace(40);
    const before = await stateOf(records);
    const contents = await records.contents();
    const edit = async (): Promise<void> => {
      await records.save(several('after', 20));
      await records.save(several('again', 10));
      await records.save([aDossier(idOf(900), 'new')]);
      await records.saveSurroundings({ ...records.surroundings(), gdapListedAt: AT });
      await (await signingKeyLedger(records)).change(() => ({ pem: 'after' }));
      await records.record({ act: 'something' });
    };
    // The backup is not read from until every edit is done: no edit waits for it.
    await write(when(edit(), contents));
    expect(namesOf(records)).toEqual(new Set(['before', 'after', 'again', 'new']));
    expect(await records.verify()).toMatchObject({ ok: true });
    expect(await restoredState()).toEqual(before);
  });

  it('a save of more documents than memory should hold goes on as the backup takes them', async () => {
    const records = await aWorkspace(200);
    const before = await stateOf(records);
    const contents = await records.contents();
    const save = records.save(several('after', 200));
    await heldUp(save);
    await Promise.all([save, write(slowly(contents))]);
    expect(namesOf(records)).toEqual(new Set(['after']));
    expect(await restoredState()).toEqual(before);
  });

  it('two of them each hold the state of their beginning', async () => {
    const records = await aWorkspace(20);
    const first = await records.contents();
    await records.save(several('between', 20));
    const before = await stateOf(records);
    const second = await records.contents();
    await records.save(several('after', 20));
    await writeBackup(place('first.pcbackup'), first, { passphrase: PASSPHRASE, at: AT });
    await write(second);
    expect(await restoredState()).toEqual(before);
  });

  it('no save waits for one that was released or failed', async () => {
    const records = await aWorkspace(200);
    const contents = await records.contents();
    const save = records.save(several('released', 200));
    await heldUp(save);
    contents.release();
    await save;

    const full = hookedDisk((operation) => {
      if (operation === 'write') throw refusal('ENOSPC');
    });
    const failing = await records.contents();
    const next = records.save(several('failed', 200));
    await heldUp(next);
    const options = { passphrase: PASSPHRASE, at: AT, disk: full };
    expect(await rejectionOf(() => writeBackup(file(), failing, options))).toMatchObject({ key: 'backupUnwritable' });
    await next;
    expect(namesOf(records)).toEqual(new Set(['failed']));
  });

  it('one that is stopped fails with the reason, and nothing is left of it', async () => {
    const records = await aWorkspace(200);
    const contents = await records.contents();
    const stopping = new AbortController();
    const options = { passphrase: PASSPHRASE, at: AT, signal: stopping.signal };
    const stopped = rejectionOf(() => writeBackup(file(), contents, options));
    stopping.abort(new ProblemError('busy', 'backupStopped', { file: file() }));
    expect(await stopped).toMatchObject({ key: 'backupStopped' });
    expect(await readdir(folder)).toEqual(['w']);
  });

  it('a document that turns out to be damaged fails the backup, and can be recovered', async () => {
    const records = await aWorkspace(3);
    await records.save(several('again', 3));
    const name = `dossiers/${records.documentOf(idOf(1))}.json`;
    await records.close();
    await writeFile(join(place('w'), name), 'nothing');
    const again = await opened('w', await keyOfWorkspace());
    const contents: BackupContents = await again.contents();
    await again.recover(name);
    expect(await rejectionOf(() => write(contents))).toMatchObject({ kind: 'damaged', key: 'workspaceDamaged' });
    expect(again.dossier(idOf(1))?.name?.value).toBe('before');
    await write(await again.contents());
    expect(namesOf(await restored())).toEqual(new Set(['before', 'again']));
  });
});

async function keyOfWorkspace() {
  const key = await findKey(place('w'), { passphrase: PASSPHRASE });
  if (typeof key === 'string') throw new Error(`the workspace is ${key}`);
  return key;
}
