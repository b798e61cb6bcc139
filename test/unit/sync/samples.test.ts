import { describe, expect, it } from 'vitest';
import type { ImportOptions } from '#electron/sync/files/import.ts';
import { CustomerId, DelegationId } from '#shared/model/ids.ts';
import { brief, sample, workspace } from './importing.ts';

const US = '60ea59db-a506-485e-94c5-d115f369e239';
const HUASHENG = 'b44bb1fb-c595-45b0-9e09-d657365580bf';
const HAITIAN = '45c44870-ef77-4fdd-b6fe-3dacb075cff2';
const CONTOSO = '52eaad04-13a2-4a2f-9ce8-93a294fadf36';
const SUBSIDIARY = '4b827261-d21f-4aa9-b7db-7fa1f56fb163';
const PENDING = '1041ef52-a99b-4245-a3be-cbd3fa7c5ed1-8777b240-c6f0-4469-9e98-a3205431b836';
const ACTIVE = '5d027261-d21f-4aa9-b7db-7fa1f56fb163-8777b240-c6f0-4469-9e98-a3205431b836';
const huasheng: ImportOptions = { customer: CustomerId.parse(HUASHENG) };

describe('the downloads of the portal', () => {
  it('makes every customer of Customers.csv known, names verbatim', async () => {
    const { handSample, records, dossier } = workspace();
    const report = await handSample('csv/Customers.csv');
    expect(report).toMatchObject({ file: 'Customers.csv', encoding: 'utf-8-bom', delimiter: ',', needs: null });
    expect(brief(report)).toEqual({
      kind: 'portal-customers',
      rows: 8,
      added: 8,
      updated: 0,
      unchanged: 0,
      rejected: [],
    });
    expect([...records.dossiers()].map(({ name }) => name.value)).toEqual([
      'Contoso Inc',
      'Contoso subsidiary Inc',
      '华盛联创（北京）科技有限公司',
      '海天智远網路有限公司',
      'Fabrikam, "China" Co., Ltd.',
      '=Northwind+Traders',
      '-Adventure Works',
      'İstanbul Lojistik A.Ş.',
    ]);
    expect(dossier('0a9d2f4e-9d1b-4c55-8a0e-7a4f7b1f2c33').domain?.value).toBe('istanbul.partner.onmschina.cn');
  });

  it('takes a cloud reseller relationship, alone or among others, as ours; an advisor has none', async () => {
    const { handSample, dossier } = workspace();
    await handSample('csv/Customers.csv');
    expect(dossier(HAITIAN).relationship?.value).toBe('Cloud Reseller, Indirect reseller');
    expect(dossier(HAITIAN).resellers).toMatchObject([{ partner: US, via: null }]);
    expect(dossier('4fdbff88-9d6b-42e0-9713-45c922ba8001').relationship?.value).toBe('Advisor');
    expect(dossier('4fdbff88-9d6b-42e0-9713-45c922ba8001').resellers).toEqual([]);
  });

  it('asks whose subscriptions Subscriptions.csv holds, and records nothing until told', async () => {
    const { handSample, records } = workspace();
    const report = await handSample('csv/Subscriptions.csv');
    expect(report.needs).toBe('customer');
    expect(brief(report).rejected).toEqual(['2 needsCustomer', '3 needsCustomer', '4 needsCustomer']);
    expect(records.saves).toBe(0);
  });

  it('takes Subscriptions.csv for a customer that was named', async () => {
    const { handSample, dossier } = workspace();
    await handSample('csv/Customers.csv');
    expect(brief(await handSample('csv/Subscriptions.csv', huasheng))).toMatchObject({
      rows: 3,
      added: 3,
      rejected: [],
    });
    expect(dossier(HUASHENG).subscriptions).toMatchObject([
      {
        name: 'Office 365 E3 (由世纪互联运营)',
        quantity: 25,
        status: 'active',
        channel: { value: 'csp-own', basis: 'observed' },
        transactingPartner: { value: US, basis: 'observed' },
        originalReseller: { value: { tenantId: US } },
        service: { value: 'office-365', basis: 'inferred' },
      },
      {
        quantity: 120,
        status: 'suspended',
        channel: { value: 'csp-indirect', basis: 'observed' },
        originalReseller: { value: { name: 'Wide World Resellers', tenantId: '3b33e682-00c3-41ee-9dd2-a548adf56438' } },
      },
      { quantity: 1200, channel: { value: 'csp-indirect' } },
    ]);
  });
});

