import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { Invitation } from '#shared/model/invitation.ts';
import { anInvitation } from '#test/unit/support/invitations.ts';
import {
  asProvider,
  asReseller,
  CONTOSO,
  FABRIKAM,
  GDAP,
  LINK,
  PROVIDER_ID,
  refusalOf,
} from '#test/unit/support/partner-consoles.ts';

const words = { template: null, subject: 'For {customer}', paragraphs: ['', 'Briefly.'] };
const draft = { customer: CONTOSO, to: 'admin@contoso.cn', language: 'zh-TW' as const, link: LINK, words };

describe('a saved draft', () => {
  it('keeps whom, which link, which language and which words, and writes no file', async () => {
    const { customers, invitations } = await asProvider();
    const saved = await invitations.saveDraft(draft);
    expect(saved).toMatchObject({
      status: 'drafted',
      to: 'admin@contoso.cn',
      link: LINK,
      language: 'zh-TW',
      file: null,
      draft: { words },
    });
    const dossier = await customers.get({ id: CONTOSO });
    expect(dossier.invitations).toEqual([saved]);
    expect(dossier.history.at(-1)).toMatchObject({ event: 'invitation-drafted', subjects: [`invitation:${saved.id}`] });
    expect((await refusalOf(() => invitations.open({ customer: CONTOSO, invitation: saved.id }))).key).toBe(
      'invitationNotExported',
    );
  });

  it('may have words that no mail may have yet; they stand in the way of the export', async () => {
    const { invitations } = await asProvider();
    const halfDone = { ...draft, words: { ...words, subject: 'For {somebody}' } };
    const { id } = await invitations.saveDraft(halfDone);
    expect((await refusalOf(() => invitations.export({ ...halfDone, draft: id }))).key).toBe('wordsVariable');
    expect((await invitations.list({})).items).toMatchObject([{ invitation: { id, status: 'drafted' } }]);
  });

  it('is changed when it is saved again, and stays one', async () => {
    const { customers, invitations } = await asProvider();
    const { author, createdAt, history, id } = await invitations.saveDraft(draft);
    const changed = await invitations.saveDraft({ ...draft, draft: id, to: 'it@contoso.cn', language: 'en' });
    expect(changed).toMatchObject({ id, author, createdAt, history, to: 'it@contoso.cn', language: 'en' });
    expect((await customers.get({ id: CONTOSO })).invitations).toEqual([changed]);
  });

  it('becomes the exported invitation, under the reference that its preview showed', async () => {
    const { customers, invitations } = await asProvider();
    const { id } = await invitations.saveDraft(draft);
    const continued = { ...draft, draft: id, to: 'it@contoso.cn' };
    expect((await invitations.preview(continued)).text).toContain(id);
    const { invitation, path } = await invitations.export(continued);
    expect(invitation).toMatchObject({ id, status: 'exported', to: 'it@contoso.cn', file: path });
    expect(invitation.history.map(({ status }) => status)).toEqual(['drafted', 'exported']);
    expect(await readFile(path, 'utf8')).toContain(`X-Invitation-Reference: ${id}`);
    expect((await customers.get({ id: CONTOSO })).invitations).toEqual([invitation]);
  });

  it('becomes it by a mailto address, too', async () => {
    const { invitations } = await asProvider();
    const brief = { ...draft, language: 'en' as const, words: { ...words, paragraphs: [] } };
    const { id } = await invitations.saveDraft(brief);
    const { address, invitation } = await invitations.mailto({ ...brief, draft: id });
    expect(address).toContain(id);
    expect(invitation).toMatchObject({ id, status: 'exported', file: null });
  });

  it('can be continued again after its export is undone, with the words it was exported with', async () => {
    const { invitations } = await asProvider();
    const { id } = await invitations.saveDraft(draft);
    const other = { ...words, subject: 'Anew for {customer}' };
    await invitations.export({ ...draft, draft: id, words: other });
    const undone = await invitations.undo({ customer: CONTOSO, invitation: id });
    expect(undone).toMatchObject({ status: 'drafted', draft: { words: other } });
    expect((await invitations.export({ ...draft, draft: id })).invitation.id).toBe(id);
  });

  it('can be withdrawn; then, or once exported, it is no draft any more', async () => {
    const { invitations } = await asProvider();
    const { id } = await invitations.saveDraft(draft);
    await invitations.mark({ customer: CONTOSO, invitation: id, status: 'withdrawn' });
    for (const again of [invitations.saveDraft, invitations.export, invitations.mailto, invitations.preview]) {
      expect(await refusalOf(() => again({ ...draft, draft: id }))).toMatchObject({
        kind: 'refused',
        key: 'invitationNoDraft',
        values: { statusNow: 'withdrawn' },
      });
    }
    const exported = await invitations.saveDraft(draft);
    await invitations.export({ ...draft, draft: exported.id });
    const twice = await refusalOf(() => invitations.export({ ...draft, draft: exported.id }));
    expect(twice).toMatchObject({ key: 'invitationNoDraft', values: { statusNow: 'exported' } });
  });

  it('is its customer’s alone', async () => {
    const { invitations } = await asProvider();
    const { id } = await invitations.saveDraft(draft);
    const elsewhere = { ...draft, customer: FABRIKAM, draft: id };
    expect((await refusalOf(() => invitations.export(elsewhere))).key).toBe('invitationUnknown');
    expect((await refusalOf(() => invitations.saveDraft(elsewhere))).key).toBe('invitationUnknown');
  });

  it('is not saved where the policy refuses, nor with a link or an address that will not do', async () => {
    const { invitations } = await asReseller();
    expect(await refusalOf(() => invitations.saveDraft(draft))).toMatchObject({
      key: 'notAllowed',
      values: { rule: 'R03' },
    });
    expect((await invitations.list({})).total).toBe(0);
    const ours = (await asProvider()).invitations;
    const lookalike = { ...draft, link: 'https://admin.micrоsoft.com/x' };
    expect((await refusalOf(() => ours.saveDraft(lookalike))).key).toBe('linkLookalike');
    expect((await refusalOf(() => ours.saveDraft({ ...draft, to: 'nobody' }))).key).toBe('recipientNotAddress');
    // GDAP is not described for 21Vianet.
    expect((await refusalOf(() => ours.saveDraft({ ...draft, link: GDAP }))).values).toMatchObject({ rule: 'R21' });
    expect((await ours.list({})).total).toBe(0);
  });

  it('of a provider’s link names the provider as its creator, and goes on as a forwarded one', async () => {
    const { invitations } = await asReseller();
    const taken = await invitations.received.takeLink({ link: LINK, provider: PROVIDER_ID, via: 'pasted' });
    const { link: _, ...rest } = draft;
    const forward = { ...rest, received: taken.id };
    const { createdBy, id, link } = await invitations.saveDraft(forward);
    expect({ createdBy, link }).toEqual({ createdBy: PROVIDER_ID, link: LINK });
    const { invitation } = await invitations.export({ ...forward, draft: id });
    expect(invitation).toMatchObject({ id, createdBy: PROVIDER_ID, status: 'exported' });
  });

  it('keeps its customer out of a bulk export, which would write it other words', async () => {
    const { invitations } = await asProvider();
    const { id } = await invitations.saveDraft(draft);
    const request = {
      customers: [CONTOSO, FABRIKAM],
      source: { link: LINK },
      language: 'en' as const,
      addresses: 'a@contoso.cn\na@fabrikam.cn',
    };
    const { rows } = await invitations.bulk.preview(request);
    expect(rows.map(({ problem }) => problem)).toMatchObject([
      { key: 'bulkDrafted', values: { invitation: id } },
      null,
    ]);
    const result = await invitations.bulk.export({ ...request, format: 'folder' });
    expect(result).toMatchObject({ written: 1, skipped: 0, refused: [{ customer: CONTOSO }] });
  });
});

it('an invitation from before drafts could be saved is read, and has no words of its own', () => {
  const { draft: _, ...older } = anInvitation('INV-1', '2026-11-01T00:00:00Z', { status: 'drafted' });
  expect(Invitation.parse(older).draft).toBeNull();
});
