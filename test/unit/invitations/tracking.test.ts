import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Console, createConsole } from '#electron/console.ts';
import { readProfile } from '#electron/records/profile.ts';
import { fileOf as documentFile, documentOf } from '#electron/records/storage.ts';
import { createWorkspace, openRecords } from '#electron/records/workspace.ts';
import { CustomerId, InvitationId, TenantId } from '#shared/model/ids.ts';
import type { Invitation } from '#shared/model/invitation.ts';
import { consoleOptions } from '#test/unit/support/console-options.ts';
import { PROFILE } from '#test/unit/support/dossiers.ts';
import { LINK } from '#test/unit/support/invitations.ts';
import { PROVIDER } from '#test/unit/support/questions.ts';

const CUSTOMER = CustomerId.parse('52eaad04-13a2-4a2f-9ce8-93a294fadf36');
const TO = 'admin@contoso.example';
const HOUR = 3_600_000;

let folder: string;
let time: Date;
let opened: Console[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-tracking-'));
  time = new Date('2026-11-22T08:00:00Z');
  opened = [];
});
afterEach(async () => {
  for (const one of opened) await one.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<Console['client']> {
  const console = await createConsole(consoleOptions(folder, { clock: () => time }));
  opened.push(console);
  return console.client;
}

/** A workspace with one customer that was invited an hour after we listed it. */
async function invited() {
  const client = await start();
  await client.workspace.create({ profile: PROFILE });
  await client.imports.file({ file: customers('None') });
  time = new Date(time.getTime() + HOUR);
  const { invitation } = await client.invitations.export({ customer: CUSTOMER, link: LINK, to: TO, language: 'zh-CN' });
  time = new Date(time.getTime() + HOUR);
  return { client, invitation, named: { customer: CUSTOMER, invitation: invitation.id } };
}

/** The portal's list of customers as it is now. */
function customers(relationship: string) {
  const text = `Microsoft ID,Company name,Primary domain name,Relationship\n${CUSTOMER},Contoso Inc,contoso.example,${relationship}\n`;
  return { name: 'Customers.csv', bytes: new Blob([text]), modifiedAt: time.toISOString() };
}

const events = async (client: Console['client']) =>
  (await client.customers.get({ id: CUSTOMER })).history.map(({ by, event }) => `${event} by ${by}`);
const US_STAFF = PROFILE.staff.id;

describe('what staff say of an invitation', () => {
  it('is recorded step by step, and taken back', async () => {
    const { client, named } = await invited();
    await client.invitations.mark({ ...named, status: 'sent' });
    expect(await client.invitations.mark({ ...named, status: 'withdrawn' })).toMatchObject({
      status: 'withdrawn',
      history: [{ status: 'exported' }, { status: 'sent' }, { status: 'withdrawn', by: US_STAFF, evidence: null }],
    });
    expect(await client.invitations.undo(named)).toMatchObject({ status: 'sent' });
    expect((await events(client)).slice(2)).toEqual([
      `invitation-marked by ${US_STAFF}`,
      `invitation-marked by ${US_STAFF}`,
      `invitation-undone by ${US_STAFF}`,
    ]);
  });

  it('is refused where the life cycle has no such step, and nothing is recorded', async () => {
    const { client, named } = await invited();
    const before = await client.customers.get({ id: CUSTOMER });
    await expect(client.invitations.mark({ ...named, status: 'drafted' })).rejects.toMatchObject({
      data: { kind: 'refused', key: 'invitationStep' },
    });
    await expect(client.invitations.undo(named)).rejects.toMatchObject({ data: { key: 'invitationFirstStep' } });
    await expect(
      client.invitations.mark({ ...named, invitation: InvitationId.parse('INV-NONE'), status: 'sent' }),
    ).rejects.toMatchObject({ data: { kind: 'not-found', key: 'invitationUnknown' } });
    expect(await client.customers.get({ id: CUSTOMER })).toEqual(before);
  });
});

describe('an import', () => {
  it('accepts the invitation whose customer came to have the relationship, and says by which evidence', async () => {
    const { client, invitation } = await invited();
    await client.imports.file({ file: customers('Cloud Reseller') });
    const { items } = await client.invitations.list({ status: 'accepted' });
    const asOf = time.toISOString();
    const provenance = { basis: 'observed', source: 'file:Customers.csv', asOf };
    expect(items.map((row) => [row.invitation.id, row.invitation.history.at(-1)])).toEqual([
      [
        invitation.id,
        {
          status: 'accepted',
          at: asOf,
          by: 'console',
          evidence: {
            fact: 'reseller-relationship',
            delegation: null,
            absentAsOf: '2026-11-22T08:00:00.000Z',
            absentSource: 'file:Customers.csv',
            provenance,
          },
        },
      ],
    ]);
    expect((await events(client)).slice(-2)).toEqual([`imported by ${US_STAFF}`, 'invitation-accepted by console']);
  });

  it('accepts it once, and not again after staff took it back', async () => {
    const { client, named } = await invited();
    await client.imports.file({ file: customers('Cloud Reseller') });
    await client.invitations.undo(named);
    time = new Date(time.getTime() + HOUR);
    await client.imports.file({ file: customers('Cloud Reseller') });
    expect((await client.invitations.list({})).counts).toMatchObject({ accepted: 0, exported: 1 });
    expect((await events(client)).filter((event) => event.startsWith('invitation-accepted'))).toHaveLength(1);
  });

  it('accepts nothing by a list that was saved before the customer was invited', async () => {
    const { client, invitation } = await invited();
    const earlier = new Date(Date.parse(invitation.createdAt) - HOUR / 2).toISOString();
    await client.imports.file({ file: { ...customers('Cloud Reseller'), modifiedAt: earlier } });
    expect((await client.customers.get({ id: CUSTOMER })).relationship?.value).toBe('Cloud Reseller');
    expect((await client.invitations.list({})).counts).toMatchObject({ accepted: 0, exported: 1 });
  });
});

describe('sending again', () => {
  it('drafts the same link to the same recipient in another language, in place of the old one', async () => {
    const { client, invitation: old, named } = await invited();
    await client.invitations.mark({ ...named, status: 'sent' });
    const { invitation, path } = await client.invitations.resend({ ...named, language: 'en' });
    expect(invitation).toMatchObject({
      kind: old.kind,
      link: old.link,
      to: old.to,
      language: 'en',
      status: 'exported',
    });
    expect(invitation.id).not.toBe(old.id);
    expect((await simpleParser(await readFile(path))).text).toContain(LINK);
    const { invitations } = await client.customers.get({ id: CUSTOMER });
    expect(invitations.map(({ id, status, supersededBy }) => ({ id, status, supersededBy }))).toEqual([
      { id: old.id, status: 'superseded', supersededBy: invitation.id },
      { id: invitation.id, status: 'exported', supersededBy: null },
    ]);
  });

  it('leaves the new one as it is when the supersession is undone: both are open then, and the list says so', async () => {
    const { client, invitation: old, named } = await invited();
    const { invitation } = await client.invitations.resend({ ...named, language: 'en' });
    expect(await client.invitations.undo(named)).toEqual(old);
    const { items } = await client.invitations.list({});
    expect(new Map(items.map((row) => [row.invitation.id, row.open]))).toEqual(
      new Map([
        [old.id, [invitation.id]],
        [invitation.id, [old.id]],
      ]),
    );
  });

  it('is refused for one that has ended, and leaves no draft behind', async () => {
    const { client, named } = await invited();
    await client.invitations.mark({ ...named, status: 'withdrawn' });
    await expect(client.invitations.resend({ ...named, language: 'en' })).rejects.toMatchObject({
      data: { kind: 'refused', key: 'invitationEnded', values: { statusNow: 'withdrawn', statusNext: 'superseded' } },
    });
    expect(await readdir(join(folder, 'drafts'))).toHaveLength(1);
  });

  it('is refused for a draft, which is continued instead, and the list offers it for none', async () => {
    const { client } = await invited();
    const saved = await client.invitations.saveDraft({ customer: CUSTOMER, link: LINK, to: TO, language: 'zh-CN' });
    const named = { customer: CUSTOMER, invitation: saved.id };
    await expect(client.invitations.resend({ ...named, language: 'en' })).rejects.toMatchObject({
      data: { kind: 'refused', key: 'resendDraft', values: { invitation: saved.id } },
    });
    expect(await readdir(join(folder, 'drafts'))).toHaveLength(1);
    const { items } = await client.invitations.list({});
    expect(items.filter(({ next }) => next.includes('superseded')).map(({ invitation }) => invitation.status)).toEqual([
      'exported',
    ]);
  });

  it('asks the policy again: what we may not create any more is not sent again', async () => {
    const { named } = await invited();
    await opened.pop()?.close();
    await withProfile({ ...PROFILE, staff: { ...PROFILE.staff, roles: ['helpdesk-agent'] } });
    const again = await start();
    await expect(again.invitations.resend({ ...named, language: 'en' })).rejects.toMatchObject({
      data: { kind: 'refused', key: 'notAllowed' },
    });
    expect((await again.invitations.list({})).counts).toMatchObject({ exported: 1, superseded: 0 });
  });

  it('needs a link of our provider’s to be among the received ones still', async () => {
    const { invitation, named } = await invited();
    await opened.pop()?.close();
    await withInvitation({ ...invitation, createdBy: TenantId.parse(PROVIDER) });
    const again = await start();
    await expect(again.invitations.resend({ ...named, language: 'en' })).rejects.toMatchObject({
      data: { kind: 'refused', key: 'invitationLinkGone' },
    });
  });
});

describe('an export that cannot be recorded', () => {
  /** A saved draft whose export was undone, and whose dossier names this file or none. */
  async function exportedAgain(fileOf: (path: string) => string | null) {
    const { client } = await invited();
    const draft = { customer: CUSTOMER, link: LINK, to: TO, language: 'zh-CN' as const };
    const { id } = await client.invitations.saveDraft(draft);
    const { path } = await client.invitations.export({ ...draft, draft: id });
    const undone = await client.invitations.undo({ customer: CUSTOMER, invitation: id });
    await opened.pop()?.close();
    await withInvitation({ ...undone, file: fileOf(path) });
    const again = await start();
    // Nothing can be recorded where a folder stands in the place of the version before.
    const previous = join(folder, 'w', `${documentFile(documentOf(CUSTOMER))}.prev`);
    await rm(previous, { force: true });
    await mkdir(join(previous, 'in the way'), { recursive: true });
    await expect(again.invitations.export({ ...draft, draft: id })).rejects.toThrow();
    return basename(path);
  }

  it('leaves no mail behind that no dossier names', async () => {
    const name = await exportedAgain(() => null);
    expect(await readdir(join(folder, 'drafts'))).not.toContain(name);
  });

  it('leaves the mail that a dossier names', async () => {
    const name = await exportedAgain((path) => path);
    expect(await readdir(join(folder, 'drafts'))).toContain(name);
  });
});

describe('a workspace from before invitations were tracked', () => {
  beforeEach(async () => {
    await cp('test/fixtures/workspaces/before-tracking', join(folder, 'w'), { recursive: true });
  });

  it('opens with its invitations, and they are tracked from now on', async () => {
    time = new Date('2026-11-26T08:00:00Z');
    const client = await start();
    const { items } = await client.invitations.list({});
    expect(items.map(({ customerName, invitation, nudge }) => [customerName, invitation.status, nudge])).toEqual([
      ['Contoso Inc', 'exported', true],
      ['Contoso subsidiary Inc', 'exported', true],
    ]);
    expect(items[0]?.invitation).toMatchObject({
      template: null,
      supersededBy: null,
      refused: [],
      history: [{ evidence: null }],
    });
    const named = { customer: CUSTOMER, invitation: items[0]?.invitation.id ?? InvitationId.parse('none') };
    await client.invitations.mark({ ...named, status: 'sent' });
    await opened.pop()?.close();
    const again = await start();
    expect((await again.invitations.list({})).counts).toMatchObject({ exported: 1, sent: 1 });
  });

  it('takes a relationship that it knew for none of the invitation’s doing, and a new one for it', async () => {
    const subsidiary = '4b827261-d21f-4aa9-b7db-7fa1f56fb163';
    time = new Date('2026-11-26T08:00:00Z');
    const client = await start();
    const text = [
      'Microsoft ID,Company name,Primary domain name,Relationship',
      `${CUSTOMER},Contoso Inc,contoso.partner.onmschina.cn,Cloud Reseller`,
      `${subsidiary},Contoso subsidiary Inc,contososub.partner.onmschina.cn,Cloud Reseller\n`,
    ].join('\n');
    const file = { name: 'Customers.csv', bytes: new Blob([text]), modifiedAt: '2026-11-25T08:00:00Z' };
    await client.imports.file({ file });
    const { items } = await client.invitations.list({});
    expect(Object.fromEntries(items.map(({ customer, invitation }) => [customer, invitation.status]))).toEqual({
      [CUSTOMER]: 'exported',
      [subsidiary]: 'accepted',
    });
  });
});

/** The same workspace with another partner profile. */
async function withProfile(profile: unknown): Promise<void> {
  const file = join(folder, 'w', 'workspace.json');
  await rm(file);
  await createWorkspace(join(folder, 'other'), readProfile(profile, 'profile.json'));
  await cp(join(folder, 'other', 'workspace.json'), file);
}

/** The same workspace with the customer's one invitation changed. */
async function withInvitation(invitation: Invitation): Promise<void> {
  const records = await openRecords(join(folder, 'w'));
  const dossier = records?.dossier(CUSTOMER);
  if (!records || !dossier) throw new Error('the workspace holds the customer');
  await records.save([{ ...dossier, invitations: [invitation] }]);
  await records.close();
}
