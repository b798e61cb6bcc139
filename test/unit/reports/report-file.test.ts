import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeReport } from '#electron/reports/report-file.ts';
import { Spool } from '#electron/reports/spool.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-reports-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);

describe('an exported file', () => {
  it('takes the place of the one before when it is whole, and not earlier', async () => {
    await writeFile(at('list.csv'), 'before');
    await writeReport(at('list.csv'), async (write) => {
      await write('after');
      expect(await readFile(at('list.csv'), 'utf8')).toBe('before');
    });
    expect(await readFile(at('list.csv'), 'utf8')).toBe('after');
    expect(await readdir(folder)).toEqual(['list.csv']);
  });

  it('leaves the one before and nothing else when it fails', async () => {
    await writeFile(at('list.csv'), 'before');
    const failing = writeReport(at('list.csv'), async (write) => {
      await write('half');
      throw new Error('out of words');
    });
    await expect(failing).rejects.toThrow('out of words');
    expect(await readFile(at('list.csv'), 'utf8')).toBe('before');
    expect(await readdir(folder)).toEqual(['list.csv']);
  });

  it('is a problem that names it where it can’t be written', async () => {
    await mkdir(at('list.csv'));
    await writeFile(join(at('list.csv'), 'something'), '');
    await expect(writeReport(at('list.csv'), (write) => write('list'))).rejects.toMatchObject({
      problem: { kind: 'refused', key: 'reportUnwritable', values: { file: at('list.csv') } },
    });
    expect(await readdir(folder)).toEqual(['list.csv']);
  });
});

describe('a spool', () => {
  it('gives texts back in the order of their keys, more than it reads at once', async () => {
    const keys = Array.from({ length: 1000 }, (_, nth) => String((nth * 377) % 1000).padStart(4, '0'));
    const spool = await Spool.beside(at('list.json'));
    for (const key of keys) await spool.put(key, `客${key};`.repeat(500));
    let text = '';
    for await (const texts of spool.inOrder()) text += Buffer.concat(texts).toString();
    expect(text).toBe(
      [...keys]
        .sort()
        .map((key) => `客${key};`.repeat(500))
        .join(''),
    );
    await spool.close();
    expect(await readdir(folder)).toEqual([]);
  });

  it('gives nothing when nothing was put down', async () => {
    const spool = await Spool.beside(at('list.json'));
    for await (const _ of spool.inOrder()) expect.unreachable();
    await spool.close();
  });
});
