import { expect, it } from 'vitest';
import type { Console } from '#electron/console.ts';
import { asProvider, CONTOSO, handed, LINK } from '#test/unit/support/partner-consoles.ts';

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
