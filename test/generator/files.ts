import type { Dossier } from '#shared/model/dossier.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { dossiers } from './dossiers.ts';
import { LICENSES, type Offer } from './offers.ts';
import { Random } from './random.ts';
import { NOW, type World } from './world.ts';

/** How much text is gathered before it is handed on. */
const CHUNK = 1 << 16;

const RECONCILIATION_HEADER = [
  ...['PartnerId', 'CustomerID', 'OrderID', 'SubscriptionID', 'SyndicationPartnerSubscriptionNumber', 'OfferID'],
  ...['DurableOfferID', 'OfferName', 'SubscriptionStartDate', 'SubscriptionEndDate', 'ChargeStartDate'],
  ...['ChargeEndDate', 'ChargeType', 'UnitPrice', 'Quantity', 'Amount', 'TotalOtherDiscount', 'Subtotal', 'Tax'],
  ...['TotalForCustomer', 'Currency', 'CustomerName', 'MPNID', 'ResellerMPNID', 'DomainName', 'SubscriptionName'],
  'SubscriptionDescription',
];

type Cell = string | number;

/** Which customers a file speaks of: those from number 0 up to `customers`. */
interface FileOf {
  readonly world: World;
  readonly customers: number;
}

/** The Customers download of the portal, with its byte order mark. */
export function* customersFile({ customers, world }: FileOf): Generator<Uint8Array> {
  yield* chunks('\ufeff', ['Microsoft ID', 'Company name', 'Primary domain name', 'Relationship'], rows());

  function* rows(): Generator<Cell[]> {
    for (const { domain, id, name, relationship } of dossiers(world, 0, customers)) {
      yield [id, name.value, domain?.value ?? '', relationship?.value ?? ''];
    }
  }
}

/**
 * A reconciliation file for license-based services with exactly so many rows: for each subscription that we transact the
 * charge of the last month, now and then a prorated charge or a credit beside it; then of the month before, and so on.
 */
export function* reconciliationFile({
  customers,
  rows: wanted,
  world,
}: FileOf & { rows: number }): Generator<Uint8Array> {
  yield* chunks('', RECONCILIATION_HEADER, rows());

  function* rows(): Generator<Cell[]> {
    let left = wanted;
    for (let month = 1; left > 0; month += 1) {
      const before = left;
      for (const dossier of dossiers(world, 0, customers)) {
        for (const row of chargesOf(world, dossier, month)) {
          if (left === 0) return;
          yield row;
          left -= 1;
        }
      }
      if (left === before) throw new Error('None of the customers bought a license from us.');
    }
  }
}

const day = (date: Date): string => `${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/${date.getUTCDate()}`;
const slashed = (date: string | null): string => (date === null ? '' : day(new Date(date)));
const money = (amount: number): string => amount.toFixed(2);

function* chargesOf(world: World, dossier: Dossier, month: number): Generator<Cell[]> {
  const random = new Random(world.seed, `charges ${dossier.id} ${month}`);
  const starts = new Date(Date.UTC(NOW.getUTCFullYear(), NOW.getUTCMonth() - month, 1));
  const ends = new Date(Date.UTC(starts.getUTCFullYear(), starts.getUTCMonth() + 1, 0));
  for (const subscription of dossier.subscriptions) {
    const offer = LICENSES.find(({ offerId }) => offerId === subscription.offerId);
    if (!offer) continue;
    const seats = subscription.quantity ?? 1;
    // Some customers have bought more since; the file is what tells us.
    const quantity = random.chance(0.05) ? seats + random.integer(1, 20) : seats;
    const charge = (type: string, of: number, share: number, from: Date): Cell[] =>
      chargeRow(world, dossier, subscription, offer, { type, quantity: of, share, from, to: ends });
    yield charge('Cycle fee', quantity, 1, starts);
    if (random.chance(0.06)) {
      const from = new Date(starts.getTime() + random.integer(2, 25) * 86_400_000);
      yield charge('Prorate fees when purchase', random.integer(1, 10), 0.5, from);
    }
    if (random.chance(0.02)) yield charge('Cycle instance prorate', 1, -0.5, starts);
  }
}

interface Charge {
  readonly type: string;
  readonly quantity: number;
  /** The part of the month's price; negative for a credit. */
  readonly share: number;
  readonly from: Date;
  readonly to: Date;
}

const TAX = 0.06;

function chargeRow(
  { seed, us }: World,
  { domain, id, name }: Dossier,
  subscription: Subscription,
  { name: offerName, offerId, price }: Offer,
  { from, quantity, share, to, type }: Charge,
): Cell[] {
  const random = new Random(seed, `order ${subscription.id}`);
  const amount = price * quantity * share;
  const seller = subscription.originalReseller?.value.mpnId ?? '-1';
  return [
    ...[us.tenantId, id, random.guid(), `B-${random.guid()}`, subscription.id, offerId.toUpperCase()],
    ...[random.guid().toUpperCase(), offerName, slashed(subscription.startDate), slashed(subscription.endDate)],
    ...[day(from), day(to), type, money(price), quantity, money(amount), '0.00', money(amount)],
    ...[money(amount * TAX), money(amount * (1 + TAX)), 'CNY', name.value, us.mpnId, seller],
    ...[domain?.value ?? '', subscription.name, ''],
  ];
}

function* chunks(mark: string, header: readonly string[], rows: Iterable<readonly Cell[]>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = mark + lineOf(header);
  for (const row of rows) {
    text += lineOf(row);
    if (text.length < CHUNK) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(text);
}

const lineOf = (cells: readonly Cell[]): string => `${cells.map(quoted).join(',')}\r\n`;

const quoted = (cell: Cell): string =>
  typeof cell === 'string' && /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : String(cell);
