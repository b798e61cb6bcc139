import { oneLine } from '#electron/invitations/plain-text.ts';
import { newReferences } from '#electron/invitations/reference.ts';
import { fingerprintOf } from '#electron/invitations/signature.ts';
import { type Implementer, inTurn, type Open, openWorkspace, type Session } from '#electron/procedures/session.ts';
import type { HandOffReading } from '#shared/contract/invitations.ts';
import type { Surroundings } from '#shared/model/dossier.ts';
import { kindTakenFor, type ReceivedLink } from '#shared/model/invitation.ts';
import { tenantIds } from '#shared/model/partner.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { readLink } from './link-hosts.ts';
import { partnerName } from './partner-name.ts';
import { type OpenedHandOff, openReceived } from './received-file.ts';

/** Links of our providers that we may forward: looked at, taken in, dropped. */
export const received = (on: Implementer) => ({
  list: on.invitations.received.list.handler(({ context: { session } }) => [
    ...openWorkspace(session).records.surroundings().receivedLinks,
  ]),

  read: on.invitations.received.read.handler(async ({ context: { session }, input }) => {
    const opened = await openReceived(session, input.file, input.fingerprint);
    return opened.what === 'mail' ? opened : { what: 'hand-off' as const, handOff: inShort(opened) };
  }),

  takeHandOff: on.invitations.received.takeHandOff.handler(({ context: { session }, input }) =>
    inTurn(session, async () => {
      const opened = await openReceived(session, input.file, input.fingerprint);
      if (opened.what === 'mail') throw new ProblemError('bad-input', 'handOffFormat', { file: input.file.name });
      const { audience, createdBy, customer, kind, language, link, reference } = opened.handOff;
      const of: Taken = {
        kind,
        link,
        createdBy: createdBy.tenantId,
        audience: audience?.tenantId ?? null,
        customer: customer?.id ?? null,
        language,
        via: 'hand-off',
        sender: null,
        reference,
      };
      return await take(session, of, withKey(openWorkspace(session), opened));
    }),
  ),

  takeLink: on.invitations.received.takeLink.handler(({ context: { session }, input }) =>
    inTurn(session, async () => {
      const { records } = openWorkspace(session);
      const link = input.link.trim();
      const kind = kindTakenFor(readLink(session, link).kind);
      if (!tenantIds(records.profile.providers)?.includes(input.provider)) {
        const provider = partnerName(records, input.provider) ?? input.provider;
        throw new ProblemError('refused', 'providerNotOurs', { provider, rule: 'R05' });
      }
      const of: Taken = {
        kind,
        link,
        createdBy: input.provider,
        audience: null,
        customer: null,
        language: null,
        via: input.via,
        sender: oneLine(input.sender ?? '') || null,
        reference: null,
      };
      return await take(session, of, records.surroundings());
    }),
  ),

  remove: on.invitations.received.remove.handler(({ context: { session }, input }) =>
    inTurn(session, async () => {
      const { records } = openWorkspace(session);
      const before = records.surroundings();
      const receivedLinks = before.receivedLinks.filter(({ id }) => id !== input.id);
      if (receivedLinks.length === before.receivedLinks.length) {
        throw new ProblemError('not-found', 'receivedUnknown', { invitation: input.id });
      }
      await records.saveSurroundings({ ...before, receivedLinks });
      return receivedLinks;
    }),
  ),
});

/** A received link before it has a number, a time and somebody who took it in. */
type Taken = Omit<ReceivedLink, 'id' | 'receivedAt' | 'by'>;

/** Records a link, once: the same link of the same provider is the known one. */
async function take(session: Session, of: Taken, around: Surroundings): Promise<ReceivedLink> {
  const { now, records, staff } = openWorkspace(session);
  const { receivedLinks } = around;
  const known = receivedLinks.find(({ link }) => link === of.link);
  if (known && known.createdBy !== of.createdBy) {
    const partner = partnerName(records, known.createdBy) ?? known.createdBy;
    throw new ProblemError('refused', 'receivedFromOther', { partner });
  }
  // What a hand-off file says of a link that was pasted before binds from now on: whom it is for above all.
  const told = known && of.via === 'hand-off' ? { ...known, ...of, sender: known.sender } : known;
  const link = told ?? {
    ...of,
    id: newReferences(now, session.options.newId, receivedLinks)(),
    receivedAt: now.toISOString(),
    by: staff,
  };
  const next = known ? receivedLinks.map((one) => (one === known ? link : one)) : [...receivedLinks, link];
  if (link !== known || around !== records.surroundings()) {
    await records.saveSurroundings({ ...around, receivedLinks: next });
  }
  return link;
}

/** The surroundings with the key of a hand-off file's maker: the first one, or one that takes the place of another. */
function withKey({ now, records }: Open, { handOff, standing }: OpenedHandOff): Surroundings {
  const around = records.surroundings();
  if (standing === 'known') return around;
  const { tenantId: partner } = handOff.createdBy;
  const others = around.partnerKeys.filter((key) => key.partner !== partner);
  const kept = { partner, publicKey: handOff.publicKey, since: now.toISOString() };
  return { ...around, partnerKeys: [...others, kept] };
}

function inShort({ handOff, reading, standing }: OpenedHandOff): HandOffReading {
  const { audience, createdAt, createdBy, customer, kind, language, link, publicKey, reference } = handOff;
  return {
    createdBy,
    audience,
    customer: customer && { id: customer.id, name: customer.name },
    kind,
    link,
    reading,
    language,
    reference,
    createdAt,
    signature: standing,
    keyFingerprint: fingerprintOf(publicKey),
  };
}