describe('the reconciliation file', () => {
  it('reads GB18030 names and dates, and tells the channel by the reseller MPN ID', async () => {
    const { handSample, dossier } = workspace();
    const report = await handSample('csv/reconciliation-license.gb18030.csv');
    expect(report.encoding).toBe('gb18030');
    expect(brief(report)).toMatchObject({ kind: 'reconciliation-license', rows: 3, added: 3, rejected: [] });
    expect(dossier(HUASHENG).name.value).toBe('华盛联创（北京）科技有限公司');
    expect(dossier(HUASHENG).subscriptions).toMatchObject([
      {
        id: '83ef9d05-4169-4ef9-9657-0e86b1eab1de',
        channel: { value: 'csp-own' },
        quantity: 25,
        startDate: '2026-01-01',
        endDate: '2026-12-31',
        serviceModel: { value: 'license-based', basis: 'observed' },
      },
    ]);
    expect(dossier(HAITIAN).name.value).toBe('海天智远網路有限公司');
    expect(dossier(HAITIAN).subscriptions).toMatchObject([
      {
        name: 'Office 365 商业协作版',
        channel: { value: 'csp-indirect' },
        originalReseller: { value: { mpnId: '5120044' } },
      },
    ]);
    expect(dossier(CONTOSO).subscriptions).toMatchObject([
      { channel: { value: 'csp-own' }, originalReseller: null, quantity: 1200 },
    ]);
  });

  it('refuses the rows of another partner, one by one', async () => {
    const { handSample, records } = workspace({
      partner: { tenantId: '484e548c-f5f3-4528-93a9-c16c6373cb59', name: 'Other', mpnId: '1' },
    });
    const report = await handSample('csv/reconciliation-license.gb18030.csv');
    expect(brief(report).rejected).toEqual(['2 otherPartner', '3 otherPartner', '4 otherPartner']);
    expect(report.rejected[0]?.column).toBe('PartnerId');
    expect(records.saves).toBe(0);
  });
});

