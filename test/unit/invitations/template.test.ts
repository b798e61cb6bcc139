import { describe, expect, it } from 'vitest';
import { durationInDays, gdapTerms } from '#electron/invitations/gdap-terms.ts';
import { composeInvitation, type InvitationWords } from '#electron/invitations/template.ts';
import { Delegation } from '#shared/model/delegation.ts';
import { RoleDefinitionId } from '#shared/model/ids.ts';
import { LANGUAGES } from '#shared/model/invitation.ts';
import { unescapeHtml } from '#test/unit/support/html.ts';

const LINK = 'https://portal.partner.microsoftonline.cn/invite?a=1&b=2';
const HELPDESK = '729827e3-9c14-49f7-bb1b-9608f156bbb8';
const STRANGE = '11111111-2222-3333-4444-555555555555';

const compose = (change: Partial<InvitationWords> = {}) =>
  composeInvitation({
    kind: 'reseller',
    cloud: '21vianet',
    language: 'en',
    link: LINK,
    customerName: 'Contoso',
    partner: { name: 'Fabrikam', mpnId: '4847383' },
    author: 'li@reseller.example',
    reference: 'INV-20261122-AB12CD',
    ...change,
  });

const gdap = {
  durationDays: 730,
  autoExtend: true,
  roles: [HELPDESK, STRANGE].map((id) => RoleDefinitionId.parse(id)),
};

describe('a reseller invitation', () => {
  it('says who we are, what accepting means and does not mean, and who must accept', () => {
    const { subject, text } = compose();
    expect(subject).toBe('Fabrikam: invitation to accept us as your cloud reseller (Contoso)');
    expect(text).toContain('Fabrikam (MPN ID 4847383)');
    expect(text).toContain('you authorize us as a reseller');
    expect(text).toContain('Nothing else changes');
    expect(text).toContain('global administrator');
    expect(text).toContain('Reference: INV-20261122-AB12CD');
    expect(text).toContain('li@reseller.example');
  });

  it.each([
    ['en', 'Partner Center operated by 21Vianet'],
    ['zh-CN', '由世纪互联运营的合作伙伴中心'],
    ['zh-TW', '由世紀互聯營運的合作夥伴中心'],
  ] as const)('names the operator of the cloud on 21Vianet only (%s)', (language, operator) => {
    expect(compose({ language }).text).toContain(operator);
    expect(compose({ language, cloud: 'global' }).text).not.toMatch(/21Vianet|世纪互联|世紀互聯/u);
  });

  it('speaks of delegated admin privileges on 21Vianet, where a link may carry them', () => {
    expect(compose().text).toContain('delegated admin privileges');
    expect(compose({ cloud: 'global' }).text).toContain('gives us no administrative access');
  });

  it('leaves the MPN ID out when there is none', () => {
    expect(compose({ partner: { name: 'Fabrikam' } }).text).not.toContain('MPN');
    expect(compose({ partner: { name: 'Fabrikam', mpnId: null } }).text).toContain('We, Fabrikam, are');
  });
});

describe('a GDAP invitation', () => {
  it('says for what, for how long, whether it extends itself, and with which roles', () => {
    const { text } = compose({ kind: 'gdap', cloud: 'global', gdap });
    expect(text).toContain('Purpose:');
    expect(text).toContain('- Duration: 730 days\n- Auto-extend: yes, by 180 days each time');
    expect(text).toContain('  - Helpdesk Administrator: resets passwords of users without administrator roles');
    expect(text).toContain(`  - ${STRANGE}`);
  });

  it('speaks of nothing that it does not know', () => {
    const { text } = compose({
      kind: 'gdap',
      cloud: 'global',
      gdap: { durationDays: null, autoExtend: null, roles: null },
    });
    expect(text).not.toMatch(/What we ask for|Duration:|Auto-extend:|Roles?:/u);
    expect(text).toContain('shown on the page that opens');
  });

  it('tells an extension that is off from one that is unknown', () => {
    const { text } = compose({ kind: 'gdap', gdap: { durationDays: 1, autoExtend: false, roles: null } });
    expect(text).toContain('- Duration: 1 day\n- Auto-extend: no');
  });

  it('takes its terms from the relationship in our records', () => {
    const provenance = { basis: 'observed', source: 'graph', asOf: '2026-11-22T00:00:00Z' };
    const delegation = Delegation.parse({
      id: 'a-b',
      kind: 'gdap',
      name: null,
      partner: STRANGE,
      status: 'approvalPending',
      service: '*',
      roles: [HELPDESK],
      assignments: null,
      duration: 'P2Y',
      autoExtend: null,
      createdAt: null,
      activatedAt: null,
      endsAt: null,
      provenance,
    });
    expect(gdapTerms(delegation)).toEqual({ durationDays: 730, autoExtend: null, roles: [HELPDESK] });
  });

  it.each([
    ['P1D', 1],
    ['P730D', 730],
    ['P1Y', 365],
    ['P2W', 14],
    ['P1Y5D', 370],
    ['P1M', null],
    ['PT0S', null],
    ['P', null],
    ['', null],
    ['730', null],
  ])('reads the duration %j as %j days', (duration, days) => expect(durationInDays(duration)).toBe(days));
});

describe.each(LANGUAGES)('every invitation in %s', (language) => {
  it.each(['reseller', 'gdap'] as const)('has the link alone on its own line, and twice in the HTML (%s)', (kind) => {
    const { text, html } = compose({ kind, language, gdap });
    expect(text.split('\n').filter((line) => line.includes('https:'))).toEqual([LINK]);
    expect([...html.matchAll(/href="([^"]*)"/gu)].map(([, href = '']) => unescapeHtml(href))).toEqual([LINK, LINK]);
    expect(html).toContain(`>${LINK.replace('&', '&amp;')}</a>`);
  });

  it('shows names as they are, and never as HTML or as a message pattern', () => {
    const name = '<img src=x onerror="a()"> & {partner} \'';
    const { subject, text, html } = compose({
      language,
      customerName: name,
      partner: { name },
      author: name,
      reference: name,
    });
    expect(subject).toContain(name);
    expect(text).toContain(name);
    expect(html).not.toContain('<img');
    expect(unescapeHtml(html)).toContain(name);
  });

  it('has a subject of one line, whatever the names hold', () => {
    const { subject } = compose({ language, customerName: 'a\r\nBcc: b\u2028c\u202Ed', partner: { name: 'x\ny' } });
    expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202E]/u);
    expect(subject).toContain('a Bcc: b c');
  });

  it('names its language, fetches nothing and runs nothing', () => {
    const { html } = compose({ language });
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).not.toMatch(/<(?:script|img|link|iframe|style)|url\(|src=/u);
  });
});
