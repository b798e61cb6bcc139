import { z } from 'zod';
import { CustomerId, InvitationId } from '#shared/model/ids.ts';
import { Invitation, InvitationKind, Language } from '#shared/model/invitation.ts';
import { Cloud } from '#shared/model/partner.ts';
import { Capability } from '#shared/model/policy.ts';
import { procedure } from './errors.ts';

/** What an invitation link tells by itself, without being opened. */
export const LinkReading = z.object({
  host: z.string(),
  kind: InvitationKind.nullable(),
  /** The cloud that the host belongs to; `null` when both use it. */
  cloud: Cloud.nullable(),
});
export type LinkReading = z.infer<typeof LinkReading>;

export const InvitationDraft = z.object({
  customer: CustomerId,
  link: z.string(),
  to: z.string(),
  language: Language,
});
export type InvitationDraft = z.infer<typeof InvitationDraft>;

export const invitations = {
  /** The hosts that an invitation link may lead to in this workspace. */
  hosts: procedure.output(z.array(z.string())),
  /** May we invite this customer at all? The answer that the window shows before anything is typed. */
  eligibility: procedure.input(z.object({ customer: CustomerId })).output(Capability),
  /** Checks a pasted link: `https:` and a known host, nothing else; it is never changed. */
  readLink: procedure.input(z.object({ link: z.string() })).output(LinkReading),
  /** The mail as it will be written, for the preview; nothing is recorded. */
  preview: procedure
    .input(InvitationDraft)
    .output(z.object({ kind: InvitationKind, subject: z.string(), text: z.string(), html: z.string() })),
  /** Policy check, then an `.eml` draft on disk, then a record in the dossier. */
  export: procedure.input(InvitationDraft).output(z.object({ invitation: Invitation, path: z.string() })),
  /** Opens an exported draft in the mail program of this machine. */
  open: procedure
    .input(z.object({ customer: CustomerId, invitation: InvitationId }))
    .output(z.object({ opened: z.boolean() })),
};
