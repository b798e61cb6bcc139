import { describe, expect, it } from 'vitest';
import { nextSteps } from '#electron/invitations/life-cycle.ts';
import { actOfKey, awaited, isResendable, marksOf, onward } from '#renderer/features/invitations/pipeline/acts.ts';
import type { InvitationRow } from '#shared/contract/invitations.ts';
import { InvitationRow as Row } from '#shared/contract/invitations.ts';
import { TenantId } from '#shared/model/ids.ts';
import type { InvitationStatus } from '#shared/model/invitation.ts';

const US = TenantId.parse('11111111-1111-4111-8111-111111111111');
const PROVIDER = TenantId.parse('22222222-2222-4222-8222-222222222222');
const ENDS: readonly InvitationStatus[] = ['accepted', 'superseded', 'stale', 'withdrawn'];

function row(status: InvitationStatus, next: readonly InvitationStatus[], more: Partial<InvitationRow> = {}) {
  return Row.parse({
    invitation: {
      id: 'INV-20261115-520300',
      kind: 'reseller',
      link: 'https://portal.partner.microsoftonline.cn/invitation?id=1',
      createdBy: US,
      to: 'admin@contoso.example',
      language: 'en',
      status,
      author: 'li.na@kunlun.example',
      file: null,
      createdAt: '2026-11-15T08:00:00Z',
      history: [{ status, at: '2026-11-15T08:00:00Z', by: 'li.na@kunlun.example' }],
      ...more.invitation,
    },
    customer: '33333333-3333-4333-8333-333333333333',
    customerName: 'Contoso',
    age: 5,
    nudge: false,
    hint: null,
    fingerprint: '03bf805e',
    undoable: false,
    open: [],
    ...more,
    next,
  });
}

const exported = row('exported', ['sent', 'forwarded', ...ENDS]);
const ended = row('withdrawn', []);

describe('what staff may say of an invitation', () => {
  it('is what the life cycle has next, and never that another took its place', () => {
    expect(marksOf(exported)).toEqual(['sent', 'forwarded', 'accepted', 'stale', 'withdrawn']);
    expect(marksOf(row('forwarded', ENDS))).toEqual(['accepted', 'stale', 'withdrawn']);
    expect(marksOf(ended)).toEqual([]);
  });

  it('is said by the letter of the menu, whatever its case, and by no other', () => {
    expect(actOfKey('s', exported)).toEqual({ act: 'mark', status: 'sent' });
    expect(actOfKey('S', exported)).toEqual({ act: 'mark', status: 'sent' });
    expect(actOfKey('x', exported)).toBeNull();
    expect(actOfKey('Enter', exported)).toBeNull();
    expect(actOfKey('c', exported)).toBeNull();
    expect(actOfKey('c', row('drafted', ['exported', ...ENDS]))).toEqual({ act: 'continue' });
  });

  it('is not said of one that has ended', () => {
    expect(actOfKey('s', ended)).toBeNull();
    expect(actOfKey('w', ended)).toBeNull();
  });
});

describe('the other keys', () => {
  it('undo only what can be undone', () => {
    expect(actOfKey('u', exported)).toBeNull();
    expect(actOfKey('u', row('sent', ENDS, { undoable: true }))).toEqual({ act: 'undo' });
  });

  it('open a draft only where there is one', () => {
    expect(actOfKey('o', exported)).toBeNull();
    const file = { ...exported.invitation, file: '/drafts/one.eml' };
    expect(actOfKey('o', row('exported', [], { invitation: file }))).toEqual({ act: 'openDraft' });
  });

  it('copy reference and link of any', () => {
    expect(actOfKey('r', ended)).toEqual({ act: 'copyReference' });
    expect(actOfKey('l', ended)).toEqual({ act: 'copyLink' });
  });
});

describe('on the board', () => {
  it('a card goes one column on, and nowhere from the last', () => {
    expect(onward(exported)).toBe('sent');
    expect(onward(row('sent', ['forwarded', ...ENDS]))).toBe('forwarded');
    expect(onward(row('forwarded', ENDS))).toBe('accepted');
    expect(onward(ended)).toBeNull();
  });
});

describe('a mail that still lies here', () => {
  it('is to be sent where the link is ours, and forwarded where it is our provider’s', () => {
    expect(awaited(exported, US)).toBe('sent');
    expect(awaited(exported, PROVIDER)).toBe('forwarded');
  });

  it('waits for nothing once it is under way', () => {
    expect(awaited(row('sent', ['forwarded', ...ENDS]), US)).toBeNull();
  });

  it('can be re-sent until it has ended', () => {
    expect(isResendable(exported)).toBe(true);
    expect(isResendable(ended)).toBe(false);
    // A draft is continued, for there is nothing yet to send again.
    expect(isResendable(row('drafted', nextSteps('drafted')))).toBe(false);
  });
});
