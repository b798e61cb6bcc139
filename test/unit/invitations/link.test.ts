import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownLinkHosts, LINK_LIMIT, readInvitationLink } from '#electron/invitations/link.ts';
import type { Cloud } from '#shared/model/partner.ts';
import { problemOf } from '#test/unit/support/problem-of.ts';

const RESELLER =
  'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=false#/BillingAccounts/partner-invitation';
const GDAP =
  'https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/72a7ae7e-4887-4e34-9755-2e1e9b26b943-63f017cb-9e0d-4f14-94bd-4871902b3409';

const read = (link: string, cloud: Cloud = 'global') => readInvitationLink(link, cloud, knownLinkHosts(cloud));
const refusal = (link: string, cloud: Cloud = 'global') => problemOf(() => read(link, cloud)).key;

describe('the kind of an invitation link', () => {
  it('is reseller for the documented relationship request', () => {
    expect(read(RESELLER)).toMatchObject({ host: 'admin.microsoft.com', kind: 'reseller', cloud: null });
  });
  it('is reseller when the fragment carries the type', () => {
    expect(read('https://portal.office.com/partner#/x?invType=ResellerRelationship').kind).toBe('reseller');
  });
  it('is GDAP for a granular relationship in the fragment', () => {
    expect(read(GDAP).kind).toBe('gdap');
  });
  it('is not told by a relationship id in the path, nor by another type', () => {
    expect(read('https://admin.microsoft.com/granularAdminRelationships/1').kind).toBeNull();
    expect(read('https://admin.microsoft.com/?invType=ResellerRelationshipX').kind).toBeNull();
  });
  it('is unknown for a link of a form nobody has documented', () => {
    expect(read('https://portal.partner.microsoftonline.cn/invite/abc', '21vianet')).toMatchObject({
      host: 'portal.partner.microsoftonline.cn',
      kind: null,
      cloud: '21vianet',
    });
  });
});

describe('the partner of an invitation link', () => {
  const US = '3b33e682-00c3-41ee-9dd2-a548adf56438';
  const partnerOf = (parameters: string) => read(`https://admin.microsoft.com/Adminportal/Home?${parameters}`).partner;

  it('is what its partnerId says, in any letter case', () => {
    expect(read(RESELLER).partner).toBe(US);
    expect(partnerOf(`PartnerID=${US.toUpperCase()}#/x`)).toBe(US);
    expect(partnerOf(`partnerId=${US}&partnerid=${US}`)).toBe(US);
  });

  it.each(['partnerId=3b33e682', 'partnerId=', `partner=${US}`, `partnerId=${US}&partnerId=1`, `partnerId=${US}%20`])(
    'is not told by %s',
    (parameters) => expect(partnerOf(parameters)).toBeNull(),
  );
});

describe('the host of an invitation link', () => {
  it.each(['portal.partner.microsoftonline.cn', 'portal.azure.cn', 'admin.microsoft.com', 'portal.office.com'])(
    'may be %s on 21Vianet',
    (host) => expect(read(`https://${host}/a`, '21vianet').host).toBe(host),
  );
  it.each(['admin.microsoft.com', 'portal.office.com', 'portal.office365.us'])(
    'may be %s on the global cloud',
    (host) => expect(read(`https://${host}/a`).host).toBe(host),
  );
  it('may not belong to the other cloud alone', () => {
    expect(problemOf(() => read('https://portal.azure.cn/a', 'global'))).toEqual({
      kind: 'bad-input',
      key: 'linkOtherCloud',
      values: { host: 'portal.azure.cn', cloud: '21vianet' },
    });
    expect(refusal('https://portal.office365.us/a', '21vianet')).toBe('linkOtherCloud');
  });
  it('may be one that the settings name', () => {
    expect(readInvitationLink('https://invite.example/a', 'global', ['invite.example']).cloud).toBeNull();
  });
  it.each([
    'https://evil.example/?invType=ResellerRelationship',
    'https://admin.microsoft.com.evil.example/',
    'https://evil-admin.microsoft.com/',
    'https://sub.admin.microsoft.com/',
    'https://evil.example/#https://admin.microsoft.com/',
  ])('refuses %s and names the known hosts', (link) => {
    const { key, values } = problemOf(() => read(link));
    expect(key).toBe('linkHost');
    expect(values.known).toContain('admin.microsoft.com');
  });
  it('may be written in capitals', () => {
    expect(read('HTTPS://Admin.Microsoft.com/a').host).toBe('admin.microsoft.com');
  });
  it('is refused for every host that is not on the list', () => {
    fc.assert(
      fc.property(fc.domain(), (host) => {
        fc.pre(!knownLinkHosts('global').includes(host));
        expect(refusal(`https://${host}/?invType=ResellerRelationship`)).toMatch(/^link/);
      }),
    );
  });
});

