import type { CustomerId } from '#shared/model/ids.ts';
import type { Random } from '#test/generator/random.ts';
import type { Simulator } from '#test/simulator/simulator.ts';

/** What happens to some of the customers; each is changed in one way, so that the order does not matter. */
export function passDay({ changes }: Simulator, customers: readonly CustomerId[], random: Random): void {
  const there = new Set(changes.customers());
  for (const id of customers) {
    if (!there.has(id)) {
      changes.restoreCustomer(id);
      continue;
    }
    const bought = changes.subscriptions(id);
    const relationships = changes.relationships(id);
    const [sku] = changes.customer(id).seatCounts;
    const dap = changes.customer(id).delegatedAccess?.value === true;
    const deeds: (() => unknown)[] = [
      () => changes.renameCustomer(id, `Renamed ${random.integer(1, 1_000_000)}`),
      () => changes.addSubscription(id),
      () => changes.removeCustomer(id),
      () => changes.switchDap(id, !dap),
      () => changes.addRelationship(id, random.pick(['active', 'approvalPending', 'expired'])),
    ];
    if (bought.length > 0) {
      const { id: one } = random.pick(bought);
      deeds.push(
        () => changes.changeSubscription(id, one, { quantity: random.integer(1, 900) }),
        () => changes.changeSubscription(id, one, { status: random.pick(['active', 'suspended']) }),
        () => changes.removeSubscription(id, one),
      );
    }
    if (sku) deeds.push(() => changes.setSeats(id, sku.sku, random.integer(1, 5_000)));
    if (relationships.length > 0) {
      const { id: one } = random.pick(relationships).delegation;
      deeds.push(
        () => changes.removeRelationship(one),
        () => changes.setRelationshipStatus(one, random.pick(['active', 'expired', 'terminated'])),
      );
    }
    random.pick(deeds)();
  }
}

/** What changes while a sync is cut short: each such that a later sync shows it as if nothing had been seen before. */
export function passMoment({ changes }: Simulator, customers: readonly CustomerId[], random: Random): void {
  const there = new Set(changes.customers());
  for (const id of customers.filter((one) => there.has(one))) {
    const [bought] = changes.subscriptions(id);
    const deeds: (() => unknown)[] = [
      () => changes.renameCustomer(id, `Renamed meanwhile ${random.integer(1, 1_000_000)}`),
      () => changes.addSubscription(id),
      () => changes.removeCustomer(id),
    ];
    if (bought) {
      deeds.push(
        () => changes.changeSubscription(id, bought.id, { quantity: random.integer(1, 900) }),
        () => changes.removeSubscription(id, bought.id),
      );
    }
    random.pick(deeds)();
  }
}
