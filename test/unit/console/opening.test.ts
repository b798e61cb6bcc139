import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Console, type ConsoleOptions, createConsole } from '#electron/console.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { consoleOptions } from '#test/unit/support/console-options.ts';
import { PROFILE } from '#test/unit/support/dossiers.ts';
import { refusalOf } from '#test/unit/support/partner-consoles.ts';

const CONTOSO = CustomerId.parse('52eaad04-13a2-4a2f-9ce8-93a294fadf36');
const PASSPHRASE = 'caffè e latte';

let folder: string;
const started: Console[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-opening-'));
});
afterEach(async () => {
  for (const one of started.splice(0)) await one.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(more: Partial<ConsoleOptions> = {}): Promise<Console['client']> {
  for (const one of started.splice(0)) await one.close();
  const console = await createConsole(consoleOptions(folder, more));
  started.push(console);
  return console.client;
}

const CUSTOMERS = `Microsoft ID,Company name,Primary domain name,Relationship\n${CONTOSO},Contoso Inc,contoso.example,None\n`;
const withContoso = async (client: Console['client']) =>
  await client.imports.file({
    file: { name: 'Customers.csv', bytes: new Blob([CUSTOMERS]), modifiedAt: '2026-11-20T00:00:00Z' },
  });

const documentFile = async () => {
  const [name = ''] = (await readdir(join(folder, 'w', 'dossiers'))).filter((file) => file.endsWith('.json'));
  return `dossiers/${name}`;
};

describe('a workspace with a passphrase', { timeout: 60_000 }, () => {
  beforeEach(async () => {
    const client = await start();
    await client.workspace.create({ profile: PROFILE, protection: { kind: 'passphrase', passphrase: PASSPHRASE } });
    expect(await client.workspace.state()).toMatchObject({ state: 'open', protection: 'passphrase' });
    await withContoso(client);
  });

  it('waits for it, and is what it was once it is given', async () => {
    const client = await start();
    expect(await client.workspace.state()).toEqual({ state: 'locked', folder: join(folder, 'w') });
    expect(await refusalOf(() => client.customers.list({}))).toMatchObject({ key: 'workspaceLocked' });
    expect(await refusalOf(() => client.workspace.unlock({ passphrase: 'guessed it?' }))).toMatchObject({
      kind: 'refused',
      key: 'passphraseWrong',
    });
    await client.workspace.unlock({ passphrase: PASSPHRASE });
    expect((await client.customers.get({ id: CONTOSO })).name.value).toBe('Contoso Inc');
    expect(await client.workspace.state()).toMatchObject({ state: 'open', customers: 1 });
  });

  it('takes another one in its place, and puts that down', async () => {
    const client = await start({ passphrase: PASSPHRASE });
    const change = (present: string) => client.workspace.changePassphrase({ present, next: 'tè verde caldo' });
    expect(await refusalOf(() => change('guessed it?'))).toMatchObject({ key: 'passphraseWrong' });
    await change(PASSPHRASE);
    expect((await client.workspace.audit({ limit: 1 })).items).toMatchObject([{ act: 'passphrase-changed' }]);
    const again = await start({ passphrase: 'tè verde caldo' });
    expect((await again.customers.list({})).total).toBe(1);
  });
});

describe('a workspace with a passphrase that does not open', { timeout: 60_000 }, () => {
  const unlocked = async () => {
    const client = await start();
    await client.workspace.create({ profile: PROFILE, protection: { kind: 'passphrase', passphrase: PASSPHRASE } });
    const file = join(folder, 'w', 'workspace.json');
    await start();
    await cp(file, `${file}.prev`);
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0, bytes.length - 40));
    const again = await start();
    expect(await again.workspace.state()).toMatchObject({ state: 'locked' });
    await again.workspace.unlock({ passphrase: PASSPHRASE });
    return { client: again, file };
  };

  it('says so to whoever asks next, does not ask for the passphrase again, and lists what is damaged', async () => {
    const { client } = await unlocked();
    // The opening fails before anybody asks.
    expect(await client.workspace.damaged()).toMatchObject([{ file: 'workspace.json', damage: 'checksum' }]);
    for (let asked = 0; asked < 3; asked += 1) {
      expect(await client.workspace.state()).toMatchObject({ state: 'failed', problem: { key: 'workspaceDamaged' } });
    }
    expect(await client.workspace.recover({ file: 'workspace.json' })).toEqual([]);
    expect(await client.workspace.state()).toMatchObject({ state: 'open' });
  });

  it('opens without the passphrase once somebody has mended it by hand', async () => {
    const { client, file } = await unlocked();
    expect(await client.workspace.state()).toMatchObject({ state: 'failed' });
    await cp(`${file}.prev`, file);
    expect(await client.workspace.state()).toMatchObject({ state: 'open' });
  });

  it('is not opened anew by those who ask while it is being recovered', async () => {
    const { client } = await unlocked();
    expect(await client.workspace.state()).toMatchObject({ state: 'failed' });
    const recovering = client.workspace.recover({ file: 'workspace.json' });
    await Promise.all([client.workspace.state(), client.workspace.state()]);
    expect(await recovering).toEqual([]);
    expect(await client.workspace.state()).toMatchObject({ state: 'open' });
  });
});

