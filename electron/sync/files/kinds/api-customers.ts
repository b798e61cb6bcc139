import { z } from 'zod';
import { type Body, readItem } from '#electron/sync/files/json.ts';
import type { BodyKind, FileScope, RowReader } from '#electron/sync/files/kind.ts';
import { isWholeCustomerList, WireText } from '#electron/sync/files/wire.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { CustomerListReader } from './customer-list-reader.ts';

const Customer = z.object({
  id: CustomerId,
  companyProfile: z.object({ companyName: WireText, domain: WireText }).nullish(),
  relationshipToPartner: WireText,
  allowDelegatedAccess: z.boolean().nullish(),
});

/** Documentation prints the field's own name for its value; such a name never displaces a real one. */
const PLACEHOLDERS = { companyName: 'companyName', domain: 'domain' };

function open({ known }: FileScope, body: Body): RowReader<unknown> {
  const list = new CustomerListReader();
  return {
    read: (item) => {
      const customer = readItem(Customer, item);
      const name = customer.companyProfile?.companyName ?? null;
      const domain = customer.companyProfile?.domain ?? null;
      const word = customer.relationshipToPartner;
      list.add(customer.id, word !== null);
      return {
        about: 'customer',
        customer: customer.id,
        name:
          name === null
            ? undefined
            : { value: name, basis: name === PLACEHOLDERS.companyName ? 'inferred' : 'observed' },
        domain: domain === null || domain === PLACEHOLDERS.domain ? undefined : domain,
        relationship:
          word === null
            ? undefined
            : { word, partner: known.profile.partner.tenantId, reseller: word.toLowerCase() === 'reseller' },
        delegatedAccess: customer.allowDelegatedAccess ?? undefined,
      };
    },
    lists: () => (isWholeCustomerList(body) ? list.observed() : []),
  };
}

/** A page of `GET /v1/customers`. */
export const apiCustomers: BodyKind = { kind: 'api-customers', list: 'items', open };

/** `GET /v1/customers/{id}`: the only body that tells whether delegated admin privileges are on. */
export const apiCustomer: BodyKind = { kind: 'api-customer', list: null, open };
