import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '#electron/hosts/cli/program.ts';
import { PROFILE } from '#test/unit/support/dossiers.ts';
import { customerAdmin, indirectReseller, requestOf, staff } from '#test/unit/support/questions.ts';

const SAMPLES = 'test/fixtures/samples';
const CONTOSO = '52eaad04-13a2-4a2f-9ce8-93a294fadf36';
const LINK =
  'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=false#/BillingAccounts/partner-invitation';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-cli-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs a verb on the test's workspace. */
async function run(...words: string[]) {
  return await runWith('', ...words);
}

async function runWith(input: string, ...words: string[]) {
  let out = '';
  let err = '';
  const code = await runCommandLine(words.includes('matrix') ? words : [...words, '--workspace', join(folder, 'w')], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    input: Readable.from([input]),
    version: '0.0.0',
  });
  return { code, out, err, json: () => JSON.parse(out) };
}

async function init(profile: unknown = PROFILE) {
  const file = join(folder, 'profile.json');
  await writeFile(file, typeof profile === 'string' ? profile : JSON.stringify(profile));
  return await run('init', '--profile', file, '--json');
}

describe('init', () => {
  it('creates a workspace and prints the profile', async () => {
    const { code, json } = await init();
    expect(code).toBe(0);
    expect(json()).toEqual(PROFILE);
  });

  it('does not create one twice', async () => {
    await init();
    const { code, err, out } = await init();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/already holds a workspace/);
  });

  it('reads a profile in GB18030 as it is meant', async () => {
    const file = join(folder, 'profile.json');
    const text = JSON.stringify({ ...PROFILE, partner: { ...PROFILE.partner, name: 'NAME' } });
    const name = Buffer.from([0xc0, 0xa5, 0xc2, 0xd8, 0xd4, 0xc6]);
    const [before, after] = text.split('NAME');
    await writeFile(file, Buffer.concat([Buffer.from(before ?? ''), name, Buffer.from(after ?? '')]));
    expect((await run('init', '--profile', file, '--json')).json().partner.name).toBe('昆仑云');
  });

  it.each([
    [{ ...PROFILE, programs: [] }, /profile\.json.*programs/],
    [{ ...PROFILE, cloud: 'mars' }, /profile\.json.*cloud/],
    [{ ...PROFILE, endpoints: { graph: 'http://graph.example' } }, /endpoints\.graph must begin with https:/],
    [{ ...PROFILE, endpoints: { graph: 'graph' } }, /endpoints\.graph must be a web address/],
    ['{\n  "cloud": "global",\n  oops', /profile\.json.*line 3/],
  ])('names file and field of a bad profile, and writes nothing: %#', async (profile, sentence) => {
    const { code, err } = await init(profile);
    expect(code).toBe(1);
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    const left = await readdir(join(folder, 'w')).catch(() => []);
    expect(left).toEqual([]);
  });
});

describe('delegations', () => {
  it('are listed by their end, and narrowed to those that end soon', async () => {
    await init();
    await run('import', `${SAMPLES}/csv/ExistingGdapRelationship.csv`, '--json');
    const { code, json } = await run('delegations', '--json');
    expect(code).toBe(0);
    const { items, total } = json();
    expect(items).toHaveLength(total);
    expect(total).toBeGreaterThan(0);
    const ends = items.flatMap(({ endsAt }: { endsAt: string | null }) => (endsAt === null ? [] : [endsAt]));
    expect(ends).toEqual([...ends].sort());
    const soon = (await run('delegations', '--expiring', '1', '--as-of', '2020-01-01T00:00:00Z', '--json')).json();
    expect(soon).toEqual({ total: 0, items: [] });
    expect((await run('delegations', '--expiring', 'soon')).code).toBe(2);
  });
});

