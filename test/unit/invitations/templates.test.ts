import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Console, createConsole, type SettingsStore } from '#electron/console.ts';
import { readTemplateFile, writeTemplateFile } from '#electron/invitations/template-file.ts';
import { createWorkspace } from '#electron/records/workspace.ts';
import type { InvitationTemplate } from '#shared/model/invitation.ts';
import { consoleOptions, memorySettings } from '#test/unit/support/console-options.ts';
import { PROFILE } from '#test/unit/support/dossiers.ts';
import { problemOf } from '#test/unit/support/problem-of.ts';

const WARM: InvitationTemplate = {
  id: 'warm',
  name: 'Warm words',
  kind: 'reseller',
  language: 'en',
  scope: 'personal',
  subject: 'Hello {customer}',
  paragraphs: ['We are {partner}.'],
};

let folder: string;
let settings: SettingsStore;
let console: Console;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-templates-'));
  settings = memorySettings();
  await createWorkspace(folder, PROFILE);
  console = await createConsole(consoleOptions(folder, { folder, settings }));
});
afterEach(async () => {
  await console.close();
  await rm(folder, { recursive: true, force: true });
});

const templates = () => console.client.invitations.templates;
const names = async () => (await templates().list()).map(({ name, scope }) => `${scope} ${name}`);
const handed = (text: string | Uint8Array<ArrayBuffer>, name = 'templates.json') => ({
  file: { name, bytes: new Blob([text]), modifiedAt: '2026-11-20T00:00:00Z' },
});
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { data: unknown }) => error.data,
  );

describe('templates', () => {
  it('are kept with this person’s settings, or with the workspace for everybody in it', async () => {
    await templates().save(WARM);
    await templates().save({ ...WARM, id: 'shared', scope: 'shared' });
    expect(settings.get().templates.map(({ id }) => id)).toEqual(['warm']);
    expect(await names()).toEqual(['personal Warm words', 'shared Warm words']);
  });

  it('are replaced by their id, and move when their scope changes', async () => {
    await templates().save(WARM);
    await templates().save({ ...WARM, subject: 'Good day' });
    expect(await templates().list()).toEqual([{ ...WARM, subject: 'Good day' }]);
    await templates().save({ ...WARM, scope: 'shared' });
    expect(settings.get().templates).toEqual([]);
    expect(await names()).toEqual(['shared Warm words']);
  });

  it('bear a name once per kind, language and scope', async () => {
    await templates().save(WARM);
    expect(await refusal(templates().save({ ...WARM, id: 'other' }))).toMatchObject({ key: 'templateNameTaken' });
    await templates().save({ ...WARM, id: 'zh', language: 'zh-CN' });
    await templates().save({ ...WARM, id: 'gdap', kind: 'gdap' });
    expect(await names()).toHaveLength(3);
  });

  it('are refused with words that no mail may have', async () => {
    expect(await refusal(templates().save({ ...WARM, paragraphs: ['{client}'] }))).toMatchObject({
      key: 'wordsVariable',
    });
    expect(await templates().list()).toEqual([]);
  });

  it('are removed; one that is gone is a problem', async () => {
    await templates().save(WARM);
    expect(await templates().remove({ id: 'warm' })).toEqual([]);
    expect(await refusal(templates().remove({ id: 'warm' }))).toMatchObject({
      kind: 'not-found',
      key: 'templateUnknown',
    });
  });

  it('start from the built-in words with this partner’s variables', async () => {
    const { paragraphs, subject, variables } = await templates().builtIn({ kind: 'reseller', language: 'zh-CN' });
    expect(subject).toContain('{partner}');
    expect(paragraphs[0]).toContain('MPN ID {mpnId}');
    expect(variables).not.toContain('roles');
  });

  it('travel in a file', async () => {
    await templates().save(WARM);
    await templates().save({ ...WARM, id: 'shared', scope: 'shared', language: 'zh-TW', subject: '致 {customer}' });
    const { name, text } = await templates().export({ ids: ['warm', 'shared'] });
    expect(name).toBe('invitation-templates-2026-11-22.json');
    for (const id of ['warm', 'shared']) await templates().remove({ id });
    const taken = await templates().import(handed(`\uFEFF${text}`));
    expect(taken.map(({ id: _id, ...rest }) => rest)).toEqual(readTemplateFile('x', text));
    expect(taken.map(({ subject }) => subject)).toEqual(['Hello {customer}', '致 {customer}']);
  });

  it('are not taken twice, and get a number where another one has their name', async () => {
    await templates().save(WARM);
    const { text } = await templates().export({ ids: ['warm'] });
    expect(await templates().import(handed(text))).toHaveLength(1);
    await templates().save({ ...WARM, subject: 'Changed since' });
    await templates().import(handed(text));
    await templates().save({ ...WARM, subject: 'Changed again' });
    await templates().import(handed(text.replace('We are', 'We were')));
    expect(await names()).toEqual(['personal Warm words', 'personal Warm words (2)', 'personal Warm words (3)']);
  });

  it('get a number that leaves the name within its limit', async () => {
    const name = '名'.repeat(80);
    await templates().save({ ...WARM, name });
    await templates().import(handed(writeTemplateFile([{ ...WARM, name, subject: 'Other' }])));
    expect((await templates().list())[1]?.name).toBe(`${'名'.repeat(76)} (2)`);
  });

  it.each([
    ['{\n  "format"', { key: 'templatesNotJson', values: { file: 'templates.json', line: 2 } }],
    ['[]', { key: 'templatesFormat' }],
    ['{"format":"partner-console/hand-off","version":1}', { key: 'templatesFormat' }],
    [
      '{"format":"partner-console/templates","version":2,"templates":[]}',
      { key: 'templatesNewer', values: { version: 2 } },
    ],
    [
      writeTemplateFile([WARM]).replace('"reseller"', '"dap"'),
      { key: 'templatesInvalid', values: { field: 'templates[0].kind', fault: 'choice', choices: 'reseller, gdap' } },
    ],
    [
      writeTemplateFile([WARM, { ...WARM, name: 'Bad', paragraphs: ['{client}'] }]),
      { key: 'templatesVariable', values: { file: 'templates.json', name: 'Bad', variable: '{client}' } },
    ],
    [writeTemplateFile([WARM, { ...WARM, name: 'Bad', subject: 'a\u202Eb' }]), { key: 'templatesText' }],
  ])('are refused whole from a bad file: %#', async (text, problem) => {
    expect(await refusal(templates().import(handed(text)))).toMatchObject(problem);
    expect(await templates().list()).toEqual([]);
  });

  it('are as they were when the settings cannot be written', async () => {
    const file = writeTemplateFile([WARM, { ...WARM, scope: 'shared' }]);
    const { set } = settings;
    settings.set = () => {
      throw new Error('the disk is full');
    };
    await expect(templates().import(handed(file))).rejects.toThrow();
    settings.set = set;
    expect(await templates().list()).toEqual([]);
  });
});

