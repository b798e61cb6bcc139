import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Console, createConsole } from '#electron/console.ts';
import { DEFAULT_SETTINGS } from '#shared/model/settings.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';

let folder: string;
const running: Console[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-opened-'));
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(files: readonly string[] = [], onHail: (() => void) | null = () => undefined): Promise<Console> {
  const started = await createConsole({
    folder: join(folder, 'w'),
    files,
    host: 'desktop',
    version: '0.0.0',
    engine: 'test',
    locale: 'en',
    clock: () => new Date('2026-11-22T08:00:00Z'),
    newId: randomUUID,
    settings: { get: () => DEFAULT_SETTINGS, set: () => undefined },
    draftsFolder: join(folder, 'drafts'),
    openPath: () => Promise.resolve(true),
    openAddress: () => Promise.resolve(true),
    onHail,
  });
  running.push(started);
  return started;
}

async function file(name: string, content: string | Uint8Array = '{}'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('hand-off files that a person opens with the console', () => {
  it('wait for the window, which gets each once, byte for byte', async () => {
    const content = Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0xff, 0x00, 0x0d, 0x0a);
    const path = await file('一份 邀请.pchandoff', content);
    const { client, open } = await start([path]);
    open([path, await file('two.handoff.json')]);
    const { files, problems } = await client.opened.take();
    expect(problems).toEqual([]);
    expect(files.map(({ name }) => name)).toEqual(['一份 邀请.pchandoff', 'two.handoff.json']);
    expect(new Uint8Array(await (files[0]?.bytes ?? new Blob()).arrayBuffer())).toEqual(content);
    expect(await client.opened.take()).toEqual({ files: [], problems: [] });
  });

  it('go to whoever has the workspace open, which comes to the front', async () => {
    let hails = 0;
    const first = await start([], () => {
      hails += 1;
    });
    const path = await file('x.pchandoff');
    expect(await rejectionOf(() => start([path]))).toMatchObject({ key: 'workspaceBusy' });
    expect(hails).toBe(1);
    expect((await first.client.opened.take()).files.map(({ name }) => name)).toEqual([basename(path)]);
  });

  it('wait for a verb of the command line to end, which has no window, and are opened then', async () => {
    const verb = await start([], null);
    const path = await file('x.pchandoff');
    const window = start([path]);
    setTimeout(() => void verb.close(), 250);
    running.splice(running.indexOf(verb), 1);
    const { files } = await (await window).client.opened.take();
    expect(files.map(({ name }) => name)).toEqual(['x.pchandoff']);
  });

  it('are named with the reason when they cannot be read, and the others are opened', async () => {
    const missing = join(folder, 'missing.pchandoff');
    const aFolder = join(folder, 'folder.pchandoff');
    await mkdir(aFolder);
    const { client } = await start([missing, aFolder, await file('sound.pchandoff')]);
    const { files, problems } = await client.opened.take();
    expect(files.map(({ name }) => name)).toEqual(['sound.pchandoff']);
    expect(problems).toEqual([
      { kind: 'bad-input', key: 'fileUnreadable', values: { file: missing, reason: 'ENOENT' } },
      { kind: 'bad-input', key: 'fileUnreadable', values: { file: aFolder, reason: 'EISDIR' } },
    ]);
  });

  it('are no other files, whatever asks for them', async () => {
    const other = await file('workspace.json');
    const { client, open } = await start();
    open([other]);
    expect(await client.opened.take()).toMatchObject({
      files: [],
      problems: [{ kind: 'refused', key: 'openedOther' }],
    });
  });

  it('are at most 1 MB', async () => {
    const most = await file('most.pchandoff', new Uint8Array(1024 * 1024));
    const more = await file('more.pchandoff', new Uint8Array(1024 * 1024 + 1));
    const { client } = await start([most, more]);
    const { files, problems } = await client.opened.take();
    expect(files.map(({ bytes }) => bytes.size)).toEqual([1024 * 1024]);
    expect(problems).toMatchObject([{ key: 'openedTooLarge', values: { file: more, limit: 1 } }]);
  });

  it.skipIf(process.platform === 'win32')('are neither pipes nor devices, which never end', async () => {
    const pipe = join(folder, 'pipe.pchandoff');
    execFileSync('mkfifo', [pipe]);
    const device = join(folder, 'device.pchandoff');
    await symlink('/dev/zero', device);
    const { client } = await start([pipe, device]);
    const { files, problems } = await client.opened.take();
    expect(files).toEqual([]);
    expect(problems.map(({ values }) => values.reason)).toEqual(['EINVAL', 'EINVAL']);
  });
});
