import { InvitationAnswers } from '#electron/invitations/answers.ts';
import { type GdapOwner, gdapOwner, isSpent } from '#electron/invitations/gdap-link.ts';
import { type Open, openWorkspace, type Session } from '#electron/procedures/session.ts';
import type { Records } from '#electron/records/records.ts';
import type { LinkSource } from '#shared/contract/invitations.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { InvitationId, TenantId } from '#shared/model/ids.ts';
import { type InvitationKind, kindTakenFor, type ReceivedLink } from '#shared/model/invitation.ts';
import type { Capability } from '#shared/model/policy.ts';
import { type Problem, ProblemError } from '#shared/model/problem.ts';
import { readLink } from './link-hosts.ts';

/** A checked link with all that our records know of it. */
export interface DraftLink {
  readonly kind: InvitationKind;
  /** Byte for byte. */
  readonly link: string;
  /** The partner whose link it is: ours, or our provider's when we forward. */
  readonly createdBy: TenantId;
  /** As we received it from our provider; `null` for a link of our own. */
  readonly received: ReceivedLink | null;
  /** The customer that a GDAP link belongs to, as far as our records know. */
  readonly owner: GdapOwner | null;
}

/** Checks a link and looks it up in the records; once, however many customers it is meant for. */
export function draftLink(session: Session, source: LinkSource): DraftLink {
  const { directory, records } = openWorkspace(session);
  const received = 'received' in source ? receivedLink(records, source.received) : null;
  const link = 'link' in source ? source.link.trim() : (received?.link ?? '');
  const reading = readLink(session, link);
  const kind = received?.kind ?? kindTakenFor(reading.kind);
  const createdBy = received?.createdBy ?? records.profile.partner.tenantId;
  return { kind, link, createdBy, received, owner: kind === 'gdap' ? gdapOwner(directory, link) : null };
}

/** What the policy says of sending this link to this customer now: forwarding a provider's, or creating one of our own. */
export function answerOn(workspace: Open, dossier: Dossier, { kind, owner, received }: DraftLink): Capability {
  return received ? answerOnReceived(workspace, received, owner) : workspace.capabilities.invite(dossier, kind);
}

/** What the policy says of forwarding a received link now. */
export function answerOnReceived(
  { directory, now, records }: Open,
  received: ReceivedLink,
  owner = received.kind === 'gdap' ? gdapOwner(directory, received.link) : null,
): Capability {
  const acceptedBy = owner && isSpent(owner) ? owner.customer.id : null;
  return new InvitationAnswers(records.profile, now).forward(received, acceptedBy);
}

/** What the policy said, as the problem that keeps a draft from being written; `null` when it allows it. */
export function refusal({ context }: Pick<Capability, 'context'>): Problem | null {
  const { outcome, rule } = context;
  if (outcome === 'allow') return null;
  return { kind: 'refused', key: outcome === 'deny' ? 'notAllowed' : 'cannotTell', values: { rule } };
}

/** A GDAP link belongs to one customer and serves until it is accepted (R07): what is wrong with it for this customer. */
export function linkObstacle(
  { records }: Open,
  dossier: Dossier,
  { kind, owner, received }: DraftLink,
): Problem | null {
  if (kind !== 'gdap') return null;
  const meantFor = owner?.customer.id ?? received?.customer ?? dossier.id;
  if (meantFor !== dossier.id) {
    const customer = records.dossier(meantFor)?.name.value ?? meantFor;
    return { kind: 'refused', key: 'linkOfAnotherCustomer', values: { customer } };
  }
  return owner && isSpent(owner) ? { kind: 'refused', key: 'notAllowed', values: { rule: 'R07' } } : null;
}

/** Goes on where the policy allows it and the link serves this customer; otherwise throws the problem. */
export function permitDraft(workspace: Open, dossier: Dossier, link: DraftLink): void {
  insist(refusal(answerOn(workspace, dossier, link)) ?? linkObstacle(workspace, dossier, link));
}

/** Goes on where nothing stands in the way. */
export function insist(problem: Problem | null): void {
  if (problem) throw new ProblemError(problem.kind, problem.key, problem.values);
}

function receivedLink(records: Records, id: InvitationId): ReceivedLink {
  const received = records.surroundings().receivedLinks.find((one) => one.id === id);
  if (!received) throw new ProblemError('not-found', 'receivedUnknown', { invitation: id });
  return received;
}
