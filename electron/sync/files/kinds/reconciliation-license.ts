import { readDay, readGuid, readQuantity } from '#electron/sync/files/cells.ts';
import { type DateOrder, dayIn, orderShownBy, type ReadDate } from '#electron/sync/files/dates.ts';
import type { DelimitedKind, DelimitedRow, HeldRows } from '#electron/sync/files/kind.ts';
import { readAmount } from '#electron/sync/files/numbers.ts';
import { RowRejected } from '#electron/sync/files/rejected.ts';
import type { Purchase } from '#electron/sync/observations.ts';
import { type KnownPartners, purchaseBy, withoutReseller } from '#electron/sync/purchases.ts';
import { inferredService } from '#electron/sync/services.ts';
import { type CustomerId, SubscriptionId } from '#shared/model/ids.ts';

type Name =
  | 'partner'
  | 'customer'
  | 'subscription'
  | 'offerId'
  | 'offerName'
  | 'starts'
  | 'ends'
  | 'chargeStarts'
  | 'chargeEnds'
  | 'chargeType'
  | 'quantity'
  | 'amount'
  | 'customerName'
  | 'mpnId'
  | 'resellerMpnId'
  | 'domain'
  | 'subscriptionName';

/** One subscription's charge rows, gathered. Of what several rows say the last row's word counts. */
interface Gathered {
  rows: number;
  readonly customer: CustomerId;
  readonly id: SubscriptionId;
  name: string | null;
  offerId: string | null;
  customerName: string | null;
  domain: string | null;
  starts: ReadDate;
  ends: ReadDate;
  purchase: Purchase;
  readonly cycles: { readonly starts: ReadDate; readonly quantity: number }[];
}

/** Only a charge for a whole cycle tells the seats; prorated charges and credits tell differences. */
const CYCLE = /^(cycle (fee|charge)s?|周期费用?|週期費用?)$/iu;

/**
 * The 21Vianet reconciliation file for license-based services. A subscription is named by
 * SyndicationPartnerSubscriptionNumber (SubscriptionID is a billing number); its charge rows make one observation.
 * ResellerMPNID: empty or our own, a direct sale; -1, the reseller was removed; else the reseller.
 */
export const reconciliationLicense: DelimitedKind<Name> = {
  kind: 'reconciliation-license',
  columns: {
    partner: { header: 'PartnerId' },
    customer: { header: 'CustomerID' },
    subscription: { header: 'SyndicationPartnerSubscriptionNumber' },
    offerId: { header: 'OfferID', optional: true },
    offerName: { header: 'OfferName' },
    starts: { header: 'SubscriptionStartDate' },
    ends: { header: 'SubscriptionEndDate' },
    chargeStarts: { header: 'ChargeStartDate' },
    chargeEnds: { header: 'ChargeEndDate', optional: true },
    chargeType: { header: 'ChargeType' },
    quantity: { header: 'Quantity' },
    amount: { header: 'Amount', optional: true },
    customerName: { header: 'CustomerName' },
    mpnId: { header: 'MPNID' },
    resellerMpnId: { header: 'ResellerMPNID' },
    domain: { header: 'DomainName' },
    subscriptionName: { header: 'SubscriptionName', optional: true },
  },
  open: ({ known }) => {
    const gathered = new Map<string, Gathered>();
    const orders = new Set<DateOrder>();
    return {
      read: (row) => {
        gather(gathered, row, known);
        for (const name of ['starts', 'ends', 'chargeStarts', 'chargeEnds'] as const) {
          const order = orderShownBy(row.cell(name));
          if (order !== null) orders.add(order);
        }
        return null;
      },
      held: () => {
        const [order] = orders;
        const agreed = orders.size === 1 && order !== undefined ? order : null;
        return heldRows(gathered, agreed);
      },
    };
  },
};

function gather(all: Map<string, Gathered>, { cell, header }: DelimitedRow<Name>, known: KnownPartners) {
  const partner = readGuid(cell('partner'), header('partner'));
  if (partner !== known.profile.partner.tenantId) {
    throw new RowRejected('otherPartner', { partner }, header('partner'));
  }
  const customer = readGuid(cell('customer'), header('customer'));
  const id = SubscriptionId.parse(readGuid(cell('subscription'), header('subscription')));
  const quantity = readQuantity(cell('quantity'), header('quantity'));
  const starts = readDay(cell('starts'), header('starts'));
  const ends = readDay(cell('ends'), header('ends'));
  const chargeStarts = readDay(cell('chargeStarts'), header('chargeStarts'));
  const key = `${customer} ${id}`;
  const purchase = purchaseOf(cell('mpnId'), cell('resellerMpnId'), known);
  const one = all.get(key) ?? {
    rows: 0,
    customer,
    id,
    name: null,
    offerId: null,
    customerName: null,
    domain: null,
    starts,
    ends,
    purchase,
    cycles: [],
  };
  one.rows++;
  one.name = cell('subscriptionName') || cell('offerName') || one.name;
  one.offerId = cell('offerId').toLowerCase() || one.offerId;
  one.customerName = cell('customerName') || one.customerName;
  one.domain = cell('domain') || one.domain;
  if (starts.is !== 'empty') one.starts = starts;
  if (ends.is !== 'empty') one.ends = ends;
  one.purchase = purchase;
  const credit = (readAmount(cell('amount')) ?? 0) < 0;
  if (CYCLE.test(cell('chargeType')) && quantity !== null && quantity > 0 && !credit) {
    one.cycles.push({ starts: chargeStarts, quantity });
  }
  all.set(key, one);
}

function purchaseOf(mpnId: string, resellerMpnId: string, known: KnownPartners): Purchase {
  if (resellerMpnId === '-1') return withoutReseller(known);
  const own = resellerMpnId === '' || resellerMpnId === mpnId;
  return purchaseBy({ name: null, mpnId: own ? null : resellerMpnId }, known);
}

function* heldRows(all: ReadonlyMap<string, Gathered>, order: DateOrder | null): Generator<HeldRows> {
  for (const one of all.values()) {
    yield {
      rows: one.rows,
      observation: {
        about: 'customer',
        customer: one.customer,
        name: one.customerName === null ? undefined : { value: one.customerName, basis: 'observed' },
        domain: one.domain ?? undefined,
        subscription: {
          id: one.id,
          name: one.name,
          quantity: seats(one.cycles, order),
          status: null,
          offerId: one.offerId,
          startDate: dayIn(one.starts, order),
          endDate: dayIn(one.ends, order),
          service: inferredService(one.name).service,
          serviceModel: { value: 'license-based', basis: 'observed' },
          purchase: one.purchase,
        },
      },
    };
  }
}

/** The seats of the latest cycle; of cycles that begin the same day, or whose day is unknown, the last in the file. */
function seats(cycles: Gathered['cycles'], order: DateOrder | null): number | null {
  let latest: { day: string; quantity: number } | null = null;
  for (const { starts, quantity } of cycles) {
    const day = dayIn(starts, order) ?? '';
    if (latest === null || day >= latest.day) latest = { day, quantity };
  }
  return latest?.quantity ?? null;
}
