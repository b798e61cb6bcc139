import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '#electron/hosts/cli/program.ts';
import { CUSTOMER, PROVIDER, STRANGER, US } from '#test/unit/support/questions.ts';

const LINK = 'https://portal.partner.microsoftonline.cn/Invite?invType=ResellerRelationship&partnerId=1#/accept';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-cli-partners-'));
  await init('provider', {
    partner: { tenantId: PROVIDER, name: 'Kunlun Cloud' },
    programs: ['indirect-provider'],
    resellers: [US],
  });
  await init('reseller', {
    partner: { tenantId: US, name: 'First Up' },
    programs: ['indirect-reseller'],
    providers: [{ tenantId: PROVIDER, name: 'Kunlun Cloud' }],
  });
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs a verb on the workspace of one of the two partners. */
async function run(partner: 'provider' | 'reseller', ...words: string[]) {
  let out = '';
  let err = '';
  const code = await runCommandLine([...words, '--workspace', join(folder, partner)], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    input: Readable.from(['']),
    version: '0.0.0',
  });
  return { code, out, err, json: () => JSON.parse(out) };
}

async function init(partner: 'provider' | 'reseller', profile: Record<string, unknown>) {
  const file = join(folder, `${partner}.json`);
  const staff = { id: `li@${partner}.example`, roles: ['admin-agent'] };
  await writeFile(file, JSON.stringify({ cloud: '21vianet', staff, ...profile }));
  await run(partner, 'init', '--profile', file);
  const customers = join(folder, 'Customers.csv');
  await writeFile(
    customers,
    `Microsoft ID,Company name,Primary domain name,Relationship\n${CUSTOMER},Contoso,c.cn,None\n`,
  );
  await run(partner, 'import', customers);
}

const handOver = () =>
  run(
    'provider',
    'hand-over',
    '--link',
    LINK,
    '--reseller',
    US,
    '--language',
    'zh-CN',
    '--out',
    join(folder, 'out'),
    '--json',
  );

describe('from provider to reseller to customer', () => {
  it('goes in three commands, the link byte for byte', async () => {
    const handed = await handOver();
    expect(handed).toMatchObject({ code: 0, err: '' });
    const { files, fingerprint, handOvers } = handed.json();
    expect(files).toEqual([handOvers[0].file, handOvers[0].mail]);
    expect(dirname(files[0])).toBe(join(folder, 'out'));

    const received = await run('reseller', 'receive', files[0], '--json');
    expect(received.code).toBe(0);
    expect(received.err).toContain(fingerprint);
    const { handOff, received: link } = received.json();
    expect(link).toMatchObject({ link: LINK, createdBy: PROVIDER, reference: handOvers[0].id });
    expect(handOff).toMatchObject({ signature: 'first', keyFingerprint: fingerprint });

    const invite = [
      '--customer',
      CUSTOMER,
      '--to',
      'a@c.cn',
      '--language',
      'zh-CN',
      '--out',
      join(folder, 'out'),
      '--json',
    ];
    const invited = await run('reseller', 'invite', '--received', link.id, ...invite);
    expect(invited).toMatchObject({ code: 0, err: '' });
    const { files: drafts, invitation } = invited.json();
    expect(invitation).toMatchObject({ link: LINK, createdBy: PROVIDER, status: 'exported' });
    expect((await simpleParser(await readFile(drafts[0]))).text).toContain(`\n${LINK}\n`);
  });

  it('shows what a file is without recording it', async () => {
    const { files } = (await handOver()).json();
    const looked = await run('reseller', 'receive', files[1], '--look', '--json');
    expect(looked.json()).toMatchObject({ received: null, handOff: { link: LINK } });
    expect((await run('reseller', 'received', '--json')).json()).toEqual({ total: 0, items: [] });
  });

  it('refuses an altered file in one sentence that names it, and records nothing', async () => {
    const { files } = (await handOver()).json();
    const altered = join(folder, 'altered.pchandoff');
    await writeFile(altered, (await readFile(files[0], 'utf8')).replace('partnerId=1', 'partnerId=2'));
    const { code, err, out } = await run('reseller', 'receive', altered, '--json');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^The hand-off file altered\.pchandoff was altered .* checksum .*\n$/);
    expect((await run('reseller', 'received', '--json')).json().total).toBe(0);
  });

  it('is refused to a partner that is no reseller of the provider’s (R02)', async () => {
    const { code, err } = await run('provider', 'hand-over', '--link', LINK, '--reseller', US, STRANGER);
    expect(code).toBe(1);
    expect(err).toContain(STRANGER);
    expect(err).toContain('R02');
  });
});

describe('receive', () => {
  it('takes in a pasted link of a provider of ours, lists it, and drops it again', async () => {
    const taken = await run('reseller', 'receive', '--link', LINK, '--provider', PROVIDER, '--json');
    expect(taken.json()).toMatchObject({ received: { link: LINK, via: 'pasted' }, handOff: null, mail: null });
    expect(taken.err).toBe('Nothing in a mail or a pasted link proves who made it; a hand-off file does.\n');
    const { id } = taken.json().received;
    expect((await run('reseller', 'received')).out).toContain(id);
    expect((await run('reseller', 'received', '--remove', id, '--json')).json()).toEqual({ total: 0, items: [] });
  });

  it('asks which link of a mail is meant, and whose', async () => {
    const mail = join(folder, 'm.eml');
    await writeFile(mail, `From: p@kunlun.example\r\n\r\n${LINK}\r\n${LINK}2\r\n`);
    const which = await run('reseller', 'receive', mail, '--provider', PROVIDER);
    expect(which.code).toBe(2);
    expect(which.err).toContain(`${LINK}2`);
    expect((await run('reseller', 'receive', mail, '--link', `${LINK}2`)).err).toContain('--provider');
    const words = [mail, '--link', `${LINK}2`, '--provider', PROVIDER, '--json'];
    const taken = await run('reseller', 'receive', ...words);
    expect(taken.json()).toMatchObject({
      received: { link: `${LINK}2`, via: 'mail', sender: 'p@kunlun.example' },
      mail: { from: 'p@kunlun.example', links: [LINK, `${LINK}2`] },
    });
    expect(taken.err).toBe(
      'Nothing in a mail or a pasted link proves who made it; a hand-off file does. The mail says it is from p@kunlun.example.\n',
    );
    expect((await run('reseller', 'received')).out).toContain('mail from p@kunlun.example');
  });

  it('is wrong usage without a file or a link, or with a link that is nobody’s', async () => {
    expect((await run('reseller', 'receive')).code).toBe(2);
    expect((await run('reseller', 'receive', '--link', LINK)).code).toBe(2);
    expect((await run('reseller', 'invite', '--customer', CUSTOMER, '--to', 'a@c.cn')).code).toBe(2);
  });
});

describe('ask-provider', () => {
  it('writes the request and names the file', async () => {
    const words = ['--customer', CUSTOMER, '--provider', PROVIDER, '--to', 'csp@kunlun.example', '--language', 'zh-TW'];
    const { code, json } = await run('reseller', 'ask-provider', ...words, '--out', join(folder, 'out'), '--json');
    expect(code).toBe(0);
    const { files } = json();
    expect(basename(files[0])).toMatch(/^Contoso INV-\d{8}-[0-9A-F]{6}\.eml$/);
    expect((await simpleParser(await readFile(files[0]))).text).toContain(CUSTOMER);
  });
});
