import type { Dossier, HistoryEntry } from '#shared/model/dossier.ts';
import type { Instant, InvitationId } from '#shared/model/ids.ts';
import type { Invitation, InvitationStatus } from '#shared/model/invitation.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { withoutLastStep, withStep } from './life-cycle.ts';

/** Who does something to an invitation, and when. */
export interface Act {
  readonly at: Instant;
  readonly by: string;
}

/** One of a customer's invitations, or a `not-found` problem. */
export function invitationIn({ invitations }: Dossier, id: InvitationId): Invitation {
  const found = invitations.find((one) => one.id === id);
  if (!found) throw new ProblemError('not-found', 'invitationUnknown', { invitation: id });
  return found;
}

/** One that was written as a file, with it; one that was not is a `refused` problem. */
export function exportedIn(dossier: Dossier, id: InvitationId): Invitation & { readonly file: string } {
  const { file, ...invitation } = invitationIn(dossier, id);
  if (file === null) throw new ProblemError('refused', 'invitationNotExported', { invitation: id });
  return { ...invitation, file };
}

/** The saved draft that somebody continues; one that was exported since, or has ended, is a `refused` problem. */
export function savedDraftIn(dossier: Dossier, id: InvitationId): Invitation {
  const saved = invitationIn(dossier, id);
  if (saved.status === 'drafted') return saved;
  throw new ProblemError('refused', 'invitationNoDraft', { invitation: id, statusNow: saved.status });
}

/** The dossier after staff said what became of an invitation. */
export function marked(dossier: Dossier, id: InvitationId, status: InvitationStatus, { at, by }: Act): Dossier {
  const next = withStep(invitationIn(dossier, id), { status, at, by, evidence: null });
  return withChanged(dossier, next, { at, by, event: 'invitation-marked', source: null });
}

/** The dossier after the last step of an invitation was taken back, whoever took it. */
export function undone(dossier: Dossier, id: InvitationId, { at, by }: Act): Dossier {
  const next = withoutLastStep(invitationIn(dossier, id));
  return withChanged(dossier, next, { at, by, event: 'invitation-undone', source: null });
}

/** The dossier after another of its invitations took the place of an open one. */
export function superseded(dossier: Dossier, id: InvitationId, by: Invitation): Dossier {
  const act = { at: by.createdAt, by: by.author };
  const ended = withStep(invitationIn(dossier, id), { status: 'superseded', ...act, evidence: null });
  const next = { ...ended, supersededBy: by.id };
  return withChanged(dossier, next, { ...act, event: 'invitation-marked', source: null });
}

/** The dossier with an invitation changed, and the line in its history that says so. */
export function withChanged(dossier: Dossier, next: Invitation, line: Omit<HistoryEntry, 'subjects'>): Dossier {
  return {
    ...dossier,
    invitations: dossier.invitations.map((one) => (one.id === next.id ? next : one)),
    history: [...dossier.history, { ...line, subjects: [`invitation:${next.id}`] }],
  };
}
