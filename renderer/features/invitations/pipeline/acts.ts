import type { InvitationRow } from '#shared/contract/invitations.ts';
import type { TenantId } from '#shared/model/ids.ts';

/** What staff may say of an invitation by hand: being exported or superseded are things that the console does. */
export const MARKS = ['sent', 'forwarded', 'accepted', 'stale', 'withdrawn'] as const;
export type Mark = (typeof MARKS)[number];

/** What can be done to an invitation where it stands in a row or on a card. */
export type Act =
  | { readonly act: 'mark'; readonly status: Mark }
  | { readonly act: 'continue' | 'undo' | 'openDraft' | 'copyReference' | 'copyLink' };

/** The keys of the marks, as the menu shows them. */
export const MARK_KEYS: Record<Mark, string> = { sent: 'S', forwarded: 'F', accepted: 'A', stale: 'T', withdrawn: 'W' };

/** The keys of everything else. */
export const ACT_KEYS = { continue: 'C', undo: 'U', openDraft: 'O', copyReference: 'R', copyLink: 'L' } as const;

/** The statuses that staff may say it has now, in the order of an invitation's life. */
export function marksOf({ next }: Pick<InvitationRow, 'next'>): readonly Mark[] {
  return MARKS.filter((status) => next.includes(status));
}

/** Whether it is a saved draft, which the composer can go on with. */
export function isDrafted({ invitation: { status } }: Pick<InvitationRow, 'invitation'>): boolean {
  return status === 'drafted';
}

/** Whether another mail may take its place. */
export function isResendable({ next }: Pick<InvitationRow, 'next'>): boolean {
  return next.includes('superseded');
}

/** The status of the next column on the board that it may go to; `null` where it stands in the last. */
export function onward(row: InvitationRow): Mark | null {
  return marksOf(row).find((mark) => mark === 'sent' || mark === 'forwarded' || mark === 'accepted') ?? null;
}

/** What its mail waits for while it lies on this computer: we send our own links, and forward those of a provider. */
export function awaited(row: InvitationRow, us: TenantId | undefined): Mark | null {
  const { createdBy, status } = row.invitation;
  if (status !== 'drafted' && status !== 'exported') return null;
  const mark = us === undefined || createdBy === us ? 'sent' : 'forwarded';
  return row.next.includes(mark) ? mark : null;
}

/** What a key pressed on a row or card does to the invitation; `null` for every other key, and for what cannot be done. */
export function actOfKey(key: string, row: InvitationRow): Act | null {
  const pressed = key.toUpperCase();
  const mark = marksOf(row).find((status) => MARK_KEYS[status] === pressed);
  if (mark !== undefined) return { act: 'mark', status: mark };
  switch (pressed) {
    case ACT_KEYS.continue:
      return isDrafted(row) ? { act: 'continue' } : null;
    case ACT_KEYS.undo:
      return row.undoable ? { act: 'undo' } : null;
    case ACT_KEYS.openDraft:
      return row.invitation.file === null ? null : { act: 'openDraft' };
    case ACT_KEYS.copyReference:
      return { act: 'copyReference' };
    case ACT_KEYS.copyLink:
      return { act: 'copyLink' };
    default:
      return null;
  }
}
