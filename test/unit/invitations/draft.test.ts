import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { type Draft, writeDraft } from '#electron/invitations/draft.ts';
import { composeInvitation } from '#electron/invitations/template.ts';
import { LANGUAGES } from '#shared/model/invitation.ts';
import { unescapeHtml } from '#test/unit/support/html.ts';

const REFERENCE = 'INV-20261122-AB12CD';
const LINK =
  'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=false#/BillingAccounts/partner-invitation';

const draftOf = (
  change: { link?: string; customerName?: string; partnerName?: string } & Partial<Draft> = {},
): Draft => {
  const { link = LINK, customerName = 'Contoso', partnerName = 'Fabrikam', ...rest } = change;
  const language = rest.language ?? 'en';
  const partner = { name: partnerName, mpnId: '4847383' };
  const author = 'li@reseller.example';
  return {
    to: 'admin@customer.example',
    ...composeInvitation({
      kind: 'reseller',
      cloud: '21vianet',
      language,
      link,
      customerName,
      partner,
      author,
      reference: REFERENCE,
    }),
    language,
    reference: REFERENCE,
    date: new Date('2026-11-22T08:30:00Z'),
    ...rest,
  };
};

const headerLines = (message: Buffer) => {
  const [head = ''] = message.toString('utf8').split('\r\n\r\n', 1);
  return head.replace(/\r\n[ \t]/gu, ' ').split('\r\n');
};

/** Every `href` of the HTML part, as a mail program reads it. */
const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/gu)].map(([, href = '']) => unescapeHtml(href));

async function expectLinkVerbatim(link: string) {
  const { text = '', html } = await simpleParser(await writeDraft(draftOf({ link })));
  expect(text.split('\n')).toContain(link);
  expect(hrefs(String(html))).toEqual([link, link]);
}

