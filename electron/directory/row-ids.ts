import type { CustomerId, DelegationId, SubscriptionId, TenantId } from '#shared/model/ids.ts';

/** What the index holds came from dossiers, where every id was checked: here only that there is one. */
const isId = <Id extends string>(text: string | null): text is Id => text !== null && text.length > 0;

function told<Id extends string>(text: string | null): Id {
  if (isId<Id>(text)) return text;
  throw new Error('A row of the index has no id.');
}

export const customerId = (text: string): CustomerId => told<CustomerId>(text);
export const subscriptionId = (text: string): SubscriptionId => told<SubscriptionId>(text);
export const delegationId = (text: string): DelegationId => told<DelegationId>(text);
export const tenantId = (text: string | null): TenantId => told<TenantId>(text);
