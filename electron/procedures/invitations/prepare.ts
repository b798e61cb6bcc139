import { readRecipient } from '#electron/invitations/address.ts';
import { gdapTerms } from '#electron/invitations/gdap-terms.ts';
import { newReference } from '#electron/invitations/reference.ts';
import { type ComposedMail, composeInvitation } from '#electron/invitations/template.ts';
import { type Open, openWorkspace, type Session } from '#electron/procedures/session.ts';
import type { InvitationDraft } from '#shared/contract/invitations.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { InvitationId } from '#shared/model/ids.ts';
import type { Invitation, InvitationStatus, Language } from '#shared/model/invitation.ts';
import { type DraftLink, draftLink, permitDraft } from './draft-link.ts';
import { type ChosenWords, chosenWords } from './words.ts';

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
  return prepareMail(workspace, { dossier, link, to: readRecipient(draft.to), language, reference }, chosen);
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
export function freshReferences({ options }: Session, { now, records }: Open): () => InvitationId {
  const taken = new Set([...records.dossiers()].flatMap(({ invitations }) => invitations.map(({ id }) => `${id}`)));
  return () => {
    const reference = newReference(now, options.newId, (drawn) => taken.has(drawn));
    taken.add(reference);
    return reference;
  };
}

/** A prepared invitation as it is recorded. `file` is where it was written, if it was. */
export function invitationOf(
  prepared: Omit<Prepared, 'mail'>,
  { now, staff }: Open,
  file: string | null,
  status: InvitationStatus = 'exported',
): Invitation {
  const { language, link, reference, template, to } = prepared;
  const at = now.toISOString();
  return {
    id: reference,
    kind: link.kind,
    link: link.link,
    createdBy: link.createdBy,
    to,
    language,
    status,
    author: staff,
    file,
    template,
    supersededBy: null,
    refused: [],
    createdAt: at,
    history: [{ status, at, by: staff, evidence: null }],
  };
}

/** The dossier with one more invitation, and the line in its history that says so. */
export function withInvitation(dossier: Dossier, invitation: Invitation): Dossier {
  const { author, createdAt, id } = invitation;
  return {
    ...dossier,
    invitations: [...dossier.invitations, invitation],
    history: [
      ...dossier.history,
      { at: createdAt, by: author, event: 'invitation-exported', source: null, subjects: [`invitation:${id}`] },
    ],
  };
}
