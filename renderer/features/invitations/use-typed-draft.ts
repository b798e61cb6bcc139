import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useLanguage } from '#renderer/app/i18n.tsx';
import { useProfile } from '#renderer/app/partners.ts';
import { likelyLanguage } from '#shared/model/customer-language.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { InvitationId } from '#shared/model/ids.ts';
import type { Invitation, Language, ReceivedLink } from '#shared/model/invitation.ts';
import { chosenLink, NO_LINK } from './own-link.ts';
import { receivedOf, wordsOf } from './saved-draft.ts';
import type { TypedDraft } from './use-mail.ts';
import { useOwnLink } from './use-own-link.ts';
import type { Way } from './ways.ts';

interface Start {
  readonly customer: Dossier;
  readonly way: Way;
  /** The received link to begin with. */
  readonly received: InvitationId | null;
  /** The saved draft that is continued; `null` for a new invitation. */
  readonly saved: Invitation | null;
}

/** The invitation as it stands in the form: begun anew, or as it was saved. */
export function useTypedDraft({ customer, way, received: startReceived, saved }: Start) {
  const window = useLanguage();
  const us = useProfile()?.partner.tenantId;
  const forwarding = way.flow === 'forward';
  const { data: links = [] } = useQuery({
    ...orpc.invitations.received.list.queryOptions(),
    enabled: forwarding,
  });
  const { own: known, waiting } = useOwnLink();
  // What Partner Center tells is a reseller link.
  const own = way.flow === 'create' ? known : null;
  const [typed, setTyped] = useState(saved?.createdBy === us && saved ? { ...NO_LINK, pasted: saved.link } : NO_LINK);
  const [chosen, setChosen] = useState<InvitationId | null>(startReceived);
  const [to, setTo] = useState(saved?.to ?? '');
  const [said, setLanguage] = useState<Language | null>(saved?.language ?? null);
  const [words, setWords] = useState(() => wordsOf(saved));
  const filled = JSON.stringify([typed, chosen, to, said, words]);
  const [begun] = useState(filled);
  // The link of a draft is never replaced by another unasked.
  const first = saved ? receivedOf(saved, links) : onlyOpen(links, way);
  const received = forwarding ? (links.find(({ id }) => id === chosen) ?? first ?? null) : null;
  // Our provider may have said what the customer reads.
  const language =
    said ??
    received?.language ??
    likelyLanguage({ name: customer.name.value, domain: customer.domain?.value ?? null }, window);
  const draft: TypedDraft = {
    customer: customer.id,
    link: forwarding ? (received?.link ?? '') : chosenLink(typed, own).link,
    received: received?.id ?? null,
    to,
    language,
    words,
    draft: saved?.id ?? null,
  };
  return {
    draft,
    links,
    own,
    /** Whether it is not known yet if there is a link of our own. */
    waiting,
    typed,
    setTyped,
    received,
    choose: setChosen,
    setTo,
    setLanguage,
    setWords,
    /** Whether the form is as it began, so that nothing is lost with it. */
    untouched: filled === begun,
    /** The link that the draft forwarded was dropped meanwhile, so that another has to be chosen. */
    linkGone: forwarding && links.length > 0 && received === null && saved !== null && saved.createdBy !== us,
  };
}

/** There is nothing to choose where only one may be forwarded. */
function onlyOpen(links: readonly ReceivedLink[], { received }: Way): ReceivedLink | undefined {
  const open = received.filter(({ answer }) => answer.decision);
  return open.length === 1 ? links.find(({ id }) => id === open[0]?.id) : undefined;
}
