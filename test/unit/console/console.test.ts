import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Console, type ConsoleOptions, createConsole } from '#electron/console.ts';
import { CustomerId, SubscriptionId } from '#shared/model/ids.ts';
import { consoleOptions } from '#test/unit/support/console-options.ts';
import { PROFILE } from '#test/unit/support/dossiers.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';

const SAMPLES = 'test/fixtures/samples';
const CONTOSO = CustomerId.parse('52eaad04-13a2-4a2f-9ce8-93a294fadf36');
const EMS = SubscriptionId.parse(`remainder:${CONTOSO}:ems`);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-whole-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function start(more: Partial<ConsoleOptions> = {}): Promise<Console> {
  return await createConsole(consoleOptions(folder, more));
}

const handed = async (path: string) => ({
  name: path.split('/').at(-1) ?? path,
  bytes: new Blob([new Uint8Array(await readFile(join(SAMPLES, path)))]),
  modifiedAt: '2026-11-20T00:00:00Z',
});

describe('a console', () => {
  it('opens a workspace that was mended when the window asks again', async () => {
    const first = await start();
    await first.client.workspace.create({ profile: PROFILE });
    await first.close();
    const file = join(folder, 'w', 'workspace.json');
    const whole = await readFile(file);
    await writeFile(file, 'garbage');
    const second = await start();
    expect(await second.client.workspace.state()).toMatchObject({ state: 'failed' });
    await writeFile(file, whole);
    expect(await second.client.workspace.state()).toMatchObject({ state: 'open' });
    expect(await second.client.invitations.hosts()).toContain('portal.partner.microsoftonline.cn');
    await second.close();
  });

  it('starts empty, becomes a workspace, and finds it again', async () => {
    const first = await start();
    expect(await first.client.workspace.state()).toMatchObject({ state: 'empty' });
    await first.client.workspace.create({ profile: PROFILE });
    await first.close();
    const second = await start();
    expect(await second.client.workspace.state()).toMatchObject({ state: 'open', customers: 0, asOf: null });
    await second.close();
  });

  it('is one at a time: the second start hails the first', async () => {
    let hailed: () => void = () => undefined;
    const hail = new Promise<void>((resolve) => {
      hailed = resolve;
    });
    const first = await start({ onHail: hailed });
    expect(await rejectionOf(() => start())).toMatchObject({ kind: 'busy' });
    await hail;
    await first.close();
  });

  it('loses neither of two writes made at once: an import and a declared channel', async () => {
    const { client, close } = await start();
    await client.workspace.create({ profile: PROFILE });
    await client.imports.file({ file: await handed('csv/Customers.csv') });
    await client.imports.file({ file: await handed('partner-center/subscribedskus.json'), customer: CONTOSO });
    const [report] = await Promise.all([
      client.imports.file({ file: await handed('csv/Subscriptions.csv'), customer: CONTOSO }),
      client.subscriptions.attribute({ customer: CONTOSO, subscription: EMS, channel: 'direct' }),
    ]);
    expect(report.added).toBe(3);
    const { subscriptions } = await client.customers.get({ id: CONTOSO });
    expect(subscriptions.find(({ id }) => id === EMS)?.channel).toMatchObject({ value: 'direct', basis: 'declared' });
    expect(subscriptions.filter(({ kind }) => kind === 'subscription')).toHaveLength(3);
    await close();
  });

  it('does not let staff declare away what was observed', async () => {
    const { client, close } = await start();
    await client.workspace.create({ profile: PROFILE });
    await client.imports.file({ file: await handed('csv/Customers.csv') });
    await client.imports.file({ file: await handed('csv/Subscriptions.csv'), customer: CONTOSO });
    const { items } = await client.subscriptions.list({ customer: CONTOSO });
    const subscription = items[0]?.id ?? SubscriptionId.parse('none');
    await expect(
      client.subscriptions.attribute({ customer: CONTOSO, subscription, channel: 'direct' }),
    ).rejects.toMatchObject({
      data: { kind: 'refused', key: 'channelObserved' },
    });
    await close();
  });

  it('opens the page that a rule rests on outside the window, and nothing that is not in the rule table', async () => {
    const opened: string[] = [];
    const openAddress = async (address: string) => opened.push(address) > 0;
    const { client, close } = await start({ openAddress });
    expect(await client.policy.openSource({ rule: 'R11', source: 0 })).toEqual({ opened: true });
    await expect(client.policy.openSource({ rule: 'R11', source: 9 })).rejects.toMatchObject({
      data: { kind: 'not-found', key: 'unknownSource' },
    });
    expect(opened).toEqual(['https://msdn.microsoft.com/partner-china/multichannel']);
    await close();
  });

  it('explains an answer as supposed, and leaves the records as they are', async () => {
    const { client, close } = await start();
    await client.workspace.create({ profile: PROFILE });
    await client.imports.file({ file: await handed('csv/Customers.csv') });
    await client.imports.file({ file: await handed('csv/Subscriptions.csv'), customer: CONTOSO });
    const subscription = (await client.subscriptions.list({ customer: CONTOSO })).items[0]?.id;
    const asked = { customer: CONTOSO, subscription, action: 'subscription.add-seats', properties: {} } as const;
    const before = await client.policy.explain(asked);
    const changes = [{ change: 'staff-roles' as const, roles: ['helpdesk-agent' as const] }];
    const supposed = await client.policy.explain({ ...asked, changes });
    expect(supposed.answer.context).toMatchObject({ outcome: 'deny', rule: 'R08' });
    expect(supposed.trace[0]).toMatchObject({ link: 'staff-role', state: 'broken' });
    expect(supposed.answer.context.remedies).toContainEqual(expect.objectContaining({ action: 'staff.ask-role' }));
    expect(await client.policy.explain(asked)).toEqual(before);
    await close();
  });

  it('opens the sample with every channel, and completes one that was cut short', async () => {
    const first = await start({ sample: true });
    const { counts, total } = await first.client.customers.list({});
    expect(total).toBe(30);
    expect(Object.values(counts).every((count) => count > 0)).toBe(true);
    await first.close();
    const [cut] = await readdir(join(folder, 'w', 'dossiers'));
    await rm(join(folder, 'w', 'dossiers', cut ?? ''));
    // What was cut short was never put down as being there.
    await rm(join(folder, 'w', 'ledgers', 'documents.json'));
    const second = await start({ sample: true });
    expect((await second.client.customers.list({})).total).toBe(30);
    await second.close();
  });
});
