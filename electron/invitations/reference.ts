import { InvitationId } from '#shared/model/ids.ts';

/**
 * Our number for an invitation, short enough to read out on the telephone: the day and the head of a random id, such
 * as `INV-20261122-1A2B3C`. Another one is drawn while `isTaken` says that it is borne already.
 */
export function newReference(now: Date, newId: () => string, isTaken: (reference: string) => boolean): InvitationId {
  const day = now.toISOString().slice(0, 10).replaceAll('-', '');
  for (;;) {
    const reference = `INV-${day}-${newId().replaceAll('-', '').slice(0, 6).toUpperCase()}`;
    if (!isTaken(reference)) return InvitationId.parse(reference);
  }
}
