import type { DelegationStatus } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { GroupId, Instant, RoleDefinitionId, TenantId } from '#shared/model/ids.ts';
import type { InvitationKind } from '#shared/model/invitation.ts';
import type { PartnerProfile, Program, StaffRole } from '#shared/model/partner.ts';
import type { Capability } from '#shared/model/policy.ts';
import type { Provenance } from '#shared/model/provenance.ts';
import type { Channel, ServiceModel, Subscription, SubscriptionStatus } from '#shared/model/subscription.ts';

/** What a question is about: all that the window knows of it. */
export interface Case {
  readonly dossier: Dossier;
  readonly subscription: Subscription | null;
  readonly profile: PartnerProfile;
  readonly asked: Pick<Capability, 'action' | 'properties'>;
}

/** Where a fact is from: a source, the workspace's own profile, or the question itself; `null` where it is not known. */
export type Origin = Provenance | 'profile' | 'question' | null;

/** Says of a GDAP relationship how it stands; `name` is `null` where it has none. */
interface OfRelationship {
  readonly name: string | null;
}

/** Why something that was seen has no part in a link that holds: another carries it, or this could not. */
export type Aside = 'notNeeded' | 'notCounted';

/** One thing that we know, or know that we don't, of this very case; `null` is not known. */
export type Seen = { readonly origin: Origin; readonly aside?: Aside } & (
  | ({
      readonly about: 'gdap';
      readonly status: DelegationStatus;
      readonly endsAt: Instant | null;
      /** Whether it extends itself instead of ending. */
      readonly autoExtends: boolean;
    } & OfRelationship)
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
  /** No DAP of another partner is on record; `excluded` where there can be none, since we hold it. */
  | { readonly about: 'others-dap'; readonly excluded: boolean }
  | { readonly about: 'groups'; readonly groups: readonly GroupId[] | null }
  /** Which of the groups of the member of staff a relationship in force is assigned to, and whether that is in effect. */
  | ({
      readonly about: 'groups-assigned';
      readonly groups: readonly { readonly group: GroupId; readonly active: boolean }[] | null;
    } & OfRelationship)
  | ({ readonly about: 'roles-given'; readonly roles: readonly RoleDefinitionId[] } & OfRelationship)
  /** DAP gives all of them. */
  | { readonly about: 'roles-by-dap' }
  /** Since when and for whom new DAP is closed, a page says (R30). */
  | { readonly about: 'dap-closed' }
  /** No page describes GDAP on this cloud (R21). */
  | { readonly about: 'gdap-undescribed' }
  | { readonly about: 'transacting-partner'; readonly partner: TenantId | null }
  /** There is no transacting partner: the customer bought it from the vendor. */
  | { readonly about: 'bought-from-vendor'; readonly channel: VendorChannel }
  | { readonly about: 'original-reseller'; readonly reseller: Reseller | null }
  | { readonly about: 'channel'; readonly channel: Channel }
  | { readonly about: 'active-with-us'; readonly count: number | null }
  | { readonly about: 'service'; readonly service: string | null }
  | { readonly about: 'service-model'; readonly model: ServiceModel | null }
  | { readonly about: 'status'; readonly status: SubscriptionStatus | null }
  /** Another active subscription of the same service; `null` where none is on record, which is no proof. */
  | { readonly about: 'overlap'; readonly other: string | null }
  | { readonly about: 'invitation'; readonly kind: InvitationKind; readonly createdBy: TenantId | null }
  /** By which door something is created: the API, or the portal. */
  | { readonly about: 'door'; readonly api: boolean }
  | { readonly about: 'programs'; readonly programs: readonly Program[] }
  | { readonly about: 'providers'; readonly providers: readonly TenantId[] | null }
  | { readonly about: 'roles'; readonly roles: readonly StaffRole[] }
);

/** The channels in which the vendor itself sells: no partner transacts there. */
export type VendorChannel = Extract<Channel, 'direct' | 'volume-licensing'>;
type Reseller = NonNullable<Subscription['originalReseller']>['value'];
