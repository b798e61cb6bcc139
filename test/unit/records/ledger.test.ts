import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { signingKeyLedger } from '#electron/records/signing-key.ts';
import { createWorkspace, openRecords } from '#electron/records/workspace.ts';
import { hookedDisk, refusal } from '#test/unit/support/hooked-disk.ts';
import { sampleProfile } from '#test/unit/support/memory-records.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';

const Waiting = z.object({ waiting: z.array(z.string()) });
const NOTHING = { waiting: [] };

describe('a ledger', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'console-ledger-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function opened() {
    const records = await openRecords(folder);
    if (!records) throw new Error('no workspace');
    return records;
  }

  it('is empty until it is changed, and outlives the session', async () => {
    await createWorkspace(folder, sampleProfile());
    const records = await opened();
    const ledger = await records.ledger('outbox', Waiting, NOTHING);
    expect(ledger.value).toEqual(NOTHING);
    await ledger.change(({ waiting }) => ({ waiting: [...waiting, 'one'] }));
    await records.close();
    const again = await (await opened()).ledger('outbox', Waiting, NOTHING);
    expect(again.value).toEqual({ waiting: ['one'] });
  });

  it('loses none of the changes that are made at once, whoever asked for it', async () => {
    await createWorkspace(folder, sampleProfile());
    const records = await opened();
    const ledgers = await Promise.all([1, 2].map(() => records.ledger('outbox', Waiting, NOTHING)));
    const add = (word: string) => ledgers.map((one) => one.change(({ waiting }) => ({ waiting: [...waiting, word] })));
    await Promise.all(['a', 'b', 'c'].flatMap(add));
    expect(ledgers[0]?.value.waiting).toHaveLength(6);
  });

  it('writes nothing, and nothing into the audit log, when its value stays', async () => {
    await createWorkspace(folder, sampleProfile());
    const records = await opened();
    const ledger = await records.ledger('outbox', Waiting, NOTHING);
    await ledger.change((now) => now, { act: 'outbox-changed' });
    await expect(readFile(join(folder, 'ledgers/outbox.json'))).rejects.toThrow('ENOENT');
    expect((await records.audit(0, 10)).items.map(({ act }) => act)).not.toContain('outbox-changed');
    await ledger.change(() => ({ waiting: ['x'] }), { act: 'outbox-changed' });
    expect((await records.audit(0, 10)).items[0]?.act).toBe('outbox-changed');
  });

  it('that is damaged is told when the workspace is opened, and one that is gone is not begun anew', async () => {
    await createWorkspace(folder, sampleProfile());
    const records = await opened();
    const ledger = await records.ledger('outbox', Waiting, NOTHING);
    for (const word of ['one', 'two']) await ledger.change(() => ({ waiting: [word] }));
    await records.close();
    const told = { file: 'ledgers/outbox.json', what: 'ledger', previous: { dossiers: 0 } };
    await writeFile(join(folder, 'ledgers/outbox.json'), 'no ledger');
    expect((await opened()).damaged()).toMatchObject([{ ...told, damage: 'format' }]);
    await rm(join(folder, 'ledgers/outbox.json'));
    const again = await opened();
    expect(again.damaged()).toMatchObject([{ ...told, damage: 'missing' }]);
    expect(await rejectionOf(() => again.ledger('outbox', Waiting, NOTHING))).toMatchObject({ kind: 'damaged' });
    await again.recover('ledgers/outbox.json');
    expect(again.damaged()).toEqual([]);
    expect((await again.ledger('outbox', Waiting, NOTHING)).value).toEqual({ waiting: ['one'] });
  });

  it('of a newer version lets everything be read and nothing be written', async () => {
    await createWorkspace(folder, sampleProfile());
    const records = await opened();
    await (await records.ledger('outbox', Waiting, NOTHING)).change(() => ({ waiting: ['one'] }));
    const file = join(folder, 'ledgers/outbox.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"version":2', '"version":3'));
    const again = await opened();
    expect(again.readOnly).toMatchObject({ key: 'workspaceNewer', values: { file, version: 3 } });
    expect(again.damaged()).toEqual([]);
    expect(await again.verify()).toMatchObject({ damaged: [] });
  });

  it('holds in memory what took its place on a disk that could not say so', async () => {
    await createWorkspace(folder, sampleProfile());
    let armed = false;
    const disk = hookedDisk((operation, path) => {
      if (armed && operation === 'syncFolder' && path.endsWith('ledgers')) throw refusal('EIO');
    });
    const ledger = await (await openRecords(folder, { disk }))?.ledger('outbox', Waiting, NOTHING);
    await ledger?.change(() => ({ waiting: ['one'] }));
    armed = true;
    expect(await rejectionOf(async () => ledger?.change(() => ({ waiting: ['two'] })))).toMatchObject({
      kind: 'damaged',
    });
    const onDisk = await (await opened()).ledger('outbox', Waiting, NOTHING);
    expect(onDisk.value).toEqual({ waiting: ['two'] });
    expect(ledger?.value).toEqual(onDisk.value);
  });

  it('that is damaged is told, and the version before its last save put in its place', async () => {
    await createWorkspace(folder, sampleProfile());
    const records = await opened();
    const ledger = await records.ledger('outbox', Waiting, NOTHING);
    await ledger.change(() => ({ waiting: ['one'] }));
    await ledger.change(() => ({ waiting: ['one', 'two'] }));
    await records.close();
    await writeFile(join(folder, 'ledgers/outbox.json'), 'no ledger');
    const again = await opened();
    const refused = { kind: 'damaged', key: 'workspaceDamaged' };
    expect(await rejectionOf(() => again.ledger('outbox', Waiting, NOTHING))).toMatchObject(refused);
    const { damaged, ok } = await again.verify();
    expect({ ok, damaged }).toMatchObject({ ok: false, damaged: [{ file: 'ledgers/outbox.json', what: 'ledger' }] });
    await again.recover('ledgers/outbox.json');
    expect((await again.ledger('outbox', Waiting, NOTHING)).value).toEqual({ waiting: ['one'] });
    expect((await readdir(join(folder, 'quarantine'))).length).toBe(1);
    expect(await again.verify()).toMatchObject({ ok: true });
  });
});

describe('the signing key that an earlier build kept in the clear', () => {
  it('is sealed when the workspace is opened, and nothing is left of its file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'console-key-'));
    try {
      const protection = { kind: 'passphrase', passphrase: 'correct horse' } as const;
      const key = await createWorkspace(folder, sampleProfile(), { protection });
      await writeFile(join(folder, 'signing-key.pem'), 'a key');
      const records = await openRecords(folder, { key });
      if (!records) throw new Error('no workspace');
      expect((await signingKeyLedger(records)).value).toEqual({ pem: 'a key' });
      expect(await readdir(folder)).not.toContain('signing-key.pem');
      expect(await readFile(join(folder, 'ledgers/signing-key.json'), 'latin1')).not.toContain('a key');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
