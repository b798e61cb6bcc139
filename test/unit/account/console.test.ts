import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Console, type ConsoleOptions, createConsole } from '#electron/console.ts';
import type { Keychain } from '#electron/records/key-file.ts';
import { WorkspaceSession } from '#electron/workspace-session.ts';
import { Cloud } from '#shared/model/partner.ts';
import { browse } from '#test/simulator/authority/browser.ts';
import type { Simulator } from '#test/simulator/simulator.ts';
import { startSimulator } from '#test/simulator/start.ts';
import { consoleOptions } from '#test/unit/support/console-options.ts';
import { problemAfter } from './problem-after.ts';

const keychain: Keychain = {
  name: 'Test keychain',
  seal: (bytes) => bytes.map((byte) => byte ^ 0xff),
  open: (sealed) => sealed.map((byte) => byte ^ 0xff),
};

let folder: string;
let simulator: Simulator | undefined;
const consoles: Console[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'account-console-'));
});
afterEach(async () => {
  for (const open of consoles.splice(0)) await open.close();
  await simulator?.close();
  await rm(folder, { recursive: true });
});

function optionsWith(more: Partial<ConsoleOptions> = {}): ConsoleOptions {
  return consoleOptions(folder, {
    keychain,
    accountsFolder: join(folder, 'settings'),
    clock: () => new Date(),
    openAddress: async (address) => {
      browse(address).catch(() => undefined);
      return true;
    },
    ...more,
  });
}

async function start(more: Partial<ConsoleOptions> = {}): Promise<Console> {
  const open = await createConsole(optionsWith(more));
  consoles.push(open);
  return open;
}

async function withWorkspace(cloud: Cloud, profile: object = {}, more: Partial<ConsoleOptions> = {}) {
  simulator = await startSimulator({ cloud, customers: 3 });
  const console = await start(more);
  await console.client.workspace.create({
    profile: { ...simulator.profile, ...profile },
    file: 'profile.json',
    protection: { kind: 'none' },
  });
  return { console, simulator, account: console.client.account };
}

async function closed(console: Console): Promise<void> {
  consoles.splice(consoles.indexOf(console), 1);
  await console.close();
}

describe.each(Cloud.options)('A console on the cloud %s', (cloud) => {
  it('signs in by the browser, is still signed in next time, and by nothing after signing out', async () => {
    const { account, console, simulator } = await withWorkspace(cloud);
    expect(await account.signIn({ how: 'browser' })).toMatchObject({ state: 'signing-in', url: null });
    const signedIn = await account.signedIn();
    const { username } = simulator.person;
    expect(signedIn).toMatchObject({ state: 'signed-in', username, remembered: true });
    await closed(console);
    expect(await readdir(join(folder, 'settings'))).toEqual([expect.stringMatching(/^account-[0-9a-f]{16}\.bin$/)]);

    const next = await start();
    expect(await next.client.account.state()).toEqual(signedIn);
    expect(await next.client.account.signOut()).toEqual({ state: 'signed-out' });
    expect(await readdir(join(folder, 'settings'))).toEqual([]);
  });

  it('signs in by a device code', async () => {
    const { account } = await withWorkspace(cloud);
    expect(await account.signIn({ how: 'device-code' })).toMatchObject({ how: 'device-code' });
    expect(await account.signedIn()).toMatchObject({ state: 'signed-in' });
  });

  it('gets a token for each service that the service takes, and no other service’s', async () => {
    const { console, simulator } = await withWorkspace(cloud);
    await console.client.account.signIn({ how: 'browser' });
    await console.client.account.signedIn();
    await closed(console);
    const session = new WorkspaceSession(optionsWith());
    session.open();
    await session.ready;
    const asked = async (url: string, token: string) =>
      (await fetch(url, { headers: { Authorization: `Bearer ${token}` } })).status;
    const customers = `${simulator.partnerCenter}/v1/customers?size=1`;
    const relationships = `${simulator.graph}/tenantRelationships/delegatedAdminRelationships`;
    const token = await session.account.token('partner-center');
    expect(await asked(customers, token)).toBe(200);
    expect(await asked(relationships, await session.account.token('graph'))).toBe(200);
    expect(await asked(relationships, token)).toBe(401);

    simulator.expireTokens();
    expect(await asked(customers, token)).toBe(401);
    expect(await asked(customers, await session.account.token('partner-center', token))).toBe(200);

    simulator.revokeSignIns();
    const last = await session.account.token('partner-center');
    expect(await problemAfter(session.account.token('partner-center', last))).toMatchObject({ key: 'signInEnded' });
    await session.close();
  });

  it('keeps no token in the workspace, in the clear or otherwise', async () => {
    const { account, console } = await withWorkspace(cloud);
    await account.signIn({ how: 'browser' });
    await account.signedIn();
    await closed(console);
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const text = await readFile(join(entry.parentPath, entry.name), 'latin1');
      expect(text, entry.name).not.toMatch(/eyJ|refresh_token|access_token/i);
    }
  });
});

