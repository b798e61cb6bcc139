import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asProvider, CONTOSO, placeOf, refusalOf } from '#test/unit/support/partner-consoles.ts';

const LINK = 'https://portal.partner.microsoftonline.cn/Partner/Commerce/Reseller.aspx?msppid=0&cloud=cn&%E4%B8%AD=1#x';
const words = { template: null, subject: null, paragraphs: ['Briefly: {customer}.'] };
const draft = { customer: CONTOSO, to: 'admin@contoso.cn', language: 'en' as const, link: LINK, words };

it('the mail of an exported draft is given as it was previewed, with its own reference', async () => {
  const client = await asProvider();
  const preview = await client.invitations.preview(draft);
  const { invitation } = await client.invitations.export(draft);
  const written = await client.invitations.written({ customer: CONTOSO, invitation: invitation.id });
  const named = (text: string) => text.replaceAll('—', invitation.id);
  expect(written.kind).toBe(preview.kind);
  expect(written.subject).toBe(preview.subject);
  expect(written.text.trim()).toBe(named(preview.text).trim());
  expect(written.html.trim()).toBe(named(preview.html).trim());
  expect(written.text).toContain(LINK);
});

it('only mails of the drafts folder are opened by their path', async () => {
  const client = await asProvider();
  const { path } = await client.invitations.export(draft);
  await expect(client.invitations.openDraft({ path })).resolves.toEqual({ opened: true });
  const elsewhere = placeOf('elsewhere.eml');
  await writeFile(elsewhere, 'Subject: x\n\n');
  const others = [
    elsewhere,
    join(path, '..', 'notes.txt'),
    join(path, '..', '..', 'elsewhere.eml'),
    join(path, 'x.eml'),
  ];
  for (const other of others) {
    expect((await refusalOf(() => client.invitations.openDraft({ path: other }))).key).toBe('draftElsewhere');
  }
});

it('only a mailto address that the console made is opened, and once', async () => {
  const client = await asProvider();
  const { address } = await client.invitations.mailto({ ...draft, words: { ...words, paragraphs: [] } });
  if (address === null) throw new Error('the mail was to be short enough');
  await expect(client.invitations.openMailto({ address })).resolves.toEqual({ opened: true });
  expect((await refusalOf(() => client.invitations.openMailto({ address }))).key).toBe('mailtoUnknown');
  const other = 'mailto:somebody@elsewhere.example';
  expect((await refusalOf(() => client.invitations.openMailto({ address: other }))).key).toBe('mailtoUnknown');
});
