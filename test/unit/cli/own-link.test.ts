import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '#electron/hosts/cli/program.ts';
import { CUSTOMER, PROVIDER, US } from '#test/unit/support/questions.ts';

const OURS = 'https://portal.partner.microsoftonline.cn/Invite?partnerId=own#/accept';
const OTHER = 'https://portal.partner.microsoftonline.cn/Invite?partnerId=other#/accept';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-cli-own-link-'));
  const profile = {
    cloud: '21vianet',
    staff: { id: 'li@kunlun.example', roles: ['admin-agent'] },
    partner: { tenantId: PROVIDER, name: 'Kunlun Cloud' },
    programs: ['indirect-provider'],
    resellers: [US],
  };
  await put('profile.json', JSON.stringify(profile));
  await run('init', '--profile', at('profile.json'));
  const customers = `Microsoft ID,Company name,Primary domain name,Relationship\n${CUSTOMER},Contoso,c.cn,None\n`;
  await run('import', await put('Customers.csv', customers));
  await put('customers.txt', `${CUSTOMER}\n`);
  await put('addresses.txt', 'a@c.cn\n');
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);

async function put(name: string, text: string): Promise<string> {
  await writeFile(at(name), text);
  return at(name);
}

/** Partner Center told this link of ours. */
async function told(url: string): Promise<void> {
  const answer = JSON.stringify({ url, attributes: { objectType: 'RelationshipRequest' } });
  expect((await run('import', await put('relationshiprequest.json', answer))).code).toBe(0);
}

async function run(...words: string[]) {
  let out = '';
  let err = '';
  const code = await runCommandLine([...words, '--workspace', at('w')], {
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

const VERBS = {
  invite: () => ['invite', '--customer', CUSTOMER, '--to', 'a@c.cn', '--out', at('out'), '--json'],
  'invite-all': () => [
    ...['invite-all', '--customers', at('customers.txt'), '--addresses', at('addresses.txt')],
    ...['--out', at('out'), '--json'],
  ],
  'hand-over': () => ['hand-over', '--reseller', US, '--out', at('out'), '--json'],
};

describe.each(Object.entries(VERBS))('%s without --link', (verb, words) => {
  it('uses our link from Partner Center, and says as of when and from where', async () => {
    await told(OURS);
    const { code, err, json } = await run(...words());
    expect(code).toBe(0);
    expect(err).toMatch(
      /^Using our link from Partner Center as of \d{4}-\d\d-\d\dT\S+ \(file:relationshiprequest\.json\)\.\n$/,
    );
    const { items } = (await run('invitations', '--json')).json();
    const [link] = verb === 'hand-over' ? json().handOvers.map((one: { link: string }) => one.link) : [items[0].link];
    expect(link).toBe(OURS);
  });

  it('uses the link that is named instead, and says nothing', async () => {
    await told(OURS);
    const { code, err, out } = await run(...words(), '--link', OTHER);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toContain(OURS);
  });

  it('is wrong usage where no source told one', async () => {
    const { code, err } = await run(...words());
    expect(code).toBe(2);
    expect(err).toMatch(/^No link of our own is known: .*--link.*relationshiprequest\.json.*\.\n$/);
    await expect(readdir(at('out'))).rejects.toThrow('ENOENT');
  });

  it('does not use one that fails the checks', async () => {
    await told('https://evil.example/accept');
    const { code, err } = await run(...words());
    expect(code).toBe(1);
    expect(err).toMatch(/is not used\.\n.*evil\.example.*\.\n$/);
    await expect(readdir(at('out'))).rejects.toThrow('ENOENT');
  });
});

it('a received link stands for our own, and both together are wrong usage', async () => {
  await told(OURS);
  const both = await run(...VERBS.invite(), '--link', OTHER, '--received', 'INV-1');
  expect(both.code).toBe(2);
  const received = await run(...VERBS.invite(), '--received', 'INV-1');
  expect(received).toMatchObject({ code: 1 });
  expect(received.err).toContain('INV-1');
});
