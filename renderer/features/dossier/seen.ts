import type { Delegation, DelegationStatus } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { Instant, RoleDefinitionId, TenantId } from '#shared/model/ids.ts';
import type { PartnerProfile, Program, StaffRole } from '#shared/model/partner.ts';
import type { Decision } from '#shared/model/policy.ts';
import type { Provenance } from '#shared/model/provenance.ts';
import type { Channel, ServiceModel, Subscription, SubscriptionStatus } from '#shared/model/subscription.ts';
import { inOrderOfConcern, isPast } from './delegation-order.ts';

/** What a decision is about. */
export interface Subject {
  readonly dossier: Dossier;
  readonly subscription: Subscription | null;
  readonly profile: PartnerProfile;
}

/** One thing that we know, or know that we don't, of this very customer; `null` is not known. */
export type Seen = { readonly provenance: Provenance | null } & (
  | {
      readonly about: 'gdap';
      readonly name: string | null;
      readonly status: DelegationStatus;
      readonly endsAt: Instant | null;
      /** The directory roles that it gives to the member of staff; `null` where it gives none any more or it isn't known. */
      readonly roles: readonly RoleDefinitionId[] | null;
    }
  /** No GDAP relationship of ours; `listedAt` says since when the list was known to be whole. */
  | { readonly about: 'gdap-none'; readonly listedAt: Instant | null }
  | { readonly about: 'gdap-never-listed' }
  | { readonly about: 'dap'; readonly on: boolean | null }
  | {
      readonly about: 'dap-of-service';
      readonly partner: TenantId;
      readonly service: string;
      readonly status: DelegationStatus;
    }
  | { readonly about: 'transacting-partner'; readonly partner: TenantId | null }
  | { readonly about: 'original-reseller'; readonly reseller: Reseller | null }
  | { readonly about: 'channel'; readonly channel: Channel }
  | { readonly about: 'status'; readonly status: SubscriptionStatus | null }
  | { readonly about: 'service-model'; readonly model: ServiceModel | null }
  | { readonly about: 'active-with-us'; readonly count: number }
  | { readonly about: 'programs'; readonly programs: readonly Program[] }
  | { readonly about: 'roles'; readonly roles: readonly StaffRole[] }
);
type Reseller = NonNullable<Subscription['originalReseller']>['value'];

const TOPICS = {
  roles: ({ profile }: Subject): Seen[] => [{ about: 'roles', roles: profile.staff.roles, provenance: null }],
  programs: ({ profile }: Subject): Seen[] => [{ about: 'programs', programs: profile.programs, provenance: null }],
  access: ourAccess,
  othersAccess,
  seller,
  status: ({ subscription }: Subject): Seen[] =>
    subscription ? [{ about: 'status', status: subscription.status, provenance: subscription.provenance }] : [],
  model: ({ subscription }: Subject): Seen[] =>
    subscription
      ? [
          {
            about: 'service-model',
            model: subscription.serviceModel?.value ?? null,
            provenance: subscription.serviceModel,
          },
        ]
      : [],
  channel: ({ subscription }: Subject): Seen[] =>
    subscription ? [{ about: 'channel', channel: subscription.channel.value, provenance: subscription.channel }] : [],
  sales: ourSales,
} as const;
type Topic = keyof typeof TOPICS;

/** Which facts each rule looks at. A rule that is not named here judges by nothing that stands in a dossier or profile. */
const LOOKS_AT: Readonly<Partial<Record<string, readonly Topic[]>>> = {
  R01: ['programs'],
  R03: ['programs'],
  R04: ['programs'],
  R08: ['roles'],
  R11: ['access'],
  R12: ['seller'],
  R13: ['othersAccess'],
  R15: ['status', 'access'],
  R18: ['programs', 'sales'],
  R19: ['programs'],
  R20: ['programs'],
  R26: ['model'],
  R27: ['model', 'channel'],
  R28: ['programs'],
  R29: ['programs'],
  R31: ['programs'],
};

