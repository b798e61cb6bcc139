import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '#electron/hosts/cli/program.ts';
import { openRecords } from '#electron/records/workspace.ts';
import type { ShownEntry } from '#shared/contract/sync.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { Simulator } from '#test/simulator/simulator.ts';
import { startSimulator } from '#test/simulator/start.ts';
import { LICENSE_ADMINISTRATOR } from '#test/unit/support/questions.ts';

let folder: string;
let sim: Simulator;
let customer: CustomerId;
let tokens: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-cli-outbox-'));
  sim = await startSimulator({ cloud: 'global', customers: 5 });
  const [first] = sim.changes.customers();
  if (!first) throw new Error('nobody is listed');
  customer = first;
  sim.changes.switchDap(customer, true);
  const staff = { ...sim.profile.staff, roles: ['admin-agent'] };
  const profile = { ...sim.profile, programs: ['indirect-provider'], staff };
  await writeFile(join(folder, 'profile.json'), JSON.stringify(profile));
  const token = { partnerCenter: sim.token('partner-center'), graph: sim.token('graph') };
  await writeFile(join(folder, 'tokens.json'), JSON.stringify(token), { mode: 0o600 });
  tokens = ['--token-file', join(folder, 'tokens.json')];
  const csv = `Microsoft ID,Company name,Primary domain name,Relationship\n${customer},Contoso,contoso.example,Reseller\n`;
  await writeFile(join(folder, 'Customers.csv'), csv);
  await run('init', '--profile', join(folder, 'profile.json'));
  await run('import', join(folder, 'Customers.csv'));
});

