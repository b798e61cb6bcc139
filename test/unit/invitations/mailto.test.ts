import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAILTO_LIMIT, mailtoAddress } from '#electron/invitations/mailto.ts';
import { composeInvitation } from '#electron/invitations/template.ts';
import { LANGUAGES } from '#shared/model/invitation.ts';

/** What a mail program makes of the address (RFC 6068). */
function opened(address: string) {
  const { groups } = /^mailto:(?<to>[^?]*)\?subject=(?<subject>[^&]*)&body=(?<body>[^&]*)$/u.exec(address) ?? {};
  const read = (part: string | undefined) => decodeURIComponent(part ?? '');
  return { to: (groups?.to ?? '').split(',').map(read), subject: read(groups?.subject), body: read(groups?.body) };
}

describe('a mailto: address', () => {
  it('carries recipients without their names, subject, and text with its line breaks', () => {
    const address = mailtoAddress('李雷 <li@customer.example>, b+c@例子.cn', {
      subject: 'a & b?',
      text: '一\n二 100%\n',
    });
    expect(address).toMatch(/^mailto:[\x21-\x7e]*$/u);
    expect(address).toContain('%0D%0A');
    expect(opened(address ?? '')).toEqual({
      to: ['li@customer.example', 'b+c@xn--fsqu00a.cn'],
      subject: 'a & b?',
      body: '一\r\n二 100%',
    });
  });

  it('holds no sign that could end it or add a field', () => {
    const address = mailtoAddress("o'neil&bcc=x@customer.example", { subject: '&bcc=x@evil.example#', text: "'()*!" });
    expect(address?.match(/[&#'()*!]/gu)).toEqual(['&']);
    expect(opened(address ?? '')).toMatchObject({ to: ["o'neil&bcc=x@customer.example"], body: "'()*!" });
  });

  it('is not given when it would be too long', () => {
    const make = (length: number) => mailtoAddress('a@b.example', { subject: 'x', text: 'y'.repeat(length) });
    const room = MAILTO_LIMIT - 'mailto:a@b.example?subject=x&body='.length;
    expect(make(room)).toHaveLength(MAILTO_LIMIT);
    expect(make(room + 1)).toBeNull();
  });

  it.each(LANGUAGES)('gives the link of an invitation back byte for byte, or there is none (%s)', (language) => {
    const rest = fc.string({ unit: fc.constantFrom(..."ABab09-._~:/?#[]@!$&'()*+,;=%"), maxLength: 300 });
    fc.assert(
      fc.property(rest, (path) => {
        const link = `https://admin.microsoft.com/${path}`;
        const mail = composeInvitation({
          kind: 'reseller',
          cloud: 'global',
          language,
          link,
          customerName: 'Contoso',
          partner: { name: 'Fabrikam' },
          author: 'li@reseller.example',
          reference: 'INV-20261122-AB12CD',
          words: { subject: 'x', paragraphs: [] },
        });
        const address = mailtoAddress('a@b.example', mail);
        if (address === null) return;
        expect(address.length).toBeLessThanOrEqual(MAILTO_LIMIT);
        expect(opened(address).body.split('\r\n')).toContain(link);
        expect(opened(address).body).toBe(mail.text.trimEnd().replaceAll('\n', '\r\n'));
      }),
      { numRuns: 40 },
    );
  });
});