describe('a template file', () => {
  it('has a format, a version, and no ids', () => {
    expect(JSON.parse(writeTemplateFile([WARM]))).toEqual({
      format: 'partner-console/templates',
      version: 1,
      templates: [expect.not.objectContaining({ id: 'warm' })],
    });
  });

  it('must hold templates', () => {
    const empty = '{"format":"partner-console/templates","version":1,"templates":[]}';
    expect(problemOf(() => readTemplateFile('x.json', empty))).toMatchObject({ key: 'templatesInvalid' });
  });
});

describe('templates in the window', () => {
  it('are written to a file in the drafts folder that another workspace takes in', async () => {
    await templates().save(WARM);
    const { path } = await templates().write({ ids: ['warm'] });
    expect(path.startsWith(join(folder, 'drafts'))).toBe(true);
    const { id: _, ...travelling } = WARM;
    expect(readTemplateFile('templates.json', await readFile(path, 'utf8'))).toEqual([travelling]);
  });

  it('are looked at in a mail to nobody, in any kind and language, without a customer or a right to invite', async () => {
    const words = { subject: 'To {customer}', paragraphs: ['For {duration}: {roles}.'] };
    const mail = await templates().preview({ kind: 'gdap', language: 'zh-TW', ...words });
    expect(mail.subject).toBe('To Contoso');
    expect(mail.text).not.toMatch(/[{}]/u);
    expect(mail.text).toContain('https://');
    expect(await refusal(templates().preview({ kind: 'reseller', language: 'en', ...words }))).toMatchObject({
      key: 'wordsVariable',
    });
  });
});
