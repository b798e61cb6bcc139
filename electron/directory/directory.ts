import type { z } from 'zod';
import { RULES } from '#electron/policy/index.ts';
import type { Records } from '#electron/records/records.ts';
import type {
  ChannelCounts,
  CustomerQuery,
  CustomerRow,
  SubscriptionQuery,
  SubscriptionRow,
} from '#shared/contract/customers.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId, Instant, SubscriptionId } from '#shared/model/ids.ts';
import { Outcome, type RuleId } from '#shared/model/policy.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { page } from './page.ts';
import { Questions } from './questions.ts';
import { customerRow, newestAsOf, subscriptionRow } from './rows.ts';
import { haystackOf, matches, subscriptionHaystackOf, wordsOf } from './search.ts';
import { inSlices } from './slices.ts';
import { standingOf } from './standing.ts';

interface List<Row> {
  readonly total: number;
  readonly all: number;
  readonly counts: ChannelCounts;
  readonly items: Row[];
  readonly until: Instant | null;
}

interface SubscriptionList extends List<SubscriptionRow> {
  readonly outcomes: Record<Outcome, number> | null;
}

/** A row with the place it came from: what is saved while a list is being made belongs to the next list. */
interface Found {
  readonly row: SubscriptionRow;
  readonly dossier: Dossier;
  /** Its number among the customer's subscriptions. */
  readonly nth: number;
}

interface Deciding {
  readonly of: number;
  readonly customers: Record<RuleId, number>;
  readonly outcomes: Record<RuleId, Record<Outcome, number>>;
  readonly until: Instant | null;
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

  /** Customers by search, channel and deciding rule, as of now. */
  async customers(query: z.infer<typeof CustomerQuery>, now: Date): Promise<List<CustomerRow>> {
    const { channel, decidedBy } = query;
    const words = wordsOf(query.search);
    const questions = new Questions(this.#records.profile, now);
    const rows: CustomerRow[] = [];
    const counts = noCounts();
    let all = 0;
    let until = Number.POSITIVE_INFINITY;
    await inSlices(this.#records.dossiers(), (dossier) => {
      if (!matches(haystackOf(dossier), words)) return;
      const { row, until: next } = customerRow(dossier, this.#records.profile, now);
      // Whoever is left out by a rule may come in then.
      until = Math.min(until, next);
      if (decidedBy && !standingOf(dossier, questions).isDecidedBy(decidedBy)) return;
      all += 1;
      for (const one of row.channels) counts[one] += 1;
      if (!channel || row.channels.includes(channel)) rows.push(row);
    });
    const paged = page(rows, { cell: (row) => row[query.sort], id: (row) => row.id }, query);
    return { all, counts, ...paged, until: instantOf(until) };
  }

  /** Subscriptions and seat remainders by search, channel and the policy's answer, as of now. */
  async subscriptions(query: z.infer<typeof SubscriptionQuery>, now: Date): Promise<SubscriptionList> {
    const { can, channel } = query;
    const words = wordsOf(query.search);
    const questions = new Questions(this.#records.profile, now);
    const found: Found[] = [];
    const counts = noCounts();
    const outcomes = { allow: 0, deny: 0, unknown: 0 };
    let all = 0;
    let until = Number.POSITIVE_INFINITY;
    const take = (dossier: Dossier, subscription: Subscription, nth: number): void => {
      if (!matches(subscriptionHaystackOf(dossier, subscription), words)) return;
      const isInChannel = !channel || subscription.channel.value === channel;
      if (can) {
        const standing = standingOf(dossier, questions);
        const { outcome } = standing.onSubscription(nth, can);
        until = Math.min(until, standing.until);
        if (isInChannel) outcomes[outcome] += 1;
        if (outcome !== query.outcome) return;
      }
      all += 1;
      counts[subscription.channel.value] += 1;
      if (isInChannel) found.push({ row: subscriptionRow(dossier, subscription), dossier, nth });
    };
    await inSlices(query.customer ? [this.dossier(query.customer)] : this.#records.dossiers(), (dossier) => {
      for (const [nth, subscription] of dossier.subscriptions.entries()) take(dossier, subscription, nth);
    });
    const { items, total } = page(found, { cell: ({ row }) => row[query.sort], id: ({ row }) => row.id }, query);
    if (query.answers.length > 0) {
      await inSlices(items, ({ dossier, nth, row }) => {
        const standing = standingOf(dossier, questions);
        until = Math.min(until, standing.until);
        for (const action of query.answers) row.answers[action] = standing.onSubscription(nth, action);
      });
    }
    const rows = items.map(({ row }) => row);
    return { all, counts, total, items: rows, outcomes: can ? outcomes : null, until: instantOf(until) };
  }

  /** Of how many customers each rule of the table decides an answer now, and of how many to which outcome. */
  async deciding(now: Date): Promise<Deciding> {
    const questions = new Questions(this.#records.profile, now);
    const customers: Deciding['customers'] = Object.fromEntries(RULES.map(({ id }) => [id, 0]));
    const outcomes: Deciding['outcomes'] = Object.fromEntries(
      RULES.map(({ id }) => [id, { allow: 0, deny: 0, unknown: 0 }]),
    );
    let of = 0;
    let until = Number.POSITIVE_INFINITY;
    await inSlices(this.#records.dossiers(), (dossier) => {
      const standing = standingOf(dossier, questions);
      of += 1;
      until = Math.min(until, standing.until);
      for (const rule of standing.deciding()) customers[rule] = (customers[rule] ?? 0) + 1;
      for (const outcome of Outcome.options) {
        for (const rule of standing.deciding(outcome)) {
          const counts = outcomes[rule];
          if (counts) counts[outcome] += 1;
        }
      }
    });
    return { of, customers, outcomes, until: instantOf(until) };
  }

  /** Sizes and the newest fact, for the window's title bar. */
  summary(): { customers: number; subscriptions: number; asOf: string | null } {
    let customers = 0;
    let subscriptions = 0;
    let asOf: string | null = null;
    for (const dossier of this.#records.dossiers()) {
      customers += 1;
      subscriptions += dossier.subscriptions.length;
      const newest = newestAsOf(dossier);
      if (asOf === null || newest > asOf) asOf = newest;
    }
    return { customers, subscriptions, asOf };
  }
}

const instantOf = (milliseconds: number): Instant | null =>
  Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString() : null;

const noCounts = (): ChannelCounts => ({
  'csp-own': 0,
  'csp-indirect': 0,
  'csp-other': 0,
  direct: 0,
  advisor: 0,
  'volume-licensing': 0,
  unknown: 0,
});
