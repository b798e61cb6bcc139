import { beforeEach, expect, it, vi } from 'vitest';
import { exportInvitation } from '#renderer/features/invitations/carry-out.ts';
import { BUILT_IN } from '#renderer/features/invitations/typed-words.ts';
import { CustomerId, InvitationId } from '#shared/model/ids.ts';
import { anInvitation, LINK } from '#test/unit/support/invitations.ts';
import { CUSTOMER } from '#test/unit/support/questions.ts';

const invitation = anInvitation('INV-1', '2026-11-20T00:00:00Z');
const { invitations } = vi.hoisted(() => ({
  invitations: { mailto: vi.fn(), openMailto: vi.fn(), mark: vi.fn(), undo: vi.fn(), export: vi.fn() },
}));
vi.mock('#renderer/app/client.ts', () => ({ client: { invitations } }));

beforeEach(() => {
  vi.resetAllMocks();
  invitations.mailto.mockResolvedValue({ invitation, address: 'mailto:a@x.example' });
  invitations.export.mockResolvedValue({ invitation, path: '/drafts/INV-1.eml' });
});

const typed = (draft: InvitationId | null) => ({
  ...{ customer: CustomerId.parse(CUSTOMER), link: LINK, received: null, to: 'a@x.example' },
  ...{ language: 'en' as const, words: BUILT_IN, draft },
});
const which = { customer: CUSTOMER, invitation: 'INV-1' };

it.each([
  ['no mail program answers', () => invitations.openMailto.mockResolvedValue({ opened: false })],
  ['handing it over fails', () => invitations.openMailto.mockRejectedValue(new Error('gone'))],
])('a draft takes the place of an address when %s, and the step is taken back', async (_, arrange) => {
  arrange();
  const written = { path: '/drafts/INV-1.eml', done: { said: 'addressNotOpened' } };
  expect(await exportInvitation(typed(null), 'open')).toMatchObject(written);
  expect(invitations.mark).toHaveBeenCalledWith({ ...which, status: 'withdrawn' });
  expect(await exportInvitation(typed(InvitationId.parse('INV-1')), 'open')).toMatchObject(written);
  expect(invitations.undo).toHaveBeenCalledWith(which);
});

it('an address that was opened is the mail, and no draft is written', async () => {
  invitations.openMailto.mockResolvedValue({ opened: true });
  expect(await exportInvitation(typed(null), 'open')).toMatchObject({ path: null, done: { said: 'byAddress' } });
  expect(invitations.export).not.toHaveBeenCalled();
});
