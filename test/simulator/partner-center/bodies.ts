import type { Dossier } from '#shared/model/dossier.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { customerBody, customersBody, subscribedSkusBody, subscriptionsBody } from '#test/generator/wire.ts';
import { type Context, hashOf } from '#test/simulator/context.ts';
import type { Item } from '#test/simulator/quirks.ts';

/** The mark of a customer as it is now. */
export const customerEtag = (dossier: Dossier): string =>
  hashOf([dossier.id, dossier.name.value, dossier.domain?.value, dossier.delegatedAccess?.value ?? false]);

/** Items of a list of customers. */
export function customerItems(dossiers: readonly Dossier[], { quirks }: Context): Item[] {
  return customersBody(dossiers).items.map((item) => quirks.customer(item));
}

/** One customer, whole. */
export function customerDetail(dossier: Dossier, { quirks }: Context): Item {
  const { attributes, ...body } = customerBody(dossier);
  return quirks.customer({
    ...body,
    customDomains: dossier.domain === null ? [] : [dossier.domain.value],
    links: { self: { uri: `/customers/${dossier.id}`, method: 'GET', headers: [] } },
    attributes: { etag: customerEtag(dossier), ...attributes },
  });
}

/** What we transact with a customer. */
export function subscriptionList(dossier: Dossier, { quirks, world }: Context): Item {
  const { items, ...body } = subscriptionsBody(dossier, world);
  return quirks.collection(
    { ...body, items: items.map((item) => quirks.subscription(item)) },
    `subscriptions ${dossier.id}`,
  );
}

/** The seats of a customer over all channels. */
export function skuList(dossier: Dossier, { quirks }: Context): Item {
  const { items, ...body } = subscribedSkusBody(dossier);
  return quirks.collection(
    { ...body, items: items.map((item) => quirks.sku(item, `${dossier.id} ${item.productSku.skuPartNumber}`)) },
    `seats ${dossier.id}`,
  );
}

/** The subscriptions that Partner Center shows of a customer. */
export const transacted = ({ subscriptions }: Pick<Dossier, 'subscriptions'>): Subscription[] =>
  subscriptions.filter(({ kind, offerId }) => kind === 'subscription' && offerId !== null);

/** Who supports a subscription: we, unless somebody else was named. */
export function supportContact(dossier: Dossier, subscription: Subscription, { world }: Context): Item {
  const contact = subscription.supportContact?.value ?? world.us;
  const uri = `/customers/${dossier.id}/subscriptions/${subscription.id}/supportcontact`;
  return {
    supportTenantId: contact.tenantId.toUpperCase(),
    supportMpnId: contact.mpnId,
    name: contact.name,
    links: { self: { uri, method: 'Get', headers: [] } },
    attributes: { objectType: 'SupportContact' },
  };
}
