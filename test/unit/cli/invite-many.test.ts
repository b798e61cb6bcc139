import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '#electron/hosts/cli/program.ts';
import { createWorkspace, openRecords } from '#electron/records/workspace.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { InvitationTemplate } from '#shared/model/invitation.ts';
import { aDossier, PROFILE } from '#test/unit/support/dossiers.ts';

const LINK = 'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=1';
const idOf = (n: number) => CustomerId.parse(`55555555-5555-4555-8555-${String(n).padStart(12, '0')}`);
const SHORT = InvitationTemplate.parse({
  id: 'short',
  name: 'Short',
  kind: 'reseller',
  language: 'en',
  scope: 'shared',
  subject: 'For {customer}',
  paragraphs: [],
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-cli-'));
  await createWorkspace(join(folder, 'w'), PROFILE);
  const records = await openRecords(join(folder, 'w'));
  await records?.save([0, 1, 2].map((n) => aDossier(idOf(n), `Customer ${n}`)));
  await records?.saveSurroundings({ ...records.surroundings(), templates: [SHORT] });
  await records?.close();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function run(words: readonly string[], showsProgress = false) {
  let out = '';
  let err = '';
  const code = await runCommandLine([...words, '--workspace', join(folder, 'w')], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    showsProgress,
    input: Readable.from(['']),
    version: '0.0.0',
  });
  return { code, out, err, json: () => JSON.parse(out) };
}

describe('invite', () => {
  const invite = (...more: string[]) =>
    run(['invite', '--customer', idOf(0), '--link', LINK, '--to', 'a@x.example', '--out', join(folder, 'd'), ...more]);

  it('takes the words of a shared template', async () => {
    const { code, json } = await invite('--template', 'short', '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({ invitation: { template: 'short' }, files: [expect.stringContaining('.eml')] });
    expect(await invite('--template', 'gone')).toMatchObject({ code: 1, err: expect.stringContaining('gone') });
  });

  it('prints a mailto: address, and records the invitation', async () => {
    const { code, json } = await invite('--template', 'short', '--mailto', '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      invitation: { status: 'exported', file: null },
      files: [],
      mailto: expect.stringMatching(/^mailto:a@x\.example\?subject=For%20Customer%200&body=/u),
    });
    await expect(readdir(join(folder, 'd'))).rejects.toThrow();
  });

  it('writes a draft instead where the address would be too long', async () => {
    const { code, err, json } = await invite('--language', 'zh-CN', '--mailto', '--json');
    expect(code).toBe(0);
    expect(err).toMatch(/too long/u);
    expect(json()).toMatchObject({ files: [expect.stringContaining('.eml')], mailto: null });
  });
});

describe('invite-all', () => {
  const inviteAll = async (customers: string, addresses: string, ...more: string[]) => {
    await writeFile(join(folder, 'customers.txt'), customers);
    await writeFile(join(folder, 'addresses.csv'), addresses);
    const files = ['--customers', join(folder, 'customers.txt'), '--addresses', join(folder, 'addresses.csv')];
    return await run(['invite-all', ...files, '--link', LINK, '--out', join(folder, 'd'), ...more], true);
  };

  it('writes what it may, lists the rest, and says so by its exit code', async () => {
    const customers = [0, 1, 2].map(idOf).join('\n');
    const addresses = 'Customer 0,a@x.example\nCustomer 1;b@x.example\nnobody,c@x.example\n';
    const { code, json } = await inviteAll(customers, addresses, '--json');
    expect(code).toBe(1);
    const { path, ...result } = json();
    expect(result).toEqual({
      written: 2,
      skipped: 0,
      refused: [{ customer: idOf(2), reason: expect.stringContaining('Customer 2') }],
      cancelled: false,
      badAddresses: [{ line: 3, reason: expect.stringContaining('nobody') }],
    });
    expect(await readdir(path)).toHaveLength(2);
    const again = await inviteAll([0, 1].map(idOf).join('\n'), 'Customer 0,a@x.example', '--format', 'zip');
    expect(again).toMatchObject({ code: 0, out: '0 written, 2 skipped, 0 refused\n' });
  });

  it.each([
    ['', /customers\.txt is empty/u],
    [`${idOf(0)}\nContoso`, /customers\.txt has no tenant ID on line 2/u],
  ])('names file and line of a bad customer list: %#', async (customers, sentence) => {
    const { code, err } = await inviteAll(customers, 'Customer 0,a@x.example');
    expect(code).toBe(1);
    expect(err).toMatch(sentence);
    await expect(readdir(join(folder, 'd'))).rejects.toThrow();
  });

  it('refuses unknown formats and languages as wrong usage', async () => {
    expect(await inviteAll(idOf(0), '', '--format', 'fax')).toMatchObject({ code: 2 });
    expect(await inviteAll(idOf(0), '', '--language', 'tlh')).toMatchObject({ code: 2 });
  });
});
