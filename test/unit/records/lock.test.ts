import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { productNode } from '#build/lib/paths.mjs';
import { acquireLock } from '#electron/records/lock.ts';
import { thisMachine } from '#electron/records/machine.ts';
import { problemSentence } from '#shared/locales/translator.ts';
import { LANGUAGES } from '#shared/model/invitation.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-lock-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const nobody = () => undefined;

describe('a workspace has one writer', () => {
  it('a second one is told who holds it, and the first is hailed', async () => {
    let hailed: () => void = nobody;
    const hail = new Promise<void>((resolve) => {
      hailed = resolve;
    });
    const lock = await acquireLock(folder, 'desktop', hailed);
    const problem = await rejectionOf(() => acquireLock(folder, 'cli', nobody));
    expect(problem).toMatchObject({ kind: 'busy', key: 'workspaceBusy' });
    expect(problem.values.holder).toContain('desktop');
    await hail;
    await lock.release();
  });

  it('the first is told what a second one was to open', async () => {
    const told: (readonly string[])[] = [];
    const lock = await acquireLock(folder, 'desktop', (brought) => told.push(brought));
    const files = ['/home/li/一份 邀请.pchandoff', '/tmp/line\nbreak.pchandoff'];
    await rejectionOf(() => acquireLock(folder, 'browser', nobody, files));
    await rejectionOf(() => acquireLock(folder, 'cli', nobody));
    expect(told).toEqual([files, []]);
    await lock.release();
  });

  it('a holder without a window is waited for by whoever has one, and what that was to open is not lost', async () => {
    const verb = await acquireLock(folder, 'cli', null);
    const waiting = acquireLock(folder, 'desktop', nobody, ['/tmp/x.pchandoff']);
    setTimeout(() => void verb.release(), 250);
    await (await waiting).release();
  });

  it('a holder without a window that stays is named, with what was not opened', async () => {
    const verb = await acquireLock(folder, 'cli', null);
    const problem = await rejectionOf(() => acquireLock(folder, 'desktop', nobody, ['/a.pchandoff', '/b'], 150));
    expect(problem).toMatchObject({
      kind: 'busy',
      key: 'filesNotOpened',
      values: { folder, file: '/a.pchandoff, /b' },
    });
    expect(problem.values.holder).toContain('cli');
    expect(await rejectionOf(() => acquireLock(folder, 'desktop', nobody, [], 150))).toMatchObject({
      key: 'workspaceAtWork',
    });
    await verb.release();
  });

  it('two verbs do not wait for each other', async () => {
    const verb = await acquireLock(folder, 'cli', null);
    const began = Date.now();
    expect(await rejectionOf(() => acquireLock(folder, 'cli', null))).toMatchObject({ key: 'workspaceAtWork' });
    expect(Date.now() - began).toBeLessThan(5000);
    await verb.release();
  });

  it('who says something else to the holder hails it, and who says too much does not', async () => {
    const told: (readonly string[])[] = [];
    const lock = await acquireLock(folder, 'desktop', (brought) => told.push(brought));
    const { address } = JSON.parse(await readFile(join(folder, 'lock.json'), 'utf8'));
    const say = async (words: string) => {
      const socket = connect(address);
      socket.on('error', () => undefined);
      socket.resume();
      socket.end(words);
      await new Promise((resolve) => socket.once('close', resolve));
    };
    await say('hail\n');
    await say('{"hail":"/etc/passwd"}\n');
    await say(`${'x'.repeat(300_000)}\n`);
    expect(told).toEqual([[], []]);
    await lock.release();
  });

  it('can be held again once released', async () => {
    await (await acquireLock(folder, 'desktop', nobody)).release();
    await (await acquireLock(folder, 'cli', nobody)).release();
  });

  it('of many that come at once, exactly one gets it', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => acquireLock(folder, 'cli', nobody)));
    const got = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(got).toHaveLength(1);
    await got[0]?.release();
  });

  it('a holder that was killed holds nothing', async () => {
    const program = `
      import { acquireLock } from '#electron/records/lock.ts';
      await acquireLock(${JSON.stringify(folder)}, 'desktop', () => undefined);
      process.stdout.write('held');
      setInterval(() => undefined, 1000);`;
    const child = spawn(productNode(), ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    expect(await rejectionOf(() => acquireLock(folder, 'cli', nobody))).toMatchObject({ kind: 'busy' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await acquireLock(folder, 'cli', nobody)).release();
  }, 30_000);

  it('a lock file that makes no sense holds nothing, and names nothing to delete', async () => {
    const bystander = join(folder, 'bystander');
    await writeFile(bystander, 'mine');
    await writeFile(join(folder, 'lock.json'), JSON.stringify({ holder: 'x', address: join(folder, 'socket') }));
    await (await acquireLock(folder, 'cli', nobody)).release();
    expect(await readFile(bystander, 'utf8')).toBe('mine');
  });

  const silent = (more: object) =>
    writeFile(
      join(folder, 'lock.json'),
      JSON.stringify({
        holder: 'desktop',
        machine: hostname(),
        pid: process.pid,
        since: Date.now(),
        address: join(folder, 'cleaned-away', 'hail'),
        ...more,
      }),
    );

  it('a living process holds on even if its socket was cleaned away, and so does one on another machine', async () => {
    await silent({});
    expect(await rejectionOf(() => acquireLock(folder, 'cli', nobody))).toMatchObject({ key: 'workspaceHeld' });
    await silent({ machine: 'elsewhere', pid: 1, since: 0 });
    const problem = await rejectionOf(() => acquireLock(folder, 'cli', nobody, ['/tmp/x.pchandoff']));
    expect(problem).toEqual({
      kind: 'busy',
      key: 'workspaceHeld',
      values: { folder, holder: 'desktop (process 1)', machine: 'elsewhere', file: join(folder, 'lock.json') },
    });
    for (const language of LANGUAGES) {
      expect(problemSentence(problem, language)).toContain('elsewhere');
      expect(problemSentence(problem, language)).toContain(join(folder, 'lock.json'));
    }
  });

  it('of this machine holds nothing after a crash, whatever the machine was called then', async ({ skip }) => {
    const { machineId } = await thisMachine();
    if (machineId === null) return skip();
    await silent({ machine: 'called-otherwise', machineId, since: 0 });
    await (await acquireLock(folder, 'cli', nobody)).release();
  });

  it('of a machine that only has the same name holds on', async ({ skip }) => {
    if ((await thisMachine()).machineId === null) return skip();
    await silent({ machineId: 'f'.repeat(32), since: 0 });
    expect(await rejectionOf(() => acquireLock(folder, 'cli', nobody))).toMatchObject({ key: 'workspaceHeld' });
  });

  it('a lock from before the machine was started holds nothing', async () => {
    await silent({ since: 0 });
    await (await acquireLock(folder, 'cli', nobody)).release();
  });

  it('a lock that is no file at all is told, not crashed upon', async () => {
    await mkdir(join(folder, 'lock.json'));
    expect(await rejectionOf(() => acquireLock(folder, 'cli', nobody))).toMatchObject({ key: 'workspaceUnusable' });
  });

  it('a folder made for nothing is taken away again; a path that is a file is told', async () => {
    await (await acquireLock(join(folder, 'new'), 'cli', nobody)).release();
    expect(await readdir(folder)).toEqual([]);
    await writeFile(join(folder, 'file'), '');
    expect(await rejectionOf(() => acquireLock(join(folder, 'file'), 'cli', nobody))).toMatchObject({
      kind: 'damaged',
      key: 'workspaceUnusable',
    });
  });
});
