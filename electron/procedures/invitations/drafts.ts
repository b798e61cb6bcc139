import { mailtoAddress } from '#electron/invitations/mailto.ts';
import { exportedIn } from '#electron/invitations/tracked.ts';
import { type Implementer, inTurn, openWorkspace } from '#electron/procedures/session.ts';
import { linkHosts, readLink } from './link-hosts.ts';
import { handOut } from './mailto-addresses.ts';
import { ownLink } from './own-link.ts';
import { freshReference, invitationOf, prepare, UNWRITTEN, withInvitation } from './prepare.ts';
import { saveDraft } from './saved-drafts.ts';
import { orRemove, putDraft } from './write-draft.ts';

export const drafts = (on: Implementer) => ({
  hosts: on.invitations.hosts.handler(({ context }) => [...linkHosts(context.session)]),

  eligibility: on.invitations.eligibility.handler(({ context, input }) => {
    const { capabilities, directory } = openWorkspace(context.session);
    return capabilities.invite(directory.dossier(input.customer), input.kind);
  }),

  readLink: on.invitations.readLink.handler(({ context, input }) => readLink(context.session, input.link.trim())),

  ownLink: on.invitations.ownLink.handler(({ context }) => ownLink(context.session)),

  saveDraft: on.invitations.saveDraft.handler(({ context, input }) => saveDraft(context.session, input)),

  preview: on.invitations.preview.handler(({ context: { session }, input }) => {
    const { link, mail } = prepare(session, input, UNWRITTEN);
    return { kind: link.kind, ...mail };
  }),

  export: on.invitations.export.handler(({ context: { session }, input }) =>
    inTurn(session, async () => {
      const workspace = openWorkspace(session);
      const prepared = prepare(session, input, freshReference(session, workspace));
      const path = await putDraft(session.options.draftsFolder, prepared, workspace);
      const invitation = invitationOf(prepared, workspace, path);
      // A dossier of before may name the file already: then it stays.
      const unnamed = prepared.saved?.file === path ? [] : [path];
      await orRemove(unnamed, () => workspace.records.save([withInvitation(prepared.dossier, invitation)]));
      return { invitation, path };
    }),
  ),

  mailto: on.invitations.mailto.handler(({ context: { session }, input }) =>
    inTurn(session, async () => {
      const workspace = openWorkspace(session);
      const prepared = prepare(session, input, freshReference(session, workspace));
      const address = mailtoAddress(prepared.to, prepared.mail);
      if (address === null) return { invitation: null, address };
      const invitation = invitationOf(prepared, workspace, null);
      await workspace.records.save([withInvitation(prepared.dossier, invitation)]);
      return { invitation, address: handOut(session, address) };
    }),
  ),

  open: on.invitations.open.handler(async ({ context: { session }, input }) => {
    const { directory } = openWorkspace(session);
    const { file } = exportedIn(directory.dossier(input.customer), input.invitation);
    return { opened: await session.options.openPath(file) };
  }),
});
