import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openIndex } from '#electron/directory/index/customer-index.ts';
import { encodeDocument } from '#electron/records/document-layout.ts';
import { createWorkspace, openRecords } from '#electron/records/workspace.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { aDossier, PROFILE } from '#test/unit/support/dossiers.ts';
import { hookedDisk, refusal } from '#test/unit/support/hooked-disk.ts';
import { problemOf } from '#test/unit/support/problem-of.ts';
import { CUSTOMER, RESELLER } from '#test/unit/support/questions.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-damage-'));
  await createWorkspace(folder, PROFILE);
  const records = await open();
  await records.save([huasheng, lojistik]);
  document = records.documentOf(huasheng.id);
  file = join(folder, 'dossiers', `${document}.json`);
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const huasheng: Dossier = aDossier(CUSTOMER, '华盛联创');
const lojistik: Dossier = aDossier(RESELLER, 'İstanbul Lojistik A.Ş.');
const changed: Dossier = { ...huasheng, gdapListedAt: '2026-11-02T00:00:00Z' };
let document: string;
let file: string;

async function open() {
  const records = await openRecords(folder);
  if (!records) throw new Error('no workspace');
  return records;
}

const write = (body: unknown) =>
  writeFile(
    file,
    Buffer.concat(
      encodeDocument(
        { format: 'dossiers', name: `dossiers/${document}.json`, key: null },
        Buffer.from(JSON.stringify(body)),
        {
          at: '2026-11-22T08:00:00Z',
          entry: 0,
        },
      ),
    ),
  );

describe('a damaged document', () => {
  it.each([
    ['truncated', 'format', (text: string) => text.slice(0, 100)],
    ['cut off in its midst', 'checksum', (text: string) => text.slice(0, -20)],
    ['edited by hand', 'checksum', (text: string) => text.replace('华盛', '华胜')],
    ['foreign', 'format', () => '{"hello":"world"}'],
    ['emptied', 'format', () => ''],
  ])('that was %s costs its own dossiers, and is left as it is', async (_, damage, change) => {
    await writeFile(file, change(await readFile(file, 'utf8')));
    const before = await readFile(file);
    const records = await open();
    expect(problemOf(() => records.dossier(huasheng.id))).toMatchObject({
      kind: 'damaged',
      key: 'workspaceDamaged',
      values: { file, reason: damage, previous: 'none' },
    });
    expect(records.dossier(lojistik.id)).toEqual(lojistik);
    expect([...records.dossiers()]).toEqual([lojistik]);
    expect(records.damaged()).toMatchObject([
      { file: `dossiers/${document}.json`, what: 'dossiers', damage, previous: null },
    ]);
    expect(await readFile(file)).toEqual(before);
  });

  it('is found when the workspace is opened if its header is damaged, else when it is read or verified', async () => {
    await writeFile(file, 'garbage');
    expect((await open()).damaged()).toHaveLength(1);
    await write({ dossiers: { [huasheng.id]: { ...huasheng, id: 'nobody' } } });
    const records = await open();
    expect(records.damaged()).toEqual([]);
    expect(await records.verify()).toMatchObject({ ok: false, dossiers: 1, damaged: [{ damage: 'shape' }] });
    expect(records.damaged()).toMatchObject([{ detail: `dossiers.${huasheng.id}.id` }]);
  });

  it('holds no dossier of another document', async () => {
    await write({ dossiers: { [huasheng.id]: huasheng, [lojistik.id]: lojistik } });
    const records = await open();
    expect(problemOf(() => records.dossier(huasheng.id))).toMatchObject({ values: { reason: 'shape' } });
    expect(records.dossier(lojistik.id)).toEqual(lojistik);
  });

  it('is not saved into, and nothing else of that save is done either', async () => {
    await writeFile(file, 'garbage');
    const records = await open();
    const both = [{ ...lojistik, gdapListedAt: '2026-11-02T00:00:00Z' }, changed];
    expect(await rejectionOf(() => records.save(both))).toMatchObject({ key: 'documentDamaged', values: { file } });
    expect((await open()).dossier(lojistik.id)).toEqual(lojistik);
    expect(await readFile(file, 'utf8')).toBe('garbage');
  });

  it('that somebody put right is read again', async () => {
    const whole = await readFile(file);
    await writeFile(file, 'garbage');
    const records = await open();
    problemOf(() => records.dossier(huasheng.id));
    await writeFile(file, whole);
    expect(records.dossier(huasheng.id)).toEqual(huasheng);
    expect(records.damaged()).toEqual([]);
  });

  it('that is gone is told by the version before, which is still there', async () => {
    await (await open()).save([changed]);
    await rm(file);
    const records = await open();
    expect(records.damaged()).toMatchObject([{ damage: 'missing', previous: { dossiers: 1 } }]);
    await records.recover(`dossiers/${document}.json`);
    expect(records.dossier(huasheng.id)).toEqual(huasheng);
  });
});

