import { describe, expect, it } from 'vitest';
import { purchaseBy } from '#electron/sync/purchases.ts';
import { Surroundings } from '#shared/model/dossier.ts';
import { sampleProfile } from '#test/unit/support/memory-records.ts';
import { brief, workspace } from './importing.ts';

const US = '60ea59db-a506-485e-94c5-d115f369e239';
const ID = '52eaad04-13a2-4a2f-9ce8-93a294fadf36';
const SUB = '83ef9d05-4169-4ef9-9657-0e86b1eab1de';
const HEADER =
  'PartnerId,CustomerID,SyndicationPartnerSubscriptionNumber,OfferName,SubscriptionStartDate,SubscriptionEndDate,ChargeStartDate,ChargeType,Quantity,Amount,CustomerName,MPNID,ResellerMPNID,DomainName';

function charge(changes: Record<string, string> = {}): string {
  const row = {
    starts: '1/1/2026',
    ends: '12/31/2026',
    from: '10/1/2026',
    type: 'Cycle fee',
    quantity: '25',
    amount: '100.00',
    mpn: '4847383',
    reseller: '',
    ...changes,
  };
  return `${US},${ID},${SUB},Office 365 E3,${row.starts},${row.ends},${row.from},${row.type},${row.quantity},${row.amount},Contoso,${row.mpn},${row.reseller},c.example`;
}

async function reconcile(rows: string[], profile: Record<string, unknown> = {}) {
  const { hand, dossier } = workspace(profile);
  const report = await hand('r.csv', [HEADER, ...rows].join('\r\n'));
  return { report: brief(report), subscription: dossier(ID).subscriptions[0] };
}

describe('reconciling charges', () => {
  it('makes one subscription of several charges, each row accounted for', async () => {
    const { report, subscription } = await reconcile([
      charge({ from: '9/1/2026', quantity: '20' }),
      charge({ from: '10/1/2026', quantity: '30' }),
      charge({ from: '10/15/2026', type: 'Cycle instance prorate', quantity: '7' }),
      charge({ from: '11/1/2026', quantity: '99', amount: '-5.00' }),
    ]);
    expect(report).toMatchObject({ rows: 4, added: 1, updated: 0, unchanged: 3, rejected: [] });
    expect(subscription).toMatchObject({ quantity: 30, startDate: '2026-01-01', endDate: '2026-12-31' });
  });

  it.each([
    [['2026/9/1', '2026/11/1', '2026/10/1'], 2],
    [['2026/11/1', '2026/9/1', '2026/10/1'], 1],
    [['2026/11/1', '2026/9/1', '2026/11/1'], 3],
    [['', '2026/9/1', ''], 2],
    [['2026/3/10', '3/4/2026', '2026/3/5'], 1],
    [['2026/3/1', '3/4/2026', '2026/3/3'], 2],
  ])('takes the seats of the latest whole cycle of %j', async (days, latest) => {
    // The subscription's end, 12/31/2026, shows that the month stands first.
    const rows = days.map((from, index) => charge({ from, quantity: String(index + 1) }));
    expect((await reconcile(rows)).subscription?.quantity).toBe(latest);
  });

  it('leaves the quantity unknown when no charge is for a whole cycle', async () => {
    const { subscription } = await reconcile([charge({ type: 'Cancel instance prorate', quantity: '-3' })]);
    expect(subscription?.quantity).toBeNull();
  });

  it('leaves a day unknown that the file does not settle', async () => {
    const { subscription } = await reconcile([charge({ starts: '3/4/2026', ends: '3/5/2026', from: '3/4/2026' })]);
    expect(subscription).toMatchObject({ startDate: null, endDate: null, quantity: 25 });
  });

  it('settles an ambiguous day by the order that the rest of the file shows', async () => {
    const { subscription } = await reconcile([charge({ starts: '3/4/2026' })]);
    expect(subscription?.startDate).toBe('2026-03-04');
  });

  it.each([
    ['', 'csp-own', US],
    ['4847383', 'csp-own', US],
    ['-1', 'csp-own', undefined],
    ['5120044', 'csp-indirect', '3b33e682-00c3-41ee-9dd2-a548adf56438'],
    ['999', 'csp-indirect', null],
  ])('reads the reseller MPN ID %j as %s', async (reseller, channel, tenantId) => {
    const { subscription } = await reconcile([charge({ reseller })]);
    expect(subscription?.channel).toMatchObject({ value: channel, basis: 'observed' });
    expect(subscription?.originalReseller?.value.tenantId).toBe(tenantId);
    expect(subscription?.transactingPartner?.value).toBe(US);
  });

  it('only reasons that an unknown MPN ID is a reseller when the profile does not tell our own', () => {
    const profile = sampleProfile({ partner: { tenantId: US, name: 'Tailwind Cloud' } });
    const surroundings = Surroundings.parse({ partners: [], groups: [], resellerLink: null });
    const named = (mpnId: string) => purchaseBy({ name: null, mpnId }, { profile, surroundings }).channel;
    expect(named('999')).toEqual({ value: 'csp-indirect', basis: 'inferred' });
    expect(named('5120044')).toEqual({ value: 'csp-indirect', basis: 'observed' });
  });

  it('makes a pure reseller sell through its only provider, as reasoned', async () => {
    const providers = ['3b33e682-00c3-41ee-9dd2-a548adf56438'];
    const { subscription } = await reconcile([charge()], { programs: ['indirect-reseller'], providers });
    expect(subscription).toMatchObject({
      channel: { value: 'csp-indirect', basis: 'observed' },
      transactingPartner: { value: providers[0], basis: 'inferred' },
    });
    const two = await reconcile([charge()], { programs: ['indirect-reseller'], providers: [...providers, ID] });
    expect(two.subscription?.transactingPartner).toBeNull();
  });

  it('rejects a row with a date that is none, and names the column', async () => {
    const { hand } = workspace();
    const report = await hand('r.csv', `${HEADER}\n${charge({ ends: '2026-02-30' })}`);
    expect(report.rejected).toMatchObject([{ line: 2, column: 'SubscriptionEndDate', key: 'notADate' }]);
  });
});
