import { DIRECTORY_ROLE } from '#electron/policy/index.ts';
import type { Delegation, DelegationStatus } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { CustomerId, DelegationId, RoleDefinitionId, SubscriptionId } from '#shared/model/ids.ts';
import type { Basis, Provenance } from '#shared/model/provenance.ts';
import type { Channel, Subscription } from '#shared/model/subscription.ts';
import { SAMPLE_CUSTOMERS, SAMPLE_SERVICES, type SampleCustomer, type SampleSubscription } from './customers.ts';
import { sampleInvitations } from './invitations.ts';
import { guidOf, SAMPLE_GROUP, SAMPLE_PARTNERS, SAMPLE_PROFILE, SAMPLE_US } from './partner.ts';

const DAY = 86_400_000;
const STAFF = SAMPLE_PROFILE.staff.id;
const ROLES = [DIRECTORY_ROLE.licenseAdministrator, DIRECTORY_ROLE.serviceSupportAdministrator].map((role) =>
  RoleDefinitionId.parse(role),
);
/** Channels that only a person can tell. */
const DECLARED = new Set<Channel>(['csp-other', 'direct', 'advisor', 'volume-licensing']);
/** States in which the groups' assignments exist. */
const ASSIGNED = new Set<DelegationStatus>(['active', 'expiring']);

/** The sample's dossiers, as if synced and imported over the last weeks before `now`. */
export function sampleDossiers(now: Date): Dossier[] {
  return SAMPLE_CUSTOMERS.map((customer, index) => sampleDossier(customer, index, now));
}

function sampleDossier(customer: SampleCustomer, index: number, now: Date): Dossier {
  const at = (days: number): string => new Date(now.getTime() + days * DAY).toISOString();
  const observed: Provenance = { basis: 'observed', source: 'partner-center', asOf: at(-(index % 9) - 0.1) };
  const listed: Provenance = { basis: 'observed', source: 'file:Customers.csv', asOf: at(-12 - (index % 5)) };
  const gdap = (customer.gdap ?? []).map(([status, days, autoExtend], nth) =>
    sampleGdap(`${customer.domain} ${nth}`, status, days === null ? null : at(days), autoExtend, {
      ...observed,
      source: 'graph',
    }),
  );
  const ours = !customer.advisor && !customer.stranger;
  const resellers: Dossier['resellers'] = ours
    ? [
        {
          partner: SAMPLE_US,
          via: null,
          since: listed.asOf,
          absentAsOf: at(-60),
          absentSource: listed.source,
          provenance: listed,
        },
      ]
    : [];
  const tracked = sampleInvitations(customer.domain, { at, resellers, delegations: gdap });
  return {
    id: CustomerId.parse(guidOf(customer.domain)),
    name: { value: customer.name, ...listed },
    domain: { value: `${customer.domain}.partner.onmschina.cn`, ...listed },
    relationship: { value: customer.advisor ? 'Advisor' : ours ? 'Cloud Reseller' : 'None', ...listed },
    delegatedAccess: customer.dap === null ? null : { value: customer.dap, ...observed },
    resellers,
    subscriptions: customer.subscriptions.map((subscription, nth) =>
      sampleSubscription(`${customer.domain} ${nth}`, subscription, observed, at),
    ),
    seatCounts: [],
    delegations: gdap,
    gdapListedAt: gdap.length > 0 ? observed.asOf : null,
    invitations: tracked.invitations,
    tags: [],
    history: [
      { at: at(-100), by: STAFF, event: 'created', source: listed.source, subjects: ['customer'] },
      ...tracked.history,
    ],
  };
}

function sampleSubscription(
  key: string,
  { channel, name, reseller, seats, status = 'active' }: SampleSubscription,
  observed: Provenance,
  at: (days: number) => string,
): Subscription {
  const [service, serviceModel] = SAMPLE_SERVICES[name];
  const remainder = channel === 'unknown';
  const declared = DECLARED.has(channel);
  const basis: Basis = remainder ? 'inferred' : declared ? 'declared' : 'observed';
  const provenance = declared ? { basis, source: `staff:${STAFF}`, asOf: at(-20) } : { ...observed, basis };
  const ours = channel === 'csp-own' || channel === 'csp-indirect';
  const soldBy = reseller === undefined ? undefined : SAMPLE_PARTNERS[reseller];
  const seller = soldBy ?? { tenantId: SAMPLE_US, name: SAMPLE_PROFILE.partner.name, mpnId: '4847383' };
  return {
    id: SubscriptionId.parse(
      remainder ? `remainder:${guidOf(key.split(' ')[0] ?? key)}:${key}` : guidOf(`subscription ${key}`),
    ),
    kind: remainder ? 'remainder' : 'subscription',
    name,
    quantity: seats,
    status: remainder ? null : status,
    channel: { value: channel, ...provenance },
    service: { value: service, ...observed, basis: 'inferred' },
    serviceModel: { value: serviceModel, ...observed },
    transactingPartner: ours ? { value: SAMPLE_US, ...observed } : null,
    originalReseller: ours ? { value: seller, ...observed } : null,
    partnerOfRecord: null,
    supportContact: null,
    offerId: null,
    sku: null,
    startDate: remainder ? null : at(-300).slice(0, 10),
    endDate: remainder ? null : at(65).slice(0, 10),
    provenance: observed,
  };
}

function sampleGdap(
  key: string,
  status: DelegationStatus,
  endsAt: string | null,
  autoExtend: boolean,
  provenance: Provenance,
): Delegation {
  return {
    id: DelegationId.parse(`${guidOf(`gdap ${key}`)}-${guidOf(`gdap tail ${key}`)}`),
    kind: 'gdap',
    name: `Kunlun ${key}`,
    partner: SAMPLE_US,
    status,
    service: '*',
    roles: ROLES,
    assignments: ASSIGNED.has(status)
      ? [{ id: guidOf(`assignment ${key}`), group: SAMPLE_GROUP, roles: ROLES, status: 'active', provenance }]
      : [],
    duration: 'P730D',
    autoExtend,
    createdAt: null,
    activatedAt: null,
    endsAt,
    provenance,
  };
}
