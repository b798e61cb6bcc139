import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import type { InvitationDraft } from '#shared/contract/invitations.ts';
import { useSettled } from './use-settled.ts';

/** A pasted link is checked at once, to the eye; a typed one when the typing pauses. */
const LINK_PATIENCE = 120;
const ADDRESS_PATIENCE = 300;

/** Checks a draft as it is typed, first the link, then the whole, and gives the mail that it makes. */
export function useMail(draft: InvitationDraft) {
  const link = useSettled(draft.link.trim(), LINK_PATIENCE);
  const to = useSettled(draft.to.trim(), ADDRESS_PATIENCE);
  const read = useQuery(orpc.invitations.readLink.queryOptions({ input: link === '' ? skipToken : { link } }));
  const ready = read.data !== undefined && to !== '';
  const preview = useQuery(
    orpc.invitations.preview.queryOptions({
      input: ready ? { ...draft, link, to } : skipToken,
      placeholderData: keepPreviousData,
    }),
  );
  return {
    /** What the link tells; `null` while there is none, or none that will do. */
    reading: link === '' ? null : (read.data ?? null),
    linkError: link === '' ? null : read.error,
    /** The mail as it would be written; `null` until everything is right. */
    mail: ready && !preview.error ? (preview.data ?? null) : null,
    /** With the link in order, what is wrong can only be the recipient. */
    mailError: ready ? preview.error : null,
  };
}
