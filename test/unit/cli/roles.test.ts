import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type AddressObject, simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '#electron/hosts/cli/program.ts';

const FIXTURES = 'test/fixtures';
const CONTOSO = '52eaad04-13a2-4a2f-9ce8-93a294fadf36';
/** The sample has a relationship for it that waits for its approval. */
const SUBSIDIARY = '4b827261-d21f-4aa9-b7db-7fa1f56fb163';
const STRANGER = '99999999-0000-4000-8000-000000000001';
const LINKS = {
  '21vianet': {
    reseller: 'https://portal.partner.microsoftonline.cn/Reseller.aspx?msppid=0&cloud=cn&%E4%B8%AD=1&x=a%2Fb+c#/accept',
    other: 'https://portal.office365.us/Invite?invType=ResellerRelationship',
  },
  global: {
    reseller:
      'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=1&%C3%BC=2&DAP=false#/a',
    other: 'https://portal.partner.microsoftonline.cn/Reseller.aspx?msppid=0',
  },
} as const;
const GDAP =
  'https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/5d027261-d21f-4aa9-b7db-7fa1f56fb163-8777b240-c6f0-4469-9e98-a3205431b836';

type Cloud = keyof typeof LINKS;

/** What an act comes to: `done`, or the rule by which it is refused. */
interface Expected {
  readonly name: string;
  readonly cloud: Cloud;
  readonly profile: string;
  /** The rule that lets it create a reseller invitation, or forbids it. */
  readonly create: { readonly outcome: 'allow' | 'deny'; readonly rule: string };
  readonly gdap: string;
  readonly handOver: string;
  readonly ask: string;
  readonly forward: string;
}

const [ALLOWED_OWN, ALLOWED_JOINT] = [
  { outcome: 'allow', rule: 'R01' },
  { outcome: 'allow', rule: 'R04' },
] as const;