describe('a workspace in the clear', () => {
  it('is made where nothing else is asked for, names the keychain that could protect it, and has no passphrase to change', async () => {
    const keychain = { name: 'Test keychain', seal: (bytes: Uint8Array) => bytes, open: (bytes: Uint8Array) => bytes };
    const client = await start({ keychain });
    expect(await client.workspace.state()).toMatchObject({ state: 'empty', keychain: 'Test keychain' });
    await client.workspace.create({ profile: PROFILE });
    expect(await client.workspace.state()).toMatchObject({ protection: 'none', readOnly: null, damaged: 0 });
    const change = () => client.workspace.changePassphrase({ present: 'none there', next: PASSPHRASE });
    expect(await refusalOf(change)).toMatchObject({ key: 'noPassphrase' });
  });

  it('tells which customers a damaged document costs, and takes the version before', async () => {
    const client = await start();
    await client.workspace.create({ profile: PROFILE });
    await withContoso(client);
    await client.customers.tag({ customers: [CONTOSO], tag: 'important', on: true });
    const file = await documentFile();
    await start();
    await writeFile(join(folder, 'w', file), 'garbage');
    const again = await start();
    expect(await again.workspace.state()).toMatchObject({ state: 'open', customers: 0, damaged: 1 });
    const [damaged] = await again.workspace.damaged();
    expect(damaged).toMatchObject({
      file,
      damage: 'format',
      customers: [{ id: CONTOSO, name: 'Contoso Inc' }],
      previous: { dossiers: 1 },
    });
    expect(await again.workspace.verify()).toMatchObject({
      ok: false,
      damaged: [{ file, customers: [{ id: CONTOSO }] }],
    });
    expect(await again.workspace.recover({ file })).toEqual([]);
    expect((await again.customers.list({})).items).toMatchObject([{ id: CONTOSO }]);
    expect(await again.workspace.verify()).toMatchObject({ ok: true, dossiers: 1, index: { ok: true, stale: 0 } });
  });

  it('finds out about a document that was damaged while it was open, when that is verified', async () => {
    const client = await start();
    await client.workspace.create({ profile: PROFILE });
    await withContoso(client);
    const file = await documentFile();
    await writeFile(join(folder, 'w', file), 'garbage');
    expect(await client.workspace.verify()).toMatchObject({ ok: false, dossiers: 0, damaged: [{ file }] });
    expect(await client.workspace.damaged()).toMatchObject([{ file, customers: [{ name: 'Contoso Inc' }] }]);
    expect((await client.customers.list({})).total).toBe(0);
  });

  it('that could not be opened takes the version before of its own document', async () => {
    const client = await start();
    await client.workspace.create({ profile: PROFILE });
    const file = join(folder, 'w', 'workspace.json');
    await start();
    await cp(file, `${file}.prev`);
    await writeFile(file, 'garbage');
    const again = await start();
    expect(await again.workspace.state()).toMatchObject({ state: 'failed', problem: { key: 'workspaceDamaged' } });
    expect(await again.workspace.damaged()).toMatchObject([{ file: 'workspace.json', damage: 'format' }]);
    expect(await again.workspace.recover({ file: 'workspace.json' })).toEqual([]);
    expect(await again.workspace.state()).toMatchObject({ state: 'open' });
    expect((await again.workspace.audit({})).items[0]).toMatchObject({ act: 'document-recovered' });
  });
});

it('what is asked while a workspace is being opened is answered when that is done', async () => {
  const client = await start({ sample: true, host: 'desktop' });
  const [list, state] = await Promise.all([client.customers.list({}), client.workspace.state()]);
  expect(list.total).toBe(30);
  expect(['opening', 'open']).toContain(state.state);
});

it('a reader brings a workspace of an older version up to date, holding it for that time alone', async () => {
  await cp('test/fixtures/workspaces/before-tracking', join(folder, 'w'), { recursive: true });
  const client = await start({ access: 'read' });
  expect((await client.customers.list({})).total).toBe(2);
  expect(await readFile(join(folder, 'w', 'workspace.json'), 'utf8')).toContain('"version":2');
  expect(await readdir(join(folder, 'w'))).not.toContain('lock.json');
});
