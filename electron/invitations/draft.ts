import MailComposer from 'nodemailer/lib/mail-composer';
import type { Attachment } from 'nodemailer/lib/mailer';
import { encodeWord } from 'nodemailer/lib/mime-funcs';
import type { Language } from '#shared/model/invitation.ts';
import { type Recipient, readRecipients } from './address.ts';

export { draftFileName } from './file-name.ts';

/** A mail ready to be written down; subject, text and HTML as `composeInvitation` gives them. */
export interface Draft {
  /** The sender; the mail program fills in its own when there is none. */
  readonly from?: string;
  /** One address or several, as `readRecipient` gives them; they are checked once more. `null` leaves it to the sender. */
  readonly to: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Language;
  /** Our own number for the invitation, kept in the header `X-Invitation-Reference`. */
  readonly reference: string;
  readonly date: Date;
  readonly attachments?: readonly { readonly name: string; readonly type: string; readonly content: string }[];
}

/**
 * An RFC 5322 message that Outlook and Thunderbird open as an unsent mail (`X-Unsent: 1`), with a text and an HTML
 * part in UTF-8. Values cannot add headers. There is no Message-ID: the mail program gives one when it sends.
 *
 * @throws ProblemError `bad-input` when an address is none
 */
export async function writeDraft(draft: Draft): Promise<Buffer> {
  const message = new MailComposer({
    ...(draft.from !== undefined && { from: readRecipients(draft.from).map(mailbox) }),
    ...(draft.to !== null && { to: readRecipients(draft.to).map(mailbox) }),
    subject: draft.subject,
    text: draft.text,
    html: draft.html,
    attachments: draft.attachments?.map(attachment) ?? [],
    date: draft.date,
    headers: {
      'X-Unsent': '1',
      'Content-Language': draft.language,
      'X-Invitation-Reference': draft.reference,
      // An empty prepared value keeps the composer from making one up, with the name of this machine in it.
      'Message-ID': { value: '' },
    },
    // Everything is text at hand: nothing may be fetched or read from a disk.
    disableUrlAccess: true,
    disableFileAccess: true,
    newline: 'win',
  }).compile();
  // A subject that looks like an encoded word would be decoded by the reader, so it is encoded once more.
  if (draft.subject.includes('=?')) {
    message.setHeader('Subject', { prepared: true, foldLines: true, value: encodeWord(draft.subject, 'B', 52) });
  }
  return message.build();
}

function mailbox({ name, address }: Recipient): { name: string; address: string } {
  return { name: name ?? '', address };
}

/** In base64, so that no mail program on the way changes a byte. */
function attachment({ content, name, type }: NonNullable<Draft['attachments']>[number]): Attachment {
  return { filename: name, content, contentType: type, contentTransferEncoding: 'base64' };
}
