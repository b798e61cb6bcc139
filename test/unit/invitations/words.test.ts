import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeInvitation, type InvitationWords } from '#electron/invitations/template.ts';
import { builtInWords, checkWords, variablesOf } from '#electron/invitations/words.ts';
import { RoleDefinitionId } from '#shared/model/ids.ts';
import { InvitationKind, LANGUAGES } from '#shared/model/invitation.ts';
import { unescapeHtml } from '#test/unit/support/html.ts';
import { problemOf } from '#test/unit/support/problem-of.ts';

const LINK = 'https://portal.partner.microsoftonline.cn/invite?a=1&b=2';
const HOSTS = ['portal.partner.microsoftonline.cn'];
const HELPDESK = RoleDefinitionId.parse('729827e3-9c14-49f7-bb1b-9608f156bbb8');

const compose = (words: InvitationWords['words'], change: Partial<InvitationWords> = {}) =>
  composeInvitation({
    kind: 'reseller',
    cloud: '21vianet',
    language: 'en',
    link: LINK,
    customerName: 'Contoso',
    domain: 'contoso.example.cn',
    partner: { name: 'Fabrikam', mpnId: '4847383' },
    author: 'li@reseller.example',
    reference: 'INV-20261122-AB12CD',
    ...(words && { words }),
    ...change,
  });

const allowed = (text: string) => checkWords({ subject: text, paragraphs: [text] }, 'reseller', HOSTS);

describe.each(LANGUAGES)('the built-in words in %s', (language) => {
  it.each(InvitationKind.options)('make the same mail when they are started from and left as they are (%s)', (kind) => {
    for (const mpnId of ['4847383', null]) {
      const change = { kind, language, partner: { name: 'Fabrikam', mpnId } };
      const words = builtInWords(kind, language, mpnId !== null);
      expect(compose(words, change)).toEqual(compose(undefined, change));
      expect(() => checkWords(words, kind, HOSTS)).not.toThrow();
      expect(words.paragraphs.join()).toContain('{partner}');
    }
  });
});

