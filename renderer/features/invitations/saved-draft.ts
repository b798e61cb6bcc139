import type { Dossier } from '#shared/model/dossier.ts';
import type { InvitationId, TenantId } from '#shared/model/ids.ts';
import type { Invitation, ReceivedLink } from '#shared/model/invitation.ts';
import type { Problem } from '#shared/model/problem.ts';
import { BUILT_IN, inPlaces, type TypedWords } from './typed-words.ts';
import type { Flow } from './ways.ts';

/** The way by which a saved draft goes on: a provider's link is forwarded, a link of ours is created or requests GDAP. */
export function flowOf({ createdBy, kind }: Invitation, us: TenantId): Flow {
  if (createdBy !== us) return 'forward';
  return kind === 'gdap' ? 'gdap' : 'create';
}

/** The words of a saved draft as the form had them: a paragraph that was removed is removed again. */
export function wordsOf(saved: Invitation | null): TypedWords {
  const words = saved?.draft?.words;
  if (!words) return BUILT_IN;
  const { paragraphs, subject, template } = words;
  return { template, subject, paragraphs: paragraphs && inPlaces(paragraphs) };
}

/** The received link that a saved draft forwards; `undefined` where it is no longer there, or the link is our own. */
export function receivedOf(saved: Invitation | null, links: readonly ReceivedLink[]): ReceivedLink | undefined {
  return links.find(({ createdBy, link }) => createdBy === saved?.createdBy && link === saved.link);
}

/** Why what was saved as a draft can no longer be continued. */
export function noDraft({ invitations }: Pick<Dossier, 'invitations'>, id: InvitationId): Problem {
  const known = invitations.find((one) => one.id === id);
  if (!known) return { kind: 'not-found', key: 'invitationUnknown', values: { invitation: id } };
  return { kind: 'refused', key: 'invitationNoDraft', values: { invitation: id, statusNow: known.status } };
}
