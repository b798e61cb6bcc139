import { randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chained, encodeLine } from '#electron/records/audit-line.ts';
import { AuditLog } from '#electron/records/audit-log.ts';
import { nodeDisk } from '#electron/records/disk.ts';
import { hookedDisk, refusal } from '#test/unit/support/hooked-disk.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';

const AT = '2026-11-22T08:00:00.000Z';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-audit-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const file = () => join(folder, 'audit.log');
const act = (name: string, customers: readonly string[] = []) => ({
  at: AT,
  by: 'li@partner.example',
  act: name,
  customers,
});

describe.each([
  ['in the clear', null],
  ['sealed', randomBytes(32)],
])('an audit log %s', (_, key) => {
  const open = (written = 0, mend = true, disk = nodeDisk) => AuditLog.open({ disk, folder, key }, written, mend);
  const fill = async (count: number) => {
    const log = await open();
    for (let n = 1; n <= count; n += 1) await log.append(act(`act-${n}`, ['a', 'b']));
    return log;
  };

  it('goes on across restarts, each line chained to the one before', async () => {
    await fill(2);
    await fill(1);
    const log = await open();
    expect(log.next).toBe(4);
    expect(await log.verify(3)).toEqual({ entries: 3, ok: true, brokenAt: null });
    const { items, total } = await log.page(0, 2);
    expect(total).toBe(3);
    expect(items.map(({ act: name, count, n }) => [n, name, count])).toEqual([
      [3, 'act-1', 2],
      [2, 'act-2', 2],
    ]);
    expect((await log.page(2, 5)).items).toHaveLength(1);
  });

  it('names customers where they are few, and counts them alone where they are many', async () => {
    const log = await open();
    const some = (count: number) => Array.from({ length: count }, (_none, n) => `customer-${n}`);
    await log.append(act('tags-changed', some(20)));
    await log.append(act('synced', some(98)));
    const { items } = await log.page(0, 2);
    expect(items.map(({ count, customers }) => [count, customers.length])).toEqual([
      [98, 0],
      [20, 20],
    ]);
    expect(await log.verify(2)).toMatchObject({ ok: true });
  });

  it('holds with lines of earlier versions, which named a hundred customers', async () => {
    const customers = Array.from({ length: 100 }, (_none, n) => `customer-${n}`);
    const old = chained('', { n: 1, at: AT, by: 'li@partner.example', act: 'imported', customers, count: 1000 });
    await writeFile(file(), encodeLine(old, key));
    const log = await open();
    await log.append(act('later'));
    expect(await log.verify(2)).toEqual({ entries: 2, ok: true, brokenAt: null });
    expect((await log.page(1, 1)).items).toEqual([old]);
  });

  it('is shown, verified and given out a block at a time, however long it is', async () => {
    const long = 1500;
    let text = '';
    let hash = '';
    for (let n = 1; n <= long; n += 1) {
      const entry = chained(hash, { ...act(`act-${n}`), n, customers: ['x'.repeat(600)], count: 1 });
      hash = entry.hash;
      text += encodeLine(entry, key);
    }
    await writeFile(file(), text);
    const asked: number[] = [];
    const disk = {
      ...nodeDisk,
      read: () => Promise.reject(new Error('It is read whole.')),
      readFrom: (path: string, offset: number, length = Number.POSITIVE_INFINITY) => {
        asked.push(length);
        return nodeDisk.readFrom(path, offset, length);
      },
    };
    const log = await open(0, true, disk);
    asked.length = 0;
    const acts = async (offset: number, limit: number) =>
      (await log.page(offset, limit)).items.map(({ act: name }) => name);
    expect(await acts(0, 2)).toEqual([`act-${long}`, `act-${long - 1}`]);
    await log.append(act('later'));
    expect(await acts(0, 2)).toEqual(['later', `act-${long}`]);
    expect(await acts(500, 3)).toEqual(['act-1001', 'act-1000', 'act-999']);
    expect(await acts(long, 5)).toEqual(['act-1']);
    expect(await acts(long + 1, 5)).toEqual([]);
    const whole = await log.page(0, 1_000_000);
    expect([whole.total, whole.items.length, whole.items.at(-1)?.n]).toEqual([long + 1, long + 1, 1]);
    expect(await log.verify(long + 1)).toEqual({ entries: long + 1, ok: true, brokenAt: null });
    let given = 0;
    for await (const line of log.lines(log.length)) if (typeof line !== 'string') given += 1;
    expect(given).toBe(long + 1);
    expect(Math.max(...asked)).toBeLessThan(text.length / 4);
  });

  it('finds its end before zeros that are longer than any line', async () => {
    await fill(3);
    await appendFile(file(), Buffer.alloc(200_000));
    expect((await open(0, false)).next).toBe(4);
    await appendFile(file(), '\n');
    const log = await open(0, false);
    expect(await log.verify(0)).toEqual({ entries: 4, ok: false, brokenAt: 4 });
    expect((await log.page(0, 9)).total).toBe(4);
  });

  it('tells the first line that was changed, left out, added or exchanged, and mends nothing', async () => {
    await fill(5);
    const lines = (await readFile(file(), 'utf8')).split('\n').slice(0, -1);
    const [one = '', two = '', three = '', four = '', five = ''] = lines;
    const broken: [string, string[], number][] = [
      ['changed', [one, two.replace(/[a-z](?=[^a-z]*$)/, 'X'), three, four, five], 2],
      ['left out', [one, two, four, five], 3],
      ['exchanged', [one, two, four, three, five], 3],
      ['said twice', [one, two, two, three], 3],
      ['nonsense', [one, two, three, 'nonsense'], 4],
    ];
    for (const [what, changed, at] of broken) {
      const bytes = `${changed.join('\n')}\n`;
      await writeFile(file(), bytes);
      expect(await (await open(lines.length)).verify(0), what).toMatchObject({ ok: false, brokenAt: at });
      expect(await readFile(file(), 'utf8')).toBe(bytes);
    }
  });

  it('tells that it was cut at its end, for documents were written under the lines that are gone', async () => {
    await fill(5);
    const lines = (await readFile(file(), 'utf8')).split('\n');
    await writeFile(file(), `${lines.slice(0, 3).join('\n')}\n`);
    const log = await open(5);
    expect(await log.verify(5)).toEqual({ entries: 3, ok: false, brokenAt: 4 });
    // What is put down from now on does not cover the gap.
    await log.append(act('later'));
    expect(log.next).toBe(7);
    expect(await (await open(6)).verify(6)).toMatchObject({ ok: false, brokenAt: 4 });
  });

  it('loses the part of a last line that a crash left, which goes into the quarantine', async () => {
    await fill(2);
    const whole = await readFile(file());
    await appendFile(file(), '{"n":3,"at":');
    await open(0, false);
    expect((await readFile(file())).length).toBeGreaterThan(whole.length);
    const log = await open();
    expect(await readFile(file())).toEqual(whole);
    const [kept = ''] = await readdir(join(folder, 'quarantine'));
    expect(await readFile(join(folder, 'quarantine', kept), 'utf8')).toBe('{"n":3,"at":');
    await log.append(act('later'));
    expect(await log.verify(3)).toMatchObject({ entries: 3, ok: true });
  });

  it('loses a last line that came to the disk with its end and without its midst, if no document was written under it', async () => {
    await fill(2);
    const whole = await readFile(file());
    await (await open()).append(act('third'));
    const torn = await readFile(file());
    await writeFile(file(), torn.fill(0, whole.length + 3, torn.length - 1));
    expect(await (await open(3)).verify(3)).toMatchObject({ ok: false, brokenAt: 3 });
    expect(await (await open(2)).verify(2)).toEqual({ entries: 2, ok: true, brokenAt: null });
    expect(await readFile(file())).toEqual(whole);
  });

  it('goes on after an append that failed halfway, as if it had not been tried', async () => {
    let fails = false;
    const disk = hookedDisk((operation) => {
      if (fails && operation === 'sync') throw refusal('ENOSPC');
    });
    const log = await open(0, true, disk);
    await log.append(act('first'));
    fails = true;
    expect(await rejectionOf(() => log.append(act('second')))).toMatchObject({ key: 'workspaceUnwritable' });
    fails = false;
    await log.append(act('third'));
    expect(await log.verify(2)).toMatchObject({ entries: 2, ok: true });
    expect((await log.page(0, 9)).items.map(({ act: name }) => name)).toEqual(['third', 'first']);
  });

  it('finds its end in a long file by reading the last part alone', async () => {
    const log = await open();
    const many = Array.from({ length: 100 }, (_none, n) => `55555555-5555-4555-8555-${String(n).padStart(12, '0')}`);
    for (let n = 0; n < 40; n += 1) await log.append(act('import', many));
    const reads: string[] = [];
    const again = await open(
      0,
      true,
      hookedDisk((operation) => {
        reads.push(operation);
      }),
    );
    expect(again.next).toBe(41);
    expect(reads.filter((operation) => operation.startsWith('read'))).toEqual(['readFrom']);
  });

  it('cuts off a last line that has its end but not its midst, unless a document was written under it', async () => {
    const log = await open();
    await log.append(act('first', []));
    await log.append(act('second', []));
    const bytes = await readFile(file());
    bytes.fill(0, bytes.length - 40, bytes.length - 20);
    await writeFile(file(), bytes);
    expect((await open(2, true)).next).toBe(3);
    expect(await readFile(file())).toEqual(bytes);
    expect((await open(1, true)).next).toBe(2);
    expect(await (await open(1, true)).verify(1)).toEqual({ entries: 1, ok: true, brokenAt: null });
  });

  it('flushes what a process that was killed had not, before it goes on', async () => {
    await (await open()).append(act('first', []));
    const done: string[] = [];
    await open(
      0,
      true,
      hookedDisk((operation) => {
        done.push(operation);
      }),
    );
    expect(done.at(-1)).toBe('sync');
  });
});

it('a sealed line cannot be moved, and shows nothing of what it says', async () => {
  const key = randomBytes(32);
  const log = await AuditLog.open({ disk: nodeDisk, folder, key }, 0, true);
  await log.append(act('first', ['contoso']));
  expect(await readFile(file(), 'utf8')).not.toContain('contoso');
  const [, sealed] = (await readFile(file(), 'utf8')).split(' ');
  await truncate(file(), 0);
  await writeFile(file(), `2 ${sealed}`);
  expect((await log.page(0, 1)).items).toEqual([]);
});
