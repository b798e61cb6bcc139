import { hostsWith, readInvitationLink } from '#electron/invitations/link.ts';
import { openWorkspace, type Session } from '#electron/procedures/session.ts';
import type { LinkReading } from '#shared/contract/invitations.ts';

/** The hosts that an invitation link may lead to: the known ones of the workspace's cloud, and those that this person added. */
export function linkHosts(session: Session): readonly string[] {
  const { cloud } = openWorkspace(session).records.profile;
  return hostsWith(cloud, session.options.settings.get().linkHosts[cloud] ?? []);
}

/** Checks a link against them, as `readInvitationLink` does. */
export function readLink(session: Session, link: string): LinkReading {
  return readInvitationLink(link, openWorkspace(session).records.profile.cloud, linkHosts(session));
}
