import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '#electron/hosts/cli/program.ts';
import type { Simulator } from '#test/simulator/simulator.ts';
import { startSimulator } from '#test/simulator/start.ts';

let folder: string;
let workspace: string;
let simulator: Simulator;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'account-cli-'));
  workspace = join(folder, 'w');
  simulator = await startSimulator({ cloud: '21vianet', customers: 3 });
  await writeFile(join(folder, 'profile.json'), JSON.stringify({ ...simulator.profile, clientId: undefined }));
  await run('init', '--profile', join(folder, 'profile.json'), '--plaintext');
});
afterEach(async () => {
  await simulator.close();
  await rm(folder, { recursive: true });
});

async function run(verb: string, ...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine([verb, '--workspace', workspace, ...words], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    settings: join(folder, 'settings'),
    version: '0.0.0',
    input: Readable.from([]),
  });
  return { code, out: out.join(''), err: err.join('') };
}

const CLIENT = '5c0f1e2a-7b1d-4c3e-9f60-2d8a51b7c0de';

describe('The account on the command line', () => {
  it('is nobody, and needs an app registration, until both are said', async () => {
    expect(JSON.parse((await run('account', '--json')).out)).toEqual({ state: 'signed-out', clientId: null });
    const refused = await run('sign-in', '--json');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('account --client-id');
    expect(JSON.parse((await run('account', '--client-id', CLIENT, '--json')).out).clientId).toBe(CLIENT);
    expect((await run('account', '--client-id', 'none')).code).toBe(2);
  });

  it('signs in by a device code, says what to do on stderr, and that nothing is kept', async () => {
    await run('account', '--client-id', CLIENT);
    const { code, err, out } = await run('sign-in', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      state: 'signed-in',
      username: simulator.person.username,
      remembered: false,
    });
    expect(err).toMatch(/open http:\/\/127\.0\.0\.1:\d+\/\S+ on any device and type the code \d{9}/);
    expect(err).toContain('no keychain');
    expect(JSON.parse((await run('sign-out', '--json')).out)).toEqual({ state: 'signed-out' });
  });

  it('warns of a token file that others may read, and shows nothing of one that cannot be used', async () => {
    const file = join(folder, 'token');
    await writeFile(file, 'secret-token');
    await chmod(file, 0o644);
    const open = await run('account', '--token-file', file);
    expect(open.code).toBe(0);
    expect(open.err).toContain('chmod 600');
    await chmod(file, 0o600);
    expect((await run('account', '--token-file', file)).err).toBe('');
    await writeFile(file, 'secret token');
    const refused = await run('account', '--token-file', file);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain(file);
    expect(refused.err).not.toContain('secret');
  });

  it('must be signed in for a sync; a script hands tokens in', async () => {
    const { code, err } = await run('sync', '--json');
    expect(code).toBe(1);
    expect(err).toContain('--token-file');
    expect((await run('sync', '--source', 'nowhere')).code).toBe(2);
  });
});