/** A partner of each role on each cloud. Partners that transact ask nobody and forward nothing. */
const PARTNERS: readonly Expected[] = [
  {
    name: 'a direct-bill partner on 21Vianet',
    cloud: '21vianet',
    profile: 'direct-bill-21vianet.json',
    create: ALLOWED_OWN,
    gdap: 'R21',
    handOver: 'R02',
    ask: 'R00',
    forward: 'R05',
  },
  {
    name: 'an indirect provider on 21Vianet',
    cloud: '21vianet',
    profile: 'provider-21vianet.json',
    create: ALLOWED_OWN,
    // Its staff are sales agents: the staff matrix says no where the pages on GDAP cannot tell.
    gdap: 'R08',
    handOver: 'done',
    ask: 'R00',
    forward: 'R05',
  },
  {
    name: 'an indirect reseller on 21Vianet',
    cloud: '21vianet',
    profile: 'reseller-21vianet.json',
    create: { outcome: 'deny', rule: 'R03' },
    gdap: 'R21',
    handOver: 'R02',
    ask: 'done',
    forward: 'done',
  },
  {
    name: 'a direct-bill partner on the global cloud',
    cloud: 'global',
    profile: 'direct-bill-global.json',
    create: ALLOWED_OWN,
    gdap: 'done',
    handOver: 'R02',
    ask: 'R00',
    forward: 'R05',
  },
  {
    name: 'an indirect provider on the global cloud',
    cloud: 'global',
    profile: 'provider-global.json',
    create: ALLOWED_OWN,
    gdap: 'done',
    handOver: 'done',
    ask: 'R00',
    forward: 'R05',
  },
  {
    name: 'an indirect reseller on the global cloud',
    cloud: 'global',
    profile: 'reseller-global.json',
    create: ALLOWED_JOINT,
    gdap: 'done',
    handOver: 'R02',
    ask: 'done',
    forward: 'done',
  },
];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-cli-roles-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function run(workspace: string, ...words: string[]) {
  let out = '';
  let err = '';
  const code = await runCommandLine([...words, '--workspace', join(folder, workspace), '--json'], {
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
type Ran = Awaited<ReturnType<typeof run>>;

/** What came of a command: `done`, or the rule that its one sentence names. */
function cameTo({ code, err, out }: Ran): string {
  if (code === 0) return 'done';
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^[^\n]+\n$/);
  return /\bR\d\d\b/.exec(err)?.[0] ?? err;
}

/** The partner's workspace with the sample imported, as the drafts of the test go to `out`. */
async function begin({ profile }: Expected): Promise<void> {
  await run('w', 'init', '--profile', join(FIXTURES, 'profiles', profile));
  const samples = ['csv/Customers.csv', 'graph/create-delegatedAdminRelationship.201.json'];
  const { code } = await run('w', 'import', ...samples.map((name) => join(FIXTURES, 'samples', name)));
  expect(code).toBe(0);
}

const addressesOf = (field: AddressObject | AddressObject[] | undefined): string[] =>
  [field ?? []].flat().flatMap(({ value }) => value.map(({ address = '' }) => address));

/** The only draft in the folder, read back by a parser that is not ours. */
async function draft() {
  const drafts = (await readdir(join(folder, 'out'))).filter((name) => name.endsWith('.eml'));
  expect(drafts).toHaveLength(1);
  return simpleParser(await readFile(join(folder, 'out', drafts[0] ?? '')));
}

const writtenNothing = async () => expect(await readdir(join(folder, 'out')).catch(() => [])).toEqual([]);

const invite = (customer: string, ...source: string[]) =>
  run(
    'w',
    'invite',
    '--customer',
    customer,
    ...source,
    '--to',
    '王芳 <it@contoso.example>',
    '--language',
    'zh-CN',
    ...OUT(),
  );
const OUT = () => ['--out', join(folder, 'out')];

/** Whom the profile names as its provider and its reseller; a stranger where it names none. */
async function partnersOf({ profile }: Expected): Promise<{ provider: string; reseller: string }> {
  const { providers, resellers } = JSON.parse(await readFile(join(FIXTURES, 'profiles', profile), 'utf8'));
  return { provider: providers[0]?.tenantId ?? STRANGER, reseller: resellers[0]?.tenantId ?? STRANGER };
}

describe.each(PARTNERS)('$name', (partner) => {
  const { ask, cloud, create, forward, gdap, handOver } = partner;
  const { reseller: link, other } = LINKS[cloud];
  beforeEach(() => begin(partner));

  it(`is told by ${create.rule} whether it may create an invitation, and the draft keeps to that`, async () => {
    const answers = (await run('w', 'can', '--customer', CONTOSO)).json();
    const { provider } = await partnersOf(partner);
    expect(answers).toContainEqual({
      action: 'invitation.create',
      properties: { kind: 'reseller', ...(create.rule === 'R04' ? { provider } : {}) },
      decision: create.outcome === 'allow',
      context: expect.objectContaining(create),
    });

    const invited = await invite(CONTOSO, '--link', link);
    expect(cameTo(invited)).toBe(create.outcome === 'allow' ? 'done' : create.rule);
    const { items, counts } = (await run('w', 'invitations')).json();
    if (create.outcome === 'deny') {
      expect(items).toEqual([]);
      return writtenNothing();
    }
    const mail = await draft();
    expect(mail.text?.split('\n')).toContain(link);
    expect(addressesOf(mail.to)).toEqual(['it@contoso.example']);
    expect(items).toMatchObject([{ customer: CONTOSO, link, status: 'exported', kind: 'reseller' }]);
    expect(counts).toMatchObject({ exported: 1, sent: 0 });
    const one = ['--customer', CONTOSO, '--invitation', invited.json().invitation.id];
    expect((await run('w', 'mark', ...one, '--status', 'sent')).json()).toMatchObject({ link, status: 'sent' });
  });

  it('takes no link of the other cloud', async () => {
    const { code, err, out } = await invite(CONTOSO, '--link', other);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(new URL(other).host);
    await writtenNothing();
  });

  it(`requests GDAP: ${gdap}`, async () => {
    expect(cameTo(await invite(SUBSIDIARY, '--link', GDAP))).toBe(gdap);
    if (gdap !== 'done') return writtenNothing();
    const mail = await draft();
    expect(mail.text?.split('\n')).toContain(GDAP);
    expect(mail.text).toContain('730');
    // The link belongs to that customer (R07).
    expect((await invite(CONTOSO, '--link', GDAP)).err).toContain('Contoso subsidiary Inc');
  });

  it(`hands a link to a reseller of its own: ${handOver}; to any other: R02`, async () => {
    const { reseller } = await partnersOf(partner);
    const over = (to: string) => run('w', 'hand-over', '--link', link, '--reseller', to, '--language', 'en', ...OUT());
    expect(cameTo(await over(STRANGER))).toBe('R02');
    await writtenNothing();
    expect(cameTo(await over(reseller))).toBe(handOver);
    if (handOver !== 'done') return;
    const [attached] = (await draft()).attachments;
    expect(JSON.parse(attached?.content.toString('utf8') ?? '')).toMatchObject({
      link,
      cloud,
      audience: { tenantId: reseller },
    });
  });

  it(`asks a provider for a link: ${ask}`, async () => {
    const { provider } = await partnersOf(partner);
    const words = [
      '--customer',
      CONTOSO,
      '--provider',
      provider,
      '--to',
      'csp@provider.example',
      '--language',
      'zh-TW',
    ];
    expect(cameTo(await run('w', 'ask-provider', ...words, ...OUT()))).toBe(ask);
    if (ask !== 'done') return writtenNothing();
    const mail = await draft();
    expect(mail.text).toContain(CONTOSO);
    expect(addressesOf(mail.to)).toEqual(['csp@provider.example']);
  });

  it(`forwards what a provider made: ${forward}`, async () => {
    const { provider } = await partnersOf(partner);
    const received = await run('w', 'receive', '--link', link, '--provider', provider);
    expect(cameTo(received)).toBe(forward);
    if (forward !== 'done') return;
    const invited = await invite(CONTOSO, '--received', received.json().received.id);
    expect(invited.json()).toMatchObject({ invitation: { link, createdBy: provider, status: 'exported' } });
    const mail = await draft();
    expect(mail.text?.split('\n')).toContain(link);
    expect(addressesOf(mail.to)).toEqual(['it@contoso.example']);
    const one = ['--customer', CONTOSO, '--invitation', invited.json().invitation.id];
    expect((await run('w', 'mark', ...one, '--status', 'forwarded')).json()).toMatchObject({ status: 'forwarded' });
  });
});