afterEach(async () => {
  await sim.close();
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

const NOTHING = { sent: 0, refused: 0, attention: 0, problem: null };

const gdap = (...more: string[]) =>
  run('request-gdap', '--customer', customer, '--name', 'Licenses', '--role', LICENSE_ADMINISTRATOR, ...more);

describe('the outbox on the command line', () => {
  it('takes a request for GDAP, shows it, sends it and shows the link', async () => {
    expect(await gdap('--days', '365')).toMatchObject({ code: 0 });
    const waiting = (await run('outbox', '--json')).json();
    expect(waiting).toMatchObject({ total: 1, items: [{ state: 'waiting', customerName: 'Contoso', steps: [] }] });
    expect((await run('outbox-send', '--json', ...tokens)).json()).toEqual({ ...NOTHING, sent: 1 });
    const [entry] = (await run('outbox', '--json')).json().items;
    expect(entry).toMatchObject({ state: 'done', steps: [{ step: 'create' }, { step: 'lock' }] });
    expect((await run('outbox')).out).toContain(entry.result.link);
    const { items } = (await run('delegations', '--json')).json();
    expect(items).toMatchObject([{ name: 'Licenses', status: 'approvalPending' }]);
  });

  it('leaves its lines in the audit log: who decided, and what came of it', async () => {
    await gdap('--days', '365');
    await run('outbox-send', ...tokens);
    const records = await openRecords(join(folder, 'w'), { access: 'read' });
    const { items } = (await records?.audit(0, 100)) ?? { items: [] };
    const acts = items.filter(({ act }) => act.startsWith('command-')).map(({ act, by }) => [act, by]);
    const { id } = sim.profile.staff;
    expect(acts.reverse()).toEqual([
      ['command-decided', id],
      ['command-carried-out', id],
    ]);
    await records?.close();
  });

  it('refuses a name that a relationship has by now', async () => {
    await gdap('--days', '365');
    await run('outbox-send', ...tokens);
    const { code, err } = await gdap('--days', '30');
    expect(code).toBe(1);
    expect(err).toContain('A relationship named “Licenses” exists already');
  });

  it('takes back what was not sent', async () => {
    const { id } = (await run('remove-dap', '--customer', customer, '--json')).json();
    expect((await run('outbox-undo', id, '--json')).json()).toMatchObject({ id, state: 'undone' });
    expect((await run('outbox-send', '--json', ...tokens)).json()).toEqual(NOTHING);
    expect(sim.changes.customer(customer).delegatedAccess?.value).toBe(true);
    expect(await run('outbox-undo', id)).toMatchObject({ code: 1 });
  });

  it('fetches our reseller link, which invitations then use', async () => {
    await run('fetch-link');
    expect(await run('outbox-send', ...tokens)).toMatchObject({ code: 0, out: 'Sent 1, refused 0.\n' });
    const [entry] = (await run('outbox', '--json')).json().items;
    expect(entry).toMatchObject({ customerName: null, result: { delegation: null } });
    expect(entry.result.link).toMatch(/^https:/u);
  });

  it('sends nothing when nobody is signed in', async () => {
    await run('fetch-link');
    const { code, err } = await run('outbox-send');
    expect(code).toBe(1);
    expect(err).toContain('sign in');
    expect((await run('outbox', '--json')).json().items).toMatchObject([{ state: 'waiting', tries: 0 }]);
  });

  it('tells what needs a person, by sync too, fails for it, and lets it be set aside', async () => {
    const { id } = (await run('remove-dap', '--customer', customer, '--json')).json();
    const unknown = { match: /^GET \/v1\/customers\/[0-9a-f-]+$/u, kind: '404', times: 1 } as const;
    sim.fault(unknown);
    const sent = await run('outbox-send', ...tokens);
    expect(sent).toMatchObject({ code: 1, out: 'Sent 0, refused 0.\n' });
    expect(sent.err).toContain('1 entry of the outbox needs a person');
    expect(await run('outbox-undo', id)).toMatchObject({ code: 0, out: `${id} was set aside.\n` });

    await run('remove-dap', '--customer', customer);
    sim.fault(unknown);
    const synced = await run('sync', ...tokens, '--json', '--requests-per-minute', '60000');
    expect(synced.code).toBe(1);
    expect(synced.err).toContain('1 entry of the outbox needs a person');
    expect(synced.json()).toMatchObject({ pushed: 0, refused: 0 });
  });

  it('tries one entry again, or sends it, without what else waits', async () => {
    const { id } = (await run('remove-dap', '--customer', customer, '--json')).json();
    sim.fault({ match: /^GET \/v1\/customers\/[0-9a-f-]+$/u, kind: '404', times: 1 });
    await run('outbox-send', ...tokens);
    await gdap('--days', '365');
    expect(await run('outbox-retry', id, ...tokens)).toMatchObject({ code: 0 });
    const { items } = (await run('outbox', '--json')).json();
    // What is not over comes first.
    expect(items.map(({ command, state }: ShownEntry) => [command.kind, state])).toEqual([
      ['gdap-request', 'waiting'],
      ['dap-remove', 'done'],
    ]);
  });

  it('lists what is not over before what is, whichever is newer', async () => {
    await gdap('--days', '365');
    await run('fetch-link');
    const { items } = (await run('outbox', '--json')).json();
    await run('outbox-undo', items[0].id);
    const { items: after } = (await run('outbox', '--json', '--limit', '1')).json();
    expect(after).toMatchObject([{ command: { kind: 'gdap-request' }, state: 'waiting' }]);
  });

  it('tells what could not be sent although other things were', async () => {
    await run('fetch-link');
    await gdap('--days', '365');
    sim.fault({ match: /tenantRelationships/u, kind: 'html', times: 100 });
    const { code, err, out } = await run('outbox-send', ...tokens);
    expect([code, out]).toEqual([1, 'Sent 1, refused 0.\n']);
    expect(err).toContain('instead of data');
  });

  it('tells what is wrong with a command that makes no sense', async () => {
    expect(await gdap('--days', '731')).toMatchObject({ code: 2 });
    expect(await run('request-gdap', '--customer', customer, '--name', 'N', '--days', '30')).toMatchObject({ code: 2 });
    expect(await run('remove-dap', '--customer', 'nobody')).toMatchObject({ code: 2 });
  });

  it('tells one sentence when the service cannot be reached', async () => {
    await run('fetch-link');
    const port = Number(new URL(sim.url).port);
    await sim.close();
    const { code, err } = await run('outbox-send', ...tokens);
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(`127.0.0.1:${port}`);
    sim = await startSimulator({ cloud: 'global', customers: 5, port });
  });
});
