import { readRecipient } from '#electron/invitations/address.ts';
import { savedDraftIn, withChanged } from '#electron/invitations/tracked.ts';
import { inTurn, openWorkspace, type Session } from '#electron/procedures/session.ts';
import type { InvitationDraft } from '#shared/contract/invitations.ts';
import type { Invitation } from '#shared/model/invitation.ts';
import { draftLink, permitDraft } from './draft-link.ts';
import { freshReference, invitationOf, withInvitation } from './prepare.ts';
import { writtenOut } from './words.ts';

/**
 * Records an invitation as `drafted`, or changes the saved draft that is continued: whom, which link, which language,
 * which words. Link, recipient and policy are checked as for an export; the words may be half done, and are checked
 * when a mail is made of them.
 */
export function saveDraft(session: Session, input: InvitationDraft): Promise<Invitation> {
  return inTurn(session, async () => {
    const workspace = openWorkspace(session);
    const dossier = workspace.directory.dossier(input.customer);
    const before = input.draft === undefined ? null : savedDraftIn(dossier, input.draft);
    const link = draftLink(session, input);
    permitDraft(workspace, dossier, link);
    const { language } = input;
    const words = writtenOut(session, input.words, link.kind, language);
    const reference = before?.id ?? freshReference(session, workspace);
    const filled = { dossier, link, to: readRecipient(input.to), language, reference, template: words.template };
    const invitation = { ...invitationOf(filled, workspace, null, 'drafted'), draft: { words } };
    const next = before ? changed(before, invitation) : invitation;
    await workspace.records.save([
      before
        ? withChanged(dossier, next, {
            at: workspace.now.toISOString(),
            by: workspace.staff,
            event: 'invitation-drafted',
            source: null,
          })
        : withInvitation(dossier, next),
    ]);
    return next;
  });
}

/** Who prepared it first, and its steps, stay. */
function changed(before: Invitation, now: Invitation): Invitation {
  const { author, createdAt, history, refused } = before;
  return { ...now, author, createdAt, history, refused };
}
