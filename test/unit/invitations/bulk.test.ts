import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Console, createConsole, type SettingsStore } from '#electron/console.ts';
import { createWorkspace, openRecords } from '#electron/records/workspace.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { DEFAULT_SETTINGS, Settings } from '#shared/model/settings.ts';
import { consoleOptions, memorySettings } from '#test/unit/support/console-options.ts';
import { aDossier, PROFILE } from '#test/unit/support/dossiers.ts';
import { readWithPython } from '#test/unit/support/python-mail.ts';

const LINK = 'https://portal.partner.microsoftonline.cn/invite?id=1&a=%E5%8C%97;b=2';
const GDAP = 'https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/r-1';
const OBSERVED = { basis: 'observed', source: 'file:Customers.csv', asOf: '2026-11-01T00:00:00Z' };

const idOf = (n: number) => CustomerId.parse(`55555555-5555-4555-8555-${String(n).padStart(12, '0')}`);
const NAMES = ['=华盛联创', 'Contoso, "Ltd."', '海天智遠網路', '../../etc/passwd', 'İstanbul A.Ş.'];
const customers = (count: number, more: (n: number) => Record<string, unknown> = () => ({})): Dossier[] =>
  Array.from({ length: count }, (_, n) =>
    aDossier(idOf(n), `${NAMES[n % NAMES.length]} ${n}`, {
      domain: { value: `c${n}.example.cn`, ...OBSERVED },
      ...more(n),
    }),
  );
const addressesOf = (count: number) => Array.from({ length: count }, (_, n) => `admin@c${n}.example.cn`).join('\n');

let folder: string;
let console: Console;
let settings: SettingsStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-bulk-'));
  settings = memorySettings();
});
afterEach(async () => {
  await console.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(dossiers: readonly Dossier[], profile: Record<string, unknown> = {}): Promise<void> {
  await createWorkspace(folder, { ...PROFILE, ...profile });
  const records = await openRecords(folder);
  await records?.save(dossiers);
  await records?.close();
  console = await createConsole(consoleOptions(folder, { folder, settings }));
}

const request = (count: number, more: Record<string, unknown> = {}) => ({
  customers: Array.from({ length: count }, (_, n) => idOf(n)),
  source: { link: LINK },
  language: 'customer' as const,
  addresses: addressesOf(count),
  ...more,
});

const bulk = () => console.client.invitations.bulk;
const invitationsOf = async (n: number) => (await console.client.customers.get({ id: idOf(n) })).invitations;
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { data: unknown }) => error.data,
  );

async function expectDrafts(drafts: readonly Uint8Array[], count: number): Promise<void> {
  expect(drafts).toHaveLength(count);
  for (const one of await readWithPython(drafts)) {
    expect(one.text.split(/\r?\n/u)).toContain(LINK);
    expect(one.headers).not.toContain('Bcc');
  }
  for (const draft of drafts) {
    const mail = await simpleParser(Buffer.from(draft));
    expect(mail.text?.split('\n')).toContain(LINK);
  }
}

