import { readDay, readGuid, readQuantity } from '#electron/sync/files/cells.ts';
import { type DateOrder, dayIn, orderShownBy, type ReadDate } from '#electron/sync/files/dates.ts';
import type { DelimitedKind, DelimitedRow } from '#electron/sync/files/kind.ts';
import { readAmount } from '#electron/sync/files/numbers.ts';
import { RowRejected } from '#electron/sync/files/rejected.ts';
import { remembering } from '#electron/sync/files/remembering.ts';
import type { Told } from '#electron/sync/findings.ts';
import type { CustomerObservation, Purchase } from '#electron/sync/observations.ts';
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

/** What the rows of a file settle together: how its machine wrote dates, once all are read. */
interface Settled {
  order: DateOrder | null;
}

/** One subscription's charge rows, gathered. Of what several rows say the last row's word counts. */
class Gathered implements Told {
  rows = 0;
  readonly customer: CustomerId;
  readonly id: SubscriptionId;
  name: string | null = null;
  offerId: string | null = null;
  customerName: string | null = null;
  domain: string | null = null;
  starts: ReadDate;
  ends: ReadDate;
  purchase: Purchase;
  cycles: readonly Cycle[] = [];
  readonly #settled: Settled;

  constructor(
    { customer, id }: { readonly customer: CustomerId; readonly id: SubscriptionId },
    { ends, purchase, starts }: Pick<Gathered, 'starts' | 'ends' | 'purchase'>,
    settled: Settled,
  ) {
    this.customer = customer;
    this.id = id;
    this.starts = starts;
    this.ends = ends;
    this.purchase = purchase;
    this.#settled = settled;
  }

  /** Keeps a whole cycle's quantity. Of two on days that are certain the earlier can be let go at once. */
  addCycle(cycle: Cycle): void {
    const [only, ...others] = this.cycles;
    if (only === undefined || others.length > 0 || isAmbiguous(only) || isAmbiguous(cycle)) {
      this.cycles = [...this.cycles, cycle];
    } else if (later(only, cycle, null) === cycle) {
      this.cycles = [cycle];
    }
  }

  observe(): CustomerObservation {
    const { order } = this.#settled;
    return {
      about: 'customer',
      customer: this.customer,
      name: this.customerName === null ? undefined : { value: this.customerName, basis: 'observed' },
      domain: this.domain ?? undefined,
      subscription: {
        id: this.id,
        name: this.name,
        quantity: seats(this.cycles, order),
        status: null,
        offerId: this.offerId,
        startDate: dayIn(this.starts, order),
        endDate: dayIn(this.ends, order),
        service: inferredService(this.name).service,
        serviceModel: { value: 'license-based', basis: 'observed' },
        purchase: this.purchase,
      },
    };
  }
}

interface Cycle {
  readonly starts: ReadDate;
  readonly quantity: number;
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
    const gathering = new Gathering(known);
    return {
      read: (row) => {
        gathering.gather(row);
        return null;
      },
      held: () => gathering.settled(),
    };
  },
};

/** What was gathered so far, and the words that stand in many rows, each read once. */
class Gathering {
  readonly #known: KnownPartners;
  /** By customer: each has a few subscriptions. */
  readonly #gathered = new Map<CustomerId, Gathered[]>();
  readonly #orders = new Set<DateOrder>();
  readonly #settled: Settled = { order: null };
  readonly #text = remembering((text) => text);
  readonly #offerId = remembering((text) => text.toLowerCase());
  readonly #orderShownBy = remembering(orderShownBy);
  readonly #isCycle = remembering((type) => CYCLE.test(type));
  readonly #day = remembering(readDay);
  readonly #partner = remembering(readGuid);
  readonly #purchase: (mpnId: string, resellerMpnId: string) => Purchase;

  constructor(known: KnownPartners) {
    this.#known = known;
    this.#purchase = remembering((mpnId, resellerMpnId) => purchaseOf(mpnId, resellerMpnId, known));
  }

