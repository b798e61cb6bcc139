import { apiCustomers } from '#electron/sync/files/kinds/api-customers.ts';
import { listingStep } from '#electron/sync/pull/listing.ts';
import { collectionLinks } from './collection-links.ts';

/** Customers on a page; larger ones fail in practice. */
const SIZE = 500;

/** The list of our customers, page by page. */
export const customersStep = listingStep({
  step: 'customers',
  kind: apiCustomers,
  first: (base) => ({ url: `${base}/v1/customers?size=${SIZE}`, headers: {} }),
  links: collectionLinks,
});
