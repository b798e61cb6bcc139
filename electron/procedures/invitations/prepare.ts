import { readRecipient } from '#electron/invitations/address.ts';
import { gdapTerms } from '#electron/invitations/gdap-terms.ts';
import { withStep } from '#electron/invitations/life-cycle.ts';
import { newReferences } from '#electron/invitations/reference.ts';
import { type ComposedMail, composeInvitation } from '#electron/invitations/template.ts';
import { savedDraftIn, withChanged } from '#electron/invitations/tracked.ts';
import { type Open, openWorkspace, type Session } from '#electron/procedures/session.ts';
import type { InvitationDraft } from '#shared/contract/invitations.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { InvitationId } from '#shared/model/ids.ts';
import type { Invitation, InvitationStatus, Language } from '#shared/model/invitation.ts';
import { type DraftLink, draftLink, permitDraft } from './draft-link.ts';
import { type ChosenWords, chosenWords, writtenOut } from './words.ts';

/** Everything about an invitation that is settled before it is written. */
export interface Prepared {
  readonly dossier: Dossier;
  readonly link: DraftLink;
  /** Checked, and printed the one way that mail programs read. */
  readonly to: string;
  readonly language: Language;
  readonly reference: InvitationId;
  /** The id of the template whose words it takes; `null` for none. */
  readonly template: string | null;
  /** The saved draft that it continues, with the words as they are now. */
  readonly saved?: Invitation | undefined;
  readonly mail: ComposedMail;
}

/** What stands for the reference in a preview: the mail gets one when it is written. */
export const UNWRITTEN = InvitationId.parse('—');

/** Checks everything and composes the mail of one invitation; touches nothing. What stands in its way is thrown as a problem. */
export function prepare(session: Session, draft: InvitationDraft, reference: InvitationId): Prepared {
  const workspace = openWorkspace(session);
  const dossier = workspace.directory.dossier(draft.customer);
  const link = draftLink(session, draft);
  permitDraft(workspace, dossier, link);
  const { language } = draft;
  const chosen = chosenWords(session, draft.words, link.kind, language);
  const before = draft.draft === undefined ? undefined : savedDraftIn(dossier, draft.draft);
  const saved = before && { ...before, draft: { words: writtenOut(session, draft.words, link.kind, language) } };
  const to = readRecipient(draft.to);
  return prepareMail(workspace, { dossier, link, to, language, reference: before?.id ?? reference, saved }, chosen);
}

/** Composes the mail of an invitation whose every part is checked. */
export function prepareMail(
  { records, staff }: Open,
  checked: Omit<Prepared, 'mail' | 'template'>,
  { template, words }: ChosenWords,
): Prepared {
  const { dossier, language, link, reference } = checked;
  const { cloud, partner } = records.profile;
  const relationship = link.owner?.relationship;
  const mail = composeInvitation({
    kind: link.kind,
    cloud,
    language,
    link: link.link,
    customerName: dossier.name.value,
    domain: dossier.domain?.value ?? null,
    partner: { name: partner.name, mpnId: partner.mpnId ?? null },
    author: staff,
    reference,
    words,
    ...(relationship ? { gdap: gdapTerms(relationship) } : {}),
  });
  return { ...checked, template, mail };
}

/** A reference that no invitation of this workspace bears yet. */
export function freshReference(session: Session, workspace: Open): InvitationId {
  return freshReferences(session, workspace)();
}

/** Gives one reference after another that no invitation of this workspace bears yet. */
export function freshReferences({ options }: Session, { directory, now }: Open): () => InvitationId {
  const invitations = [...directory.invited()].flatMap((customer) => customer.invitations);
  return newReferences(now, options.newId, invitations);
}

/** A prepared invitation as it is recorded: a new one, or the saved draft one step further. `file` is where it was written, if it was. */
export function invitationOf(
  prepared: Omit<Prepared, 'mail'>,
  { now, staff }: Open,
  file: string | null,
  status: InvitationStatus = 'exported',
): Invitation {
  const { language, link, reference, saved, template, to } = prepared;
  const at = now.toISOString();
  const step = { status, at, by: staff, evidence: null };
  const { createdBy, kind } = link;
  const filled = { kind, link: link.link, createdBy, to, language, template, file };
  if (saved) return withStep({ ...saved, ...filled }, step);
  return {
    ...filled,
    id: reference,
    status,
    author: staff,
    draft: null,
    supersededBy: null,
    refused: [],
    createdAt: at,
    history: [step],
  };
}

/** The dossier with one more invitation, or with a saved draft exported, and the line in its history that says so. */
export function withInvitation(dossier: Dossier, invitation: Invitation): Dossier {
  const { author, createdAt, history, id, status } = invitation;
  const { at, by } = history.at(-1) ?? { at: createdAt, by: author };
  const { invitations } = dossier;
  const known = invitations.some((one) => one.id === id);
  const event = status === 'drafted' ? 'invitation-drafted' : 'invitation-exported';
  const withIt = known ? dossier : { ...dossier, invitations: [...invitations, invitation] };
  return withChanged(withIt, invitation, { at, by, event, source: null });
}
