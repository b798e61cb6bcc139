import type { AccessAssignment, Delegation } from '#shared/model/delegation.ts';
import type { CustomerId, DelegationId, Instant, SubscriptionId, TenantId } from '#shared/model/ids.ts';
import type { Basis } from '#shared/model/provenance.ts';
import type { Channel, SeatCount, ServiceModel, Subscription, SubscriptionStatus } from '#shared/model/subscription.ts';

/** Where an observation comes from (`file:<name>`, `partner-center`, `graph`) and as of when it held. */
export interface Sighting {
  readonly source: string;
  readonly asOf: Instant;
  /** The sync that it is part of: what it changes is put down with the change. */
  readonly run?: string | undefined;
  /** Whether it is a page of Partner Center's own list of customers: whom it shows is named there. */
  readonly names?: boolean;
}

/** A value and how we know it. */
export interface Said<T> {
  readonly value: T;
  readonly basis: Basis;
}

type OriginalReseller = NonNullable<Subscription['originalReseller']>['value'];
type SupportContact = NonNullable<Subscription['supportContact']>['value'];

/** How a subscription was bought. `undefined`: the source does not say; `null`: it says that there is none, or can't be known. */
export interface Purchase {
  readonly channel: Said<Channel>;
  readonly transactingPartner?: Said<TenantId> | null;
  readonly originalReseller?: Said<OriginalReseller> | null;
}

/** One subscription as a source shows it; `null` where the source does not say. */
export interface SubscriptionObservation {
  readonly id: SubscriptionId;
  readonly name: string | null;
  readonly quantity: number | null;
  readonly status: SubscriptionStatus | null;
  readonly offerId: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly service: Said<string> | null;
  readonly serviceModel: Said<ServiceModel> | null;
  readonly purchase: Purchase;
}

export type DelegationObservation = Omit<Delegation, 'provenance'>;
export type AssignmentObservation = Omit<AccessAssignment, 'provenance'>;
export type SeatCountObservation = Omit<SeatCount, 'provenance'>;

/** What one row, or one object off the wire, says about a customer. What is absent was not said. */
export interface CustomerObservation {
  readonly about: 'customer';
  readonly customer: CustomerId;
  readonly name?: Said<string> | undefined;
  readonly domain?: string | undefined;
  /** The commercial tie in the source's own word, and whether it makes us a reseller of this customer. */
  readonly relationship?: { readonly word: string; readonly partner: TenantId; readonly reseller: boolean } | undefined;
  readonly delegatedAccess?: boolean | undefined;
  readonly subscription?: SubscriptionObservation | undefined;
  readonly seatCount?: SeatCountObservation | undefined;
  readonly delegation?: DelegationObservation | undefined;
  readonly assignment?: { readonly delegation: DelegationId; readonly assignment: AssignmentObservation } | undefined;
  readonly supportContact?: { readonly subscription: SubscriptionId; readonly contact: SupportContact } | undefined;
}

/** The whole list of our customers was seen: whom it does not hold, has no tie to us. */
export interface CustomerListObservation {
  readonly about: 'list';
  readonly of: 'customers';
  readonly ids: ReadonlySet<CustomerId>;
}

/** A whole list was seen: what it does not hold is known to be absent. */
export type ListObservation = CustomerListObservation | ListOfCustomer;

/** The same of a list that belongs to one customer. */
export type ListOfCustomer =
  /** The list of all customers does not name this one. */
  | { readonly about: 'list'; readonly customer: CustomerId; readonly of: 'customer' }
  /** The relationships of ours with a customer; their ids where the source shows all that it ever will. */
  | {
      readonly about: 'list';
      readonly customer: CustomerId;
      readonly of: 'delegations';
      readonly ids?: ReadonlySet<string>;
    }
  /** Its subscriptions that we transact. */
  | {
      readonly about: 'list';
      readonly customer: CustomerId;
      readonly of: 'subscriptions';
      readonly ids: ReadonlySet<string>;
    }
  | {
      readonly about: 'list';
      readonly customer: CustomerId;
      readonly of: 'seat-counts';
      readonly skus: ReadonlySet<string>;
    }
  | {
      readonly about: 'list';
      readonly customer: CustomerId;
      readonly of: 'assignments';
      readonly delegation: DelegationId;
      readonly ids: ReadonlySet<string>;
    };

/** What a source says about the workspace's surroundings. */
export type SurroundingsObservation =
  | {
      readonly about: 'partner';
      readonly tenantId: TenantId;
      readonly name: string | null;
      readonly mpnId: string | null;
      readonly relation: 'reseller' | 'provider';
      readonly state: string | null;
    }
  | { readonly about: 'group'; readonly id: string; readonly name: string; readonly roles: readonly string[] }
  | { readonly about: 'reseller-link'; readonly link: string };

export type Observation = CustomerObservation | SurroundingsObservation;

/** What taking an observation did to what we knew. A newer date on the same value is `unchanged`. */
export type Outcome = 'added' | 'updated' | 'unchanged';