describe('import and the lists', () => {
  it('accounts for every row, and a second import changes nothing', async () => {
    await init();
    const files = [`${SAMPLES}/csv/Customers.csv`, `${SAMPLES}/csv/reconciliation-license.gb18030.csv`];
    const first = (await run('import', ...files, '--json')).json();
    expect(first.map(({ kind, encoding }: Record<string, unknown>) => [kind, encoding])).toEqual([
      ['portal-customers', 'utf-8-bom'],
      ['reconciliation-license', 'gb18030'],
    ]);
    for (const { rows, added, updated, unchanged, rejected } of first) {
      expect(added + updated + unchanged + rejected.length).toBe(rows);
    }
    const again = (await run('import', ...files, '--json')).json();
    for (const { rows, unchanged, rejected } of again) expect(unchanged + rejected.length).toBe(rows);
  });

  it('asks which customer a Subscriptions download is about', async () => {
    await init();
    await run('import', `${SAMPLES}/csv/Customers.csv`);
    const unnamed = await run('import', `${SAMPLES}/csv/Subscriptions.csv`, '--json');
    expect(unnamed.code).toBe(1);
    expect(unnamed.json()[0].rejected).toHaveLength(3);
    const named = await run('import', `${SAMPLES}/csv/Subscriptions.csv`, '--customer', CONTOSO, '--json');
    expect(named).toMatchObject({ code: 0 });
    expect(named.json()[0]).toMatchObject({ rows: 3, added: 3, rejected: [] });
    const list = (await run('subscriptions', '--customer', CONTOSO, '--json')).json();
    expect(list.items.map(({ name, quantity }: Record<string, unknown>) => [name, quantity])).toContainEqual([
      'Office 365 E1',
      1200,
    ]);
    expect(Object.keys(list.items[0])).toEqual(['id', 'customer', 'name', 'quantity', 'channel', 'basis', 'status']);
  });

  it('refuses an unknown file whole and takes the others', async () => {
    await init();
    const stranger = join(folder, 'stranger.csv');
    await writeFile(stranger, 'a,b\n1,2\n');
    const { code, err, json } = await run('import', stranger, `${SAMPLES}/csv/Customers.csv`, '--json');
    expect(code).toBe(1);
    expect(err).toMatch(/stranger\.csv/);
    expect(json()).toMatchObject([
      { file: stranger, kind: null, rows: 0 },
      { kind: 'portal-customers', added: 8 },
    ]);
  });

  it('finds customers by channel and by words', async () => {
    await init({ ...PROFILE, partner: { ...PROFILE.partner, tenantId: '60ea59db-a506-485e-94c5-d115f369e239' } });
    await run('import', `${SAMPLES}/csv/reconciliation-license.gb18030.csv`);
    const found = (await run('customers', '--channel', 'csp-indirect', '--search', 'haitian', '--json')).json();
    expect(found.items.map(({ name }: { name: string }) => name)).toEqual(['海天智远網路有限公司']);
    expect(Object.keys(found.items[0])).toEqual(['id', 'name', 'domain', 'channels']);
  });
});

