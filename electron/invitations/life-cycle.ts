import { ENDS, type Invitation, type InvitationStatus, type InvitationStep, isOpen } from '#shared/model/invitation.ts';
import { ProblemError } from '#shared/model/problem.ts';

/**
 * The steps there are. The server keeps no object for a reseller link, so each is ours to record; they only lead
 * forward, as a mail cannot be unsent. From every open state the end may come: the customer accepts although nobody
 * marked the mail as sent, another invitation takes its place, it grows old, or we call it off.
 */
const STEPS: Readonly<Record<InvitationStatus, readonly InvitationStatus[]>> = {
  // The words of a draft may be copied into a mail without a file ever being exported.
  // Nobody got it, so there is nothing that another could take the place of.
  drafted: ['exported', 'sent', 'forwarded', ...ENDS.filter((end) => end !== 'superseded')],
  // A reseller forwards what its provider gave it; that takes the place of sending.
  exported: ['sent', 'forwarded', ...ENDS],
  // What a provider sent to its reseller is forwarded by that reseller later.
  sent: ['forwarded', ...ENDS],
  forwarded: ENDS,
  accepted: [],
  superseded: [],
  stale: [],
  withdrawn: [],
};

/** The states that staff may mark an invitation with next; none where it has ended. */
export function nextSteps(status: InvitationStatus): readonly InvitationStatus[] {
  return STEPS[status];
}

/** Whether its last step can be taken back: every one but the first. */
export function isUndoable({ history }: Pick<Invitation, 'history'>): boolean {
  return history.length > 1;
}

/** Goes on where the life cycle has this step; otherwise a `refused` problem. */
export function insistOnStep(invitation: Invitation, next: InvitationStatus): void {
  const { id, status } = invitation;
  if (STEPS[status].includes(next)) return;
  throw new ProblemError('refused', isOpen(invitation) ? 'invitationStep' : 'invitationEnded', {
    invitation: id,
    statusNow: status,
    statusNext: next,
  });
}

/** The invitation one step further. A step that the life cycle does not have is a `refused` problem. */
export function withStep(invitation: Invitation, step: InvitationStep): Invitation {
  insistOnStep(invitation, step.status);
  return { ...invitation, status: step.status, history: [...invitation.history, step] };
}

/**
 * The invitation without its last step; the first one stays, or it is a `refused` problem. Evidence that is taken back
 * is remembered, so that the console does not take the same again. A draft whose export is taken back has no file: the
 * one that was written is not its mail any more.
 */
export function withoutLastStep(invitation: Invitation): Invitation {
  const { file, history, id, refused, status, supersededBy } = invitation;
  const [last, before] = [history.at(-1), history.at(-2)];
  if (!last || !before) throw new ProblemError('refused', 'invitationFirstStep', { invitation: id, statusNow: status });
  return {
    ...invitation,
    status: before.status,
    file: before.status === 'drafted' ? null : file,
    supersededBy: last.status === 'superseded' ? null : supersededBy,
    refused: last.evidence ? [...refused, last.evidence] : refused,
    history: history.slice(0, -1),
  };
}