describe('GDAP files', () => {
  it('tells the two name and tenant columns of ExistingGdapRelationship.csv apart', async () => {
    const { handSample, dossier } = workspace();
    expect(brief(await handSample('csv/ExistingGdapRelationship.csv'))).toMatchObject({
      kind: 'gdap-relationships',
      added: 2,
      rejected: [],
    });
    expect(dossier(CONTOSO)).toMatchObject({
      name: { value: 'Contoso Inc' },
      gdapListedAt: '2026-11-20T08:00:00.000Z',
    });
    expect(dossier(CONTOSO).delegations).toMatchObject([
      {
        id: ACTIVE,
        name: 'Contoso admin relationship',
        partner: US,
        status: 'active',
        endsAt: '2027-02-10T11:24:42.314Z',
        autoExtend: null,
        assignments: null,
      },
    ]);
    expect(dossier(SUBSIDIARY).delegations).toMatchObject([
      { status: 'approvalPending', activatedAt: null, endsAt: null },
    ]);
  });

  it('keeps the same relationship id under two customers apart', async () => {
    const { handSample, dossier } = workspace();
    await handSample('graph/delegatedAdminRelationships.json');
    await handSample('graph/create-delegatedAdminRelationship.201.json');
    expect(dossier(CONTOSO).delegations.map(({ id, status, autoExtend }) => [id, status, autoExtend])).toEqual([
      [ACTIVE, 'active', true],
      ['4b227261-d21f-4aa9-b7db-7fa1f56fb163-8777b240-c6f0-4469-9e98-a3205431b836', 'approvalPending', false],
    ]);
    expect(dossier(SUBSIDIARY).delegations.map(({ id, status, activatedAt }) => [id, status, activatedAt])).toEqual([
      [PENDING, 'terminated', '2021-09-29T16:55:20.210Z'],
      [ACTIVE, 'created', null],
    ]);
  });

  it('does not take one relationship for the whole list', async () => {
    const { handSample, dossier } = workspace();
    await handSample('graph/create-delegatedAdminRelationship.201.json');
    expect(dossier(SUBSIDIARY).gdapListedAt).toBeNull();
  });

  it('does not take a page of a list, or the file of failures, for the whole list', async () => {
    const { hand, dossier } = workspace();
    const sampleText = new TextDecoder().decode(await sample('graph/delegatedAdminRelationships.json'));
    await hand(
      'page.json',
      sampleText.replace('"value"', '"@odata.nextLink": "https://graph.example/next",\n "value"'),
    );
    expect(dossier(CONTOSO).gdapListedAt).toBeNull();
    const [header = '', row = ''] = new TextDecoder()
      .decode(await sample('csv/ExistingGdapRelationship.csv'))
      .split('\r\n');
    const failed = await hand('failed.csv', `ErrorDetail,${header}\r\nno such role,${row}\r\n`);
    expect(brief(failed)).toMatchObject({ kind: 'gdap-relationships', rows: 1, rejected: [] });
    expect(dossier(CONTOSO).gdapListedAt).toBeNull();
  });

  it('asks for the relationship of access assignments, then puts them there', async () => {
    const { handSample, dossier } = workspace();
    await handSample('csv/ExistingGdapRelationship.csv');
    expect(await handSample('graph/accessAssignments.json')).toMatchObject({
      needs: 'relationship',
      rows: 1,
      rejected: [{ line: 4, key: 'needsRelationship' }],
    });
    const relationship = DelegationId.parse(ACTIVE);
    expect(brief(await handSample('graph/accessAssignments.json', { relationship }))).toMatchObject({
      added: 1,
      rejected: [],
    });
    expect(dossier(CONTOSO).delegations[0]?.assignments).toMatchObject([
      { group: '227a2f44-2682-4831-a021-f8d69a34bcba', status: 'active' },
    ]);
    expect(dossier(CONTOSO).delegations[0]?.assignments?.[0]?.roles).toContain('62e90394-69f5-4237-9190-012177145e10');
  });

  it('takes security groups in spite of the misspelt header', async () => {
    const { handSample, records } = workspace();
    expect(brief(await handSample('csv/securityGroup.csv'))).toMatchObject({ kind: 'gdap-security-groups', added: 1 });
    expect(records.surroundings().groups).toMatchObject([
      {
        name: 'Tier 1 support',
        roles: ['f023fd81-a637-4b56-95fd-791ac0226033', '729827e3-9c14-49f7-bb1b-9608f156bbb8'],
      },
    ]);
  });

  it('makes the customers of a Graph list known', async () => {
    const { handSample, dossier } = workspace();
    expect(brief(await handSample('graph/delegatedAdminCustomers.json'))).toMatchObject({
      kind: 'graph-customers',
      added: 2,
    });
    expect(dossier('4fdbff88-9d6b-42e0-9713-45c922ba8001').name.value).toBe('Contoso Inc');
  });
});

