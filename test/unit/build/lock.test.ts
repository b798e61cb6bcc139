import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withLock } from '#build/lib/lock.mjs';

describe('the lock around work that two scripts must not do at once', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('the second waits for the first', async () => {
    const file = join(folder, 'lock');
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await new Promise(setImmediate);
      order.push(`${name} ends`);
    };
    await Promise.all([withLock(file, work('first')), withLock(file, work('second'))]);
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  test('a lock whose holder died is void', async () => {
    const file = join(folder, 'lock');
    // No process has this number: Linux gives out 4194304 at most.
    writeFileSync(file, '99999999');
    expect(await withLock(file, async () => 'done')).toBe('done');
  });

  test('work that fails gives the lock back', async () => {
    const file = join(folder, 'lock');
    await expect(withLock(file, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(existsSync(file)).toBe(false);
  });
});
