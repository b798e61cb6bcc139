import type { z } from 'zod';
import { RULE_IDS } from '#electron/directory/answers/standing.ts';
import { NONE } from '#electron/directory/index/columns.ts';
import type { CustomerIndex } from '#electron/directory/index/customer-index.ts';
import { gdapHolders, holdersOf, namedCustomers } from '#electron/directory/index/look-ups.ts';
import { mergeSort } from '#electron/directory/index/merge-sort.ts';
import type { InvitedCustomer } from '#electron/directory/index/tables.ts';
import { RULES } from '#electron/policy/index.ts';
import type { Records } from '#electron/records/records.ts';
import type {
  ChannelCounts,
  CustomerFacets,
  CustomerQuery,
  CustomerRow,
  DelegationQuery,
  DelegationRow,
  SubscriptionFacets,
  SubscriptionQuery,
  SubscriptionRow,
} from '#shared/contract/customers.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId, DelegationId, Instant, SubscriptionId } from '#shared/model/ids.ts';
import type { Outcome, RuleId } from '#shared/model/policy.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { CustomerLines, siftCustomers } from './customer-list.ts';
import { delegationLine, siftDelegations } from './delegation-list.ts';
import { KnownPartnerNames } from './known-partners.ts';
import { customerId } from './row-ids.ts';
import type { NamedCustomer } from './search.ts';
import { pageOf, type Sifted } from './sifting.ts';
import { inSlices, Slices } from './slices.ts';
import { siftSubscriptions, subscriptionLine } from './subscription-list.ts';

interface List<Row, Facets> {
  readonly total: number;
  readonly all: number;
  readonly counts: ChannelCounts;
  readonly facets: Facets;
  readonly items: Row[];
  readonly until: Instant | null;
}

interface SubscriptionList extends List<SubscriptionRow, SubscriptionFacets> {
  readonly outcomes: Record<Outcome, number> | null;
}

interface DelegationList {
  readonly total: number;
  readonly items: DelegationRow[];
  readonly until: Instant | null;
}

/** Takes lines of a list; the next come when it resolves. */
type Take<Row> = (rows: Row[]) => Promise<void>;

interface Deciding {
  readonly of: number;
  readonly customers: Record<RuleId, number>;
  readonly outcomes: Record<RuleId, Record<Outcome, number>>;
  readonly until: Instant | null;
}

/** Questions over a workspace: lists, searches, counts. The index answers them; single dossiers come from the records. */
export class Directory {
  readonly #records: Records;
  readonly #index: CustomerIndex;
  readonly #partners: KnownPartnerNames;
  readonly #customerLines: CustomerLines;

  constructor(records: Records, index: CustomerIndex) {
    this.#records = records;
    this.#index = index;
    this.#partners = new KnownPartnerNames(records);
    this.#customerLines = new CustomerLines(index.tables);
  }

  /** The dossier of a customer, or a `not-found` problem. */
  dossier(id: CustomerId): Dossier {
    const dossier = this.#records.dossier(id);
    if (!dossier) throw new ProblemError('not-found', 'unknownCustomer', { customer: id });
    return dossier;
  }

  /** A subscription with its dossier; the customer may be left out while no other one has a subscription of that id. */
  subscription(id: SubscriptionId, customer?: CustomerId): { dossier: Dossier; subscription: Subscription } {
    const { customers, subscriptions } = this.#index.tables;
    const holders = customer
      ? [customer]
      : subscriptions.rowsOf(id).map((row) => customerId(customers.idOf(subscriptions.customer.data[row] ?? NONE)));
    const [found, ...others] = holders.flatMap((holder) => {
      const dossier = this.dossier(holder);
      const subscription = dossier.subscriptions.find((one) => one.id === id);
      return subscription ? [{ dossier, subscription }] : [];
    });
    if (!found) throw new ProblemError('not-found', 'unknownSubscription', { subscription: id });
    if (others.length === 0) return found;
    const customersOfIt = [found, ...others].map(({ dossier }) => dossier.name.value).join(', ');
    throw new ProblemError('bad-input', 'ambiguousSubscription', { subscription: id, customers: customersOfIt });
  }

