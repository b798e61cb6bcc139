import { z } from 'zod';
import { readItem } from '#electron/sync/files/json.ts';
import type { BodyKind } from '#electron/sync/files/kind.ts';
import { RowRejected } from '#electron/sync/files/rejected.ts';
import { readAddress, SelfLink, WireText } from '#electron/sync/files/wire.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { type SubscriptionId, TenantId } from '#shared/model/ids.ts';

const RelationshipRequest = z.object({ url: z.string().min(1) });

/** `GET /v1/customers/relationshiprequests`: our reseller link, kept verbatim. */
export const apiRelationshipRequest: BodyKind = {
  kind: 'api-relationship-request',
  list: null,
  open: () => ({
    read: (item) => ({ about: 'reseller-link', link: readItem(RelationshipRequest, item).url }),
  }),
};

const SupportContact = z.object({ supportTenantId: TenantId, supportMpnId: WireText, name: WireText, links: SelfLink });

/** `GET …/subscriptions/{id}/supportcontact`: its own address names the customer and the subscription. */
export const apiSupportContact: BodyKind = {
  kind: 'api-support-contact',
  list: null,
  open: (scope) => ({
    read: (item) => {
      const contact = readItem(SupportContact, item);
      const address = readAddress(contact.links);
      const customer = address.customer ?? scope.customer;
      if (customer === undefined) throw new RowRejected('needsCustomer');
      const { subscription } = address;
      if (subscription === null) throw new RowRejected('missingField', { field: 'links.self.uri' }, 'links.self.uri');
      const isKnown = scope.sold?.has(subscription) || isSubscriptionOf(scope.dossier(customer), subscription);
      if (!isKnown) {
        throw new RowRejected('unknownSubscription', { subscription, customer }, 'links.self.uri');
      }
      const { supportTenantId: tenantId, supportMpnId: mpnId, name } = contact;
      return { about: 'customer', customer, supportContact: { subscription, contact: { tenantId, name, mpnId } } };
    },
  }),
};

const isSubscriptionOf = (dossier: Dossier | undefined, subscription: SubscriptionId): boolean =>
  dossier?.subscriptions.some(({ id }) => id === subscription) === true;