describe('a document that is gone without a trace', () => {
  const name = () => `dossiers/${document}.json`;

  it('is missed, told with its customers, and verified as missing, also by whoever only reads', async () => {
    const before = await open();
    const index = await openIndex(before, undefined, { keeps: true });
    await index.save();
    await before.close();
    await rm(file);
    const missing = [{ file: name(), damage: 'missing', previous: null }];
    expect((await openRecords(folder, { access: 'read' }))?.damaged()).toMatchObject(missing);
    const records = await open();
    expect(records.damaged()).toMatchObject(missing);
    expect([...(await openIndex(records)).lost()]).toEqual([
      [document, [{ id: huasheng.id, name: huasheng.name.value }]],
    ]);
    expect(await records.verify()).toMatchObject({ ok: false, dossiers: 1, damaged: missing });
    expect(problemOf(() => records.dossier(huasheng.id))).toMatchObject({ values: { reason: 'missing' } });
    expect(await rejectionOf(() => records.save([changed]))).toMatchObject({ key: 'documentDamaged' });
  });

  it('stays missed however often it is asked for, also while the workspace is open', async () => {
    const records = await open();
    await rm(file);
    for (let times = 0; times < 3; times += 1) problemOf(() => records.dossier(huasheng.id));
    expect(records.damaged()).toMatchObject([{ damage: 'missing' }]);
  });

  it('is given up when somebody says so: its customers can be saved anew', async () => {
    await rm(file);
    const records = await open();
    await records.recover(name());
    expect(records.damaged()).toEqual([]);
    expect((await open()).damaged()).toEqual([]);
    await records.save([changed]);
    expect((await open()).dossier(huasheng.id)).toEqual(changed);
  });

  it('is not missed where nothing was put down about it, and is put down by the next who writes', async () => {
    await rm(join(folder, 'ledgers'), { recursive: true });
    const whole = await readFile(file);
    await rm(file);
    expect((await open()).damaged()).toEqual([]);
    await writeFile(file, whole);
    await open();
    await rm(file);
    expect((await open()).damaged()).toMatchObject([{ damage: 'missing' }]);
  });

  it('is not made up by a list that cannot be written, or read', async () => {
    const full = hookedDisk((operation, path) => {
      if (operation === 'create' && path.includes('ledgers')) throw refusal('ENOSPC');
    });
    await rm(join(folder, 'ledgers'), { recursive: true });
    await (await openRecords(folder, { disk: full }))?.save([changed]);
    expect((await open()).damaged()).toEqual([]);
    await writeFile(join(folder, 'ledgers/documents.json'), 'no list');
    const records = await open();
    expect(records.damaged()).toMatchObject([{ file: 'ledgers/documents.json', what: 'ledger' }]);
    await records.save([{ ...changed, tags: ['x'] }]);
    await records.recover('ledgers/documents.json');
    expect(await records.verify()).toMatchObject({ ok: true });
    await rm(file);
    await rm(`${file}.prev`);
    expect((await open()).damaged()).toMatchObject([{ damage: 'missing' }]);
  });
});