/** What was seen for this customer where the rules behind a decision looked, the deciding rule's facts first. */
export function seenFor({ rule, outcome, reasons }: Decision['context'], subject: Subject): readonly Seen[] {
  // Rules that spoke otherwise did not bring the answer about.
  const spoke = reasons.filter(({ effect }) => effect === outcome).map((reason) => reason.rule);
  const topics = new Set([rule, ...spoke].flatMap((id) => LOOKS_AT[id] ?? []));
  return [...topics].flatMap((topic) => TOPICS[topic](subject));
}

/** Our own delegations: those in force or on their way, else the last that ended, else that there is none. */
function ourAccess({ dossier, profile }: Subject): Seen[] {
  const ours = inOrderOfConcern(dossier.delegations).filter(({ partner }) => partner === profile.partner.tenantId);
  const gdap = ours.filter(({ kind }) => kind === 'gdap');
  const present = gdap.filter(({ status }) => !isPast(status));
  const named = (present.length > 0 ? present : gdap.slice(0, 1)).map(
    (delegation): Seen => ({
      about: 'gdap',
      name: delegation.name,
      status: delegation.status,
      endsAt: delegation.endsAt,
      roles: rolesGiven(delegation, profile),
      provenance: delegation.provenance,
    }),
  );
  return [...named, ...listingOf(dossier, profile, gdap.length), ...dapOf(dossier, ours)];
}

/** What the list of relationships leaves open, or settles by holding none of ours. */
function listingOf({ gdapListedAt }: Dossier, { cloud }: PartnerProfile, ours: number): Seen[] {
  // No page describes GDAP on 21Vianet: a list that was never made there leaves no question open.
  if (gdapListedAt === null && cloud === '21vianet') return [];
  if (ours === 0) return [{ about: 'gdap-none', listedAt: gdapListedAt, provenance: null }];
  return gdapListedAt === null ? [{ about: 'gdap-never-listed', provenance: null }] : [];
}

function dapOf({ delegatedAccess }: Dossier, ours: readonly Delegation[]): Seen[] {
  const byService = ours.filter(({ kind }) => kind === 'dap').map(ofService);
  if (delegatedAccess) return [{ about: 'dap', on: delegatedAccess.value, provenance: delegatedAccess }, ...byService];
  return byService.length > 0 ? byService : [{ about: 'dap', on: null, provenance: null }];
}

const ofService = ({ partner, service, status, provenance }: Delegation): Seen => ({
  about: 'dap-of-service',
  partner,
  service,
  status,
  provenance,
});

/** What the groups of the member of staff get from a relationship in force. */
function rolesGiven(
  { status, assignments }: Delegation,
  { staff: { groups } }: PartnerProfile,
): readonly RoleDefinitionId[] | null {
  if (assignments === null || groups === undefined || (status !== 'active' && status !== 'expiring')) return null;
  const mine = assignments.filter((assignment) => assignment.status === 'active' && groups.includes(assignment.group));
  return [...new Set(mine.flatMap(({ roles }) => roles))];
}

function othersAccess({ dossier, profile }: Subject): Seen[] {
  return dossier.delegations
    .filter(({ kind, partner, status }) => kind === 'dap' && partner !== profile.partner.tenantId && !isPast(status))
    .map(ofService);
}

/** Who sold it, and the channel, which says whether we transact where no partner is named. */
function seller({ subscription }: Subject): Seen[] {
  if (!subscription) return [];
  const { transactingPartner, originalReseller, channel } = subscription;
  return [
    {
      about: 'transacting-partner',
      partner: transactingPartner?.value ?? null,
      provenance: transactingPartner,
    },
    { about: 'original-reseller', reseller: originalReseller?.value ?? null, provenance: originalReseller },
    { about: 'channel', channel: channel.value, provenance: channel },
  ];
}

function ourSales({ dossier }: Subject): Seen[] {
  const sold = dossier.subscriptions.filter(
    ({ channel, status }) => status === 'active' && (channel.value === 'csp-own' || channel.value === 'csp-indirect'),
  );
  // None seen is no proof that there is none.
  return sold.length === 0 ? [] : [{ about: 'active-with-us', count: sold.length, provenance: null }];
}
