import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeDraft } from '#electron/invitations/draft.ts';
import { composeInvitation } from '#electron/invitations/template.ts';
import { LANGUAGES } from '#shared/model/invitation.ts';
import { unescapeHtml } from '#test/unit/support/html.ts';
import { readWithPython } from '#test/unit/support/python-mail.ts';

const HEADERS = [
  'X-Unsent',
  'Content-Language',
  'X-Invitation-Reference',
  'To',
  'Subject',
  'Date',
  'MIME-Version',
  'Content-Type',
];

const link = fc
  .string({ unit: fc.constantFrom(..."ABab09-._~:/?#[]@!$&'()*+,;=%"), maxLength: 400 })
  .map((rest) => `https://admin.microsoft.com/${rest}`);
const name = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('\r\n', '\r\n\r\n', '\n', 'Bcc: x@evil.example', '=?utf-8?q?a?=', ' ', '"', '客', '\0'),
  }),
);

/** A name as it goes into a mail: on one line, without what nobody sees. */
const shown = (text: string) =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .replace(/ {2,}/gu, ' ')
    .trim();

const mail = fc.record({ link, name, language: fc.constantFrom(...LANGUAGES), words: fc.option(name) });

it('a draft reads in Python’s parser as it was meant: link, names, headers, whatever they hold', async () => {
  const written = async (drafts: readonly (typeof mail extends fc.Arbitrary<infer T> ? T : never)[]) => {
    const composed = drafts.map(({ language, link: its, name: customerName, words }) => ({
      link: its,
      customerName,
      ...composeInvitation({
        kind: 'reseller',
        cloud: '21vianet',
        language,
        link: its,
        customerName,
        partner: { name: 'Fabrikam', mpnId: '4847383' },
        author: 'li@reseller.example',
        reference: 'INV-20261122-AB12CD',
        ...(words !== null && { words: { subject: 'To {customer}', paragraphs: [words.replace(/[{}｛｝]/gu, '')] } }),
      }),
      language,
    }));
    const mails = composed.map(({ html, language, subject, text }) =>
      writeDraft({
        to: '李雷 <li@customer.example>, b@c.example',
        subject,
        text,
        html,
        language,
        reference: 'INV-20261122-AB12CD',
        date: new Date('2026-11-22T08:30:00Z'),
      }),
    );
    return { composed, read: await readWithPython(await Promise.all(mails)) };
  };
  await fc.assert(
    fc.asyncProperty(fc.array(mail, { minLength: 60, maxLength: 60 }), async (drafts) => {
      const { composed, read } = await written(drafts);
      expect(read).toHaveLength(composed.length);
      for (const [index, one] of read.entries()) {
        const meant = composed[index];
        expect(one.headers).toEqual(HEADERS);
        expect(one.defects).toEqual([]);
        expect(one.parts).toEqual(['multipart/alternative', 'text/plain', 'text/html']);
        expect(one.reference).toBe('INV-20261122-AB12CD');
        expect(one.to).toEqual([
          { name: '李雷', address: 'li@customer.example' },
          { name: '', address: 'b@c.example' },
        ]);
        expect(one.subject).toContain(shown(meant?.customerName ?? ''));
        expect(one.text.split(/\r?\n/u)).toContain(meant?.link);
        const hrefs = [...one.html.matchAll(/href="([^"]*)"/gu)].map(([, href = '']) => unescapeHtml(href));
        expect(hrefs).toEqual([meant?.link, meant?.link]);
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
}, 60_000);
