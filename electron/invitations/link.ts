import type { LinkReading } from '#shared/contract/invitations.ts';
import { TenantId } from '#shared/model/ids.ts';
import type { InvitationKind } from '#shared/model/invitation.ts';
import type { Cloud } from '#shared/model/partner.ts';
import { ProblemError } from '#shared/model/problem.ts';

/**
 * The hosts that invitation links are known to lead to, and the cloud that alone uses each; `null` when that is open.
 * No page of the vendor shows the form of a link on 21Vianet, so the two hosts of the shared admin center are
 * accepted on both clouds. A host in the .cn domain is 21Vianet's alone, the US government portal the global cloud's.
 */
const KNOWN_HOSTS: ReadonlyMap<string, Cloud | null> = new Map<string, Cloud | null>([
  ['admin.microsoft.com', null],
  ['portal.office.com', null],
  ['portal.office365.us', 'global'],
  ['portal.partner.microsoftonline.cn', '21vianet'],
  ['portal.azure.cn', '21vianet'],
]);

/** The cloud that a host belongs to; `null` when both use it, or when we do not know the host. */
function cloudOfHost(host: string): Cloud | null {
  return KNOWN_HOSTS.get(host) ?? null;
}

/** The hosts that a workspace on this cloud accepts as known today: its own and the shared ones. */
export function knownLinkHosts(cloud: Cloud): readonly string[] {
  return [...KNOWN_HOSTS].filter(([, owner]) => owner === null || owner === cloud).map(([host]) => host);
}

/** The known hosts and those that somebody added; a host known to be the other cloud's alone stays out. */
export function hostsWith(cloud: Cloud, added: readonly string[]): readonly string[] {
  const ours = added.filter((host) => [null, cloud].includes(cloudOfHost(host)));
  return [...new Set([...knownLinkHosts(cloud), ...ours])];
}

/** Characters; longer than any link seen, and short enough for every mail program. */
export const LINK_LIMIT = 8192;

/** What RFC 3986 lets a URL consist of. Anything else a mail program may change, or end the link at. */
const ILLEGAL = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/u;

/** Characters that a message may quote; the rest are named by their code point. */
const PRINTABLE = /^[\p{L}\p{N}\p{P}\p{S}]$/u;

/**
 * Checks a pasted invitation link and tells its host, kind, cloud and partner. The link is opaque: it is parsed only to be
 * checked, never rebuilt, and goes out byte for byte. Refuses everything but `https:` to one of the allowed hosts,
 * and every spelling that shows a person another host than a browser would open.
 *
 * @param allowedHosts hosts in lowercase ASCII, such as `knownLinkHosts(cloud)`
 * @throws ProblemError `bad-input`, key `link…` of the problems catalogue
 */
export function readInvitationLink(link: string, cloud: Cloud, allowedHosts: readonly string[]): LinkReading {
  if (link.trim() === '') throw refused('linkMissing');
  if (link.length > LINK_LIMIT) throw refused('linkTooLong', { limit: LINK_LIMIT });
  const scheme = /^[a-z][a-z0-9+.-]*:/iu.exec(link)?.[0].toLowerCase();
  if (scheme !== undefined && scheme !== 'https:') throw refused('linkScheme', { scheme });

  const spelled = /^https:\/\/([^/?#\\]*)/iu.exec(link)?.[1];
  checkHostSpelling(spelled);
  checkCharacters(link);
  const host = spelled && hostOf(link);
  if (!spelled || !host) throw refused('linkNotAddress', { link: shortened(link) });
  if (host !== spelled.toLowerCase()) throw refused('linkLookalike', { spelled });
  if (!allowedHosts.includes(host)) {
    const owner = cloudOfHost(host);
    if (owner !== null && owner !== cloud) throw refused('linkOtherCloud', { host, cloud: owner });
    throw refused('linkHost', { host, known: allowedHosts.join(', ') });
  }
  const parameters = parametersOf(link);
  return { host, kind: kindOf(link), cloud: cloudOfHost(host), partner: partnerOf(parameters), parameters };
}

/** The host that a browser would open; `null` for what is no URL. */
function hostOf(link: string): string | null {
  try {
    return new URL(link).hostname;
  } catch {
    return null;
  }
}

/** The authority as it is written, before a parser tidies it up. */
function checkHostSpelling(spelled: string | undefined): void {
  if (!spelled) return;
  const host = spelled.slice(spelled.lastIndexOf('@') + 1);
  if (spelled.includes('@')) throw refused('linkUserInfo', { host });
  const port = /:(.*)$/u.exec(host)?.[1];
  if (port !== undefined) throw refused('linkPort', { host: host.slice(0, host.indexOf(':')), port: port || '?' });
  const labels = host.toLowerCase().split('.');
  // Non-ASCII and punycode may look like a known host, and a trailing dot or an escape may slip past a comparison.
  const disguised = labels.some((label) => label === '' || label.startsWith('xn--')) || !/^[a-z0-9.-]+$/iu.test(host);
  if (disguised && !/\s|\p{C}/u.test(host)) throw refused('linkLookalike', { spelled: host });
}

function checkCharacters(link: string): void {
  const found = ILLEGAL.exec(link);
  if (!found) return;
  const [character] = found;
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  throw refused('linkCharacter', {
    character: PRINTABLE.test(character) ? `“${character}” (${code})` : code,
    position: [...link.slice(0, found.index)].length + 1,
  });
}

/** Read from query and fragment, where the two documented forms carry it. */
function kindOf(link: string): InvitationKind | null {
  if (/[?&#]invType=ResellerRelationship(?:[&#]|$)/iu.test(link)) return 'reseller';
  if (/#.*\/granularAdminRelationships\//iu.test(link)) return 'gdap';
  return null;
}

/** Names and values in query and fragment, as they are written. */
function parametersOf(link: string): LinkReading['parameters'] {
  return [...link.matchAll(/[?&]([^=&#?]+)=([^&#]*)/gu)].map(([, name = '', value = '']) => ({ name, value }));
}

/** What `partnerId` says, where it is a tenant id; two that differ say nothing. */
function partnerOf(parameters: LinkReading['parameters']): TenantId | null {
  const named = parameters.filter(({ name }) => name.toLowerCase() === 'partnerid');
  const [partner = null, ...others] = new Set(named.map(({ value }) => TenantId.safeParse(value).data ?? null));
  return others.length === 0 ? partner : null;
}

function shortened(link: string): string {
  const characters = [...link];
  return characters.length > 80 ? `${characters.slice(0, 80).join('')}…` : link;
}

function refused(key: string, values: Record<string, string | number> = {}): ProblemError {
  return new ProblemError('bad-input', key, values);
}
