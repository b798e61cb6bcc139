import type { z } from 'zod';
import type { Records } from '#electron/records/records.ts';
import type {
  ChannelCounts,
  CustomerQuery,
  CustomerRow,
  SubscriptionQuery,
  SubscriptionRow,
} from '#shared/contract/customers.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId, SubscriptionId } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { Capabilities } from './capabilities.ts';
import { customerRow, subscriptionRow } from './rows.ts';
import { haystackOf, matches, subscriptionHaystackOf, wordsOf } from './search.ts';

interface List<Row> {
  readonly total: number;
  readonly all: number;
  readonly counts: ChannelCounts;
  readonly items: Row[];
}

/** Questions over the records of a workspace: lists, searches, counts. It keeps nothing that the records do not. */
export class Directory {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  /** The dossier of a customer, or a `not-found` problem. */
  dossier(id: CustomerId): Dossier {
    const dossier = this.#records.dossier(id);
    if (!dossier) throw new ProblemError('not-found', 'unknownCustomer', { customer: id });
    return dossier;
  }

  /** A subscription with its dossier; the customer may be left out while no other one has a subscription of that id. */
  subscription(id: SubscriptionId, customer?: CustomerId): { dossier: Dossier; subscription: Subscription } {
    const dossiers = customer ? [this.dossier(customer)] : [...this.#records.dossiers()];
    const [found, ...others] = dossiers.flatMap((dossier) => {
      const subscription = dossier.subscriptions.find((one) => one.id === id);
      return subscription ? [{ dossier, subscription }] : [];
    });
    if (!found) throw new ProblemError('not-found', 'unknownSubscription', { subscription: id });
    if (others.length === 0) return found;
    const customers = [found, ...others].map(({ dossier }) => dossier.name.value).join(', ');
    throw new ProblemError('bad-input', 'ambiguousSubscription', { subscription: id, customers });
  }

  customers(query: z.infer<typeof CustomerQuery>): List<CustomerRow> {
    const words = wordsOf(query.search);
    const rows: CustomerRow[] = [];
    const counts = noCounts();
    let all = 0;
    for (const dossier of this.#records.dossiers()) {
      if (!matches(haystackOf(dossier), words)) continue;
      all += 1;
      const row = customerRow(dossier, this.#records.profile);
      for (const channel of row.channels) counts[channel] += 1;
      if (!query.channel || row.channels.includes(query.channel)) rows.push(row);
    }
    return { all, counts, ...page(rows, query, query.sort) };
  }

  subscriptions(query: z.infer<typeof SubscriptionQuery>, now: Date): List<SubscriptionRow> {
    const words = wordsOf(query.search);
    const capabilities = new Capabilities(this.#records.profile, now);
    const dossiers = query.customer ? [this.dossier(query.customer)] : this.#records.dossiers();
    const rows: SubscriptionRow[] = [];
    const counts = noCounts();
    let all = 0;
    for (const dossier of dossiers) {
      for (const subscription of dossier.subscriptions) {
        if (!matches(subscriptionHaystackOf(dossier, subscription), words)) continue;
        if (query.can && !capabilities.maySubscription(query.can, dossier, subscription)) continue;
        all += 1;
        counts[subscription.channel.value] += 1;
        if (query.channel && subscription.channel.value !== query.channel) continue;
        rows.push(subscriptionRow(dossier, subscription));
      }
    }
    return { all, counts, ...page(rows, query, query.sort) };
  }

  /** Sizes and the newest fact, for the window's title bar. */
  summary(): { customers: number; subscriptions: number; asOf: string | null } {
    let customers = 0;
    let subscriptions = 0;
    let asOf: string | null = null;
    for (const dossier of this.#records.dossiers()) {
      customers += 1;
      subscriptions += dossier.subscriptions.length;
      const row = customerRow(dossier, this.#records.profile);
      if (asOf === null || row.asOf > asOf) asOf = row.asOf;
    }
    return { customers, subscriptions, asOf };
  }
}

const noCounts = (): ChannelCounts => ({
  'csp-own': 0,
  'csp-indirect': 0,
  'csp-other': 0,
  direct: 0,
  advisor: 0,
  'volume-licensing': 0,
  unknown: 0,
});

const collators = new Map<string, Intl.Collator>();

function collatorOf(locale: string): Intl.Collator {
  const collator = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true });
  collators.set(locale, collator);
  return collator;
}

interface PageQuery {
  readonly descending: boolean;
  readonly locale: string;
  readonly offset: number;
  readonly limit: number;
}

/** Sorts by one column and cuts the page out. Rows without a value stand last in either direction; ties go by id. */
function page<Row extends { id: string }, Column extends keyof Row>(
  rows: Row[],
  query: PageQuery,
  column: Column,
): Pick<List<Row>, 'total' | 'items'> {
  const collator = collatorOf(query.locale);
  const sign = query.descending ? -1 : 1;
  rows.sort((a, b) => {
    const [left, right] = [a[column], b[column]];
    if (left === null || right === null) {
      if (left === right) return a.id < b.id ? -1 : 1;
      return left === null ? 1 : -1;
    }
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : collator.compare(String(left), String(right));
    return order * sign || (a.id < b.id ? -1 : 1);
  });
  return { total: rows.length, items: rows.slice(query.offset, query.offset + query.limit) };
}
