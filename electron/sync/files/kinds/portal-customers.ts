import { readGuid } from '#electron/sync/files/cells.ts';
import type { DelimitedKind } from '#electron/sync/files/kind.ts';
import { isRelationship, saysReseller } from '#electron/sync/relationship-words.ts';
import { CustomerListReader } from './customer-list-reader.ts';

/** The Customers download of the partner portal. A filtered one cannot be told from a whole one. */
export const portalCustomers: DelimitedKind<'id' | 'name' | 'domain' | 'relationship'> = {
  kind: 'portal-customers',
  columns: {
    id: {
      header: 'Microsoft ID',
      also: ['微软 ID', 'Microsoft 标识', 'Microsoft 標識', 'Microsoft 識別碼', '客户 ID', '客戶識別碼'],
    },
    name: { header: 'Company name', also: ['公司名称', '公司名', '公司名稱'] },
    domain: {
      header: 'Primary domain name',
      also: ['主域名', '主要域名', '主域名称', '主要域名称', '主要網域名稱', '主網域名稱', '主要網域'],
    },
    relationship: { header: 'Relationship', also: ['关系', '關係', '關聯性'] },
  },
  endsWhole: isRelationship,
  open: ({ known }) => {
    const list = new CustomerListReader();
    return {
      read: ({ cell, header }) => {
        const customer = readGuid(cell('id'), header('id'));
        const word = cell('relationship');
        list.add(customer, word !== '');
        return {
          about: 'customer',
          customer,
          name: cell('name') === '' ? undefined : { value: cell('name'), basis: 'observed' },
          domain: cell('domain') === '' ? undefined : cell('domain'),
          relationship:
            word === '' ? undefined : { word, partner: known.profile.partner.tenantId, reseller: saysReseller(word) },
        };
      },
      lists: () => list.observed(),
    };
  },
};
