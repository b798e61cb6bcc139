import type { Directory } from '#electron/directory/directory.ts';
import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';

/** Whose a GDAP link is: the customer, and the relationship it names where the records have it. */
export interface GdapOwner {
  readonly customer: Dossier;
  readonly relationship: Delegation | null;
  /** Whether an invitation with this link is marked as accepted. */
  readonly accepted: boolean;
}

/** Told by the relationship that the link names; else by whom it was sent to before, unless that was called off. */
export function gdapOwner(directory: Directory, link: string): GdapOwner | null {
  let invited: GdapOwner | null = null;
  for (const id of concernedBy(directory, link)) {
    const customer = directory.dossier(id);
    const sent = customer.invitations.filter((one) => one.link === link && one.status !== 'withdrawn');
    const accepted = sent.some(({ status }) => status === 'accepted');
    const relationship = customer.delegations.find(({ id, kind }) => kind === 'gdap' && link.includes(id));
    if (relationship) return { customer, relationship, accepted };
    if (sent.length > 0 && !invited?.accepted) invited = { customer, relationship: null, accepted };
  }
  return invited;
}

/** The customers that may own a link: those whose relationship it names, then those whom it was sent to. */
function concernedBy(directory: Directory, link: string): Set<CustomerId> {
  const concerned = new Set(directory.gdapHolders(link));
  for (const { id, invitations } of directory.invited()) {
    if (invitations.some((one) => one.link === link)) concerned.add(id);
  }
  return concerned;
}

/** Whether the customer has answered: a GDAP link serves until it is accepted, and never again (R07). */
export function isSpent({ accepted, relationship }: GdapOwner): boolean {
  if (accepted) return true;
  return relationship !== null && relationship.status !== 'created' && relationship.status !== 'approvalPending';
}
