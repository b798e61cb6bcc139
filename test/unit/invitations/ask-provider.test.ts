import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { problemSentence } from '#shared/locales/translator.ts';
import { TenantId } from '#shared/model/ids.ts';
import type { Language } from '#shared/model/invitation.ts';
import {
  asProvider,
  asReseller,
  CONTOSO,
  PROVIDER_ID,
  placeOf,
  refusalOf,
} from '#test/unit/support/partner-consoles.ts';
import { PROVIDER, STRANGER, US } from '#test/unit/support/questions.ts';

describe('the request to a provider', () => {
  it.each<[Language, RegExp]>([
    ['en', /Dear colleagues at Kunlun Cloud/],
    ['zh-CN', /间接经销商不能自行创建此邀请/],
    ['zh-TW', /間接轉銷商無法自行建立這項邀請/],
  ])('says in %s who we are, who the customer is, and our reference', async (language, words) => {
    const reseller = await asReseller();
    const { path } = await reseller.invitations.askProvider({
      customer: CONTOSO,
      provider: PROVIDER_ID,
      to: 'csp@kunlun.example',
      language,
    });
    const mail = await simpleParser(await readFile(path));
    const reference = /INV-20261122-[0-9A-F]{6}/.exec(basename(path))?.[0] ?? 'none';
    expect(mail.text).toMatch(words);
    for (const part of ['First Up', '5120044', US, 'Contoso', 'contoso.cn', CONTOSO, reference]) {
      expect(mail.text).toContain(part);
      expect(mail.html).toContain(part);
    }
    expect(mail.headers.get('x-unsent')).toBe('1');
    const { history, invitations } = await reseller.customers.get({ id: CONTOSO });
    expect(history.at(-1)).toMatchObject({
      event: 'invitation-requested',
      subjects: [`partner:${PROVIDER}`, `reference:${reference}`],
    });
    expect(invitations).toEqual([]);
  });

  it('asks on the global cloud for the joint invitation that names us', async () => {
    const reseller = await asReseller({ cloud: 'global' });
    const ask = { customer: CONTOSO, provider: PROVIDER_ID, to: 'csp@kunlun.example', language: 'en' as const };
    const { path } = await reseller.invitations.askProvider(ask);
    expect((await simpleParser(await readFile(path))).text).toContain('joint invitation that names us, First Up,');
  });

  it('goes to none but our own providers (R31), and from none but a reseller', async () => {
    const reseller = await asReseller();
    const ask = { customer: CONTOSO, to: 'csp@kunlun.example', language: 'en' as const };
    const stranger = { ...ask, provider: TenantId.parse(STRANGER) };
    expect(await refusalOf(() => reseller.invitations.askProvider(stranger))).toEqual({
      kind: 'refused',
      key: 'askStranger',
      values: { provider: STRANGER, known: 'Kunlun Cloud', rule: 'R00' },
    });
    const provider = await asProvider();
    const self = { ...ask, provider: PROVIDER_ID };
    expect(await refusalOf(() => provider.invitations.askProvider(self))).toMatchObject({
      key: 'askNoReseller',
      values: { us: 'Kunlun Cloud' },
    });
    expect(await readdir(placeOf('reseller-drafts')).catch(() => [])).toEqual([]);
  });

  it('cannot go anywhere when the profile names no provider, and says whose profile and which field', async () => {
    const reseller = await asReseller({ providers: [] });
    const ask = { customer: CONTOSO, provider: PROVIDER_ID, to: 'csp@kunlun.example', language: 'en' as const };
    const problem = await refusalOf(() => reseller.invitations.askProvider(ask));
    expect(problem).toMatchObject({ key: 'askNoProvider', values: { us: 'First Up', rule: 'R00' } });
    expect(problemSentence(problem, 'en')).toMatch(/First Up .*field providers of the profile/);
  });

  it('is judged by the policy where the profile does not tell the providers', async () => {
    const reseller = await asReseller({ providers: undefined });
    const ask = { customer: CONTOSO, provider: PROVIDER_ID, to: 'csp@kunlun.example', language: 'en' as const };
    expect(await refusalOf(() => reseller.invitations.askProvider(ask))).toMatchObject({ key: 'cannotTell' });
  });
});