  /** Takes one row, or says why not. */
  gather({ cell, header }: DelimitedRow<Name>): void {
    const partner = this.#partner(cell('partner'), header('partner'));
    if (partner !== this.#known.profile.partner.tenantId) {
      throw new RowRejected('otherPartner', { partner }, header('partner'));
    }
    const customer = readGuid(cell('customer'), header('customer'));
    const id = SubscriptionId.parse(readGuid(cell('subscription'), header('subscription')));
    const quantity = readQuantity(cell('quantity'), header('quantity'));
    const starts = this.#day(cell('starts'), header('starts'));
    const ends = this.#day(cell('ends'), header('ends'));
    const chargeStarts = this.#day(cell('chargeStarts'), header('chargeStarts'));
    const purchase = this.#purchase(cell('mpnId'), cell('resellerMpnId'));
    const one = this.#find(customer, id) ?? this.#add(customer, id, { starts, ends, purchase });
    one.rows++;
    one.name = this.#text(cell('subscriptionName') || cell('offerName')) || one.name;
    one.offerId = this.#offerId(cell('offerId')) || one.offerId;
    one.customerName = renewed(one.customerName, cell('customerName'));
    one.domain = renewed(one.domain, cell('domain'));
    if (starts.is !== 'empty') one.starts = starts;
    if (ends.is !== 'empty') one.ends = ends;
    one.purchase = purchase;
    const credit = (readAmount(cell('amount')) ?? 0) < 0;
    if (this.#isCycle(cell('chargeType')) && quantity !== null && quantity > 0 && !credit) {
      one.addCycle({ starts: chargeStarts, quantity });
    }
    this.#noteOrder(cell);
  }

  /** What was gathered, when all rows are read. */
  *settled(): Generator<Told> {
    const [order] = this.#orders;
    this.#settled.order = this.#orders.size === 1 && order !== undefined ? order : null;
    for (const subscriptions of this.#gathered.values()) yield* subscriptions;
  }

  #find(customer: CustomerId, id: SubscriptionId): Gathered | undefined {
    return this.#gathered.get(customer)?.find((one) => one.id === id);
  }

  #add(customer: CustomerId, id: SubscriptionId, first: Pick<Gathered, 'starts' | 'ends' | 'purchase'>): Gathered {
    const others = this.#gathered.get(customer);
    // The very same text of the id for all of a customer's subscriptions.
    const one = new Gathered({ customer: others?.[0]?.customer ?? customer, id }, first, this.#settled);
    if (others) others.push(one);
    else this.#gathered.set(one.customer, [one]);
    return one;
  }

  #noteOrder(cell: DelimitedRow<Name>['cell']): void {
    for (const name of ['starts', 'ends', 'chargeStarts', 'chargeEnds'] as const) {
      const order = this.#orderShownBy(cell(name));
      if (order !== null) this.#orders.add(order);
    }
  }
}

/** A later row's word; where it says the same, the text that is held already, so that the row's own can be let go. */
const renewed = (held: string | null, text: string): string | null => (text === '' || text === held ? held : text);

function purchaseOf(mpnId: string, resellerMpnId: string, known: KnownPartners): Purchase {
  if (resellerMpnId === '-1') return withoutReseller(known);
  const own = resellerMpnId === '' || resellerMpnId === mpnId;
  return purchaseBy({ name: null, mpnId: own ? null : resellerMpnId }, known);
}

/** The seats of the latest cycle; of cycles that begin the same day, or whose day is unknown, the last in the file. */
function seats(cycles: readonly Cycle[], order: DateOrder | null): number | null {
  const [first, ...others] = cycles;
  return first === undefined ? null : others.reduce((latest, one) => later(latest, one, order), first).quantity;
}

function later(one: Cycle, next: Cycle, order: DateOrder | null): Cycle {
  return (dayIn(next.starts, order) ?? '') >= (dayIn(one.starts, order) ?? '') ? next : one;
}

const isAmbiguous = ({ starts }: Cycle): boolean => starts.is === 'ambiguous';
