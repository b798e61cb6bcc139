import { client } from '#renderer/app/client.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { Invitation } from '#shared/model/invitation.ts';
import { copyPlain, copyRich } from './copy-mail.ts';
import type { PreviewedMail } from './mail-preview.tsx';
import { asTyped, type TypedDraft } from './use-mail.ts';
import type { WayOut } from './way-out.tsx';

/** What became of a mail that was to leave the window. */
export interface Done {
  readonly said:
    | 'opened'
    | 'notOpened'
    | 'byAddress'
    | 'byFile'
    | 'addressNotOpened'
    | 'rich'
    | 'plain'
    | 'notCopied'
    | 'printed';
  /** The mail that the print dialog is to show. */
  readonly print: PreviewedMail | null;
}

/** An invitation that is recorded, with what was done to its mail. */
export interface Exported {
  readonly invitation: Invitation;
  /** Where its draft lies; `null` where it has none. */
  readonly path: string | null;
  readonly done: Done | null;
}

const said = (what: Done['said']): Done => ({ said: what, print: null });

/** Opens, copies or prints the mail of an exported draft. */
export async function carryOut(way: WayOut, customer: CustomerId, { id }: Invitation): Promise<Done> {
  const exported = { customer, invitation: id };
  if (way === 'open') return said((await client.invitations.open(exported)).opened ? 'opened' : 'notOpened');
  const mail = await client.invitations.written(exported);
  if (way === 'print') return { said: 'printed', print: mail };
  const copied = way === 'rich' ? await copyRich(mail) : await copyPlain(mail);
  return said(copied ? way : 'notCopied');
}

/** Records an invitation and sends its mail on its way; a draft is written unless the mail fits into a `mailto:` address. */
export async function exportInvitation(typed: TypedDraft, way: WayOut | null): Promise<Exported> {
  const draft = asTyped(typed);
  if (way === 'open') {
    const { address, invitation } = await client.invitations.mailto(draft);
    if (address !== null && invitation !== null) {
      const opened = await client.invitations.openMailto({ address }).then(
        (answer) => answer.opened,
        () => false,
      );
      if (opened) return { invitation, path: null, done: said('byAddress') };
      // What nobody received must not wait for an answer; a draft takes its place.
      const which = { customer: typed.customer, invitation: invitation.id };
      if (typed.draft === null) await client.invitations.mark({ ...which, status: 'withdrawn' });
      else await client.invitations.undo(which);
      return { ...(await client.invitations.export(draft)), done: said('addressNotOpened') };
    }
  }
  const { invitation, path } = await client.invitations.export(draft);
  const done = way && (await carryOut(way, typed.customer, invitation));
  return { invitation, path, done: way === 'open' && done?.said === 'opened' ? said('byFile') : done };
}
