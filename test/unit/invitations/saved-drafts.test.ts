import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '#renderer/features/invitations/saved-draft.ts';
import { savedWords } from '#renderer/features/invitations/typed-words.ts';
import { Invitation, type InvitationTemplate } from '#shared/model/invitation.ts';
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

const SHORT: InvitationTemplate = {
  ...{ id: 'short', name: 'Short', kind: 'reseller', language: 'zh-TW', scope: 'shared' },
  ...{ subject: 'From {partner}', paragraphs: ['', 'In short.'] },
};

describe('the template of a saved draft', () => {
  it('leaves its words when it is gone, for the list and for the mail', async () => {
    const { invitations } = await asProvider();
    await invitations.templates.save(SHORT);
    const chosen = { ...draft, words: { template: 'short', subject: null, paragraphs: null } };
    const saved = await invitations.saveDraft(chosen);
    const { paragraphs, subject } = SHORT;
    expect(saved.draft?.words).toEqual({ template: 'short', subject, paragraphs });
    await invitations.templates.remove({ id: 'short' });
    const kept = { ...draft, draft: saved.id, words: saved.draft?.words };
    expect((await invitations.preview(kept)).text).toContain('In short.');
    const { invitation } = await invitations.export(kept);
    expect(invitation).toMatchObject({ template: null, draft: { words: { template: null, subject, paragraphs } } });
  });

  it('is a problem when it is gone and its words were never taken', async () => {
    const { invitations } = await asProvider();
    const gone = { ...draft, words: { template: 'short', subject: 'Written', paragraphs: null } };
    expect((await refusalOf(() => invitations.preview(gone))).key).toBe('templateUnknown');
    expect((await refusalOf(() => invitations.saveDraft(gone))).key).toBe('templateUnknown');
  });
});

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

  it('has no file any more when its export is undone; the next export writes the same one anew', async () => {
    const { invitations } = await asProvider();
    const { id } = await invitations.saveDraft(draft);
    const { path } = await invitations.export({ ...draft, draft: id });
    const undone = await invitations.undo({ customer: CONTOSO, invitation: id });
    expect(undone.file).toBeNull();
    expect((await refusalOf(() => invitations.open({ customer: CONTOSO, invitation: id }))).key).toBe(
      'invitationNotExported',
    );
    expect(await readFile(path, 'utf8')).toContain('To: admin@contoso.cn');
    const again = await invitations.export({ ...draft, draft: id, to: 'it@contoso.cn' });
    expect(again.path).toBe(path);
    expect(await readFile(path, 'utf8')).toContain('To: it@contoso.cn');
  });

  it('keeps the place of a paragraph that the window removed, through export and undo; the mail has it not', async () => {
    const { invitations } = await asProvider();
    const typed = { template: null, subject: 'For {customer}', paragraphs: [null, 'Briefly.'] };
    const continued = { ...draft, words: savedWords(typed) };
    const { id } = await invitations.saveDraft(continued);
    const { text } = await invitations.preview({ ...continued, draft: id });
    expect(text).toMatch(/\n\nBriefly\.\n\n/u);
    expect(text).not.toMatch(/\n{3}/u);
    await invitations.export({ ...continued, draft: id });
    const undone = await invitations.undo({ customer: CONTOSO, invitation: id });
    expect(wordsOf(undone)).toEqual(typed);
  });

  it('names a faulty paragraph by its place', async () => {
    const { invitations } = await asProvider();
    const faulty = { ...draft, words: { ...words, paragraphs: ['', 'Hello\u0007'] } };
    expect(await refusalOf(() => invitations.preview(faulty))).toMatchObject({
      key: 'wordsParagraphControl',
      values: { paragraph: 2 },
    });
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
