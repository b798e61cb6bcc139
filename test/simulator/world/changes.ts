import type { DelegationStatus } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { type CustomerId, DelegationId, SubscriptionId } from '#shared/model/ids.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { Random } from '#test/generator/random.ts';
import type { Context } from '#test/simulator/context.ts';
import { transacted } from '#test/simulator/partner-center/bodies.ts';
import type { Relationship } from './relationship.ts';

/** What happens to a partner's customers while it is not looking. */
export interface WorldChanges {
  /** The customers that Partner Center lists, in the order of the list. */
  customers(): CustomerId[];
  /** A customer as the service knows it; fails when there is none. */
  customer(id: CustomerId): Dossier;
  /** What we transact with a customer. */
  subscriptions(id: CustomerId): Subscription[];
  relationships(id: CustomerId): Relationship[];
  relationship(id: string): Relationship | undefined;
  /** A customer more. */
  addCustomer(): CustomerId;
  /** It ends its tie with us; Graph keeps its relationships. */
  removeCustomer(id: CustomerId): void;
  restoreCustomer(id: CustomerId): void;
  renameCustomer(id: CustomerId, name: string): void;
  /** Delegated admin privileges, on or off. */
  switchDap(id: CustomerId, on: boolean): void;
  /** Buys one more; like the first it has, or like any. Gives its id. */
  addSubscription(id: CustomerId, edit?: Partial<Subscription>): SubscriptionId;
  changeSubscription(id: CustomerId, subscription: SubscriptionId, edit: Partial<Subscription>): void;
  removeSubscription(id: CustomerId, subscription: SubscriptionId): void;
  /** Seats of a SKU over all channels. */
  setSeats(id: CustomerId, sku: string, seats: number): void;
  /** A relationship that somebody else of ours made. Gives its id. */
  addRelationship(id: CustomerId, status?: DelegationStatus): string;
  setRelationshipStatus(relationship: string, status: DelegationStatus): void;
  /** Graph erases it, as it does with old ones. */
  removeRelationship(relationship: string): void;
  customerApproves(relationship: string): void;
  /** Our link to invite customers with is another one from here on. */
  renewResellerLink(link: string): void;
  /** Nobody can read the item of this id any more, wherever it is listed. */
  spoil(id: string): void;
  mend(id: string): void;
}

const DAY = 86_400_000;

export function createChanges(context: Context, spoiled: Set<string>): WorldChanges {
  const { customers, relationships, time, world } = context;
  const random = new Random(world.seed, 'changes');
  const customer = (id: CustomerId): Dossier => {
    const dossier = customers.known(id);
    if (dossier === undefined) throw new Error(`There is no customer ${id}.`);
    return dossier;
  };
  const editSubscriptions = (id: CustomerId, edit: (all: readonly Subscription[]) => Subscription[]) =>
    void customers.change(id, (one) => ({ ...one, subscriptions: edit(one.subscriptions) }));

  return {
    customers: () => [...customers.ids()],
    customer,
    subscriptions: (id) => transacted(customer(id)),
    relationships: (id) => relationships.of(id),
    relationship: (id) => relationships.find(id),
    addCustomer: () => customers.add(),
    removeCustomer: (id) => customers.remove(id),
    restoreCustomer: (id) => customers.restore(id),
    renameCustomer: (id, name) => void customers.change(id, (one) => ({ ...one, name: { ...one.name, value: name } })),
    switchDap: (id, on) =>
      void customers.change(id, (one) => ({ ...one, delegatedAccess: { ...one.name, value: on } })),
    addSubscription(id, edit = {}) {
      const like = transacted(customer(id))[0] ?? anySubscription(context);
      const made = { ...like, ...edit, id: SubscriptionId.parse(random.guid()) };
      editSubscriptions(id, (all) => [...all, made]);
      return made.id;
    },
    changeSubscription: (id, subscription, edit) =>
      editSubscriptions(id, (all) => all.map((one) => (one.id === subscription ? { ...one, ...edit } : one))),
    removeSubscription: (id, subscription) =>
      editSubscriptions(id, (all) => all.filter((one) => one.id !== subscription)),
    setSeats: (id, sku, seats) =>
      void customers.change(id, (one) => ({
        ...one,
        seatCounts: one.seatCounts.map((count) => (count.sku === sku ? { ...count, seats } : count)),
      })),
    addRelationship(id, status = 'active') {
      const relationship = `${random.guid()}-${world.us.tenantId}`;
      const at = time.now().toISOString();
      const ends = new Date(time.lived + 365 * DAY).toISOString();
      const pending = status === 'created' || status === 'approvalPending';
      relationships.add({
        id: relationship,
        customer: id,
        generated: false,
        since: time.lived,
        modifiedAt: at,
        delegation: {
          id: DelegationId.parse(relationship),
          kind: 'gdap',
          name: `Made elsewhere ${relationship.slice(0, 8)}`,
          partner: world.us.tenantId,
          status,
          service: '*',
          roles: [...(world.groups[0]?.roles ?? [])],
          assignments: [],
          duration: 'P365D',
          autoExtend: false,
          createdAt: at,
          activatedAt: pending ? null : at,
          endsAt: pending ? null : ends,
          provenance: { basis: 'observed', source: 'graph', asOf: at },
        },
      });
      return relationship;
    },
    setRelationshipStatus: (id, status) => void relationships.change(id, { status }),
    removeRelationship: (id) => relationships.remove(id),
    customerApproves(id) {
      const status = relationships.find(id)?.delegation.status;
      if (status !== 'approvalPending') throw new Error(`${id} waits for nobody's approval: it is ${status}.`);
      relationships.change(id, { status: 'approved' });
    },
    renewResellerLink(link) {
      context.state.resellerLink = link;
    },
    spoil: (id) => void spoiled.add(id.toLowerCase()),
    mend: (id) => void spoiled.delete(id.toLowerCase()),
  };
}

/** Any customer's. */
function anySubscription({ customers }: Context): Subscription {
  for (const id of customers.ids()) {
    const [found] = transacted(customers.get(id) ?? { subscriptions: [] });
    if (found) return found;
  }
  throw new Error('Nobody has a subscription to be like.');
}
