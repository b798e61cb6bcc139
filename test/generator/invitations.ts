import type { Delegation } from '#shared/model/delegation.ts';
import { InvitationId } from '#shared/model/ids.ts';
import type { Evidence, Invitation, InvitationStatus, InvitationStep, Language } from '#shared/model/invitation.ts';
import type { Customer } from './customer.ts';
import { daysFromNow } from './world.ts';

/** Three customers of a hundred have been invited from here. */
const INVITED = 0.03;

/** How far an invitation came, step by step. */
const LIVES: readonly (readonly [readonly InvitationStatus[], number])[] = [
  [['drafted'], 5],
  [['exported'], 14],
  [['exported', 'sent'], 34],
  [['exported', 'sent', 'forwarded'], 8],
  [['exported', 'sent', 'accepted'], 25],
  [['exported', 'sent', 'stale'], 8],
  [['exported', 'withdrawn'], 6],
];

/** The invitations of a customer: none for most. */
export function invitationsOf(customer: Customer, delegations: readonly Delegation[]): Invitation[] {
  const { random } = customer;
  if (!random.chance(INVITED)) return [];
  const pending = delegations.find(({ kind, status }) => kind === 'gdap' && status === 'approvalPending');
  const last = invitation(customer, pending, random.integer(0, 60));
  if (!random.chance(0.15)) return [last];
  return [superseded(invitation(customer, pending, random.integer(61, 150)), last), last];
}

function invitation(customer: Customer, pending: Delegation | undefined, days: number): Invitation {
  const { domain, random, world } = customer;
  const author = random.pick(world.staff);
  const statuses = random.weighted(LIVES);
  const history = statuses.map(
    (status, nth): InvitationStep => ({
      status,
      at: daysFromNow(Math.min(-0.01, -days + nth * 0.7)),
      by: status === 'accepted' ? 'console' : author,
      evidence: status === 'accepted' ? evidenceOf(customer, pending) : null,
    }),
  );
  const createdAt = history[0]?.at ?? daysFromNow(-days);
  return {
    id: InvitationId.parse(
      `INV-${createdAt.slice(0, 10).replaceAll('-', '')}-${random.guid().slice(0, 6).toUpperCase()}`,
    ),
    kind: pending ? 'gdap' : 'reseller',
    link: pending
      ? `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${pending.id}`
      : (world.surroundings.resellerLink?.value ?? ''),
    createdBy: world.us.tenantId,
    to: `admin@${domain}`,
    language: languageOf(customer),
    status: history.at(-1)?.status ?? 'drafted',
    author,
    file: null,
    template: null,
    draft: null,
    supersededBy: null,
    refused: [],
    createdAt,
    history,
  };
}

function superseded(invitation: Invitation, by: Invitation): Invitation {
  const steps = invitation.history.filter(({ status }) => status === 'exported' || status === 'sent');
  const step: InvitationStep = { status: 'superseded', at: by.createdAt, by: by.author, evidence: null };
  return { ...invitation, status: 'superseded', supersededBy: by.id, history: [...steps, step] };
}

function evidenceOf({ listed, pulled }: Customer, pending: Delegation | undefined): Evidence {
  const absent = { absentAsOf: null, absentSource: null };
  return pending
    ? { fact: 'gdap-active', delegation: pending.id, ...absent, provenance: { ...pulled, source: 'graph' } }
    : { fact: 'reseller-relationship', delegation: null, ...absent, provenance: listed };
}

function languageOf({ domain, name }: Customer): Language {
  if (/\.(tw|hk)$/u.test(domain)) return 'zh-TW';
  return /\p{Script=Han}/u.test(name) ? 'zh-CN' : 'en';
}
