import { describe, expect, it } from 'vitest';
import { flowOf, noDraft, receivedOf, wordsOf } from '#renderer/features/invitations/saved-draft.ts';
import { BUILT_IN, savedWords } from '#renderer/features/invitations/typed-words.ts';
import { TenantId } from '#shared/model/ids.ts';
import { ReceivedLink } from '#shared/model/invitation.ts';
import { anInvitation, LINK } from '#test/unit/support/invitations.ts';
import { PROVIDER, US } from '#test/unit/support/questions.ts';

const us = TenantId.parse(US);
const saved = (more: Record<string, unknown> = {}) =>
  anInvitation('INV-1', '2026-11-20T00:00:00Z', { status: 'drafted', ...more });

describe('a draft that is continued', () => {
  it('goes on by the way that it began', () => {
    expect(flowOf(saved(), us)).toBe('create');
    expect(flowOf(saved({ kind: 'gdap' }), us)).toBe('gdap');
    expect(flowOf(saved({ createdBy: PROVIDER }), us)).toBe('forward');
    expect(flowOf(saved({ createdBy: PROVIDER, kind: 'gdap' }), us)).toBe('forward');
  });

  it('has its words as the form had them, and makes the same mail', () => {
    const typed = { template: 't', subject: 'For {customer}', paragraphs: [null, 'Briefly.'] };
    const again = wordsOf(saved({ draft: { words: savedWords(typed) } }));
    expect(again).toEqual(typed);
    expect(savedWords(again)).toEqual(savedWords(typed));
    expect(wordsOf(saved({ draft: { words: savedWords(BUILT_IN) } }))).toEqual(BUILT_IN);
  });

  it('begins with the built-in words where it kept none', () => {
    expect(wordsOf(saved())).toBe(BUILT_IN);
    expect(wordsOf(null)).toBe(BUILT_IN);
  });

  it('is refused by its state where it ended meanwhile', () => {
    const ended = saved({ status: 'withdrawn' });
    const problem = noDraft({ invitations: [ended] }, ended.id);
    expect(problem).toMatchObject({
      key: 'invitationNoDraft',
      values: { invitation: 'INV-1', statusNow: 'withdrawn' },
    });
    expect(noDraft({ invitations: [] }, ended.id)).toMatchObject({ kind: 'not-found', key: 'invitationUnknown' });
  });

  it('finds its received link again, by its maker and every byte', () => {
    const received = (link: string, createdBy: string) =>
      ReceivedLink.parse({
        ...{ id: `INV-${link}`, kind: 'reseller', link, createdBy, audience: null, language: null, via: 'pasted' },
        ...{ reference: null, receivedAt: '2026-11-01T00:00:00Z', by: 'li' },
      });
    const [other, ours, its] = [received(`${LINK}0`, PROVIDER), received(LINK, US), received(LINK, PROVIDER)];
    expect(receivedOf(saved({ createdBy: PROVIDER }), [other, ours, its])).toBe(its);
    expect(receivedOf(saved({ createdBy: PROVIDER }), [other, ours])).toBeUndefined();
  });
});
