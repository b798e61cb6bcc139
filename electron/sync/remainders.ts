import { isDeepStrictEqual } from 'node:util';
import type { Dossier } from '#shared/model/dossier.ts';
import { type CustomerId, SubscriptionId } from '#shared/model/ids.ts';
import type { SeatCount, Subscription } from '#shared/model/subscription.ts';
import { serviceOf } from './services.ts';

/** Our own id for the seats of a SKU that the customer has beyond those we transact. */
function remainderId(customer: CustomerId, sku: string): SubscriptionId {
  return SubscriptionId.parse(`remainder:${customer}:${sku}`);
}

/**
 * Seat reconciliation: per SKU, the seats that the customer has (over all channels) minus the seats that we transact.
 * What is left is a line of its own, channel `unknown`, until staff attribute it; a declared channel is kept. A line with
 * nothing left goes away. A subscription of ours counts when its SKU or its name is that of the seat count; one that
 * can't be joined this way takes nothing off. Gives back the same dossier when the lines stay as they were.
 */
export function withRemainders(before: Dossier): { dossier: Dossier; subjects: string[] } {
  const own = before.subscriptions.filter(({ kind }) => kind === 'subscription');
  const lines = before.subscriptions.filter(({ kind }) => kind === 'remainder');
  const next: Subscription[] = [];
  for (const count of before.seatCounts) {
    const left = count.seats - seatsWeTransact(own, count);
    if (left <= 0) continue;
    const id = remainderId(before.id, count.sku);
    next.push(
      remainder(
        lines.find((line) => line.id === id),
        id,
        count,
        left,
      ),
    );
  }
  if (isDeepStrictEqual(lines, next)) return { dossier: before, subjects: [] };
  const subjects = [...lines, ...next]
    .map(({ id }) => id)
    .filter((id, index, all) => all.indexOf(id) === index)
    .filter(
      (id) =>
        !says(
          lines.find((line) => line.id === id),
          next.find((line) => line.id === id),
        ),
    );
  return {
    dossier: { ...before, subscriptions: [...own, ...next] },
    subjects: subjects.map((id) => `subscription:${id}`),
  };
}

function says(one: Subscription | undefined, other: Subscription | undefined): boolean {
  return one?.quantity === other?.quantity && one?.name === other?.name;
}

/** Suspended and ended subscriptions are not in the customer's total either. */
function seatsWeTransact(subscriptions: readonly Subscription[], { sku, name }: SeatCount): number {
  const key = joinKey(name);
  return subscriptions
    .filter((one) => one.channel.value === 'csp-own' || one.channel.value === 'csp-indirect')
    .filter(({ status }) => status === null || status === 'active')
    .filter((one) => one.sku?.toLowerCase() === sku.toLowerCase() || joinKey(one.name) === key)
    .reduce((sum, { quantity }) => sum + Math.max(quantity ?? 0, 0), 0);
}

/** A product name without what portals add to it: the operator in brackets, punctuation, spaces, letter case. */
function joinKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\([^)]*\)/gu, '')
    .replace(/[^\p{L}\p{N}+]/gu, '')
    .toLowerCase();
}

function remainder(
  existing: Subscription | undefined,
  id: SubscriptionId,
  count: SeatCount,
  left: number,
): Subscription {
  const provenance = { basis: 'inferred', source: count.provenance.source, asOf: count.provenance.asOf } as const;
  const { service } = serviceOf(count.name);
  const declared = existing?.channel.basis === 'inferred' ? undefined : existing?.channel;
  return {
    id,
    kind: 'remainder',
    name: count.name,
    quantity: left,
    status: null,
    channel: declared ?? { value: 'unknown', ...provenance },
    service: service === null ? null : { value: service, ...provenance },
    // Seats are counted for license-based services only.
    serviceModel: { value: 'license-based', ...provenance },
    transactingPartner: existing?.transactingPartner ?? null,
    originalReseller: existing?.originalReseller ?? null,
    partnerOfRecord: existing?.partnerOfRecord ?? null,
    supportContact: existing?.supportContact ?? null,
    offerId: null,
    sku: count.sku,
    startDate: null,
    endDate: null,
    provenance,
  };
}
