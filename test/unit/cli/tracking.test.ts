import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '#electron/hosts/cli/program.ts';
import { PROFILE } from '#test/unit/support/dossiers.ts';
import { LINK } from '#test/unit/support/invitations.ts';

const CONTOSO = '52eaad04-13a2-4a2f-9ce8-93a294fadf36';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-cli-tracking-'));
  await writeFile(join(folder, 'profile.json'), JSON.stringify(PROFILE));
  await run('init', '--profile', join(folder, 'profile.json'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function run(...words: string[]) {
  let out = '';
  let err = '';
  const code = await runCommandLine([...words, '--workspace', join(folder, 'w')], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    input: Readable.from([]),
    version: '0.0.0',
  });
  return { code, out, err, json: () => JSON.parse(out) };
}

/** Imports the portal's list of customers with this relationship, as of now and so many seconds. */
async function list(relationship: string, seconds: number): Promise<void> {
  const file = join(folder, 'Customers.csv');
  await writeFile(
    file,
    `Microsoft ID,Company name,Primary domain name,Relationship\n${CONTOSO},Contoso Inc,contoso.example,${relationship}\n`,
  );
  const at = Date.now() / 1000 + seconds;
  await utimes(file, at, at);
  expect((await run('import', file)).code).toBe(0);
}

async function invite(): Promise<string> {
  const words = ['--customer', CONTOSO, '--link', LINK, '--to', 'admin@contoso.example', '--language', 'zh-CN'];
  const { json } = await run('invite', ...words, '--out', join(folder, 'drafts'), '--json');
  return json().invitation.id;
}

const one = (id: string) => ['--customer', CONTOSO, '--invitation', id, '--json'];

describe('tracking on the command line', () => {
  it('lists invitations, marks one and takes that back', async () => {
    await list('None', -60);
    const id = await invite();
    expect((await run('mark', ...one(id), '--status', 'sent')).json()).toMatchObject({ id, status: 'sent' });
    expect((await run('invitations', '--status', 'sent', '--json')).json()).toMatchObject({
      total: 1,
      counts: { sent: 1, exported: 0 },
      nudges: 0,
      items: [
        {
          id,
          customer: CONTOSO,
          customerName: 'Contoso Inc',
          kind: 'reseller',
          status: 'sent',
          to: 'admin@contoso.example',
          language: 'zh-CN',
          link: LINK,
          age: 0,
          nudge: false,
          hint: null,
          evidence: null,
          undoable: true,
        },
      ],
    });
    expect((await run('undo', ...one(id))).json()).toMatchObject({ id, status: 'exported' });
    expect((await run('invitations', '--customer', CONTOSO)).out).toMatch(
      new RegExp(`REFERENCE.*\n${id} +Contoso Inc +reseller +exported +0 d +admin@contoso\\.example +[0-9a-f]{8}\n$`),
    );
  });

  it('shows what accepted an invitation after an import', async () => {
    await list('None', -60);
    const id = await invite();
    await list('Cloud Reseller', 60);
    const { items } = (await run('invitations', '--status', 'accepted', '--json')).json();
    expect(items).toMatchObject([
      { id, evidence: { fact: 'reseller-relationship', provenance: { source: 'file:Customers.csv' } } },
    ]);
  });

  it('marks what may have been accepted before, and says on stderr that staff must tell', async () => {
    await list('', -60);
    const id = await invite();
    await list('Cloud Reseller', 60);
    expect((await run('invitations', '--json')).json().items).toMatchObject([
      { id, status: 'exported', hint: 'maybe-older' },
    ]);
    const { err, out } = await run('invitations');
    expect(out).toMatch(/0 d \?/);
    expect(err).toMatch(/^\? The reseller relationship is there, but may be older than this invitation.*\n$/);
    await run('mark', ...one(id), '--status', 'accepted');
    expect((await run('invitations')).err).toBe('');
  });

  it('lists only what needs attention, as of a later day', async () => {
    await list('None', -60);
    const id = await invite();
    const later = new Date(Date.now() + 5 * 86_400_000).toISOString();
    expect((await run('invitations', '--nudge', '--json')).json()).toMatchObject({ total: 0, items: [] });
    expect((await run('invitations', '--nudge', '--as-of', later, '--json')).json()).toMatchObject({
      total: 1,
      items: [{ id, age: 5, nudge: true }],
    });
    expect((await run('invitations', '--as-of', later)).out).toMatch(/5 d !/);
  });

  it('drafts one anew in another language', async () => {
    await list('None', -60);
    const id = await invite();
    const { code, json } = await run('resend', ...one(id), '--language', 'en', '--out', join(folder, 'drafts'));
    expect(code).toBe(0);
    expect(await readFile(json().files[0], 'utf8')).toContain(`X-Invitation-Reference: ${json().invitation.id}`);
    const { items } = (await run('invitations', '--status', 'superseded', '--json')).json();
    expect(items).toMatchObject([{ id, supersededBy: json().invitation.id }]);
  });

  it('refuses a step that the life cycle does not have in one sentence, with code 1', async () => {
    await list('None', -60);
    const id = await invite();
    const { code, err, out } = await run('mark', ...one(id), '--status', 'drafted');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(new RegExp(`^The invitation ${id} is in state “Exported”.*“Drafted”.*\n$`));
    expect(await run('undo', ...one('INV-NONE'))).toMatchObject({ code: 1, out: '' });
  });

  it('takes no state that there is not, and no past for what is recorded', async () => {
    expect((await run('mark', ...one('INV-1'), '--status', 'lost')).code).toBe(2);
    expect((await run('invitations', '--status', 'lost')).code).toBe(2);
    expect((await run('undo', ...one('INV-1'), '--as-of', '2026-01-01')).code).toBe(2);
  });
});