describe('what we may do', () => {
  it('decides an array from standard input, one answer each', async () => {
    const requests = [
      requestOf({ action: 'invitation.create', with: { kind: 'reseller' } }),
      requestOf({ action: 'invitation.create', with: { kind: 'reseller' }, subject: indirectReseller() }),
    ];
    const { code, json } = await runWith(JSON.stringify(requests), 'decide', '-', '--json');
    expect(code).toBe(0);
    expect(
      json().map(({ decision, context }: { decision: boolean; context: { rule: string } }) => [decision, context.rule]),
    ).toEqual([
      [true, 'R01'],
      [false, 'R03'],
    ]);
  });

  it('names the file, and which request of an array does not fit', async () => {
    const file = join(folder, 'requests.json');
    await writeFile(file, JSON.stringify([requestOf({ action: 'customer.view' }), {}]));
    const { code, err } = await run('decide', file);
    expect(code).toBe(1);
    expect(err).toMatch(/requests\.json.*\[1\]\.subject/);
  });

  it('names the place of an unknown action, of one request and of one in an array', async () => {
    const unknown = requestOf({ action: 'customer.delete' });
    const single = await runWith(JSON.stringify(unknown), 'decide', '-', '--json');
    expect(single).toMatchObject({ code: 1, out: '' });
    expect(single.err).toMatch(/“customer\.delete”.* of action\.name\.\n$/);
    const several = [requestOf({ action: 'customer.view' }), unknown];
    const second = await runWith(JSON.stringify(several), 'decide', '-', '--json');
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.err).toMatch(/“customer\.delete”.* of \[1\]\.action\.name\.\n$/);
  });

  it('writes every place in one style, and names what may stand there', async () => {
    const fits = requestOf({ action: 'customer.view' });
    const sentences = async (request: unknown) =>
      (await runWith(JSON.stringify([fits, request]), 'decide', '-', '--json')).err;
    expect(await sentences(requestOf({ action: 'customer.view', subject: staff({ roles: ['boss'] }) }))).toContain(
      'field [1].subject.properties.roles[0] must be one of admin-agent, ',
    );
    expect(await sentences(requestOf({ action: 'customer.view', on: { type: 'tenant' } }))).toContain(
      'field [1].resource.type must be one of customer, subscription, invitation, delegation.',
    );
    expect(await sentences(requestOf({ action: 'customer.view', subject: { type: 'robot', id: 'x' } }))).toContain(
      'field [1].subject.type must be one of partner-staff, customer-admin.',
    );
    expect(await sentences('please')).toContain('field [1] must be an object in braces.');
  });

  it('tells a person each answer in a line: by which rule, what would change it, and what it binds to', async () => {
    const refused = requestOf({
      action: 'invitation.create',
      with: { kind: 'reseller' },
      subject: indirectReseller(),
    });
    const bound = requestOf({
      action: 'invitation.accept',
      subject: customerAdmin('global-admin'),
      on: { type: 'invitation', properties: { kind: 'reseller', acceptedBy: null } },
    });
    const open = requestOf({ action: 'customer.view', subject: staff({ roles: null }) });
    const { code, err, out } = await runWith(JSON.stringify([refused, bound, open]), 'decide', '-');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [first, second, third, ...rest] = out.trimEnd().split('\n');
    expect(rest).toEqual([]);
    expect(first).toMatch(/^\[0\] deny by R03: /);
    expect(first).toContain('what would change it: ');
    expect(first).toContain('Ask an indirect provider of ours for an invitation link (our staff, R03)');
    expect(second).toMatch(/^\[1\] allow by R\d\d: /);
    expect(second).toContain('bear in mind: Nothing else changes: no subscription');
    expect(third).toMatch(/^\[2\] unknown by R08: .*; missing: subject\.properties\.roles$/);

    const alone = await runWith(JSON.stringify(refused), 'decide', '-');
    expect(`[0] ${alone.out}`).toBe(`${first}\n`);
  });

  it('notes that an empty array asks nothing', async () => {
    const { code, err, out } = await runWith('[]', 'decide', '-');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/no request/);
    expect(await runWith('[]', 'decide', '-', '--json')).toMatchObject({ code: 0, out: '[]\n' });
  });

  it('never answers a request that does not fit with a deny', async () => {
    const { code, err, out } = await runWith('{"action":{"name":"customer.view"}}', 'decide', '-', '--json');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/subject/);
  });

  it('sweeps every action on a customer and its subscription', async () => {
    await init();
    await run('import', `${SAMPLES}/csv/Customers.csv`);
    await run('import', `${SAMPLES}/csv/Subscriptions.csv`, '--customer', CONTOSO);
    const [{ id }] = (await run('subscriptions', '--json')).json().items;
    const answers = (await run('can', '--customer', CONTOSO, '--subscription', id, '--json')).json();
    const rules = Object.fromEntries(
      answers.map((one: { action: string; context: { rule: string } }) => [one.action, one.context.rule]),
    );
    expect(rules).toMatchObject({
      'invitation.create': 'R01',
      'subscription.provision': 'R11',
      'subscription.add-seats': 'R12',
    });
  });

  it('lists the subscriptions by the answer that our staff get', async () => {
    await init();
    await run('import', `${SAMPLES}/csv/Customers.csv`);
    await run('import', `${SAMPLES}/csv/Subscriptions.csv`, '--customer', CONTOSO);
    const list = async (...words: string[]) => (await run('subscriptions', '--json', ...words)).json();
    const all = await list();
    const allowed = await list('--can', 'subscription.add-seats');
    expect(await list('--can', 'subscription.add-seats', '--outcome', 'allow')).toEqual(allowed);
    const others = await Promise.all(
      ['deny', 'unknown'].map((outcome) => list('--can', 'subscription.add-seats', '--outcome', outcome)),
    );
    expect(allowed.total).toBeGreaterThan(0);
    expect([allowed, ...others].reduce((sum, { total }) => sum + total, 0)).toBe(all.total);
    expect(Object.keys(allowed.items[0])).toEqual(Object.keys(all.items[0]));
  });

  it('takes no answer without its action, and none that there is not', async () => {
    await init();
    const noAction = await run('subscriptions', '--outcome', 'deny');
    expect(noAction).toMatchObject({ code: 2, out: '' });
    expect(noAction.err).toMatch(/--outcome.*--can/);
    const noSuch = await run('subscriptions', '--can', 'subscription.renew', '--outcome', 'maybe');
    expect(noSuch).toMatchObject({ code: 2, out: '' });
    expect(noSuch.err).toMatch(/allow, deny, unknown/);
  });

  it('lists subscriptions by no action that is not asked of them, and names those that are', async () => {
    await init();
    for (const action of ['customer.view', 'subscription.fly']) {
      const { code, err, out } = await run('subscriptions', '--can', action);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/Use one of: subscription\.provision, .*subscription\.upgrade\./);
      expect(err).not.toMatch(/Use one of:.*customer\./);
    }
  });

  it('prints the whole table without a workspace', async () => {
    const table = (await run('matrix', '--json')).json();
    expect(table).toHaveLength(32);
    expect(table[3]).toMatchObject({ rule: 'R03', cloud: '21vianet' });
  });
});