describe('a draft', () => {
  it('is an unsent mail that the mail program finishes: it has no sender and no Message-ID', async () => {
    const names = headerLines(await writeDraft(draftOf())).map((line) => line.split(':', 1)[0]);
    expect(names).toEqual([
      'X-Unsent',
      'Content-Language',
      'X-Invitation-Reference',
      'To',
      'Subject',
      'Date',
      'MIME-Version',
      'Content-Type',
    ]);
    expect(headerLines(await writeDraft(draftOf()))).toContain('X-Unsent: 1');
  });

  it('names its sender when there is one', async () => {
    const { from } = await simpleParser(await writeDraft(draftOf({ from: '李雷 <li@reseller.example>' })));
    expect(from?.value).toMatchObject([{ name: '李雷', address: 'li@reseller.example' }]);
  });

  it('has a text and an HTML part in UTF-8, one the alternative of the other', async () => {
    const message = (await writeDraft(draftOf())).toString('utf8');
    expect(message).toMatch(/^Content-Type: multipart\/alternative;/mu);
    expect(message.match(/^Content-Type: text\/(?:plain|html); charset=utf-8/gmu)).toHaveLength(2);
  });

  it('breaks its lines as RFC 5322 demands, and none is too long', async () => {
    const message = (await writeDraft(draftOf({ customerName: '客户'.repeat(400) }))).toString('latin1');
    expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    expect(Math.max(...message.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  it.each(LANGUAGES)('keeps subject, text, recipients, date and language (%s)', async (language) => {
    const draft = draftOf({ language, to: '李雷 <li@customer.example>, b@c.example' });
    const mail = await simpleParser(await writeDraft(draft));
    expect(mail.subject).toBe(draft.subject);
    expect(mail.text?.trimEnd()).toBe(draft.text.trimEnd());
    expect(String(mail.html).trimEnd()).toBe(draft.html.trimEnd());
    expect(mail.to).toMatchObject({
      value: [
        { name: '李雷', address: 'li@customer.example' },
        { name: '', address: 'b@c.example' },
      ],
    });
    expect(mail.date).toEqual(draft.date);
    expect(mail.headers.get('content-language')).toBe(language);
    expect(mail.headers.get('x-invitation-reference')).toBe(REFERENCE);
  });
});

describe('the link in a draft arrives byte for byte', () => {
  it('when it is the documented one', () => expectLinkVerbatim(LINK));
  it('when it has 2,000 characters', () => expectLinkVerbatim(`https://admin.microsoft.com/${'a1'.repeat(986)}`));
  it('when it has every character that a URL may have', () =>
    expectLinkVerbatim(`https://admin.microsoft.com/AZaz09-._~:/?#[]@!$&'()*+,;=%41%E5%8C%97=3D=\u0041&amp;&lt;`));
  it('whatever it holds', async () => {
    const rest = fc.string({ unit: fc.constantFrom(..."ABab09-._~:/?#[]@!$&'()*+,;=%"), maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(rest, (text) => expectLinkVerbatim(`https://admin.microsoft.com/${text}`)),
      { numRuns: 60 },
    );
  });
});

describe('names in a draft', () => {
  it('arrive whole in every script', async () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      // What is no part of a name on one line: controls, direction marks, and white space other than single spaces.
      .map((text) => text.replace(/[\p{C}\p{Z}\u061C]+/gu, ' ').trim())
      .filter((text) => text !== '');
    await fc.assert(
      fc.asyncProperty(name, async (customerName) => {
        const mail = await simpleParser(await writeDraft(draftOf({ customerName })));
        expect(mail.subject).toContain(`(${customerName})`);
        expect(mail.text).toContain(`Dear ${customerName},`);
        expect(unescapeHtml(String(mail.html))).toContain(`Dear ${customerName},`);
      }),
      { numRuns: 80 },
    );
  });

  it.each([
    '=Northwind+Traders',
    '-Adventure Works',
    'İstanbul Yazılım A.Ş.',
    'Müller & Söhne "GmbH" <b>',
    '{customer} {0}',
    "L'Été",
  ])('such as %s arrive whole', async (customerName) => {
    const mail = await simpleParser(await writeDraft(draftOf({ customerName })));
    expect(mail.subject).toContain(customerName);
    expect(mail.text).toContain(`Dear ${customerName},`);
  });

  it('arrive as they are when they look like encoded words', async () => {
    const subject = '=?utf-8?q?Invitation_from_somebody_else?= =?utf-8?b?QmNj?=';
    const mail = await simpleParser(await writeDraft({ ...draftOf(), subject }));
    expect(mail.subject).toBe(subject);
  });

  it('can add no header and no part, whoever is named, and whatever the reference', async () => {
    const evil = fc.string({
      unit: fc.constantFrom(
        '\r',
        '\n',
        '\r\n',
        '\r\n\r\n',
        'Bcc: x@evil.example',
        ' ',
        '--',
        '\u2028',
        '\0',
        'a',
        '客',
      ),
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(evil, evil, evil, async (customerName, partnerName, reference) => {
        const composed = draftOf({ customerName, partnerName });
        const message = await writeDraft({ ...composed, subject: `${composed.subject}${customerName}`, reference });
        const mail = await simpleParser(message);
        const names = headerLines(message).map((line) => line.split(':', 1)[0]?.toLowerCase() ?? '');
        expect(names.filter((name) => name !== 'x-invitation-reference')).toEqual([
          'x-unsent',
          'content-language',
          'to',
          'subject',
          'date',
          'mime-version',
          'content-type',
        ]);
        expect(mail.bcc).toBeUndefined();
        expect(mail.attachments).toEqual([]);
        expect(mail.to).toMatchObject({ value: [{ address: 'admin@customer.example' }] });
      }),
      { numRuns: 60 },
    );
  });

  it('can add no recipient', async () => {
    await expect(writeDraft(draftOf({ to: 'a@b.example\r\nBcc: x@evil.example' }))).rejects.toHaveProperty(
      'problem.key',
      'recipientControl',
    );
  });
});
