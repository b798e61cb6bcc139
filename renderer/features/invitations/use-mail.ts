import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { problemOf } from '#renderer/app/problem.ts';
import type { CustomerId, InvitationId } from '#shared/model/ids.ts';
import type { Language } from '#shared/model/invitation.ts';
import { type DraftField, fieldOf } from './draft-field.ts';
import { savedWords, type TypedWords } from './typed-words.ts';
import { useSettled } from './use-settled.ts';

/** A pasted link is checked at once, to the eye; a typed one when the typing pauses. */
const LINK_PATIENCE = 120;
const TYPING_PATIENCE = 300;

const NO_WORDS: TypedWords = { template: null, subject: null, paragraphs: [] };

export interface TypedDraft {
  readonly customer: CustomerId;
  readonly link: string;
  /** The received link that is forwarded; `null` where the link was pasted. */
  readonly received: InvitationId | null;
  readonly to: string;
  readonly language: Language;
  readonly words: TypedWords;
  /** The saved draft that it continues; `null` for a new invitation. */
  readonly draft: InvitationId | null;
}

/** A typed draft as the main side takes it, to keep it or to make a mail of it. */
export function asTyped({ customer, draft, language, link, received, to, words }: TypedDraft) {
  const source = received === null ? { link: link.trim() } : { received };
  return { customer, language, to: to.trim(), ...source, words: savedWords(words), ...(draft !== null && { draft }) };
}

/** Checks a draft as it is typed, first the link, then the whole, and gives the mail that it makes. */
export function useMail(draft: TypedDraft) {
  const link = useSettled(draft.link.trim(), LINK_PATIENCE);
  const to = useSettled(draft.to.trim(), TYPING_PATIENCE);
  const words = useSettled(draft.words, TYPING_PATIENCE);
  const read = useQuery(orpc.invitations.readLink.queryOptions({ input: link === '' ? skipToken : { link } }));
  const ready = read.data !== undefined && link === draft.link.trim() && to !== '';
  const preview = useQuery(
    orpc.invitations.preview.queryOptions({
      input: ready ? asTyped({ ...draft, link, to, words }) : skipToken,
      placeholderData: keepPreviousData,
    }),
  );
  // The same mail without any words of its own: what it still says is locked.
  const bare = useQuery(
    orpc.invitations.preview.queryOptions({
      input: ready && preview.data ? asTyped({ ...draft, link, to, words: NO_WORDS }) : skipToken,
      placeholderData: keepPreviousData,
    }),
  );
  const error = ready ? preview.error : null;
  const mail = ready && !preview.error ? (preview.data ?? null) : null;
  const [last, setLast] = useState(mail);
  if (mail !== null && mail !== last) setLast(mail);
  const at = error && fieldOf(problemOf(error), draft.words.subject);
  return {
    /** What the link tells; `null` while there is none, or none that will do. */
    reading: link === '' ? null : (read.data ?? null),
    linkError: link === '' ? null : read.error,
    /** The mail as it would be written; `null` until everything is right. */
    mail,
    /** The mail as it was while everything was right, to be read on while the words are mended. */
    lastMail: at === 'subject' || at === 'paragraphs' ? last : null,
    /** The mail with nothing but its locked parts. */
    locked: bare.data ?? null,
    /** What the main side has against the draft at a field, once the link is in order. */
    errorAt: (field: DraftField) => (at === field ? error : null),
  };
}