describe('The account of a workspace', () => {
  it('refuses an account of another tenant', async () => {
    const { account, simulator } = await withWorkspace('global');
    const other = '11111111-2222-4333-8444-555555555555';
    simulator.person.tenantId = other;
    await account.signIn({ how: 'browser' });
    const own = simulator.profile.partner.tenantId;
    expect(await problemAfter(account.signedIn())).toMatchObject({
      key: 'accountOtherTenant',
      values: { tenant: other, own },
    });
    expect(await account.state()).toEqual({ state: 'signed-out' });
  });

  it('says plainly when the person declined', async () => {
    const { account, simulator } = await withWorkspace('global');
    simulator.person.refuses = 'access_denied';
    await account.signIn({ how: 'browser' });
    expect(await problemAfter(account.signedIn())).toMatchObject({
      key: 'signInRefused',
      values: { reason: 'declined' },
    });
  });

  it('needs an app registration, which may be said later and stays', async () => {
    const { account, console } = await withWorkspace('21vianet', { clientId: undefined });
    expect(await account.registration()).toEqual({ clientId: null });
    expect(await problemAfter(account.signIn({ how: 'browser' }))).toMatchObject({ key: 'noClientId' });
    const clientId = '5c0f1e2a-7b1d-4c3e-9f60-2d8a51b7c0de';
    await account.register({ clientId });
    await account.signIn({ how: 'browser' });
    expect(await account.signedIn()).toMatchObject({ state: 'signed-in' });
    await closed(console);
    const next = await start();
    expect(await next.client.account.registration()).toEqual({ clientId });
    expect(await next.client.account.state()).toMatchObject({ state: 'signed-in' });
    await next.client.account.register({ clientId: '11111111-2222-4333-8444-555555555555' });
    expect(await next.client.account.state()).toEqual({ state: 'signed-out' });
  });

  it('goes with the workspace when that is erased', async () => {
    const { account, console, simulator } = await withWorkspace('global');
    await account.signIn({ how: 'browser' });
    await account.signedIn();
    await console.client.workspace.erase({ partner: simulator.profile.partner.name });
    expect(await readdir(join(folder, 'settings'))).toEqual([]);
  });

  it('is the token file’s where one is handed in', async () => {
    const tokenFile = join(folder, 'tokens.json');
    await writeFile(tokenFile, '{"graph": "g"}');
    const { account } = await withWorkspace('global', {}, { tokenFile });
    expect(await account.state()).toMatchObject({ state: 'signed-in', username: 'tokens.json' });
    expect(await problemAfter(account.signIn({ how: 'browser' }))).toMatchObject({ key: 'accountByFile' });
  });

  it('is nobody’s while there is no workspace', async () => {
    const { client } = await start();
    expect(await problemAfter(client.account.state())).toMatchObject({ key: 'workspaceMissing' });
  });
});
