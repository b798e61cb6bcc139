import { UsageError } from '#electron/hosts/say.ts';
import type { LinkSource } from '#shared/contract/invitations.ts';
import type { InvitationId } from '#shared/model/ids.ts';

/** What `--link` and `--received` say: either a link of our own or one that our provider gave us, and not both. */
export function sourceOf({ link, received }: { readonly link?: string; readonly received?: InvitationId }): LinkSource {
  if (link !== undefined && received === undefined) return { link };
  if (received !== undefined && link === undefined) return { received };
  throw new UsageError('Name the link with --link, or a received one with --received.');
}
