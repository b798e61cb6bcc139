import { isPast } from '#renderer/app/delegation-order.ts';
import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import { oursOf, standingOf, weigh, weighed } from './carrying.ts';
import type { Case, Seen } from './seen.ts';

/** Our own delegations, of either kind; what has no part in the access is set aside. */
export function ourAccess(about: Case): readonly Seen[] {
  const { dossier, profile } = about;
  const weights = weigh(about);
  return [
    ...ourRelationships(about),
    ...dapOf(dossier, oursOf(dossier, profile)).map((one) =>
      weighed(one, weights.ofDap(one.about === 'dap' ? one.on === true : isApproved(one))),
    ),
  ];
}

const isApproved = (seen: Seen): boolean => seen.about === 'dap-of-service' && seen.status === 'approved';

/** Our GDAP relationships: those in force or on their way, else the last that ended, else that there is none. */
function ourRelationships(about: Case): readonly Seen[] {
  const { dossier, profile } = about;
  const weights = weigh(about);
  const gdap = oursOf(dossier, profile).filter(({ kind }) => kind === 'gdap');
  const present = gdap.filter(({ status }) => !isPast(status));
  const named = (present.length > 0 ? present : gdap.slice(0, 1)).map((one) =>
    weighed(relationship(one), weights.ofRelationship(one)),
  );
  const listing = listingOf(dossier, profile, gdap.length);
  return [...named, ...listing.map((one) => weighed(one, weights.ofListing(dossier.gdapListedAt !== null)))];
}

const relationship = ({ name, status, endsAt, autoExtend, provenance }: Delegation): Seen => ({
  about: 'gdap',
  name,
  status,
  endsAt,
  autoExtends: autoExtend === true,
  origin: provenance,
});

/** What the list of relationships leaves open, or settles by holding none of ours. */
function listingOf({ gdapListedAt }: Dossier, { cloud }: PartnerProfile, ours: number): readonly Seen[] {
  // No page describes GDAP on 21Vianet: a list that was never made there leaves no question open.
  if (gdapListedAt === null && cloud === '21vianet') return [];
  if (ours === 0) return [{ about: 'gdap-none', listedAt: gdapListedAt, origin: null }];
  return gdapListedAt === null ? [{ about: 'gdap-never-listed', origin: null }] : [];
}

function dapOf({ delegatedAccess }: Dossier, ours: readonly Delegation[]): readonly Seen[] {
  const byService = ours.filter(({ kind }) => kind === 'dap').map(ofService);
  if (delegatedAccess) {
    const { value, ...origin } = delegatedAccess;
    return [{ about: 'dap', on: value, origin }, ...byService];
  }
  return byService.length > 0 ? byService : [{ about: 'dap', on: null, origin: null }];
}

const ofService = ({ partner, service, status, provenance }: Delegation): Seen => ({
  about: 'dap-of-service',
  partner,
  service,
  status,
  origin: provenance,
});

/** The DAP of other partners, for a service has one holder on 21Vianet; else why none is known. */
export function othersAccess({ dossier, profile }: Case): readonly Seen[] {
  const others = dossier.delegations.filter(
    ({ kind, partner, status }) => kind === 'dap' && partner !== profile.partner.tenantId && !isPast(status),
  );
  if (others.length > 0) return others.map(ofService);
  const own = dossier.delegatedAccess;
  if (own?.value !== true) return [{ about: 'others-dap', excluded: false, origin: null }];
  const { value: _, ...origin } = own;
  return [{ about: 'others-dap', excluded: true, origin }];
}

/** The relationships of ours that give something now. */
const inForce = (about: Case): readonly Delegation[] =>
  oursOf(about.dossier, about.profile).filter((one) => one.kind === 'gdap' && standingOf(one, about) !== 'over');

/** The security groups of the member of staff, and which of them each relationship in force is assigned to. */
export function groups(about: Case): readonly Seen[] {
  const { groups: own } = about.profile.staff;
  const mine: Seen = { about: 'groups', groups: own ?? null, origin: own ? 'profile' : null };
  if (own === undefined) return [mine];
  const weights = weigh(about);
  return [
    mine,
    ...inForce(about).map((one): Seen => {
      const { name, assignments, provenance } = one;
      const assigned = assignments?.filter(({ group }) => own.includes(group)) ?? null;
      const seen: Seen = {
        about: 'groups-assigned',
        name,
        groups: assigned?.map(({ group, status }) => ({ group, active: status === 'active' })) ?? null,
        origin: assignments === null ? null : (assigned?.[0]?.provenance ?? provenance),
      };
      return weighed(seen, weights.ofRelationship(one));
    }),
  ];
}

/** The directory roles that the groups of the member of staff get; DAP gives all of them where no relationship does. */
export function rolesGiven(about: Case): readonly Seen[] {
  const own = about.profile.staff.groups ?? [];
  const weights = weigh(about);
  const given = inForce(about).flatMap((one): readonly Seen[] => {
    const { name, assignments } = one;
    const mine = assignments?.filter(({ group, status }) => status === 'active' && own.includes(group)) ?? [];
    const [first] = mine;
    if (!first) return [];
    const roles = [...new Set(mine.flatMap((assignment) => assignment.roles))];
    return [weighed({ about: 'roles-given', name, roles, origin: first.provenance }, weights.ofRelationship(one))];
  });
  if (given.length > 0) return given;
  const dap = dapOf(about.dossier, oursOf(about.dossier, about.profile)).find(
    (one) => (one.about === 'dap' && one.on) || (one.about === 'dap-of-service' && one.status === 'approved'),
  );
  return dap ? [{ about: 'roles-by-dap', origin: dap.origin }] : [];
}