describe('an invitation link is refused', () => {
  it.each([
    ['nothing', '', 'linkMissing'],
    ['only white space', ' \t', 'linkMissing'],
    ['no address', 'please click here', 'linkCharacter'],
    ['a word', 'invitation', 'linkNotAddress'],
    ['a missing scheme', 'admin.microsoft.com/a', 'linkNotAddress'],
    ['slashes missing', 'https:admin.microsoft.com/a', 'linkNotAddress'],
    ['too many slashes', 'https:///admin.microsoft.com/a', 'linkNotAddress'],
    ['http', 'http://admin.microsoft.com/a', 'linkScheme'],
    ['a script', 'javascript:alert(1)', 'linkScheme'],
    ['a file', 'file:///C:/a', 'linkScheme'],
    ['a user name', 'https://admin.microsoft.com@evil.example/', 'linkUserInfo'],
    ['a user name before a known host', 'https://a:b@admin.microsoft.com/', 'linkUserInfo'],
    ['the port that https has anyway', 'https://admin.microsoft.com:443/', 'linkPort'],
    ['an empty port', 'https://admin.microsoft.com:/', 'linkPort'],
    ['another port', 'https://admin.microsoft.com:8443/', 'linkPort'],
    ['a Cyrillic letter in the host', 'https://аdmin.microsoft.com/', 'linkLookalike'],
    ['full-width letters in the host', 'https://ａdmin.microsoft.com/', 'linkLookalike'],
    ['punycode', 'https://xn--dmin-53d.microsoft.com/', 'linkLookalike'],
    ['an escape in the host', 'https://%61dmin.microsoft.com/', 'linkLookalike'],
    ['a trailing dot', 'https://admin.microsoft.com./', 'linkLookalike'],
    ['an ideographic full stop', 'https://admin。microsoft.com/', 'linkLookalike'],
    ['a backslash', 'https://admin.microsoft.com\\@evil.example/', 'linkCharacter'],
    ['a space', 'https://admin.microsoft.com/a b', 'linkCharacter'],
    ['a line break', 'https://admin.microsoft.com/a\r\nBcc: x@evil.example', 'linkCharacter'],
    ['a tab that a parser would drop', 'https://admin.micro\tsoft.com/', 'linkCharacter'],
    ['a zero-width space', 'https://admin.microsoft.com/\u200Ba', 'linkCharacter'],
    ['a direction override', 'https://admin.microsoft.com/\u202Ea', 'linkCharacter'],
    ['a quotation mark', 'https://admin.microsoft.com/"a', 'linkCharacter'],
    ['an angle bracket', 'https://admin.microsoft.com/a>', 'linkCharacter'],
    ['words around it', `Link: ${RESELLER}`, 'linkScheme'],
    ['too many characters', `https://admin.microsoft.com/${'a'.repeat(LINK_LIMIT)}`, 'linkTooLong'],
  ])('for %s', (_, link, key) => expect(problemOf(() => read(link))).toMatchObject({ kind: 'bad-input', key }));

  it('with the place of the character that no link may have, counted as a person counts', () => {
    expect(problemOf(() => read('https://admin.microsoft.com/😀')).values).toEqual({
      character: '“😀” (U+1F600)',
      position: 29,
    });
    expect(problemOf(() => read('https://admin.microsoft.com/a\u0007')).values).toEqual({
      character: 'U+0007',
      position: 30,
    });
  });
});

it('any URL-legal path, query and fragment on a known host passes, and whatever passes leads to that host', () => {
  const legal = fc.string({
    unit: fc.constantFrom(..."ABCXYZabcxyz0189-._~:/?#[]@!$&'()*+,;=%"),
    maxLength: 300,
  });
  fc.assert(
    fc.property(fc.constantFrom('/', '?', '#'), legal, (start, rest) => {
      const link = `https://admin.microsoft.com${start}${rest}`;
      expect(read(link).host).toBe(new URL(link).hostname);
    }),
  );
});

it('no text at all is accepted that a browser would take elsewhere', () => {
  const pieces = fc.constantFrom(
    'https:',
    '//',
    '/',
    '\\',
    '@',
    ':',
    '.',
    'admin.microsoft.com',
    'evil.example',
    '%2e',
    '#',
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
      (link) => {
        try {
          read(link);
        } catch {
          return;
        }
        expect(new URL(link).origin).toBe('https://admin.microsoft.com');
      },
    ),
    { numRuns: 2000 },
  );
});
