import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '#electron/hosts/cli/program.ts';
import { createWorkspace, openRecords } from '#electron/records/workspace.ts';
import { CustomerId, InvitationId, TenantId } from '#shared/model/ids.ts';
import { InvitationTemplate, ReceivedLink } from '#shared/model/invitation.ts';
import { aDossier, PROFILE } from '#test/unit/support/dossiers.ts';
import { PROVIDER } from '#test/unit/support/questions.ts';

const OURS = 'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=1';
const THEIRS = 'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=2';
const CUSTOMER = CustomerId.parse('55555555-5555-4555-8555-000000000001');
const SHORT = InvitationTemplate.parse({
  ...{ id: 'short', name: 'Short', kind: 'reseller', language: 'zh-TW', scope: 'shared' },
  ...{ subject: 'From {partner}', paragraphs: ['', 'In short.'] },
});
const RECEIVED = ReceivedLink.parse({
  ...{
    id: 'INV-R',
    kind: 'reseller',
    link: THEIRS,
    createdBy: PROVIDER,
    audience: null,
    language: null,
    via: 'pasted',
  },
  ...{ reference: null, receivedAt: '2026-11-01T00:00:00Z', by: 'li' },
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-cli-drafts-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function workspace(profile = PROFILE): Promise<void> {
  await createWorkspace(join(folder, 'w'), profile);
  await recorded((around) => ({ ...around, templates: [SHORT], receivedLinks: [RECEIVED] }));
}

type Records = NonNullable<Awaited<ReturnType<typeof openRecords>>>;
type Surroundings = ReturnType<Records['surroundings']>;

async function recorded(change: (around: Surroundings) => Surroundings): Promise<void> {
  const records = await openRecords(join(folder, 'w'));
  if (records?.dossier(CUSTOMER) === undefined) await records?.save([aDossier(CUSTOMER, 'Contoso')]);
  await records?.saveSurroundings(change(records.surroundings()));
  await records?.close();
}

async function invite(...words: string[]) {
  let out = '';
  let err = '';
  const common = ['--customer', CUSTOMER, '--workspace', join(folder, 'w'), '--out', join(folder, 'd'), '--json'];
  const code = await runCommandLine(['invite', ...words, ...common], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    input: Readable.from(['']),
    version: '0.0.0',
  });
  return { code, err, json: () => JSON.parse(out) };
}

const FIRST = ['--link', OURS, '--to', 'a@x.example', '--language', 'zh-TW', '--template', 'short'];

/** Saves a draft and gives its reference. */
async function saved(...words: string[]): Promise<InvitationId> {
  const { code, err, json } = await invite(...words, '--save');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return InvitationId.parse(json().invitation.id);
}

describe('invite --save', () => {
  it('saves a draft, and writes no mail', async () => {
    await workspace();
    const { code, json } = await invite(...FIRST, '--save');
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      invitation: {
        ...{ status: 'drafted', to: 'a@x.example', link: OURS, language: 'zh-TW', file: null },
        draft: { words: { template: 'short', subject: 'From {partner}', paragraphs: ['', 'In short.'] } },
      },
      files: [],
    });
    await expect(readdir(join(folder, 'd'))).rejects.toThrow('ENOENT');
  });

  it('is wrong usage without a recipient, or with --mailto', async () => {
    await workspace();
    expect(await invite('--link', OURS, '--save')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--to.*--draft/u),
    });
    expect((await invite(...FIRST, '--save', '--mailto')).code).toBe(2);
  });
});

describe('invite --draft', () => {
  it('writes the mail of the draft as it was saved, under its reference', async () => {
    await workspace();
    const id = await saved(...FIRST);
    const { code, err, json } = await invite('--draft', id);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { files, invitation } = json();
    expect(invitation).toMatchObject({ id, status: 'exported', to: 'a@x.example', language: 'zh-TW', link: OURS });
    const mail = await simpleParser(await readFile(files[0]));
    expect(mail.text).toContain('In short.');
    expect(mail.text).toContain(OURS);
  });

  it('takes what is named instead, and with --save only changes the draft', async () => {
    await workspace();
    const id = await saved('--link', OURS, '--to', 'a@x.example');
    expect(await saved('--draft', id, '--to', 'b@x.example')).toBe(id);
    const { json } = await invite('--draft', id, '--language', 'zh-CN', '--link', `${OURS}0`, '--save');
    expect(json().invitation).toMatchObject({
      ...{ id, status: 'drafted', to: 'b@x.example', language: 'zh-CN', link: `${OURS}0` },
      draft: { words: { template: null, subject: null, paragraphs: null } },
    });
  });

  it('says that words which were written out do not follow another language', async () => {
    await workspace();
    const id = await saved(...FIRST);
    const { code, err, json } = await invite('--draft', id, '--language', 'en', '--save');
    expect(code).toBe(0);
    expect(err).toMatch(/zh-TW.*--template/u);
    expect(json().invitation).toMatchObject({ language: 'en', draft: { words: { subject: 'From {partner}' } } });
  });

  it('goes on after its template is gone', async () => {
    await workspace();
    const id = await saved(...FIRST);
    await recorded((around) => ({ ...around, templates: [] }));
    const { code, json } = await invite('--draft', id);
    expect(code).toBe(0);
    expect((await simpleParser(await readFile(json().files[0]))).text).toContain('In short.');
  });

  it('forwards a provider’s link again, unless that was dropped', async () => {
    await workspace({ ...PROFILE, programs: ['indirect-reseller'], providers: [TenantId.parse(PROVIDER)] });
    const id = await saved('--received', 'INV-R', '--to', 'a@x.example');
    expect((await invite('--draft', id, '--save')).json().invitation).toMatchObject({
      createdBy: PROVIDER,
      link: THEIRS,
    });
    await recorded((around) => ({ ...around, receivedLinks: [] }));
    const { code, err } = await invite('--draft', id);
    expect(code).toBe(1);
    expect(err).toMatch(new RegExp(`${id}.*--link.*--received`, 'u'));
  });

  it('is refused for what is no draft any more, and for what there is not', async () => {
    await workspace();
    const id = await saved(...FIRST);
    await invite('--draft', id);
    expect(await invite('--draft', id)).toMatchObject({ code: 1, err: expect.stringContaining(id) });
    expect(await invite('--draft', 'INV-0')).toMatchObject({ code: 1, err: expect.stringContaining('INV-0') });
  });
});
