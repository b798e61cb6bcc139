import { Parser } from 'htmlparser2';
import { type Attachment, simpleParser } from 'mailparser';
import { oneLine } from './plain-text.ts';

/** What a mail brought that may hold an invitation. */
export interface ReceivedMail {
  /** The sender as the mail's From field names it, on one line; anybody may have written that, and it may be empty. */
  readonly from: string;
  /** The `https:` addresses in it, byte for byte, each once, in their order. */
  readonly links: readonly string[];
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** A mail inside a mail inside a mail is as deep as anybody forwards. */
const DEPTH = 3;

/** In characters; nobody's name and address are longer. */
const SENDER = 500;

/** What a URL may consist of (RFC 3986). */
const ADDRESS = /https:\/\/[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+/giu;

/** Headers that some mail has and nothing else begins with. */
const HEADER =
  /^(?:From |(?:from|to|cc|subject|date|received|return-path|mime-version|message-id|content-type|x-[a-z-]+|delivered-to|reply-to|dkim-signature|authentication-results)[ \t]*:)/iu;

/** Whether bytes begin as a mail in RFC 5322's form does, as mail programs save it in an `.eml` file. */
export function looksLikeMail(bytes: Uint8Array): boolean {
  return HEADER.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).replace(/^ï»¿|^\s+/u, ''));
}

/**
 * Reads a mail as a mail program does, with the mails that it carries. The links are those that a reader could click:
 * the targets in its HTML, or what stands in its text where no HTML has any. Nothing is fetched.
 */
export async function readMail(bytes: Uint8Array, depth = DEPTH): Promise<ReceivedMail> {
  const mail = await simpleParser(Buffer.from(bytes), {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
  });
  const clickable = mail.html ? targetsIn(mail.html) : [];
  const own = clickable.length > 0 ? clickable : addressesIn(mail.text ?? '');
  const inside = depth > 1 ? mail.attachments.filter(isMail) : [];
  const carried = await Promise.all(inside.map(({ content }) => readMail(content, depth - 1)));
  return {
    from: [...oneLine(mail.from?.text ?? '')].slice(0, SENDER).join(''),
    links: [...new Set([own, ...carried.map(({ links }) => links)].flat())],
    attachments: [
      ...mail.attachments.map(({ content, filename }) => ({ name: filename ?? '', bytes: content })),
      ...carried.flatMap(({ attachments }) => attachments),
    ],
  };
}

const isMail = ({ contentType, filename }: Attachment): boolean =>
  contentType === 'message/rfc822' || filename?.toLowerCase().endsWith('.eml') === true;

/** The targets of a page's links, as a browser reads them from the attribute. */
function targetsIn(html: string): string[] {
  const targets: string[] = [];
  const parser = new Parser({
    onopentag: (name, { href }) => {
      if ((name === 'a' || name === 'area') && href && /^\s*https:/iu.test(href)) targets.push(href.trim());
    },
  });
  parser.end(html);
  return targets;
}

/** The addresses in a text. One that stands alone on its line or between angle brackets is taken whole. */
function addressesIn(text: string): string[] {
  return text.split(/\r?\n/u).flatMap((line) =>
    [...line.matchAll(ADDRESS)].map(({ 0: address, index }) => {
      const after = index + address.length;
      const bracketed = line[index - 1] === '<' && line[after] === '>';
      // At the end of a sentence the punctuation is the sentence's.
      return line.trim() === address || bracketed ? address : address.replace(/[.,;:!?'*)\]]+$/u, '');
    }),
  );
}
