import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createWorkspace, openRecords } from '#electron/records/workspace.ts';
import { sampleProfile } from '#test/unit/support/memory-records.ts';

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
});
