import { inOrderOfConcern } from '#renderer/app/delegation-order.ts';
import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import { rolesFor } from './directory-roles.ts';
import type { Aside, Case, Seen } from './seen.ts';

/**
 * How far one of our GDAP relationships leads: it gives the member of staff a role that suffices, or another role, or it
 * is in force without them; `open` where a fact is missing, `over` where it is not in force.
 */
export type Standing = 'suffices' | 'assigned' | 'inForce' | 'open' | 'over';

/** Our own delegations, of either kind, in the order of concern. */
export const oursOf = ({ delegations }: Dossier, { partner }: PartnerProfile): readonly Delegation[] =>
  inOrderOfConcern(delegations).filter((one) => one.partner === partner.tenantId);

/** How far a GDAP relationship of ours leads to what is asked. */
export function standingOf({ assignments, endsAt, status }: Delegation, { asked, profile }: Case): Standing {
  if (status !== 'active' && status !== 'expiring') return 'over';
  if (endsAt !== null && Date.parse(endsAt) <= Date.now()) return 'over';
  const { groups } = profile.staff;
  if (endsAt === null || assignments === null || groups === undefined) return 'open';
  const mine = assignments.filter((one) => one.status === 'active' && groups.includes(one.group));
  const needed = rolesFor(asked.action);
  if (mine.some(({ roles }) => roles.some((role) => needed.includes(role)))) return 'suffices';
  return mine.length > 0 ? 'assigned' : 'inForce';
}

/** What part each of our delegations has in the access; `undefined` where it counts. */
export interface Weights {
  readonly ofRelationship: (delegation: Delegation) => Aside | undefined;
  readonly ofDap: (isOn: boolean) => Aside | undefined;
  /** Of what the list of relationships leaves open. */
  readonly ofListing: (isWhole: boolean) => Aside | undefined;
}

/**
 * Which delegation carries the access: the first relationship that suffices. Who stands in any is judged by GDAP alone,
 * even where it grants less; for others DAP applies (R11).
 */
export function weigh(about: Case): Weights {
  const relationships = oursOf(about.dossier, about.profile).filter(({ kind }) => kind === 'gdap');
  const standings = relationships.map((one) => standingOf(one, about));
  const carrier = relationships.find((_, index) => standings[index] === 'suffices');
  const stands = standings.includes('suffices') || standings.includes('assigned');
  const byDap = !stands && !standings.includes('open') && isDapOn(about);
  const isInForce = standings.some((one) => one !== 'over');
  return {
    ofRelationship: (delegation) => {
      if (delegation === carrier) return undefined;
      const standing = standingOf(delegation, about);
      if (standing === 'over' || byDap) return 'notCounted';
      if (!carrier) return stands && standing === 'inForce' ? 'notCounted' : undefined;
      return standing === 'suffices' || standing === 'open' ? 'notNeeded' : 'notCounted';
    },
    ofDap: (isOn) => {
      if (isOn) return stands ? 'notCounted' : undefined;
      return carrier || byDap || (isInForce && !standings.includes('open')) ? 'notNeeded' : undefined;
    },
    ofListing: (isWhole) => (carrier || (byDap && isWhole) ? 'notNeeded' : undefined),
  };
}

function isDapOn({ dossier, profile, subscription }: Case): boolean {
  if (dossier.delegatedAccess?.value === true) return true;
  const asked = subscription?.service?.value;
  return oursOf(dossier, profile).some(
    ({ kind, service, status }) =>
      kind === 'dap' && status === 'approved' && (service === '*' || (asked !== undefined && service === asked)),
  );
}

/** The relationship or DAP that carries an access which we have; `null` where that is not to be told. */
export function carrierOf(about: Case): Delegation | 'dap' | null {
  const relationship = oursOf(about.dossier, about.profile).find(
    (one) => one.kind === 'gdap' && standingOf(one, about) === 'suffices',
  );
  return relationship ?? (isDapOn(about) ? 'dap' : null);
}

/** The same, set aside where it has no part. */
export const weighed = (seen: Seen, aside: Aside | undefined): Seen => (aside ? { ...seen, aside } : seen);
