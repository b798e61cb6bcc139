import { insistOnStep } from '#electron/invitations/life-cycle.ts';
import { listInvitations } from '#electron/invitations/pipeline.ts';
import { type Act, invitationIn, marked, superseded, undone } from '#electron/invitations/tracked.ts';
import { type Implementer, inTurn, type Open, openWorkspace, type Session } from '#electron/procedures/session.ts';
import type { InvitationDraft } from '#shared/contract/invitations.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId, InvitationId } from '#shared/model/ids.ts';
import type { Invitation, Language } from '#shared/model/invitation.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { freshReference, invitationOf, prepare, withInvitation } from './prepare.ts';
import { orRemove, putDraft } from './write-draft.ts';

export const pipeline = (on: Implementer) => ({
  list: on.invitations.list.handler(({ context, input }) => {
    const { directory, now, records } = openWorkspace(context.session);
    return listInvitations(directory.invited(), input, now, records.profile.partner.tenantId);
  }),

  mark: on.invitations.mark.handler(({ context: { session }, input }) =>
    change(session, input, (dossier, act) => marked(dossier, input.invitation, input.status, act)),
  ),

  undo: on.invitations.undo.handler(({ context: { session }, input }) =>
    change(session, input, (dossier, act) => undone(dossier, input.invitation, act)),
  ),

  resend: on.invitations.resend.handler(({ context: { session }, input }) =>
    inTurn(session, async () => {
      const workspace = openWorkspace(session);
      const dossier = workspace.directory.dossier(input.customer);
      const old = invitationIn(dossier, input.invitation);
      if (old.status === 'drafted') throw new ProblemError('refused', 'resendDraft', { invitation: old.id });
      insistOnStep(old, 'superseded');
      const draft = draftAgain(workspace, dossier, old, input.language);
      const prepared = prepare(session, draft, freshReference(session, workspace));
      const path = await putDraft(session.options.draftsFolder, prepared, workspace);
      const invitation = invitationOf(prepared, workspace, path);
      const next = superseded(withInvitation(dossier, invitation), old.id, invitation);
      await orRemove([path], () => workspace.records.save([next]));
      return { invitation, path };
    }),
  ),
});

/** Changes one invitation, saves its dossier and gives the invitation as it is then. */
function change(
  session: Session,
  { customer, invitation }: { customer: CustomerId; invitation: InvitationId },
  make: (dossier: Dossier, act: Act) => Dossier,
): Promise<Invitation> {
  return inTurn(session, async () => {
    const { directory, now, records, staff } = openWorkspace(session);
    const next = make(directory.dossier(customer), { at: now.toISOString(), by: staff });
    await records.save([next]);
    return invitationIn(next, invitation);
  });
}

/**
 * The same invitation as a new draft: link and recipient stay. It takes the built-in words, since edited ones are in the
 * language of the old. A link of our provider's is looked up again among the received ones, for it is forwarded, not created.
 */
function draftAgain({ records }: Open, { id }: Dossier, old: Invitation, language: Language): InvitationDraft {
  const words = { template: null, subject: null, paragraphs: null };
  const draft = { customer: id, to: old.to, language, words };
  if (old.createdBy === records.profile.partner.tenantId) return { ...draft, link: old.link };
  const received = records
    .surroundings()
    .receivedLinks.find(({ createdBy, link }) => createdBy === old.createdBy && link === old.link);
  if (!received) throw new ProblemError('refused', 'invitationLinkGone', { invitation: old.id });
  return { ...draft, received: received.id };
}
