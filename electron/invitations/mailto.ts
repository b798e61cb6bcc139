import { domainToASCII } from 'node:url';
import { readRecipients } from './address.ts';
import type { ComposedMail } from './template.ts';

/** Characters; longer addresses are cut or refused by mail programs and the systems that call them. */
export const MAILTO_LIMIT = 2000;

/**
 * The mail as an address that a mail program opens (RFC 6068): recipients without their names, subject, and the text
 * part with its line breaks as `%0D%0A`, all percent-encoded UTF-8. `null` when it would be longer than
 * `MAILTO_LIMIT` characters.
 */
export function mailtoAddress(to: string, { subject, text }: Pick<ComposedMail, 'subject' | 'text'>): string | null {
  const recipients = readRecipients(to).map(({ address }) => encodedRecipient(address));
  const body = encoded(text.trimEnd().replace(/\r?\n/gu, '\r\n'));
  const address = `mailto:${recipients.join(',')}?subject=${encoded(subject)}&body=${body}`;
  return address.length > MAILTO_LIMIT ? null : address;
}

function encodedRecipient(address: string): string {
  const at = address.lastIndexOf('@');
  return `${encoded(address.slice(0, at))}@${domainToASCII(address.slice(at + 1))}`;
}

/** Everything but letters, digits and `-._~`: what `encodeURIComponent` leaves besides has a meaning to some programs. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