describe('bodies of Partner Center', () => {
  it('tells from one customer whether delegated admin privileges are on', async () => {
    const { handSample, dossier } = workspace();
    expect(brief(await handSample('partner-center/customer-by-id.json'))).toMatchObject({
      kind: 'api-customer',
      added: 1,
    });
    expect(dossier('eebd1b55-5360-4438-a11d-5c06918c3014')).toMatchObject({
      name: { value: '1kl as kjk' },
      domain: { value: 'abcdefgh1234.ccsctp.net' },
      delegatedAccess: { value: true, basis: 'observed' },
      resellers: [{ partner: US }],
    });
  });

  it('never lets the placeholders of the documentation displace real names', async () => {
    const { handSample, dossier } = workspace();
    await handSample('csv/Customers.csv', {}, '2026-11-01T00:00:00Z');
    expect(brief(await handSample('partner-center/customers.json'))).toMatchObject({
      kind: 'api-customers',
      rows: 2,
      added: 0,
    });
    expect(dossier(HUASHENG)).toMatchObject({
      name: { value: '华盛联创（北京）科技有限公司' },
      domain: { value: 'huasheng.partner.onmschina.cn' },
      relationship: { value: 'reseller' },
    });
  });

  it('finds the customer of a subscription in its own address, and its MPN ID to be ours', async () => {
    const { handSample, dossier } = workspace();
    expect(brief(await handSample('partner-center/subscriptions-by-partner.json'))).toMatchObject({ added: 1 });
    const { name, subscriptions } = dossier('c501c3c4-d776-40ef-9ecf-9cefb59442c1');
    expect(name).toMatchObject({ value: 'c501c3c4-d776-40ef-9ecf-9cefb59442c1', basis: 'inferred' });
    expect(subscriptions).toMatchObject([
      {
        id: '42226ed6-070a-4e0f-b80c-4cdfb3e97aa7',
        name: 'Intune Device',
        quantity: 5,
        channel: { value: 'csp-own' },
        serviceModel: { value: 'license-based', basis: 'observed' },
        startDate: '2017-04-10',
        endDate: '2018-05-07',
      },
    ]);
  });

  it('reads dates with spaces in them, for the customer that was named', async () => {
    const { handSample, dossier } = workspace();
    expect(await handSample('partner-center/subscriptions.json')).toMatchObject({ needs: 'customer', rows: 1 });
    await handSample('csv/Customers.csv');
    await handSample('partner-center/subscriptions.json', huasheng);
    expect(dossier(HUASHENG).subscriptions).toMatchObject([
      { name: 'nickname', startDate: '2015-11-24', endDate: '2016-12-12', serviceModel: null },
    ]);
  });

  it('keeps seat counts, and a remainder line for what we do not transact', async () => {
    const { handSample, dossier } = workspace();
    expect(await handSample('partner-center/subscribedskus.json')).toMatchObject({
      needs: 'customer',
      rows: 2,
      added: 0,
    });
    await handSample('csv/Customers.csv');
    expect(brief(await handSample('partner-center/subscribedskus.json', huasheng))).toMatchObject({
      added: 2,
      rejected: [],
    });
    expect(dossier(HUASHENG).seatCounts.map(({ sku, seats }) => [sku, seats])).toEqual([
      ['EMS', 5],
      ['POWER_BI_PRO', 1],
    ]);
    expect(dossier(HUASHENG).subscriptions).toMatchObject([
      {
        id: `remainder:${HUASHENG}:ems`,
        kind: 'remainder',
        quantity: 5,
        channel: { value: 'unknown', basis: 'inferred' },
      },
      { id: `remainder:${HUASHENG}:power_bi_pro`, quantity: 1 },
    ]);
  });

  it('keeps the reseller link verbatim and the resellers with their MPN IDs', async () => {
    const { handSample, records } = workspace();
    await handSample('partner-center/relationshiprequest.json');
    await handSample('partner-center/relationships-indirect-resellers.json');
    expect(records.surroundings().resellerLink?.value).toBe(
      'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=false#/BillingAccounts/partner-invitation',
    );
    expect(records.surroundings().partners.map(({ name, mpnId, relation }) => [name, mpnId, relation])).toEqual([
      ['First Up Consultants', '4847383', 'reseller'],
      ['ReleCloud', '4847433', 'reseller'],
    ]);
  });

  it('puts a support contact on a subscription that is known, and says so when it is not', async () => {
    const { handSample, hand, dossier } = workspace();
    expect(brief(await handSample('partner-center/support-contact.json')).rejected).toEqual(['1 unknownSubscription']);
    const self = {
      uri: '/customers/0C39D6D5-C70D-4C55-BC02-F620844F3FD1/subscriptions/C8D8FBAB-6A62-44DC-BE50-B7C74E43A296',
    };
    const item = { id: 'c8d8fbab-6a62-44dc-be50-b7c74e43a296', offerName: 'Azure', links: { self } };
    await hand('list.json', JSON.stringify({ items: [{ ...item, attributes: { objectType: 'Subscription' } }] }));
    expect(brief(await handSample('partner-center/support-contact.json'))).toMatchObject({ updated: 1, rejected: [] });
    expect(dossier('0c39d6d5-c70d-4c55-bc02-f620844f3fd1').subscriptions[0]?.supportContact).toMatchObject({
      basis: 'observed',
      value: { tenantId: '3b33e682-00c3-41ee-9dd2-a548adf56438', name: 'Trey Research', mpnId: '4391507' },
    });
  });
});

describe('bodies that hold no facts', () => {
  it.each([
    ['partner-center/error.json', 'api-error', { key: 'serverError', values: { code: '2055' } }],
    ['partner-center/throttled-429.json', 'api-throttled', { key: 'throttled' }],
    ['partner-center/remove-dap-request.json', 'api-customer-patch', { key: 'requestNotData' }],
    [
      'graph/create-request.201.json',
      'graph-relationship-request',
      { key: 'relationshipStep', values: { action: 'lockForApproval', status: 'created' } },
    ],
  ])('recognises %s and says why its row was not taken', async (path, kind, rejection) => {
    const { handSample, records } = workspace();
    expect(await handSample(path)).toMatchObject({ kind, rows: 1, added: 0, rejected: [{ line: 1, ...rejection }] });
    expect(records.saves).toBe(0);
  });
});
