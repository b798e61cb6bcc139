import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
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
    expect(await refusalOf(() => reseller.invitations.askProvider(stranger))).toMatchObject({ key: 'notAllowed' });
    const provider = await asProvider();
    const self = { ...ask, provider: PROVIDER_ID };
    expect(await refusalOf(() => provider.invitations.askProvider(self))).toMatchObject({ key: 'notAllowed' });
    expect(await readdir(placeOf('reseller-drafts')).catch(() => [])).toEqual([]);
  });
});
