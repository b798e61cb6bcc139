import { domainToASCII } from 'node:url';
import addressparser from 'nodemailer/lib/addressparser';
import { ProblemError } from '#shared/model/problem.ts';
import { firstInvisible, oneLine } from './plain-text.ts';

/** One mail address, with the name that stood before it. */
export interface Recipient {
  readonly name: string | null;
  readonly address: string;
}

/** A letter, digit or sign of the plain local part, in any script (RFC 6531), so that it needs no quotes. */
const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;
/** The domain as it stands on the wire: letters, digits and hyphens (RFC 1123), and never an IP address. */
const WIRE_DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/u;
/** A name in quotes, which is left as it is, or a separator that Chinese keyboards type. */
const QUOTED_OR_FULL_WIDTH = /"(?:[^"\\]|\\.)*"|[，、；]/gu;
const LOCAL_PART_BYTES = 64;
const ADDRESS_BYTES = 254;

/**
 * Reads the recipient field: one mail address or several, separated by commas or semicolons, each with or without a
 * name (`李雷 <li@example.cn>`). nodemailer's parser splits the field as mail programs do; then every address is held
 * to a stricter form than that parser's, because it guesses where we must not: no quoted local parts, no address
 * literals, a domain with at least one dot. Domains in any script are accepted (IDN), so are local parts (RFC 6531).
 * The full-width separators that Chinese keyboards type count as the plain ones, but not inside a name in quotes; an
 * address repeated is kept once.
 *
 * @throws ProblemError `bad-input`, key `recipient…` of the problems catalogue
 */
export function readRecipients(to: string): readonly Recipient[] {
  const invisible = firstInvisible(to);
  if (invisible !== null) throw new ProblemError('bad-input', 'recipientControl', { position: invisible });
  const recipients = new Map<string, Recipient>();
  for (const entry of addressparser(withPlainSeparators(to))) {
    if (entry.group) throw new ProblemError('bad-input', 'recipientGroup', { entry: entry.name });
    const recipient = { name: oneLine(entry.name) || null, address: entry.address.trim() };
    if (!isAddress(recipient.address) || hidesAnother(recipient)) {
      throw new ProblemError('bad-input', 'recipientNotAddress', { entry: printed(recipient) });
    }
    if (!recipients.has(recipient.address)) recipients.set(recipient.address, recipient);
  }
  if (recipients.size === 0) throw new ProblemError('bad-input', 'recipientMissing');
  return [...recipients.values()];
}

/** The recipient field as we keep it: checked like `readRecipients`, and written the one way that mail programs read. */
export function readRecipient(to: string): string {
  return readRecipients(to).map(printed).join(', ');
}

function withPlainSeparators(to: string): string {
  return to.replace(QUOTED_OR_FULL_WIDTH, (one) => (one.startsWith('"') ? one : one === '；' ? ';' : ','));
}

function printed({ name, address }: Recipient): string {
  return name === null ? address : `${quoted(name)}${address && ` <${address}>`}`;
}

/** A name needs quotes when it holds a sign that has a meaning in the field. */
function quoted(name: string): string {
  return /["(),:;<>@[\\\]，、；]/u.test(name) ? `"${name.replace(/["\\]/gu, '\\$&')}"` : name;
}

/** A second address without a separator ends up in the name; mail programs write the same address there, in quotes. */
function hidesAnother({ name, address }: Recipient): boolean {
  return name?.includes('@') === true && name.replace(/^'|'$/gu, '') !== address;
}

function isAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  const written = address.slice(at + 1);
  const domain = DOMAIN.test(written) ? domainToASCII(written) : '';
  return (
    LOCAL_PART.test(local) &&
    WIRE_DOMAIN.test(domain) &&
    Buffer.byteLength(local) <= LOCAL_PART_BYTES &&
    Buffer.byteLength(local) + 1 + domain.length <= ADDRESS_BYTES
  );
}