describe('a bulk preview', () => {
  it('tells each customer’s answer, address, language and what stands in its way, and writes nothing', async () => {
    await open(customers(3));
    const addresses = `${idOf(0)},a@x.example\nnobody,b@x.example\nadmin@c1.example.cn`;
    const { badAddresses, rows } = await bulk().preview(request(3, { addresses }));
    expect(rows.map(({ to }) => to)).toEqual(['a@x.example', 'admin@c1.example.cn', null]);
    expect(rows.map(({ language }) => language)).toEqual(['zh-CN', 'en', 'zh-TW']);
    expect(rows.map(({ answer }) => answer.context.rule)).toEqual(['R01', 'R01', 'R01']);
    expect(rows.map(({ problem }) => problem?.key ?? null)).toEqual([null, null, 'bulkNoAddress']);
    expect(badAddresses).toMatchObject([{ line: 2, problem: { key: 'addressLineUnknown' } }]);
    await expect(access(join(folder, 'drafts'))).rejects.toThrow();
  });

  it('puts a corrected address in the place of the list’s, and says what is wrong with one that is none', async () => {
    await open(customers(3));
    const corrections = { [idOf(0)]: 'Ann <ann@x.example>', [idOf(1)]: 'nowhere', [idOf(2)]: '' };
    const { rows } = await bulk().preview(request(3, { corrections }));
    expect(rows.map(({ to }) => to)).toEqual(['Ann <ann@x.example>', 'nowhere', '']);
    expect(rows.map(({ problem }) => problem?.key ?? null)).toEqual([null, 'recipientNotAddress', 'recipientMissing']);
    await bulk().export({ ...request(3, { corrections }), format: 'folder' });
    expect(await invitationsOf(0)).toMatchObject([{ to: 'Ann <ann@x.example>' }]);
    expect(await invitationsOf(1)).toEqual([]);
  });

  it('says no by rule where the policy does', async () => {
    await open(customers(1), { programs: ['indirect-reseller'] });
    const { rows } = await bulk().preview(request(1));
    expect(rows).toMatchObject([{ answer: { decision: false, context: { rule: 'R03' } }, problem: null }]);
    const exported = await bulk().export({ ...request(1), format: 'folder' });
    expect(exported).toMatchObject({
      written: 0,
      path: '',
      refused: [{ problem: { key: 'notAllowed', values: { rule: 'R03' } } }],
    });
  });

  it('gives a GDAP link to its own customer alone', async () => {
    const delegation = {
      id: 'r-1',
      kind: 'gdap',
      name: null,
      partner: PROFILE.partner.tenantId,
      status: 'approvalPending',
      service: '*',
      roles: null,
      assignments: null,
      duration: null,
      autoExtend: null,
      createdAt: null,
      activatedAt: null,
      endsAt: null,
      provenance: OBSERVED,
    };
    await open(
      customers(2, (n) => (n === 1 ? { delegations: [delegation] } : {})),
      { cloud: 'global' },
    );
    const { rows } = await bulk().preview(request(2, { source: { link: GDAP } }));
    expect(rows.map(({ problem }) => problem?.key ?? null)).toEqual(['linkOfAnotherCustomer', null]);
    const stranger = await bulk().preview(request(2, { source: { link: `${GDAP}-unknown`.replace('r-1', 'r-9') } }));
    expect(stranger.rows.map(({ problem }) => problem?.key)).toEqual(['bulkOneCustomer', 'bulkOneCustomer']);
  });

  it('uses a template’s namesake in each customer’s language, and says where there is none', async () => {
    await open(customers(3));
    const template = { name: 'Warm', kind: 'reseller' as const, scope: 'personal' as const, paragraphs: [] };
    settings.set(
      Settings.parse({
        ...DEFAULT_SETTINGS,
        templates: [
          { ...template, id: 'en', language: 'en', subject: 'Dear {domain}' },
          { ...template, id: 'cn', language: 'zh-CN', subject: '致 {customer}' },
        ],
      }),
    );
    const words = { template: 'en' };
    const { rows } = await bulk().preview(request(3, { words }));
    expect(rows.map(({ problem }) => problem?.key ?? null)).toEqual([null, null, 'templateLanguage']);
    const { path, written } = await bulk().export({ ...request(3, { words }), format: 'mail-merge' });
    expect(written).toBe(2);
    const [, one, two]: string[][] = parse(await readFile(path), { bom: true });
    expect([one?.[3], two?.[3]]).toEqual(['致 =华盛联创 0', 'Dear c1.example.cn']);
    expect([(await invitationsOf(0))[0]?.template, (await invitationsOf(1))[0]?.template]).toEqual(['cn', 'en']);
  });
});

