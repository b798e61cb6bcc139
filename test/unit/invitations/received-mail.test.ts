import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeDraft } from '#electron/invitations/draft.ts';
import { looksLikeMail, readMail } from '#electron/invitations/received-mail.ts';
import { composeInvitation } from '#electron/invitations/template.ts';

const LINK = 'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=1&DAP=false#/accept';

/** Any link that may be an invitation's: all that a URL may consist of after the host. */
const aLink = fc
  .array(fc.constantFrom(..."abzAZ09-._~:/?#[]@!$&'()*+,;=%"), { minLength: 1, maxLength: 300 })
  .map((rest) => `https://portal.partner.microsoftonline.cn/${rest.join('')}`);

const mailOf = async (link: string, format: 'html' | 'text' | 'both') => {
  const mail = composeInvitation({
    kind: 'reseller',
    cloud: '21vianet',
    language: 'zh-CN',
    link,
    customerName: '康拓 & Söhne',
    partner: { name: '昆仑云' },
    author: 'li@partner.example',
    reference: 'INV-20261122-1A2B3C',
  });
  const draft = { to: 'a@b.example', ...mail, reference: 'INV', language: 'zh-CN' as const, date: new Date(0) };
  return await writeDraft({ ...draft, ...(format === 'html' ? { text: '' } : format === 'text' ? { html: '' } : {}) });
};

const raw = (...lines: string[]) => Buffer.from(`From: a@b.example\r\n${lines.join('\r\n')}`);

describe('a received mail', () => {
  it.each(['html', 'text', 'both'] as const)('gives its link back byte for byte, from %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(aLink, async (link) => {
        const bytes = await mailOf(link, format);
        expect(looksLikeMail(bytes)).toBe(true);
        expect((await readMail(bytes)).links).toEqual([link]);
      }),
      { numRuns: 60 },
    );
  });

  it('names its sender', async () => {
    const bytes = Buffer.from(
      `From: =?utf-8?B?${Buffer.from('昆仑云').toString('base64')}?= <p@kunlun.example>\r\n\r\nx`,
    );
    expect((await readMail(bytes)).from).toBe('"昆仑云" <p@kunlun.example>');
  });

  it('lists several links, each once, and leaves out the punctuation of sentences', async () => {
    const text = raw(
      'Content-Type: text/plain; charset=utf-8',
      '',
      `Please see (${LINK}), or <${LINK}.>`,
      `again ${LINK}。`,
      'http://portal.office.com/a https://portal.office.com/b!',
    );
    expect((await readMail(text)).links).toEqual([LINK, `${LINK}.`, 'https://portal.office.com/b']);
  });

  it('takes the targets of its HTML and not what they look like', async () => {
    const shown = '<a href=" https://portal.office.com/a?x=1&amp;copy=2&lt ">https://admin.microsoft.com/</a>';
    const html = raw('Content-Type: text/html', '', shown, '<img src="https://evil.example/"><a name="x">y</a>');
    expect((await readMail(html)).links).toEqual(['https://portal.office.com/a?x=1&copy=2<']);
  });

  it('is read in the encoding that it names', async () => {
    const head = 'From: a@b.example\r\nContent-Type: text/plain; charset=gb18030\r\n\r\n';
    const body = Buffer.concat([Buffer.from([0xc0, 0xa5, 0xc2, 0xd8, 0xd4, 0xc6]), Buffer.from(`\r\n${LINK}\r\n`)]);
    expect((await readMail(Buffer.concat([Buffer.from(head), body]))).links).toEqual([LINK]);
  });

  it('that was forwarded as an attachment is looked into', async () => {
    const forwarded = raw(
      'Content-Type: multipart/mixed; boundary=q',
      '',
      '--q',
      'Content-Type: text/plain',
      '',
      'see attached',
      '--q',
      'Content-Type: message/rfc822',
      'Content-Disposition: attachment; filename="invitation.eml"',
      '',
      'From: p@kunlun.example',
      'Content-Type: text/plain',
      '',
      LINK,
      '--q--',
      '',
    );
    expect((await readMail(forwarded)).links).toEqual([LINK]);
  });

  it.each(['{"a":1}', '\u00d0\u00cf\u0011\u00e0', 'Dear partner, https://admin.microsoft.com/', '%PDF-1.7', ''])(
    'is not seen in %j',
    (text) => {
      expect(looksLikeMail(Buffer.from(text, 'latin1'))).toBe(false);
    },
  );
});
