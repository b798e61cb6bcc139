import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArguments } from '#electron/hosts/arguments.ts';
import { defaultBackups, defaultWorkspace } from '#electron/hosts/folders.ts';
import { isWithin } from '#electron/procedures/backups-folder.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'console-home-'));
});
afterEach(async () => {
  await rm(home, { recursive: true, force: true });
});

describe('the folder of the backups', () => {
  it('is among the person’s documents, however the desktop calls them', async () => {
    const machine = { platform: 'linux', environment: {}, home } as const;
    expect(defaultBackups(machine)).toBe(join(home, 'Documents', 'Partner Console backups'));
    await mkdir(join(home, '.config'));
    await writeFile(join(home, '.config', 'user-dirs.dirs'), '# folders\nXDG_DOCUMENTS_DIR="$HOME/文档"\n');
    expect(defaultBackups(machine)).toBe(join(home, '文档', 'Partner Console backups'));
    const windows = { ...machine, platform: 'win32' } as const;
    expect(defaultBackups(windows)).toBe(join(home, 'Documents', 'Partner Console backups'));
  });

  it('is where the person says, and by itself never within a workspace', () => {
    expect(readArguments(['--backups', 'disk'], { engine: false }).backups).toBe(resolve('disk'));
    expect(readArguments([], { engine: false }).backups).toBe(defaultBackups());
    expect(isWithin(defaultBackups(), defaultWorkspace(false))).toBe(false);
  });

  it('is told from one within a workspace', () => {
    expect(isWithin('/a/w', '/a/w')).toBe(true);
    expect(isWithin('/a/w/backups', '/a/w')).toBe(true);
    expect(isWithin('/a/w/..backups', '/a/w')).toBe(true);
    expect(isWithin('/a/w2', '/a/w')).toBe(false);
    expect(isWithin('/a', '/a/w')).toBe(false);
    expect(isWithin('/b', '/a/w')).toBe(false);
  });
});
