import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { Capabilities } from '#electron/directory/answers/capabilities.ts';
import { LanguageProvider } from '#renderer/app/i18n.tsx';
import { useHeadline } from '#renderer/features/policy/headline.ts';
import type { Language } from '#shared/model/invitation.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import type { ActionName } from '#shared/model/policy.ts';
import { aDossier, aGdap, aLicense, PROFILE } from '#test/unit/support/dossiers.ts';
import { GROUP, HELPDESK_ADMINISTRATOR, PROVIDER } from '#test/unit/support/questions.ts';

// What the window's modules ask of a page as soon as they are loaded; nothing is ever called.
vi.hoisted(() => {
  vi.stubGlobal('window', { location: { origin: 'http://127.0.0.1' } });
  vi.stubGlobal('navigator', { languages: ['en-US'] });
});

const OBSERVED = { basis: 'observed', source: 'partner-center', asOf: '2026-11-19T00:00:00Z' };
const GLOBAL = PartnerProfile.parse({ ...PROFILE, cloud: 'global' });
const LISTED = { gdapListedAt: '2026-11-19T00:00:00Z' };
const dap = (value: boolean) => ({ delegatedAccess: { value, ...OBSERVED } });

interface Asked {
  readonly action?: ActionName;
  readonly properties?: Record<string, string>;
  readonly profile?: PartnerProfile;
  readonly language?: Language;
  readonly supposed?: boolean;
}

/** The headline of the policy's own answer, about the first subscription where the dossier has one. */
function headline(more: Record<string, unknown>, asked: Asked = {}): string {
  const {
    action = 'subscription.provision',
    properties = {},
    profile = PROFILE,
    language = 'en',
    supposed = false,
  } = asked;
  const dossier = aDossier('52eaad04-13a2-4a2f-9ce8-93a294fadf36', 'Contoso', more);
  const subscription = dossier.subscriptions[0] ?? null;
  const question = { action, properties };
  const { answer, trace } = new Capabilities(profile, new Date()).explain(dossier, subscription, question);
  const about = { dossier, profile, subscription, asked: question };
  function Headline() {
    return useHeadline()({ context: answer.context, trace, about, supposed });
  }
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <LanguageProvider language={language}>
        <Headline />
      </LanguageProvider>
    </QueryClientProvider>,
  );
}

const license = (channel = 'csp-own', more: Record<string, unknown> = {}) => ({
  subscriptions: [aLicense('one', 'Office 365 E3', channel, more)],
});

describe('a yes names what carries it', () => {
  const until = { name: 'Kunlun', endsAt: '2099-12-19T12:00:00Z' };

  test('the GDAP relationship and its end, or that it extends itself', () => {
    const through = (more: Record<string, unknown>) =>
      headline({ ...license(), ...LISTED, delegations: [aGdap({ ...until, ...more })] }, { profile: GLOBAL });
    expect(through({})).toBe('Yes, through GDAP “Kunlun” until Dec 19, 2099.');
    expect(through({ autoExtend: true })).toBe('Yes, through GDAP “Kunlun”, which extends itself Dec 19, 2099.');
  });

  test('DAP, the sale, or the staff role', () => {
    expect(headline({ ...license(), ...dap(true) })).toBe('Yes, through DAP.');
    expect(headline(license(), { action: 'subscription.add-seats' })).toBe('Yes: this subscription is our sale.');
    expect(headline({}, { action: 'customer.view' })).toBe('Yes: your role permits it (Admin agent).');
  });
});

describe('a no names the facts at the broken link', () => {
  test('DAP that is off and no GDAP, or the GDAP that ended', () => {
    expect(headline({ ...license(), ...dap(false) })).toBe(
      'No: DAP is off, and no GDAP relationship of ours is on record.',
    );
    const delegations = [aGdap({ name: 'Kunlun', status: 'expired', endsAt: '2026-11-08T12:00:00Z' })];
    expect(headline({ ...license(), ...dap(false), ...LISTED, delegations })).toBe(
      'No: DAP is off, and GDAP “Kunlun” ended Nov 8, 2026.',
    );
  });

  test('the role that does not suffice', () => {
    const roles = [HELPDESK_ADMINISTRATOR];
    const assignments = [{ id: 'one', group: GROUP, roles, status: 'active', provenance: OBSERVED }];
    const delegations = [aGdap({ name: 'Kunlun', endsAt: '2099-12-19T12:00:00Z', assignments })];
    expect(headline({ ...license(), ...dap(false), ...LISTED, delegations })).toBe(
      'No: GDAP “Kunlun” gives you only Helpdesk Administrator.',
    );
  });

  test.each([
    ['direct', 'No: the customer bought this subscription from the vendor, not from us.'],
    ['csp-other', 'No: another CSP partner transacts this subscription.'],
  ])('who sold it in the channel %s', (channel, said) => {
    expect(headline(license(channel), { action: 'subscription.add-seats' })).toBe(said);
  });

  test('our own role or program', () => {
    const helpdesk = { ...PROFILE, staff: { ...PROFILE.staff, roles: ['helpdesk-agent' as const] } };
    expect(headline(license(), { action: 'subscription.add-seats', profile: helpdesk })).toBe(
      'No: your role does not permit it (Helpdesk agent).',
    );
    const reseller = PartnerProfile.parse({ ...PROFILE, programs: ['indirect-reseller'], providers: [PROVIDER] });
    const asked = { action: 'invitation.create' as const, properties: { kind: 'reseller' }, profile: reseller };
    expect(headline({}, asked)).toBe('No: our program does not permit it (Indirect reseller).');
  });

  test('that DAP is closed on the global cloud', () => {
    const asked = { action: 'delegation.request' as const, properties: { kind: 'dap', service: '*' }, profile: GLOBAL };
    expect(headline({}, asked)).toBe('No: DAP has been closed to new requests since October 9, 2023.');
  });
});

describe('where it cannot be told, the open question is named', () => {
  test('a fact that is missing, and no other', () => {
    expect(headline(license())).toBe('Cannot tell: it is not known whether DAP is on.');
    expect(headline({ ...license(), ...dap(false) }, { profile: GLOBAL })).toBe(
      'Cannot tell: we have never seen the whole list of GDAP relationships.',
    );
    expect(headline(license('unknown'), { action: 'subscription.add-seats' })).toBe(
      'Cannot tell: it is not known who sold this subscription.',
    );
  });

  test('that no page settles it', () => {
    const asked = { action: 'delegation.request' as const, properties: { kind: 'gdap' } };
    expect(headline({}, asked)).toBe('Cannot tell: no page describes GDAP on 21Vianet.');
  });
});

test('what is only supposed is said to be so, and rests on no fact of the record', () => {
  expect(headline({ ...license(), ...dap(false) }, { supposed: true })).toBe('No, as supposed.');
});

test('the other languages say the same in their own way', () => {
  const off = { ...license(), ...dap(false) };
  expect(headline(off, { language: 'zh-CN' })).toBe('不可以：DAP 已关闭，而且没有我方的 GDAP 关系记录。');
  expect(headline(off, { language: 'zh-TW' })).toBe('不可以：DAP 已關閉，而且沒有我方的 GDAP 關係記錄。');
});