describe('a document that somebody else holds', () => {
  const name = () => `dossiers/${document}.json`;

  /** Refuses to read the document so many times. */
  function held(times: number, code = 'EBUSY') {
    let left = times;
    return hookedDisk((operation, path) => {
      if (operation.startsWith('read') && path === file && left-- > 0) throw refusal(code);
    });
  }

  it('for a moment is read when it is let go of', async () => {
    expect((await openRecords(folder, { disk: held(4) }))?.damaged()).toEqual([]);
  });

  it('is not set aside for the version before, which is older', async () => {
    await (await open()).save([changed]);
    const refused = { kind: 'damaged', key: 'workspaceUnreadable', values: { file, reason: 'EBUSY' } };
    const forever = await openRecords(folder, { disk: held(Number.POSITIVE_INFINITY) });
    expect(forever?.damaged()).toMatchObject([{ damage: 'unreadable', detail: 'EBUSY' }]);
    expect(await rejectionOf(async () => forever?.recover(name()))).toMatchObject(refused);
    expect((await open()).dossier(huasheng.id)).toEqual(changed);
  });

  it('is looked at again before it is replaced: a whole one stays', async () => {
    await (await open()).save([changed]);
    const records = await openRecords(folder, { disk: held(1, 'EIO') });
    expect(records?.damaged()).toHaveLength(1);
    expect(await rejectionOf(async () => records?.recover(name()))).toMatchObject({ key: 'documentWhole' });
    expect(records?.damaged()).toEqual([]);
    expect(records?.dossier(huasheng.id)).toEqual(changed);
  });
});

describe('recovering a damaged document', () => {
  const name = () => `dossiers/${document}.json`;

  it('puts the version before the last save in its place, and keeps the damaged one', async () => {
    await (await open()).save([changed]);
    await writeFile(file, 'garbage');
    const records = await open();
    expect(records.damaged()[0]?.previous).toMatchObject({ dossiers: 1 });
    await records.recover(name());
    expect(records.dossier(huasheng.id)).toEqual(huasheng);
    expect(records.damaged()).toEqual([]);
    await records.save([changed]);
    expect((await open()).dossier(huasheng.id)).toEqual(changed);
    const kept = await readdir(join(folder, 'quarantine'));
    expect(await Promise.all(kept.map((one) => readFile(join(folder, 'quarantine', one), 'utf8')))).toEqual([
      'garbage',
    ]);
    expect((await records.verify()).ok).toBe(true);
  });

  it('leaves nothing in its place where the version before is damaged as well, and keeps both', async () => {
    await (await open()).save([changed]);
    await writeFile(file, 'garbage');
    await writeFile(`${file}.prev`, 'garbage too');
    const records = await open();
    expect(records.damaged()[0]?.previous).toBeNull();
    await records.recover(name());
    expect(records.dossier(huasheng.id)).toBeUndefined();
    expect(await readdir(join(folder, 'quarantine'))).toHaveLength(2);
    expect((await open()).damaged()).toEqual([]);
  });

  it('is refused for a document that is not damaged, and for a file that is none', async () => {
    const records = await open();
    for (const asked of [name(), 'workspace.json', '../../etc/passwd', 'dossiers/../key.json']) {
      expect(await rejectionOf(() => records.recover(asked))).toMatchObject({ key: 'documentWhole' });
    }
  });
});

it('a document of a newer version lets everything else be read, and nothing be written', async () => {
  await writeFile(file, (await readFile(file, 'utf8')).replace('"version":2', '"version":3'));
  const before = await readFile(file);
  const records = await open();
  expect(records.readOnly).toMatchObject({ key: 'workspaceNewer', values: { file, version: 3 } });
  expect(records.dossier(lojistik.id)).toEqual(lojistik);
  expect(problemOf(() => records.dossier(huasheng.id))).toMatchObject({ key: 'workspaceNewer' });
  expect(await rejectionOf(() => records.save([lojistik]))).toMatchObject({ key: 'workspaceReadOnly' });
  expect(await rejectionOf(() => records.saveSurroundings(records.surroundings()))).toMatchObject({ kind: 'refused' });
  expect(await readFile(file)).toEqual(before);
});

it('documents that were exchanged are told, also in the clear', async () => {
  const other = join(folder, 'dossiers', `${(await open()).documentOf(lojistik.id)}.json`);
  await cp(other, file);
  const records = await open();
  expect(problemOf(() => records.dossier(huasheng.id))).toMatchObject({ values: { reason: 'checksum' } });
});