  /** Customers by search, filters and deciding rule, as of now. */
  customers(query: z.output<typeof CustomerQuery>, now: Date): Promise<List<CustomerRow, CustomerFacets>> {
    return this.#index.ask(now, async () => {
      const { order, sifted } = await this.#customersFound(query, now, new Slices());
      const rows = pageOf(order, sifted.rows, query.offset, query.limit);
      const items = await lines(rows, (row) => this.#customerLines.at(row));
      return { ...countsOf(sifted), items, until: instantOf(sifted.until) };
    });
  }

  /** Subscriptions and seat remainders by search, filters and the policy's answer, as of now. */
  subscriptions(query: z.output<typeof SubscriptionQuery>, now: Date): Promise<SubscriptionList> {
    const { tables } = this.#index;
    // Somebody who asks about a customer that is not there has the wrong id.
    if (query.customer !== undefined && !tables.rows.has(query.customer)) this.dossier(query.customer);
    return this.#index.ask(now, async () => {
      const slices = new Slices();
      const { order, sifted } = await this.#subscriptionsFound(query, now, slices);
      if (slices.isOver()) await slices.next();
      const rows = pageOf(order, sifted.rows, query.offset, query.limit);
      const items = await lines(rows, (row) => subscriptionLine(tables, row, query.answers));
      const until = query.answers.length > 0 ? Math.min(sifted.until, this.#soonestOf(rows)) : sifted.until;
      const outcomes = query.can ? sifted.outcomes : null;
      return { ...countsOf(sifted), items, outcomes, until: instantOf(until) };
    });
  }

  /** Delegations by search, status and end, as of now: the one that ends soonest first. */
  delegations(query: z.output<typeof DelegationQuery>, now: Date): Promise<DelegationList> {
    const { tables } = this.#index;
    return this.#index.ask(now, async () => {
      const { order, sifted } = await this.#delegationsFound(query, now, new Slices());
      const page = pageOf(order, sifted.rows, query.offset, query.limit);
      const items = await lines(page, (row) => delegationLine(tables, row));
      return { total: sifted.rows.length, items, until: instantOf(sifted.until) };
    });
  }

  /** Hands over the lines of a list of customers, some at a time; nothing in the index changes until all were taken. */
  eachCustomer(query: z.output<typeof CustomerQuery>, now: Date, take: Take<CustomerRow>): Promise<void> {
    return this.#index.ask(now, async () => {
      const { order, sifted } = await this.#customersFound(query, now, new Slices());
      const rows = pageOf(order, sifted.rows, query.offset, query.limit);
      await handOver(rows, (row) => this.#customerLines.at(row), take);
    });
  }

  /** The same of a list of subscriptions. */
  eachSubscription(query: z.output<typeof SubscriptionQuery>, now: Date, take: Take<SubscriptionRow>): Promise<void> {
    const { tables } = this.#index;
    return this.#index.ask(now, async () => {
      const { order, sifted } = await this.#subscriptionsFound(query, now, new Slices());
      const rows = pageOf(order, sifted.rows, query.offset, query.limit);
      await handOver(rows, (row) => subscriptionLine(tables, row, query.answers), take);
    });
  }

  /** The same of a list of delegations. */
  eachDelegation(query: z.output<typeof DelegationQuery>, now: Date, take: Take<DelegationRow>): Promise<void> {
    const { tables } = this.#index;
    return this.#index.ask(now, async () => {
      const { order, sifted } = await this.#delegationsFound(query, now, new Slices());
      await handOver(pageOf(order, sifted.rows, query.offset, query.limit), (row) => delegationLine(tables, row), take);
    });
  }

  /** Of how many customers each rule of the table decides an answer now, and of how many to which outcome. */
  deciding(now: Date): Promise<Deciding> {
    const { customers } = this.#index.tables;
    return this.#index.ask(now, async () => {
      const decided = { allow: noRules(), deny: noRules(), unknown: noRules(), any: noRules() };
      let until = Number.POSITIVE_INFINITY;
      for (let row = 0; row < customers.size; row += 1) {
        if (!customers.isThere(row)) continue;
        const [allow = 0, deny = 0] = [customers.allow.data[row], customers.deny.data[row]];
        const unknown = customers.unknown.data[row] ?? 0;
        countRules(decided.allow, allow);
        countRules(decided.deny, deny);
        countRules(decided.unknown, unknown);
        countRules(decided.any, allow | deny | unknown);
        until = Math.min(until, customers.until.data[row] ?? until);
      }
      const of = (counts: Uint32Array, rule: RuleId) => counts[RULE_IDS.indexOf(rule)] ?? 0;
      return {
        of: customers.count,
        customers: Object.fromEntries(RULES.map(({ id }) => [id, of(decided.any, id)])),
        outcomes: Object.fromEntries(
          RULES.map(({ id }) => [
            id,
            { allow: of(decided.allow, id), deny: of(decided.deny, id), unknown: of(decided.unknown, id) },
          ]),
        ),
        until: instantOf(until),
      };
    });
  }

  /** Sizes and the newest fact, for the window's title bar. */
  summary(): { customers: number; subscriptions: number; asOf: string | null } {
    const { customers, instants, subscriptions } = this.#index.tables;
    let newest = NONE;
    for (let row = 0; row < customers.size; row += 1) {
      if (!customers.isThere(row)) continue;
      if (newest === NONE || (customers.asOf.data[row] ?? 0) > (customers.asOf.data[newest] ?? 0)) newest = row;
    }
    const asOf = instants.text(customers.asOf.data[newest] ?? 0, customers.asOfForm.data[newest] ?? 0);
    return { customers: customers.count, subscriptions: subscriptions.count, asOf };
  }

  /** Every customer by what people call it. */
  named(): Iterable<NamedCustomer> {
    return namedCustomers(this.#index.tables);
  }

  /** The customers that have invitations, with all of them. */
  invited(): Iterable<InvitedCustomer> {
    return this.#index.tables.invited.values();
  }

  /** The customers that have a delegation of this id. */
  holders(id: DelegationId): CustomerId[] {
    return holdersOf(this.#index.tables, id);
  }

  /** The customers with a GDAP relationship whose id stands in a link. */
  gdapHolders(link: string): CustomerId[] {
    return gdapHolders(this.#index.tables, link);
  }

  async #customersFound(query: z.output<typeof CustomerQuery>, now: Date, slices: Slices) {
    const { orders, search, tables } = this.#index;
    const order = await orders.customers(query.sort, query.locale, query.descending, slices);
    const searched = await search.customers(query.search, this.#partners.words(), slices);
    if (slices.isOver()) await slices.next();
    return { order, sifted: siftCustomers(tables, query, searched, now, this.#partners.nameOf) };
  }

  async #subscriptionsFound(query: z.output<typeof SubscriptionQuery>, now: Date, slices: Slices) {
    const { search, tables } = this.#index;
    const order = await this.#subscriptionOrder(query, slices);
    const searched = await search.subscriptions(query.search, this.#partners.words(), slices);
    if (slices.isOver()) await slices.next();
    const sifted = await siftSubscriptions(tables, query, searched, now, this.#partners.nameOf, slices);
    return { order, sifted };
  }

  async #delegationsFound(query: z.output<typeof DelegationQuery>, now: Date, slices: Slices) {
    const { orders, search, tables } = this.#index;
    const order = await orders.delegations(slices);
    const searched = await search.delegations(query.search, this.#partners.words(), slices);
    if (slices.isOver()) await slices.next();
    return { order, sifted: siftDelegations(tables, query, searched, now) };
  }

  async #subscriptionOrder(query: z.output<typeof SubscriptionQuery>, slices: Slices): Promise<Uint32Array> {
    const { orders, tables } = this.#index;
    const { customer, descending, locale, sort } = query;
    if (customer === undefined) return await orders.subscriptions(sort, locale, descending, slices);
    const rows = Uint32Array.from(tables.subscriptionsOf(tables.rows.get(customer) ?? NONE));
    return await mergeSort(rows, await orders.ofOneCustomer(sort, locale, descending, slices), slices);
  }

  /** When the clock alone will change an answer about one of these subscriptions. */
  #soonestOf(rows: readonly number[]): number {
    const { customers, subscriptions } = this.#index.tables;
    return rows.reduce(
      (soonest, row) => Math.min(soonest, customers.until.data[subscriptions.customer.data[row] ?? NONE] ?? soonest),
      Number.POSITIVE_INFINITY,
    );
  }
}

/** How many lines are handed over at a time. */
const LINES = 500;

async function handOver<Row>(rows: readonly number[], line: (row: number) => Row, take: Take<Row>): Promise<void> {
  for (let from = 0; from < rows.length; from += LINES) await take(rows.slice(from, from + LINES).map(line));
}

async function lines<Row>(rows: readonly number[], line: (row: number) => Row): Promise<Row[]> {
  const items: Row[] = [];
  await inSlices(rows, (row) => items.push(line(row)));
  return items;
}

function countsOf<Facets>({ all, byChannel, facets, rows }: Sifted<Facets>) {
  const [own = 0, indirect = 0, other = 0, direct = 0, advisor = 0, volume = 0, unknown = 0] = byChannel;
  const counts: ChannelCounts = {
    'csp-own': own,
    'csp-indirect': indirect,
    'csp-other': other,
    direct,
    advisor,
    'volume-licensing': volume,
    unknown,
  };
  return { all, total: rows.length, counts, facets };
}

const noRules = () => new Uint32Array(32);

function countRules(counts: Uint32Array, bits: number): void {
  for (let left = bits; left !== 0; left &= left - 1) {
    const bit = 31 - Math.clz32(left & -left);
    counts[bit] = (counts[bit] ?? 0) + 1;
  }
}

const instantOf = (milliseconds: number): Instant | null =>
  Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString() : null;
