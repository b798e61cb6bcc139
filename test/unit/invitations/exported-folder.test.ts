import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportedFolder } from '#electron/procedures/invitations/exported-folder.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';

let folder: string;
let drafts: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'console-exported-')));
  drafts = join(folder, 'drafts');
  await mkdir(join(drafts, 'invitations-20261122-080000'), { recursive: true });
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const refused = async (path: string) => (await rejectionOf(() => exportedFolder(path, drafts))).key;

describe('the folder of what was exported', () => {
  it('is the folder of drafts itself, or the one that an archive or a table lies in', async () => {
    const many = join(drafts, 'invitations-20261122-080000');
    expect(await exportedFolder(many, drafts)).toBe(many);
    await writeFile(join(drafts, 'x.zip'), '');
    expect(await exportedFolder(join(drafts, 'x.zip'), drafts)).toBe(drafts);
    expect(await exportedFolder(drafts, drafts)).toBe(drafts);
  });

  it('is none outside of the drafts folder, by whatever way', async () => {
    const elsewhere = join(folder, 'drafts-not');
    await mkdir(elsewhere);
    expect(await refused(elsewhere)).toBe('folderElsewhere');
    expect(await refused(folder)).toBe('folderElsewhere');
    expect(await refused(join(drafts, '..'))).toBe('folderElsewhere');
    await symlink(elsewhere, join(drafts, 'link'));
    expect(await refused(join(drafts, 'link'))).toBe('folderElsewhere');
    await writeFile(join(elsewhere, 'x.zip'), '');
    await symlink(join(elsewhere, 'x.zip'), join(drafts, 'x.zip'));
    expect(await refused(join(drafts, 'x.zip'))).toBe('folderElsewhere');
  });

  it('is never one that a system would run as a program', async () => {
    const program = join(drafts, 'Invitations.app');
    await mkdir(program);
    expect(await exportedFolder(program, drafts)).toBe(drafts);
    await mkdir(join(program, 'inner.app'));
    await writeFile(join(program, 'inner.app', 'f.eml'), '');
    expect(await exportedFolder(join(program, 'inner.app', 'f.eml'), drafts)).toBe(drafts);
  });

  it('is told to be gone when it is', async () => {
    expect(await refused(join(drafts, 'gone'))).toBe('fileUnreadable');
  });

  it('may be reached by another name of the drafts folder', async () => {
    await symlink(drafts, join(folder, 'my-drafts'));
    await writeFile(join(drafts, 'x.zip'), '');
    const named = join(folder, 'my-drafts');
    expect(await exportedFolder(join(named, 'x.zip'), named)).toBe(drafts);
  });
});
