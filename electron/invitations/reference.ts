import { InvitationId } from '#shared/model/ids.ts';

/**
 * Gives our numbers for invitations one after another, short enough to read out on the telephone: the day and the head
 * of a random id, such as `INV-20261122-1A2B3C`. None is given twice, nor is one that something of `taken` bears.
 */
export function newReferences(
  now: Date,
  newId: () => string,
  taken: Iterable<{ readonly id: InvitationId }>,
): () => InvitationId {
  const day = now.toISOString().slice(0, 10).replaceAll('-', '');
  const borne = new Set<InvitationId>();
  for (const { id } of taken) borne.add(id);
  return () => {
    for (;;) {
      const reference = InvitationId.parse(`INV-${day}-${newId().replaceAll('-', '').slice(0, 6).toUpperCase()}`);
      if (borne.has(reference)) continue;
      borne.add(reference);
      return reference;
    }
  };
}