describe('invite', () => {
  const invite = (link: string, to = 'it@contoso.example') =>
    run(
      'invite',
      '--customer',
      CONTOSO,
      '--link',
      link,
      '--to',
      to,
      '--language',
      'zh-CN',
      '--out',
      join(folder, 'out'),
      '--json',
    );

  it('writes a draft with the link verbatim, and records it', async () => {
    await init();
    await run('import', `${SAMPLES}/csv/Customers.csv`);
    const { code, json } = await invite(LINK);
    expect(code).toBe(0);
    const { files, invitation } = json();
    const mail = await simpleParser(await readFile(files[0]));
    expect(mail.headers.get('x-unsent')).toBe('1');
    expect(mail.text).toContain(LINK);
    expect((await run('show', CONTOSO, '--json')).json().invitations).toEqual([invitation]);
  });

  it.each([
    ['a foreign host', 'https://admin.microsoft.com.evil.example/x', undefined],
    ['http', LINK.replace('https', 'http'), undefined],
    ['a recipient that would smuggle a header', LINK, 'a@b.example\r\nBcc: c@d.example'],
  ])('refuses %s, and writes nothing', async (_, link, to) => {
    await init();
    await run('import', `${SAMPLES}/csv/Customers.csv`);
    const { code, err } = await invite(link, to);
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    await expect(readdir(join(folder, 'out'))).rejects.toThrow();
    expect((await run('show', CONTOSO, '--json')).json().invitations).toEqual([]);
  });

  it('is refused to an indirect reseller on 21Vianet, in the words of the rule', async () => {
    await init({ ...PROFILE, programs: ['indirect-reseller'] });
    await run('import', `${SAMPLES}/csv/Customers.csv`);
    const { code, err } = await invite(LINK);
    expect(code).toBe(1);
    expect(err).toMatch(/R03/);
  });
});

describe('exit codes', () => {
  it('2 for wrong usage', async () => {
    expect((await run('fly')).code).toBe(2);
    expect((await run('customers', '--channel', 'smoke')).code).toBe(2);
    expect((await run('customers', '--as-of', 'yesterday')).code).toBe(2);
    expect((await run('init')).code).toBe(2);
  });

  it('3 for a workspace that is missing or damaged', async () => {
    expect((await run('customers')).code).toBe(3);
    await init();
    await writeFile(join(folder, 'w', 'workspace.json'), 'garbage');
    const { code, err } = await run('customers');
    expect(code).toBe(3);
    expect(err).toMatch(/workspace\.json/);
  });

  it('1 for a customer nobody knows', async () => {
    await init();
    expect((await run('show', CONTOSO)).code).toBe(1);
  });
});
