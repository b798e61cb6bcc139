import { describe, expect, it } from 'vitest';
import type { Console } from '#electron/console.ts';
import { asProvider, asReseller, CONTOSO, handed, LINK, US_ID } from '#test/unit/support/partner-consoles.ts';

/** What Partner Center answers when it is asked for our reseller link. */
const told = (client: Console['client'], url: string) =>
  client.imports.file({
    file: handed(
      'relationshiprequest.json',
      Buffer.from(JSON.stringify({ url, attributes: { objectType: 'RelationshipRequest' } })),
    ),
  });

it('is unknown before any source told it', async () => {
  expect(await (await asProvider()).invitations.ownLink()).toBeNull();
});

it('is offered byte for byte, as of its date and with its source', async () => {
  const client = await asProvider();
  await told(client, LINK);
  expect(await client.invitations.ownLink()).toMatchObject({
    link: LINK,
    provenance: { basis: 'observed', source: 'file:relationshiprequest.json', asOf: '2026-11-20T00:00:00Z' },
    reading: { host: 'admin.microsoft.com', kind: 'reseller' },
    problem: null,
  });
});

it('invites like a pasted one', async () => {
  const client = await asProvider();
  await told(client, LINK);
  const { link = '' } = (await client.invitations.ownLink()) ?? {};
  const { invitation } = await client.invitations.export({
    customer: CONTOSO,
    to: 'a@contoso.cn',
    language: 'en',
    link,
  });
  expect(invitation.link).toBe(LINK);
});

it.each([
  ['another host', 'https://evil.example/accept', 'linkHost'],
  ['the other cloud', 'https://portal.office365.us/accept', 'linkOtherCloud'],
  ['a look-alike', 'https://admin.micrоsoft.com/accept', 'linkLookalike'],
  ['no encryption', 'http://admin.microsoft.com/accept', 'linkScheme'],
])('is shown with the reason and not read where it leads to %s', async (_, url, key) => {
  const client = await asProvider();
  await told(client, url);
  const own = await client.invitations.ownLink();
  expect(own).toMatchObject({ link: url, reading: null, problem: { key } });
});

const naming = (partner: string) =>
  `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${partner}&DAP=false#/accept`;

it('is not used where it names another partner by its tenant id', async () => {
  const client = await asProvider();
  await told(client, naming(US_ID));
  const own = await client.invitations.ownLink();
  expect(own).toMatchObject({ reading: null, problem: { key: 'linkOtherPartner', values: { partner: US_ID } } });
});

it('is used where it names us, in any letter case, or nobody by a tenant id', async () => {
  const [reseller, provider] = [await asReseller({ programs: ['direct-bill'] }), await asProvider()];
  await told(reseller, naming(US_ID.toUpperCase()));
  expect(await reseller.invitations.ownLink()).toMatchObject({ reading: { partner: US_ID }, problem: null });
  await told(provider, naming('3b33e682'));
  expect(await provider.invitations.ownLink()).toMatchObject({ reading: { partner: null }, problem: null });
});

describe('what the API told', () => {
  it.each([
    ['21vianet', 'direct-bill', null],
    ['21vianet', 'indirect-provider', null],
    ['21vianet', 'indirect-reseller', 'R03'],
    ['21vianet', 'advisor', 'R28'],
    ['global', 'direct-bill', null],
    ['global', 'indirect-provider', null],
    ['global', 'indirect-reseller', 'R04'],
    ['global', 'advisor', 'R28'],
  ])('is judged on the cloud %s for a partner of the program %s by rule %s', async (cloud, program, rule) => {
    const client = await asReseller({ cloud, programs: [program] });
    await told(client, LINK);
    const { link, problem, reading } = (await client.invitations.ownLink()) ?? {};
    expect(link).toBe(LINK);
    expect(problem).toEqual(rule && { kind: 'refused', key: 'notAllowed', values: { rule } });
    expect(reading === null).toBe(rule !== null);
  });

  it('may be used by a reseller that transacts too, and by no helpdesk agent', async () => {
    const both = await asReseller({ cloud: 'global', programs: ['indirect-reseller', 'direct-bill'] });
    await told(both, LINK);
    expect((await both.invitations.ownLink())?.problem).toBeNull();
    const helpdesk = await asProvider({ staff: { id: 'wu@kunlun.example', roles: ['helpdesk-agent'] } });
    await told(helpdesk, LINK);
    expect((await helpdesk.invitations.ownLink())?.problem).toMatchObject({ values: { rule: 'R08' } });
  });

  it('leaves a reseller on the global cloud the link that it pastes from the portal', async () => {
    const { invitations } = await asReseller({ cloud: 'global' });
    const draft = { customer: CONTOSO, to: 'a@contoso.cn', language: 'en' as const, link: LINK };
    expect((await invitations.export(draft)).invitation.link).toBe(LINK);
  });
});
