import type { ConsoleClient } from '#shared/contract/index.ts';
import type { LinkSource } from '#shared/contract/invitations.ts';
import type { CustomerId, InvitationId } from '#shared/model/ids.ts';
import type { Invitation, Language, MailWords } from '#shared/model/invitation.ts';
import { ProblemError } from '#shared/model/problem.ts';

/** What a saved draft says of the mail that continues it, unless the command line says otherwise. */
export interface SavedDraft {
  readonly to: string;
  readonly language: Language;
  /** `null` where it kept none: the built-in ones. */
  readonly words: MailWords | null;
  readonly source: LinkSource;
}

/**
 * A customer's invitation as it was saved. The link of a provider's is looked up among the received ones, for it is
 * forwarded, not created.
 *
 * @param linkIsGiven whether another link takes the place of the draft's, which then need not be there any more
 * @throws ProblemError `invitationUnknown`; `draftLinkGone` where the received link was dropped
 */
export async function savedDraft(
  { customers, invitations, workspace }: ConsoleClient,
  customer: CustomerId,
  id: InvitationId,
  linkIsGiven: boolean,
): Promise<SavedDraft> {
  const dossier = await customers.get({ id: customer });
  const saved = dossier.invitations.find((one) => one.id === id);
  if (!saved) throw new ProblemError('not-found', 'invitationUnknown', { invitation: id });
  if (saved.status !== 'drafted') {
    throw new ProblemError('refused', 'invitationNoDraft', { invitation: id, statusNow: saved.status });
  }
  const { language, link, to } = saved;
  const state = await workspace.state();
  const isOurs = state.state === 'open' && state.profile.partner.tenantId === saved.createdBy;
  const source = isOurs || linkIsGiven ? { link } : { received: await receivedOf(saved, invitations) };
  return { to, language, words: saved.draft?.words ?? null, source };
}

async function receivedOf(
  { createdBy, id, link }: Invitation,
  { received }: ConsoleClient['invitations'],
): Promise<InvitationId> {
  const found = (await received.list()).find((one) => one.createdBy === createdBy && one.link === link);
  if (!found) throw new ProblemError('refused', 'draftLinkGone', { invitation: id });
  return found.id;
}
