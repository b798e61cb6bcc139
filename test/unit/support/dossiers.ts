import { Dossier } from '#shared/model/dossier.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import { GROUP, LICENSE_ADMINISTRATOR, US } from './questions.ts';

export const PROFILE: PartnerProfile = PartnerProfile.parse({
  cloud: '21vianet',
  partner: { tenantId: US, name: '昆仑云分销', mpnId: '4847383' },
  programs: ['indirect-provider'],
  providers: [],
  resellers: [],
  staff: { id: 'li@partner.example', roles: ['admin-agent'], groups: [GROUP] },
});

const OBSERVED = { basis: 'observed', source: 'file:Customers.csv', asOf: '2026-11-01T00:00:00Z' };

/** A dossier of a customer that we know by name only, plus what the test says. */
export function aDossier(id: string, name: string, more: Record<string, unknown> = {}): Dossier {
  return Dossier.parse({
    id,
    name: { value: name, ...OBSERVED },
    domain: null,
    relationship: null,
    delegatedAccess: null,
    resellers: [],
    subscriptions: [],
    seatCounts: [],
    delegations: [],
    gdapListedAt: null,
    invitations: [],
    history: [],
    ...more,
  });
}

export function aSubscription(id: string, name: string, channel: string, more: Record<string, unknown> = {}): unknown {
  return {
    id,
    kind: 'subscription',
    name,
    quantity: 5,
    status: 'active',
    channel: { value: channel, ...OBSERVED },
    service: null,
    serviceModel: null,
    transactingPartner: null,
    originalReseller: null,
    partnerOfRecord: null,
    supportContact: null,
    offerId: null,
    sku: null,
    startDate: null,
    endDate: null,
    provenance: OBSERVED,
    ...more,
  };
}

/** A license-based subscription of Office 365's service. */
export function aLicense(id: string, name: string, channel: string, more: Record<string, unknown> = {}): unknown {
  return aSubscription(id, name, channel, {
    service: { value: 'office-365', ...OBSERVED },
    serviceModel: { value: 'license-based', ...OBSERVED },
    ...more,
  });
}

/** An active GDAP relationship that lets our group administer licenses. */
export function aGdap(more: Record<string, unknown> = {}): unknown {
  const roles = [LICENSE_ADMINISTRATOR];
  return {
    id: 'gdap-1',
    kind: 'gdap',
    name: null,
    partner: US,
    status: 'active',
    service: '*',
    roles,
    assignments: [{ id: 'assignment-1', group: GROUP, roles, status: 'active', provenance: OBSERVED }],
    duration: null,
    autoExtend: false,
    createdAt: null,
    activatedAt: null,
    endsAt: null,
    provenance: OBSERVED,
    ...more,
  };
}
