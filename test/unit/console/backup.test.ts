import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { signInFile } from '#electron/account/kept-sign-in.ts';
import { type Console, type ConsoleOptions, createConsole } from '#electron/console.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { consoleOptions } from '#test/unit/support/console-options.ts';
import { PROFILE } from '#test/unit/support/dossiers.ts';
import { refusalOf } from '#test/unit/support/partner-consoles.ts';

const CONTOSO = CustomerId.parse('52eaad04-13a2-4a2f-9ce8-93a294fadf36');
const CUSTOMERS = `Microsoft ID,Company name,Primary domain name,Relationship\n${CONTOSO},Contoso Inc,contoso.example,None\n`;
const PASSPHRASE = 'caffè e latte';

let folder: string;
const started: Console[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-backups-'));
});
afterEach(async () => {
  for (const one of started.splice(0)) await one.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(more: Partial<ConsoleOptions> = {}): Promise<Console['client']> {
  const console = await createConsole(consoleOptions(folder, more));
  started.push(console);
  return console.client;
}

async function withContoso(): Promise<Console['client']> {
  const client = await start();
  await client.workspace.create({ profile: PROFILE });
  const file = { name: 'Customers.csv', bytes: new Blob([CUSTOMERS]), modifiedAt: '2026-11-20T00:00:00Z' };
  await client.imports.file({ file });
  return client;
}

describe('backups in the window', { timeout: 60_000 }, () => {
  it('are named for the partner, listed, and restored into an empty workspace', async () => {
    const client = await withContoso();
    const made = await client.workspace.backup({ passphrase: PASSPHRASE });
    expect(made.name).toBe(`${PROFILE.partner.name} 2026-11-22 080000.pcbackup`);
    await writeFile(join(folder, 'backups', 'notes.pcbackup'), 'no backup');
    expect(await client.workspace.backups()).toEqual({ folder: join(folder, 'backups'), items: [made] });
    expect((await client.workspace.audit({})).items[0]).toMatchObject({ act: 'backup-made' });
    const protection = { kind: 'none' } as const;
    const restore = { name: made.name, passphrase: PASSPHRASE, protection };
    expect(await refusalOf(() => client.workspace.restore(restore))).toMatchObject({ key: 'workspaceExists' });

    const other = await start({ folder: join(folder, 'r') });
    expect(await refusalOf(() => other.workspace.restore({ ...restore, passphrase: 'guessed it' }))).toMatchObject({
      key: 'backupPassphraseWrong',
    });
    expect(await other.workspace.state()).toMatchObject({ state: 'empty' });
    expect(await other.workspace.restore(restore)).toEqual(PROFILE);
    expect(await other.workspace.state()).toMatchObject({ state: 'open', customers: 1 });
    expect((await other.customers.get({ id: CONTOSO })).name.value).toBe('Contoso Inc');
    await expect(other.workspace.restore({ ...restore, name: '../backups/x' })).rejects.toThrow();
  });

  it('show their folder, which is made for it', async () => {
    const shown: string[] = [];
    const client = await start({
      showFolder: async (path) => {
        shown.push(path);
        return true;
      },
    });
    expect(await client.workspace.reveal({ folder: 'backups' })).toEqual({ opened: true });
    expect(shown).toEqual([join(folder, 'backups')]);
    expect(await readdir(join(folder, 'backups'))).toEqual([]);
  });
});

describe('while a backup is written', { timeout: 60_000 }, () => {
  const customer = (n: number) => `52eaad04-13a2-4a2f-9ce8-${String(n).padStart(12, '0')}`;

  /** So many customers that a backup of them takes its time to be read. */
  async function withMany(): Promise<Console['client']> {
    const client = await start();
    await client.workspace.create({ profile: PROFILE });
    const lines = Array.from({ length: 3000 }, (_, n) => `${customer(n)},${randomUUID()},c${n}.example,None`);
    const text = ['Microsoft ID,Company name,Primary domain name,Relationship', ...lines, ''].join('\n');
    const file = { name: 'Customers.csv', bytes: new Blob([text]), modifiedAt: '2026-11-20T00:00:00Z' };
    await client.imports.file({ file });
    return client;
  }

  const filesOfBackups = () => readdir(join(folder, 'backups')).catch(() => []);

  it('an edit is done before it ends, and is not in it', async () => {
    const client = await withMany();
    let ended = false;
    const backup = client.workspace.backup({ passphrase: PASSPHRASE, name: 'all.pcbackup' }).finally(() => {
      ended = true;
    });
    await client.customers.tag({ customers: [CustomerId.parse(customer(1))], tag: 'meanwhile', on: true });
    expect(ended).toBe(false);
    await backup;
    expect((await client.customers.get({ id: CustomerId.parse(customer(1)) })).tags).toEqual(['meanwhile']);
    const [last, before] = (await client.workspace.audit({})).items;
    expect(last).toMatchObject({ act: 'backup-made' });
    expect(before).toMatchObject({ customers: [customer(1)] });

    const other = await start({ folder: join(folder, 'r') });
    await other.workspace.restore({ name: 'all.pcbackup', passphrase: PASSPHRASE, protection: { kind: 'none' } });
    expect((await other.customers.get({ id: CustomerId.parse(customer(1)) })).tags).toEqual([]);
    expect(await other.workspace.verify()).toMatchObject({ ok: true, dossiers: 3000 });
  });

  it('closing the console stops it, with nothing left', async () => {
    const client = await withMany();
    const backup = refusalOf(() => client.workspace.backup({ passphrase: PASSPHRASE }));
    await vi.waitFor(async () => expect(await filesOfBackups()).toHaveLength(1), { interval: 5 });
    await started[0]?.close();
    expect(await backup).toMatchObject({ key: 'backupStopped' });
    expect(await filesOfBackups()).toEqual([]);
  });

  it('whoever asked for it can stop it, with nothing left', async () => {
    const client = await withMany();
    const stopping = new AbortController();
    const backup = client.workspace.backup({ passphrase: PASSPHRASE }, { signal: stopping.signal });
    const told = expect(backup).rejects.toBeDefined();
    await vi.waitFor(async () => expect(await filesOfBackups()).toHaveLength(1), { interval: 5 });
    stopping.abort();
    await told;
    await vi.waitFor(async () => expect(await filesOfBackups()).toEqual([]));
    expect((await client.workspace.audit({})).items[0]).not.toMatchObject({ act: 'backup-made' });
  });

  it('the workspace is not erased when it does not come to its end', async () => {
    const client = await withMany();
    const stopping = new AbortController();
    const backup = client.workspace.backup({ passphrase: PASSPHRASE }, { signal: stopping.signal });
    const told = expect(backup).rejects.toBeDefined();
    await vi.waitFor(async () => expect(await filesOfBackups()).toHaveLength(1), { interval: 5 });
    const erased = refusalOf(() => client.workspace.erase({ partner: PROFILE.partner.name }));
    stopping.abort();
    await told;
    expect(await erased).toMatchObject({ key: 'backupStopped' });
    expect(await client.workspace.state()).toMatchObject({ state: 'open' });
  });

  it('erasing the workspace waits for its end', async () => {
    const client = await withMany();
    const backup = client.workspace.backup({ passphrase: PASSPHRASE, name: 'all.pcbackup' });
    await client.workspace.erase({ partner: PROFILE.partner.name });
    expect(await client.workspace.state()).toMatchObject({ state: 'empty' });
    expect(await backup).toMatchObject({ name: 'all.pcbackup' });
    expect(await filesOfBackups()).toEqual(['all.pcbackup']);
  });
});

describe('erasing in the window', { timeout: 60_000 }, () => {
  it('asks for the name of the partner, and ends with a workspace that can be made anew', async () => {
    const client = await withContoso();
    expect(await refusalOf(() => client.workspace.erase({ partner: 'Somebody' }))).toMatchObject({
      key: 'partnerNameWrong',
      values: { name: PROFILE.partner.name },
    });
    await client.workspace.erase({ partner: ` ${PROFILE.partner.name} ` });
    expect(await client.workspace.state()).toMatchObject({ state: 'empty' });
    expect(await readdir(join(folder, 'w'))).toEqual(['lock.json']);
    await client.workspace.create({ profile: PROFILE });
    expect(await client.workspace.state()).toMatchObject({ state: 'open', customers: 0 });
  });

  it('goes by the name of the folder where nobody can read whose workspace it is', async () => {
    const client = await start();
    await client.workspace.create({ profile: PROFILE, protection: { kind: 'passphrase', passphrase: PASSPHRASE } });
    await started.splice(0)[0]?.close();
    const file = join(folder, 'w', 'workspace.json');
    const whole = await readFile(file);
    const accountsFolder = join(folder, 'accounts');
    const signIn = signInFile(accountsFolder, join(folder, 'w'));
    await mkdir(accountsFolder);
    await writeFile(signIn, 'tokens');
    const closed = await start({ accountsFolder });
    expect(await closed.workspace.state()).toMatchObject({ state: 'locked' });
    expect(await refusalOf(() => closed.workspace.erase({ folder: 'W2' }))).toMatchObject({
      key: 'folderNameWrong',
      values: { name: 'w' },
    });
    expect(await refusalOf(() => closed.workspace.erase({ partner: PROFILE.partner.name }))).toMatchObject({
      key: 'workspaceLocked',
    });
    expect(await readFile(file)).toEqual(whole);
    await closed.workspace.erase({ folder: ' w ' });
    expect(await closed.workspace.state()).toMatchObject({ state: 'empty' });
    expect(await readdir(join(folder, 'w'))).toEqual(['lock.json']);
    expect(await readdir(accountsFolder)).toEqual([]);
  });

  it('goes by the name of the folder of a workspace that failed to open, but not of an open one, nor of a newer one', async () => {
    const client = await withContoso();
    expect(await refusalOf(() => client.workspace.erase({ folder: 'w' }))).toMatchObject({ key: 'partnerNameWrong' });
    await started.splice(0)[0]?.close();
    const file = join(folder, 'w', 'workspace.json');
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.replace('"version":2', '"version":99'));
    const newer = await start();
    expect(await newer.workspace.state()).toMatchObject({ state: 'failed', problem: { key: 'workspaceNewer' } });
    expect(await refusalOf(() => newer.workspace.erase({ folder: 'w' }))).toMatchObject({ key: 'workspaceNewer' });
    await started.splice(0)[0]?.close();
    await writeFile(file, 'garbage');
    const failed = await start();
    expect(await failed.workspace.state()).toMatchObject({ state: 'failed', problem: { key: 'workspaceDamaged' } });
    await failed.workspace.erase({ folder: 'w' });
    expect(await failed.workspace.state()).toMatchObject({ state: 'empty' });
    await failed.workspace.create({ profile: PROFILE });
    expect(await failed.workspace.state()).toMatchObject({ state: 'open', customers: 0 });
  });
});
