import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { problemSentence } from '#shared/locales/translator.ts';
import { type CustomerId, type InvitationId, TenantId } from '#shared/model/ids.ts';
import {
  asProvider,
  asReseller,
  CONTOSO,
  FABRIKAM,
  fileAt,
  GDAP,
  handed,
  handOff,
  LINK,
  PROVIDER_ID,
  refusalOf,
} from '#test/unit/support/partner-consoles.ts';
import { PROVIDER, RESELLER, STRANGER, US } from '#test/unit/support/questions.ts';

describe('an indirect reseller on 21Vianet', () => {
  it('sees every way with its answer: creation is denied by R03, asking is open, forwarding waits for a link', async () => {
    const reseller = await asReseller();
    const ways = async () =>
      (await reseller.invitations.flows({ customer: CONTOSO })).map(({ answer, flow, received }) => [
        flow,
        received,
        answer.context.outcome,
        answer.context.rule,
      ]);
    expect(await ways()).toEqual([
      ['create', null, 'deny', 'R03'],
      ['gdap', null, 'unknown', 'R21'],
      ['ask-provider', null, 'allow', 'R31'],
    ]);
    const { id } = await reseller.invitations.received.takeLink({ link: LINK, provider: PROVIDER_ID, via: 'pasted' });
    expect((await ways()).at(-1)).toEqual(['forward', id, 'allow', 'R05']);
  });

  it('sees a hand-off file before it is recorded, takes it in once, and forwards its link byte for byte', async () => {
    const made = await handOff(await asProvider());
    const reseller = await asReseller();
    const input = await fileAt(made.file);
    const looked = await reseller.invitations.received.read(input);
    expect(looked).toMatchObject({
      what: 'hand-off',
      handOff: {
        createdBy: { tenantId: PROVIDER, name: 'Kunlun Cloud', mpnId: '4847383' },
        audience: { tenantId: US, name: 'First Up' },
        kind: 'reseller',
        link: LINK,
        language: 'zh-CN',
        reference: made.id,
        signature: 'first',
      },
    });
    expect(await reseller.invitations.received.list()).toEqual([]);
    const taken = await reseller.invitations.received.takeHandOff(input);
    expect(taken).toMatchObject({ createdBy: PROVIDER, audience: US, via: 'hand-off', reference: made.id });
    expect(await reseller.invitations.received.takeHandOff(input)).toEqual(taken);
    expect(await reseller.invitations.received.list()).toEqual([taken]);
    expect(await reseller.invitations.received.read(input)).toMatchObject({ handOff: { signature: 'known' } });

    const draft = { customer: CONTOSO, received: taken.id, to: 'admin@contoso.cn', language: 'zh-CN' as const };
    const { invitation, path } = await reseller.invitations.export(draft);
    expect(invitation).toMatchObject({ createdBy: PROVIDER, link: LINK, status: 'exported' });
    expect((await simpleParser(await readFile(path))).text?.split('\n')).toContain(LINK);
  });

  it('learns from the hand-off file whom a link is for that was pasted before', async () => {
    const made = await handOff(await asProvider());
    const reseller = await asReseller();
    const pasted = await reseller.invitations.received.takeLink({ link: LINK, provider: PROVIDER_ID, via: 'pasted' });
    const taken = await reseller.invitations.received.takeHandOff(await fileAt(made.file));
    expect(taken).toMatchObject({ id: pasted.id, audience: US, via: 'hand-off', reference: made.id });
    expect(await reseller.invitations.received.list()).toEqual([taken]);
  });

  it('takes a hand-off file out of the mail that carries it', async () => {
    const { id, mail } = await handOff(await asProvider());
    const reseller = await asReseller();
    const taken = await reseller.invitations.received.takeHandOff(await fileAt(mail));
    expect(taken).toMatchObject({ reference: id, link: LINK, via: 'hand-off' });
  });

  it('keeps whom the mail said it is from, on one line, and none for a pasted link', async () => {
    const reseller = await asReseller();
    const { list, read, takeHandOff, takeLink } = reseller.invitations.received;
    const forged = `From: =?utf-8?q?Kunlun_=1B[31m=0D=0ACloud?= <p@kunlun.example>\r\nReply-To: x@evil.example\r\nAuthentication-Results: mx; dkim=pass\r\n\r\n${LINK}\r\n`;
    const opened = await read({ file: handed('m.eml', Buffer.from(forged)) });
    if (opened.what !== 'mail') throw new Error('a mail was expected');
    expect(opened.from).toBe('"Kunlun [31m Cloud" <p@kunlun.example>');
    const fromMail = { link: LINK, provider: PROVIDER_ID, via: 'mail' as const, sender: opened.from };
    const taken = await takeLink(fromMail);
    expect(taken).toMatchObject({ via: 'mail', sender: '"Kunlun [31m Cloud" <p@kunlun.example>' });
    expect(await takeLink({ link: `${LINK}2`, provider: PROVIDER_ID, via: 'pasted' })).toMatchObject({ sender: null });
    expect((await list()).map(({ sender }) => sender)).toEqual([opened.from, null]);
    const made = await handOff(await asProvider());
    const known = await takeHandOff(await fileAt(made.file));
    expect(known).toMatchObject({ id: taken.id, via: 'hand-off', sender: opened.from });
  });

  it('takes a link out of a mail, and is told when there is none', async () => {
    const reseller = await asReseller();
    const text = `From: p@kunlun.example\r\n\r\nHere:\r\n${LINK}\r\nhttps://evil.example/\r\n`;
    const read = await reseller.invitations.received.read({ file: handed('m.eml', Buffer.from(text)) });
    expect(read).toMatchObject({ what: 'mail', from: 'p@kunlun.example', links: [{ link: LINK }] });
    const without = { file: handed('m.eml', Buffer.from(text.replace(LINK, 'nothing'))) };
    expect(await refusalOf(() => reseller.invitations.received.read(without))).toMatchObject({
      key: 'mailNoLink',
      values: { file: 'm.eml' },
    });
    const neither = { file: handed('m.doc', Buffer.from('hello')) };
    expect((await refusalOf(() => reseller.invitations.received.read(neither))).key).toBe('receivedNeither');
  });

  it('refuses a link of a partner that is not its provider, pasted or handed over (R05)', async () => {
    const made = await handOff(await asProvider());
    const reseller = await asReseller({ providers: [STRANGER] });
    const pasted = { link: LINK, provider: PROVIDER_ID, via: 'pasted' as const };
    expect(await refusalOf(() => reseller.invitations.received.takeLink(pasted))).toMatchObject({
      key: 'providerNotOurs',
      values: { rule: 'R05' },
    });
    const input = await fileAt(made.file);
    for (const call of [reseller.invitations.received.read, reseller.invitations.received.takeHandOff]) {
      expect(await refusalOf(() => call(input))).toMatchObject({
        key: 'handOffStranger',
        values: { file: basename(made.file), partner: 'Kunlun Cloud', tenant: PROVIDER, rule: 'R05' },
      });
      // The tenant is what was checked; the name is what anybody may write into a file.
      const sentence = problemSentence(await refusalOf(() => call(input)), 'en');
      expect(sentence).toMatch(new RegExp(`made by tenant ${PROVIDER}.*The file says .* “Kunlun Cloud”`));
    }
    expect(await reseller.invitations.received.list()).toEqual([]);
  });

  it('refuses a hand-off file that was made for another reseller', async () => {
    const provider = await asProvider();
    const resellers = [TenantId.parse(RESELLER)];
    const [made] = await provider.invitations.handOver.write({ link: LINK, resellers, language: 'en' });
    const reseller = await asReseller();
    const input = await fileAt(made?.file ?? '');
    expect((await refusalOf(() => reseller.invitations.received.takeHandOff(input))).key).toBe('handOffOtherAudience');
  });

  it('refuses a hand-off file of the other cloud', async () => {
    const made = await handOff(await asProvider());
    const reseller = await asReseller({ cloud: 'global' });
    const input = await fileAt(made.file);
    expect(await refusalOf(() => reseller.invitations.received.read(input))).toMatchObject({
      key: 'handOffOtherCloud',
      values: { cloud: '21vianet' },
    });
  });

  it('refuses another key of a known provider, until the provider reads its digits out', async () => {
    const first = await asProvider();
    const known = await handOff(first);
    const reseller = await asReseller();
    const { read, takeHandOff } = reseller.invitations.received;
    await takeHandOff(await fileAt(known.file));

    const anew = await asProvider({}, 'another machine');
    const renewed = await handOff(anew, { link: `${LINK}2` });
    const { fingerprint } = await anew.invitations.handOver.key();
    const input = await fileAt(renewed.file);
    expect(await refusalOf(() => takeHandOff(input))).toEqual({
      kind: 'refused',
      key: 'handOffOtherKey',
      values: { file: basename(renewed.file), fingerprint, partner: 'Kunlun Cloud', since: '2026-11-22' },
    });
    const wrong = { ...input, fingerprint: '00000 00000 00000 00000 00000 00000' };
    expect((await refusalOf(() => takeHandOff(wrong))).key).toBe('handOffFingerprint');
    const said = { ...input, fingerprint: fingerprint ?? '' };
    expect(await read(said)).toMatchObject({ handOff: { signature: 'renewed' } });
    await takeHandOff(said);
    expect(await read(input)).toMatchObject({ handOff: { signature: 'known' } });
    expect((await refusalOf(async () => read(await fileAt(known.file)))).key).toBe('handOffOtherKey');
  });

  it('keeps the key of a hand-off file whose link was pasted before', async () => {
    const made = await handOff(await asProvider());
    const reseller = await asReseller();
    const { read, takeHandOff, takeLink } = reseller.invitations.received;
    const pasted = await takeLink({ link: LINK, provider: PROVIDER_ID, via: 'pasted' });
    const input = await fileAt(made.file);
    expect(await takeHandOff(input)).toMatchObject({ id: pasted.id, link: LINK });
    expect(await read(input)).toMatchObject({ handOff: { signature: 'known' } });
  });

  it('keeps no key of a file that it only looked at', async () => {
    const provider = await asProvider();
    const made = await handOff(provider);
    const reseller = await asReseller();
    await reseller.invitations.received.read(await fileAt(made.file));
    const renewed = await handOff(await asProvider({}, 'another machine'));
    const read = await reseller.invitations.received.read(await fileAt(renewed.file));
    expect(read).toMatchObject({ handOff: { signature: 'first' } });
  });

  it('knows a link again that comes twice, and forgets one that is removed', async () => {
    const other = { tenantId: STRANGER, name: 'Other' };
    const reseller = await asReseller({ providers: [{ tenantId: PROVIDER, name: 'Kunlun Cloud' }, other] });
    const { list, remove, takeLink } = reseller.invitations.received;
    const first = await takeLink({ link: LINK, provider: PROVIDER_ID, via: 'pasted' });
    expect(await takeLink({ link: ` ${LINK}\n`, provider: PROVIDER_ID, via: 'mail' })).toEqual(first);
    const elsewhere = { link: LINK, provider: TenantId.parse(STRANGER), via: 'mail' as const };
    expect(await refusalOf(() => takeLink(elsewhere))).toMatchObject({
      key: 'receivedFromOther',
      values: { partner: 'Kunlun Cloud' },
    });
    expect(await remove({ id: first.id })).toEqual([]);
    expect(await list()).toEqual([]);
    expect((await refusalOf(() => remove({ id: first.id }))).key).toBe('receivedUnknown');
    const draft = { customer: CONTOSO, received: first.id, to: 'a@contoso.cn', language: 'en' as const };
    expect((await refusalOf(() => reseller.invitations.export(draft))).kind).toBe('not-found');
  });

  it('forwards a reseller link to several customers, but a GDAP link to one, and not once it is accepted (R07)', async () => {
    const reseller = await asReseller();
    const { invitations } = reseller;
    const send = (received: InvitationId, customer: CustomerId) =>
      invitations.export({ customer, received, to: 'a@b.example', language: 'en' });
    const link = await invitations.received.takeLink({ link: LINK, provider: PROVIDER_ID, via: 'pasted' });
    await send(link.id, CONTOSO);
    await send(link.id, FABRIKAM);

    const gdap = await invitations.received.takeLink({ link: GDAP, provider: PROVIDER_ID, via: 'pasted' });
    expect(gdap.kind).toBe('gdap');
    const { invitation } = await send(gdap.id, CONTOSO);
    expect(await refusalOf(() => send(gdap.id, FABRIKAM))).toMatchObject({
      key: 'linkOfAnotherCustomer',
      values: { customer: 'Contoso' },
    });
    await invitations.mark({ customer: CONTOSO, invitation: invitation.id, status: 'accepted' });
    expect(await refusalOf(() => send(gdap.id, CONTOSO))).toMatchObject({ key: 'notAllowed', values: { rule: 'R07' } });
    const ways = await invitations.flows({ customer: CONTOSO });
    const answer = ways.find(({ received }) => received === gdap.id)?.answer;
    expect([answer?.context.outcome, answer?.context.rule]).toEqual(['deny', 'R07']);
  });

  it('forwards a GDAP link only to the customer whom its hand-off file names', async () => {
    const made = await handOff(await asProvider(), { link: GDAP, customer: CONTOSO });
    const reseller = await asReseller();
    const taken = await reseller.invitations.received.takeHandOff(await fileAt(made.file));
    expect(taken).toMatchObject({ kind: 'gdap', customer: CONTOSO });
    const draft = { received: taken.id, to: 'a@b.example', language: 'en' as const };
    expect((await refusalOf(() => reseller.invitations.export({ ...draft, customer: FABRIKAM }))).key).toBe(
      'linkOfAnotherCustomer',
    );
    await reseller.invitations.export({ ...draft, customer: CONTOSO });
  });
});
