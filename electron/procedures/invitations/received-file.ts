import type { z } from 'zod';
import { claimsHandOff, looksLikeHandOff, readHandOff } from '#electron/invitations/hand-off.ts';
import { checkAddressee, checkKey, type KeyStanding } from '#electron/invitations/hand-off-check.ts';
import { looksLikeMail, readMail } from '#electron/invitations/received-mail.ts';
import { openWorkspace, type Session } from '#electron/procedures/session.ts';
import type { HandedFile } from '#shared/contract/imports.ts';
import type { LinkReading } from '#shared/contract/invitations.ts';
import type { HandOff } from '#shared/model/hand-off.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { linkHosts, readLink } from './link-hosts.ts';

const MEGABYTES = 30;

/** A hand-off file that we may take in. */
export interface OpenedHandOff {
  readonly what: 'hand-off';
  readonly handOff: HandOff;
  readonly reading: LinkReading;
  readonly standing: KeyStanding;
}

/** A mail with links to hosts that invitations lead to. */
export interface OpenedMail {
  readonly what: 'mail';
  readonly from: string;
  readonly links: { link: string; reading: LinkReading }[];
}

/**
 * Opens what a provider sent, told by its content: a hand-off file, a mail that carries one, or a mail with links. It
 * is checked whole; nothing is recorded. `said` are the digits of the provider's key as read out on the telephone.
 */
export async function openReceived(
  session: Session,
  { bytes, name }: z.infer<typeof HandedFile>,
  said: string | undefined,
): Promise<OpenedHandOff | OpenedMail> {
  if (bytes.size > MEGABYTES * 1024 * 1024) {
    throw new ProblemError('bad-input', 'receivedTooLarge', { file: name, limit: MEGABYTES });
  }
  const content = new Uint8Array(await bytes.arrayBuffer());
  if (looksLikeHandOff(content)) return openHandOff(session, content, name, said);
  if (!looksLikeMail(content)) throw new ProblemError('bad-input', 'receivedNeither', { file: name });
  const mail = await readMail(content).catch(() => {
    throw new ProblemError('bad-input', 'mailUnreadable', { file: name });
  });
  const attached = mail.attachments.find((one) => claimsHandOff(one.bytes));
  if (attached) return openHandOff(session, attached.bytes, attached.name || name, said);
  const links = mail.links.flatMap((link) => asInvitationLink(session, link));
  if (links.length === 0) {
    throw new ProblemError('refused', 'mailNoLink', { file: name, known: linkHosts(session).join(', ') });
  }
  return { what: 'mail', from: mail.from, links };
}

function openHandOff(session: Session, bytes: Uint8Array, file: string, said: string | undefined): OpenedHandOff {
  const { records } = openWorkspace(session);
  const handOff = readHandOff(bytes, file);
  checkAddressee(handOff, records.profile, file);
  const [found] = asInvitationLink(session, handOff.link);
  if (!found) throw new ProblemError('refused', 'handOffLink', { file, known: linkHosts(session).join(', ') });
  const { reading } = found;
  if (reading.kind !== null && reading.kind !== handOff.kind) {
    throw new ProblemError('refused', 'handOffOtherKind', { file, kind: reading.kind, said: handOff.kind });
  }
  return { what: 'hand-off', handOff, reading, standing: checkKey(handOff, records.surroundings(), file, said) };
}

/** A link with what it tells; nothing for one that leads elsewhere. */
function asInvitationLink(session: Session, link: string): { link: string; reading: LinkReading }[] {
  try {
    return [{ link, reading: readLink(session, link) }];
  } catch (error) {
    if (error instanceof ProblemError) return [];
    throw error;
  }
}