describe('a bulk export', () => {
  it('writes a folder of drafts, records each, and each carries the link byte for byte', async () => {
    await open(customers(60));
    const result = await bulk().export({ ...request(60), format: 'folder' });
    expect(result).toMatchObject({ written: 60, skipped: 0, refused: [], cancelled: false });
    expect(result.path).toBe(join(folder, 'drafts', 'invitations-20261122-080000'));
    const names = await readdir(result.path);
    await expectDrafts(await Promise.all(names.map((name) => readFile(join(result.path, name)))), 60);
    for (const n of [0, 31, 59]) {
      const [invitation] = await invitationsOf(n);
      expect(invitation).toMatchObject({ status: 'exported', link: LINK, to: `admin@c${n}.example.cn` });
      await access(invitation?.file ?? '');
    }
  });

  it('writes one archive', async () => {
    await open(customers(5));
    const { path, written } = await bulk().export({ ...request(5), format: 'zip' });
    expect(written).toBe(5);
    const entries = unzipSync(await readFile(path));
    expect(Object.keys(entries).some((name) => name.includes('华盛联创'))).toBe(true);
    expect(Object.keys(entries).every((name) => !name.includes('/'))).toBe(true);
    await expectDrafts(Object.values(entries), 5);
    expect((await invitationsOf(4))[0]).toMatchObject({ file: path });
  });

  it('writes a table for a mail merge', async () => {
    await open(customers(5));
    const { path } = await bulk().export({ ...request(5), format: 'mail-merge' });
    const rows: Record<string, string>[] = parse(await readFile(path), { bom: true, columns: true });
    expect(rows.map(({ link }) => link)).toEqual([LINK, LINK, LINK, LINK, LINK]);
    expect(rows[0]).toMatchObject({ name: "'=华盛联创 0", address: 'admin@c0.example.cn', language: 'zh-CN' });
    expect(rows[0]?.text?.split('\n')).toContain(LINK);
    expect(rows.map(({ reference }) => reference)).toEqual(
      (await Promise.all([0, 1, 2, 3, 4].map(invitationsOf))).map(([one]) => one?.id),
    );
  });

  it('goes on where it was interrupted: whoever has the invitation is skipped and counted', async () => {
    await open(customers(6));
    await bulk().export({ ...request(4), format: 'folder' });
    const again = await bulk().export({ ...request(6), format: 'zip' });
    expect(again).toMatchObject({ written: 2, skipped: 4, refused: [] });
    expect(Object.keys(unzipSync(await readFile(again.path)))).toHaveLength(2);
    const thrice = await bulk().export({ ...request(6), format: 'zip' });
    expect(thrice).toMatchObject({ written: 0, skipped: 6, path: '' });
    expect((await readdir(join(folder, 'drafts'))).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  it('leaves out customers with another open invitation of the kind, and never overwrites an earlier file', async () => {
    await open(customers(2));
    const first = await bulk().export({ ...request(1), format: 'zip' });
    const other = `${LINK}&other`;
    const second = await bulk().export({ ...request(2, { source: { link: other } }), format: 'zip' });
    expect(second).toMatchObject({
      written: 1,
      skipped: 0,
      refused: [{ customer: idOf(0), problem: { key: 'bulkOpen' } }],
    });
    expect(second.path).not.toBe(first.path);
    expect(Object.keys(unzipSync(await readFile(first.path)))).toHaveLength(1);
  });

  it('tells its progress, stops when it is cancelled, and keeps what it wrote', async () => {
    await open(customers(200));
    const running = bulk().export({ ...request(200), format: 'folder' });
    let seen = await bulk().progress();
    while (seen === null || seen.done === 0) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      seen = await bulk().progress();
    }
    expect(seen.of).toBe(200);
    expect(await refusal(bulk().export({ ...request(1), format: 'folder' }))).toMatchObject({ key: 'bulkRunning' });
    expect(await bulk().cancel()).toEqual({ cancelled: true });
    const result = await running;
    expect(result.cancelled).toBe(true);
    expect(result.written).toBeGreaterThan(0);
    expect(result.written).toBeLessThan(200);
    const recorded = (await Promise.all(Array.from({ length: 200 }, (_, n) => invitationsOf(n)))).flat();
    expect(recorded).toHaveLength(result.written);
    expect(await readdir(result.path)).toHaveLength(result.written);
    expect(await bulk().progress()).toBeNull();
    expect(await bulk().cancel()).toEqual({ cancelled: false });
  });

  it('records nothing and leaves no file when the drafts folder cannot be written', async () => {
    await open(customers(2));
    await rm(join(folder, 'drafts'), { recursive: true, force: true });
    await writeFile(join(folder, 'drafts'), 'in the way');
    for (const format of ['folder', 'zip', 'mail-merge'] as const) {
      expect(await refusal(bulk().export({ ...request(2), format }))).toMatchObject({ key: 'invitationUnwritable' });
    }
    expect(await invitationsOf(0)).toEqual([]);
  });
});

describe('links of a host that somebody added', () => {
  it('are taken, but not those of the other cloud', async () => {
    await open(customers(1));
    const read = (link: string) => refusal(console.client.invitations.readLink({ link }));
    expect(await read('https://invite.partner.example/x')).toMatchObject({ key: 'linkHost' });
    settings.set(
      Settings.parse({
        linkHosts: { '21vianet': ['invite.partner.example', 'portal.office365.us'], global: [] },
        language: null,
        theme: 'system',
      }),
    );
    expect(await read('https://invite.partner.example/x')).toBe('done');
    expect(await console.client.invitations.hosts()).toContain('invite.partner.example');
    expect(await read('https://portal.office365.us/x')).toMatchObject({ key: 'linkOtherCloud' });
  });
});
