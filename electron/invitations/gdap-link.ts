import type { Records } from '#electron/records/records.ts';
import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';

/** Whose a GDAP link is: the customer, and the relationship it names where the records have it. */
export interface GdapOwner {
  readonly customer: Dossier;
  readonly relationship: Delegation | null;
  /** Whether an invitation with this link is marked as accepted. */
  readonly accepted: boolean;
}

/** Told by the relationship that the link names; else by whom it was sent to before, unless that was called off. */
export function gdapOwner(records: Records, link: string): GdapOwner | null {
  let invited: GdapOwner | null = null;
  for (const customer of records.dossiers()) {
    const sent = customer.invitations.filter((one) => one.link === link && one.status !== 'withdrawn');
    const accepted = sent.some(({ status }) => status === 'accepted');
    const relationship = customer.delegations.find(({ id, kind }) => kind === 'gdap' && link.includes(id));
    if (relationship) return { customer, relationship, accepted };
    if (sent.length > 0 && !invited?.accepted) invited = { customer, relationship: null, accepted };
  }
  return invited;
}

/** Whether the customer has answered: a GDAP link serves until it is accepted, and never again (R07). */
export function isSpent({ accepted, relationship }: GdapOwner): boolean {
  if (accepted) return true;
  return relationship !== null && relationship.status !== 'created' && relationship.status !== 'approvalPending';
}
