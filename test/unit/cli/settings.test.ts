import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import Conf from 'conf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '#electron/hosts/cli/program.ts';
import { keptSettings } from '#electron/hosts/kept-settings.ts';
import { createWorkspace, openRecords } from '#electron/records/workspace.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { InvitationTemplate } from '#shared/model/invitation.ts';
import { DEFAULT_SETTINGS } from '#shared/model/settings.ts';
import { aDossier, PROFILE } from '#test/unit/support/dossiers.ts';

const CONTOSO = CustomerId.parse('55555555-5555-4555-8555-555555555555');
const LINK = 'https://invite.kunlun.example/accept?id=1';
const WARM = InvitationTemplate.parse({
  id: 'warm',
  name: 'Warm words',
  kind: 'reseller',
  language: 'en',
  scope: 'personal',
  subject: 'Warmly, {customer}',
  paragraphs: [],
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-cli-settings-'));
  await createWorkspace(join(folder, 'w'), PROFILE);
  const records = await openRecords(join(folder, 'w'));
  await records?.save([aDossier(CONTOSO, 'Contoso')]);
  await records?.close();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** What a person set in a window: kept as the windows keep it. */
function setInAWindow(): void {
  const store = new Conf<Record<string, unknown>>({ cwd: join(folder, 'settings'), configName: 'settings' });
  const linkHosts = { '21vianet': ['invite.kunlun.example'], global: [] };
  keptSettings(store).set({ ...DEFAULT_SETTINGS, linkHosts, templates: [WARM] });
}

async function run(words: readonly string[], settings?: string) {
  let out = '';
  let err = '';
  const code = await runCommandLine([...words, '--workspace', join(folder, 'w')], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    input: Readable.from(['']),
    version: '0.0.0',
    ...(settings === undefined ? {} : { settings }),
  });
  return { code, out, err, json: () => JSON.parse(out) };
}

const INVITE = ['invite', '--customer', CONTOSO, '--link', LINK, '--to', 'a@contoso.example', '--json'];

describe('a person’s settings at the command line', () => {
  it('are those of the windows: hosts that were added there, and personal templates', async () => {
    setInAWindow();
    const invited = await run([...INVITE, '--template', 'warm', '--out', join(folder, 'd')], join(folder, 'settings'));
    expect(invited).toMatchObject({ code: 0, err: '' });
    expect(invited.json()).toMatchObject({ invitation: { link: LINK, template: 'warm' } });
  });

  it('lie where --user-data says, as with the windows', async () => {
    setInAWindow();
    const elsewhere = join(folder, 'elsewhere');
    expect(await run(INVITE, elsewhere)).toMatchObject({ code: 1, err: expect.stringContaining('invite.kunlun') });
    expect(await run([...INVITE, '--user-data', join(folder, 'settings')], elsewhere)).toMatchObject({ code: 0 });
  });

  it('are the defaults where there are none, and nothing is made on the disk', async () => {
    expect((await run(INVITE, join(folder, 'settings'))).code).toBe(1);
    expect((await run(INVITE)).code).toBe(1);
    expect(await readdir(folder)).toEqual(['w']);
  });

  it('that are no JSON are said to be so on stderr, and set aside', async () => {
    await mkdir(join(folder, 'settings'));
    await writeFile(join(folder, 'settings', 'settings.json'), '{"settings": {"lang');
    const { err, code } = await run(INVITE, join(folder, 'settings'));
    expect(code).toBe(1);
    expect(err).toContain('could not be read and was set aside');
    expect(await readdir(join(folder, 'settings'))).toEqual([expect.stringMatching(/^settings\.json\.damaged-\d+$/)]);
  });
});
