import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { daysFromNow, type World } from './world.ts';

// What Partner Center and Graph would answer of the same customers, in the shapes that their documentation shows.

const collection = <Item>(items: readonly Item[], uri: string) => ({
  totalCount: items.length,
  items,
  links: { self: { uri, method: 'GET', headers: [] } },
  attributes: { objectType: 'Collection' },
});

/** A page of `GET /v1/customers`. */
export function customersBody(page: readonly Dossier[]) {
  return collection(page.map(customerItem), `/v1/customers?size=${page.length}`);
}

/** `GET /v1/customers/{id}`, the only body that tells of delegated admin privileges. */
export function customerBody(dossier: Dossier) {
  return { ...customerItem(dossier), allowDelegatedAccess: dossier.delegatedAccess?.value ?? false };
}

function customerItem({ domain, id, name, relationship }: Dossier) {
  const word = relationship?.value.toLowerCase() ?? '';
  return {
    id,
    companyProfile: {
      tenantId: id,
      domain: domain?.value ?? null,
      companyName: name.value,
      attributes: { objectType: 'CustomerCompanyProfile' },
    },
    relationshipToPartner: word.includes('reseller') ? 'reseller' : word,
    attributes: { objectType: 'Customer' },
  };
}

/** `GET /v1/customers/{id}/subscriptions`: those that we transact. */
export function subscriptionsBody({ id, subscriptions }: Dossier, world: World) {
  const items = subscriptions
    .filter(({ kind, offerId }) => kind === 'subscription' && offerId !== null)
    .map((one) => ({
      id: one.id,
      offerId: one.offerId?.toUpperCase(),
      offerName: one.name,
      friendlyName: one.name,
      quantity: one.quantity,
      unitType: one.serviceModel?.value === 'usage-based' ? 'Usage-based' : 'Licenses',
      creationDate: at(one.startDate),
      effectiveStartDate: at(one.startDate),
      commitmentEndDate: at(one.endDate),
      status: one.status ?? 'active',
      autoRenewEnabled: true,
      billingType: one.serviceModel?.value === 'usage-based' ? 'usage' : 'license',
      billingCycle: 'monthly',
      partnerId: one.originalReseller?.value.mpnId === world.us.mpnId ? '' : (one.originalReseller?.value.mpnId ?? ''),
      contractType: 'subscription',
      links: { self: { uri: `/customers/${id}/subscriptions/${one.id}`, method: 'GET', headers: [] } },
      attributes: { objectType: 'Subscription' },
    }));
  return collection(items, `/v1/customers/${id}/subscriptions`);
}

const at = (date: string | null): string | null => (date === null ? null : `${date}T00:00:00Z`);

/** `GET /v1/customers/{id}/subscribedskus`: seats over all channels. */
export function subscribedSkusBody({ id, seatCounts }: Dossier) {
  const items = seatCounts.map(({ name, seats, sku }) => ({
    availableUnits: 0,
    activeUnits: seats,
    consumedUnits: seats,
    suspendedUnits: 0,
    totalUnits: seats,
    warningUnits: 0,
    productSku: { name, skuPartNumber: sku, targetType: 'User', licenseGroupId: 'group1' },
    servicePlans: [],
    capabilityStatus: 'Enabled',
    attributes: { objectType: 'SubscribedSku' },
  }));
  return collection(items, `/v1/customers/${id}/subscribedskus`);
}

const GRAPH = 'https://graph.microsoft.com/v1.0/$metadata#tenantRelationships';

/** A page of Graph's delegated admin relationships: ours with these customers. */
export function relationshipsBody(page: readonly Pick<Dossier, 'delegations' | 'id' | 'name'>[], { us }: World) {
  const value = page.flatMap(({ delegations, id, name }) =>
    delegations
      .filter(({ kind, partner }) => kind === 'gdap' && partner === us.tenantId)
      .map((one) => ({
        '@odata.type': '#microsoft.graph.delegatedAdminRelationship',
        id: one.id,
        displayName: one.name,
        duration: one.duration,
        customer: { tenantId: id, displayName: name.value },
        accessDetails: unifiedRoles(one.roles ?? []),
        status: one.status,
        autoExtendDuration: one.autoExtend ? 'P180D' : 'PT0S',
        createdDateTime: one.createdAt,
        lastModifiedDateTime: one.activatedAt ?? one.createdAt ?? daysFromNow(-1),
        activatedDateTime: one.activatedAt ?? '',
        endDateTime: one.endsAt,
      })),
  );
  return { '@odata.context': `${GRAPH}/delegatedAdminRelationships`, value };
}

/** Graph's access assignments of one relationship; nothing when the customer has no such relationship. */
export function assignmentsBody({ delegations }: Pick<Dossier, 'delegations'>, relationship: string) {
  const assignments = delegations.find(({ id }) => id === relationship)?.assignments ?? [];
  const value = assignments.map(({ group, id, roles, status }) => ({
    '@odata.type': '#microsoft.graph.delegatedAdminAccessAssignment',
    id,
    status,
    accessContainer: { accessContainerId: group, accessContainerType: 'securityGroup' },
    accessDetails: unifiedRoles(roles),
  }));
  return { '@odata.context': `${GRAPH}/accessAssignments`, value };
}

/** Graph's delegated admin customers. */
export function delegatedCustomersBody(page: readonly { id: CustomerId; name: Dossier['name'] }[]) {
  const value = page.map(({ id, name }) => ({ id, tenantId: id, displayName: name.value }));
  return { '@odata.context': `${GRAPH}/delegatedAdminCustomers`, value };
}

const unifiedRoles = (roles: readonly string[]) => ({
  unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })),
});
