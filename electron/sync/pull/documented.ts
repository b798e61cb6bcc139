import type { FileKind } from '#shared/model/imports.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

/**
 * The fields that the documentation of the services shows in their objects, whether we read them or not (Partner Center
 * REST and Microsoft Graph v1.0 reference). Any other is counted as unknown, so that a change of the wire is noticed.
 */
export const DOCUMENTED: Partial<Record<FileKind, ReadonlySet<string>>> = {
  'api-customers': new Set(
    words(`id commerceId companyProfile billingProfile relationshipToPartner allowDelegatedAccess userCredentials
      customDomains associatedPartnerId links attributes`),
  ),
  'api-customer': new Set(
    words(`id commerceId companyProfile billingProfile relationshipToPartner allowDelegatedAccess userCredentials
      customDomains associatedPartnerId links attributes`),
  ),
  'api-subscriptions': new Set(
    words(`id offerId offerName friendlyName quantity unitType parentSubscriptionId hasPurchasableAddons creationDate
      effectiveStartDate commitmentEndDate cancellationAllowedUntilDate billingCycleEndDate status autoRenewEnabled
      isTrial billingType billingCycle termDuration renewalTermDuration termLifeCycleState isMicrosoftProduct partnerId
      attentionNeeded actionTaken contractType links publisherName orderId entitlementId refundOptions promotionId
      suspensionReasons productType consumptionType attributes`),
  ),
  'api-subscribed-skus': new Set(
    words(`availableUnits activeUnits consumedUnits suspendedUnits totalUnits warningUnits productSku servicePlans
      capabilityStatus attributes`),
  ),
  'api-indirect-resellers': new Set(words('id name relationshipType state mpnId partnerId location attributes')),
  'api-relationship-request': new Set(words('url attributes')),
  'api-support-contact': new Set(words('supportTenantId supportMpnId name links attributes')),
  'graph-relationships': new Set(
    words(`@odata.type @odata.etag @odata.context id displayName duration customer accessDetails status
      autoExtendDuration createdDateTime lastModifiedDateTime activatedDateTime endDateTime indirectProviderTenantId
      isPartnerConsentPending`),
  ),
  'graph-access-assignments': new Set(
    words(`@odata.type @odata.etag id status createdDateTime lastModifiedDateTime accessContainer accessDetails`),
  ),
  'graph-customers': new Set(words('@odata.type @odata.etag id tenantId displayName')),
};
