import type { TenantId } from '#shared/model/ids.ts';
import type { Invitation, ReceivedLink } from '#shared/model/invitation.ts';
import { BUILT_IN, type TypedWords } from './typed-words.ts';
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
  return { template, subject, paragraphs: paragraphs?.map((text) => (text.trim() === '' ? null : text)) ?? null };
}

/** The received link that a saved draft forwards; `undefined` where it is no longer there, or the link is our own. */
export function receivedOf(saved: Invitation | null, links: readonly ReceivedLink[]): ReceivedLink | undefined {
  return links.find(({ createdBy, link }) => createdBy === saved?.createdBy && link === saved.link);
}