describe('words that somebody wrote', () => {
  it('take the place of subject and first paragraphs, and of nothing else', () => {
    const { subject, text } = compose({ subject: 'From {partner} to {customer}', paragraphs: ['Hello {domain}!'] });
    const builtIn = compose(undefined).text;
    expect(subject).toBe('From Fabrikam to Contoso');
    expect(text).toContain('\n\nHello contoso.example.cn!\n\nNothing else changes');
    const kept = builtIn.slice(builtIn.indexOf('Nothing else changes'));
    expect(text.endsWith(kept)).toBe(true);
    expect(text).not.toContain('Cloud Solution Provider program');
  });

  it('may leave the first paragraphs out; what the mail must say stays', () => {
    const { text, html } = compose({ subject: null, paragraphs: [] });
    expect(text).toMatch(
      /^Dear Contoso,\n\nTo the global administrator of your organization\.\n\nNothing else changes/u,
    );
    expect(text.split('\n')).toContain(LINK);
    expect(text).toContain(
      'Kind regards\nli@reseller.example\nFabrikam (MPN ID 4847383)\n\nReference: INV-20261122-AB12CD',
    );
    expect(unescapeHtml(html)).toContain(LINK);
  });

  it('may use every variable that they are offered', () => {
    const gdap = { durationDays: 730, autoExtend: true, roles: [HELPDESK] };
    const names = variablesOf('gdap');
    const paragraphs = [names.map((name) => `${name}={${name}}`).join('\n')];
    expect(compose({ subject: null, paragraphs }, { kind: 'gdap', gdap }).text).toContain(
      [
        'customer=Contoso',
        'domain=contoso.example.cn',
        'partner=Fabrikam',
        'mpnId=4847383',
        'author=li@reseller.example',
        'reference=INV-20261122-AB12CD',
        'portal=Partner Center operated by 21Vianet',
        'duration=730 days',
        'roles=Helpdesk Administrator',
      ].join('\n'),
    );
  });

  it('may write variables in the braces of a Chinese keyboard', () => {
    expect(compose({ subject: '致｛customer｝：邀请', paragraphs: null }).subject).toBe('致Contoso：邀请');
  });

  it('are refused for an unknown variable, which is named with those there are', () => {
    expect(problemOf(() => allowed('Dear {client}'))).toEqual({
      kind: 'bad-input',
      key: 'wordsVariable',
      values: { variable: '{client}', known: expect.stringContaining('{customer} {domain}') },
    });
    // A reseller invitation asks for no roles.
    expect(problemOf(() => allowed('{roles}'))).toMatchObject({ key: 'wordsVariable' });
  });

  it('are refused where the records have no value for a variable', () => {
    const words = { subject: '{domain}', paragraphs: null };
    expect(problemOf(() => compose(words, { domain: null }))).toEqual({
      kind: 'bad-input',
      key: 'wordsNoValue',
      values: { variable: '{domain}', customer: 'Contoso' },
    });
  });

  it.each([
    ['a\r\nBcc: x@evil.example', 'wordsSubjectControl'],
    ['a\nb', 'wordsSubjectControl'],
    ['a\u0000', 'wordsSubjectControl'],
    ['a\u2028b', 'wordsSubjectControl'],
    ['\u202Eevil', 'wordsSubjectControl'],
    ['   ', 'wordsSubjectMissing'],
    [`see https://PORTAL.partner.microsoftonline.cn/x`, 'wordsLink'],
  ])('are refused with the subject %j', (subject, key) => {
    expect(problemOf(() => checkWords({ subject, paragraphs: [] }, 'reseller', HOSTS))).toMatchObject({ key });
  });

  it('may have line breaks and web addresses in paragraphs, but nothing invisible and no second invitation link', () => {
    const check = (text: string) => checkWords({ subject: 'a', paragraphs: ['', text] }, 'reseller', HOSTS);
    expect(() => check('one\r\ntwo\n\tthree https://www.partner.example/ {customer}')).not.toThrow();
    expect(problemOf(() => check('a\u202Eb'))).toMatchObject({
      key: 'wordsParagraphControl',
      values: { paragraph: 2, position: 2 },
    });
    expect(problemOf(() => check(LINK))).toMatchObject({ key: 'wordsLink' });
  });

  it.each([
    'https://x@portal.partner.microsoftonline.cn/a',
    'https://portal.partner.microsoftonline.cn./a',
    'open portal.partner.microsoftonline.cn/a now',
    'https://xn--prtal-0ra.example/',
    'https://pоrtal.example/',
    'https:\\\\x@evil.example',
  ])('hold no address that passes for an invitation link: %j', (text) => {
    expect(problemOf(() => checkWords({ subject: 'a', paragraphs: [text] }, 'reseller', HOSTS))).toMatchObject({
      key: 'wordsLink',
    });
  });

  it('are plain text: markup in them is shown and never acts', () => {
    const { html } = compose({ subject: '<b>', paragraphs: ['<img src=x onerror=a()> & "q"'] });
    expect(html).not.toContain('<img');
    expect(unescapeHtml(html)).toContain('<img src=x onerror=a()> & "q"');
  });

  it('take what a name holds for a name, never for a variable, and never put a line break into the subject', () => {
    const name = fc.string({
      unit: fc.constantFrom('{', '}', 'customer', 'domain', '$&', '$1', '\r\n', '客', ' ', '&'),
    });
    fc.assert(
      fc.property(name, name, (customerName, partnerName) => {
        const mail = compose(
          { subject: '{partner}|{customer}', paragraphs: ['{customer}'] },
          { customerName, partner: { name: partnerName } },
        );
        const shown = (text: string) => text.replace(/\s+/gu, ' ').trim();
        expect(mail.subject).toBe(`${shown(partnerName)}|${shown(customerName)}`.trim());
      }),
    );
  });
});
