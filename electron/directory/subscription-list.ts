import type { z } from 'zod';
import { SUBSCRIPTION_ACTIONS } from '#electron/directory/answers/questions.ts';
import { answerOf, OUTCOME_OF } from '#electron/directory/answers/standing.ts';
import { NONE } from '#electron/directory/index/columns.ts';
import type { Interned } from '#electron/directory/index/interned.ts';
import type { IndexTables } from '#electron/directory/index/tables.ts';
import { PLACES } from '#electron/directory/index/words.ts';
import type { SubscriptionFacets, SubscriptionQuery, SubscriptionRow } from '#shared/contract/customers.ts';
import { Outcome, type SubscriptionAction } from '#shared/model/policy.ts';
import { countsOfMembers, DAY, FARTHEST, facetsOf, facetsOfTexts, UNKNOWN, withinOf, withinPlace } from './facets.ts';
import { goneSince } from './gone-since.ts';
import { customerId, subscriptionId } from './row-ids.ts';
import { count, type NameOf, type Sifted, setsWith } from './sifting.ts';
import type { Slices } from './slices.ts';

type Query = z.output<typeof SubscriptionQuery>;

export interface SiftedSubscriptions extends Sifted<SubscriptionFacets> {
  /** How many rows get each answer to the action asked about. */
  readonly outcomes: Record<Outcome, number>;
}

/** The filters by which a row can fail, as bits: one that fails by a single filter counts for this filter's values. */
const FAILS = { channel: 1, status: 2, service: 4, reseller: 8, ending: 16, tag: 32, answer: 64 } as const;

const STATUSES = [UNKNOWN, ...PLACES.statuses];
const ACTIONS = SUBSCRIPTION_ACTIONS.length;

/** How many rows are looked at between two looks at the clock. */
const BLOCK = 16_384;

/** The subscriptions that a query finds among those searched for, which are all when `searched` is `null`. */
export async function siftSubscriptions(
  tables: IndexTables,
  query: Query,
  searched: Uint32Array | null,
  now: Date,
  nameOf: NameOf,
  slices: Slices,
): Promise<SiftedSubscriptions> {
  const isWhole = searched === null && !isFiltered(query);
  const kept = isWhole ? wholes.get(tables) : undefined;
  if (kept?.version === tables.version) {
    return kept.sifter.result(nameOf, await kept.sifter.endsAt(now, slices));
  }
  const { version } = tables;
  const sifter = new Sifter(tables, query, candidatesOf(tables, query, searched), now);
  for (let from = 0; from < sifter.candidates; from += BLOCK) {
    sifter.sift(from, Math.min(sifter.candidates, from + BLOCK));
    if (slices.isOver()) await slices.next();
  }
  if (isWhole) wholes.set(tables, { version, sifter });
  return sifter.result(nameOf);
}

/** The rows to look at: those searched for, of one customer where the query names it; `null` for all. */
function candidatesOf(tables: IndexTables, query: Query, searched: Uint32Array | null): Uint32Array | null {
  if (query.customer === undefined) return searched;
  const customer = tables.rows.get(query.customer) ?? NONE;
  const owner = tables.subscriptions.customer.data;
  return searched?.filter((row) => owner[row] === customer) ?? Uint32Array.from(tables.subscriptionsOf(customer));
}

/** What was counted of all subscriptions together, which every list begins with, for as long as no row changes. */
const wholes = new WeakMap<IndexTables, { readonly version: number; readonly sifter: Sifter }>();

function isFiltered({ can, channel, customer, ending, reseller, service, status, tag }: Query): boolean {
  return [can, channel, customer, ending, reseller, service, status, tag].some((filter) => filter !== undefined);
}

/** Goes through the rows some at a time. */
class Sifter {
  readonly #tables: IndexTables;
  /** How many rows there are to look at. */
  readonly candidates: number;
  /** Which; `null` for all. */
  readonly #among: Uint32Array | null;
  readonly #time: number;
  readonly #query: Query;
  readonly #wanted: ReturnType<typeof wantedBy>;
  /** Those found. */
  readonly #rows: Uint32Array;
  readonly #byChannel = new Uint32Array(PLACES.channels.length);
  readonly #byStatus = new Uint32Array(STATUSES.length);
  readonly #byService: Uint32Array<ArrayBuffer>;
  readonly #byPartner: Uint32Array<ArrayBuffer>;
  readonly #byEnd = new Uint32Array(5);
  readonly #byTags: Uint32Array<ArrayBuffer>;
  readonly #byOutcome = new Uint32Array(Outcome.options.length);
  #total = 0;
  #all = 0;
  #next = Number.POSITIVE_INFINITY;

  constructor(tables: IndexTables, query: Query, among: Uint32Array | null, now: Date) {
    const { sets, subscriptions, texts } = tables;
    this.#tables = tables;
    this.#among = among;
    this.candidates = among?.length ?? subscriptions.size;
    this.#time = now.getTime();
    this.#query = query;
    this.#wanted = wantedBy(tables, query);
    this.#rows = new Uint32Array(this.candidates);
    this.#byService = new Uint32Array(texts.services.size);
    this.#byPartner = new Uint32Array(texts.tenants.size);
    this.#byTags = new Uint32Array(sets.tags.size);
  }

  /** Looks at a stretch of the candidates. */
  sift(from: number, to: number): void {
    const { customers, sets, subscriptions } = this.#tables;
    const { action, channel, outcome, reseller, service, span, status, tag } = this.#wanted;
    const [among, time, rows] = [this.#among, this.#time, this.#rows];
    const owner = subscriptions.customer.data;
    const [channels, statuses] = [subscriptions.channel.data, subscriptions.status.data];
    const [services, partners] = [subscriptions.service.data, subscriptions.transacting.data];
    const [ends, answers] = [subscriptions.ends.data, subscriptions.answers.data];
    const [tags, until] = [customers.tags.data, customers.until.data];
    const [byChannel, byStatus, byService] = [this.#byChannel, this.#byStatus, this.#byService];
    const [byPartner, byEnd, byTags, byOutcome] = [this.#byPartner, this.#byEnd, this.#byTags, this.#byOutcome];
    const hasTags = sets.tags.size > 1;
    let [total, all, next] = [this.#total, this.#all, this.#next];
    for (let nth = from; nth < to; nth += 1) {
      const row = among === null ? nth : (among[nth] ?? 0);
      const customer = owner[row] ?? NONE;
      if (customer === NONE) continue;
      const ahead = (ends[row] ?? Number.NaN) - time;
      let answer = 0;
      let fails = 0;
      if (action !== null) {
        answer = OUTCOME_OF[answers[row * ACTIONS + action] ?? 0] ?? 0;
        const change = until[customer] ?? next;
        if (change < next) next = change;
        if (answer !== outcome) fails |= FAILS.answer;
      }
      if (channel !== null && channels[row] !== channel) fails |= FAILS.channel;
      if (status !== null && statuses[row] !== status) fails |= FAILS.status;
      if (service !== null && services[row] !== service) fails |= FAILS.service;
      if (reseller !== null && partners[row] !== reseller) fails |= FAILS.reseller;
      if (span !== null) {
        if (!(ahead > -DAY && ahead <= span)) fails |= FAILS.ending;
        // It comes in when it ends within the span, and leaves a day after its end.
        const turn = time + ahead + (ahead > span ? -span : DAY);
        if (ahead > -DAY && turn < next) next = turn;
      }
      if (tag !== null && !tag[tags[customer] ?? 0]) fails |= FAILS.tag;
      // A row that fails by two filters counts for none.
      if ((fails & (fails - 1)) !== 0) continue;
      if (fails === 0) {
        rows[total] = row;
        total += 1;
      }
      if (fails === 0 || fails === FAILS.channel) {
        all += 1;
        count(byChannel, channels[row]);
      }
      if (fails === 0 || fails === FAILS.status) count(byStatus, statuses[row]);
      if (fails === 0 || fails === FAILS.service) count(byService, services[row]);
      if (fails === 0 || fails === FAILS.reseller) count(byPartner, partners[row]);
      // An end without a time is the end of its day.
      if (ahead > -DAY && ahead <= FARTHEST && (fails === 0 || fails === FAILS.ending))
        count(byEnd, withinPlace(ahead));
      if (hasTags && (fails === 0 || fails === FAILS.tag)) count(byTags, tags[customer]);
      if (action !== null && (fails === 0 || fails === FAILS.answer)) count(byOutcome, answer);
    }
    [this.#total, this.#all, this.#next] = [total, all, next];
  }

  /** Counts the ends of what was found as of another time: nothing else changes by the clock while nothing is filtered. */
  async endsAt(now: Date, slices: Slices): Promise<Uint32Array<ArrayBuffer>> {
    const { ends } = this.#tables.subscriptions;
    const time = now.getTime();
    const byEnd = new Uint32Array(this.#byEnd.length);
    if (time === this.#time) return this.#byEnd;
    for (let from = 0; from < this.#total; from += BLOCK) {
      countEnds(ends.data, this.#rows.subarray(from, Math.min(this.#total, from + BLOCK)), time, byEnd);
      if (slices.isOver()) await slices.next();
    }
    return byEnd;
  }

  result(nameOf: NameOf, byEnd = this.#byEnd): SiftedSubscriptions {
    const { sets, texts } = this.#tables;
    // Nobody filters by a partner that is not known.
    this.#byPartner[0] = 0;
    const [allow = 0, deny = 0, unknown = 0] = this.#byOutcome;
    const facets = {
      channel: facetsOf(this.#byChannel, PLACES.channels),
      status: facetsOf(this.#byStatus, STATUSES),
      service: facetsOfTexts(this.#byService, texts.services, undefined, this.#query.service),
      reseller: facetsOfTexts(this.#byPartner, texts.tenants, nameOf, this.#query.reseller),
      ending: withinOf(byEnd),
      tag: facetsOfTexts(
        countsOfMembers(this.#byTags, sets.tags, texts.tags.size),
        texts.tags,
        undefined,
        this.#query.tag,
      ),
    };
    return {
      rows: this.#rows.subarray(0, this.#total),
      all: this.#all,
      byChannel: this.#byChannel,
      facets,
      outcomes: { allow, deny, unknown },
      until: this.#next,
    };
  }
}

function countEnds(ends: Float64Array, rows: Uint32Array, time: number, byEnd: Uint32Array): void {
  for (let nth = 0; nth < rows.length; nth += 1) {
    const ahead = (ends[rows[nth] ?? 0] ?? Number.NaN) - time;
    if (ahead > -DAY && ahead <= FARTHEST) count(byEnd, withinPlace(ahead));
  }
}

/** What each filter lets through, in the index's own numbers; `null` where the query does not filter. */
function wantedBy({ sets, texts }: IndexTables, query: Query) {
  return {
    action: query.can === undefined ? null : SUBSCRIPTION_ACTIONS.indexOf(query.can),
    outcome: Outcome.options.indexOf(query.outcome),
    channel: query.channel === undefined ? null : PLACES.channels.indexOf(query.channel),
    status: query.status === undefined ? null : STATUSES.indexOf(query.status),
    service: query.service === undefined ? null : serviceNumber(texts.services, query.service),
    reseller: query.reseller === undefined ? null : (texts.tenants.find(query.reseller) ?? NONE),
    span: query.ending === undefined ? null : query.ending * DAY,
    tag: setsWith(sets.tags, texts.tags, query.tag),
  };
}

/** A subscription's line, with the answers to these actions. */
export function subscriptionLine(
  { customers, instants, subscriptions, texts }: IndexTables,
  row: number,
  actions: readonly SubscriptionAction[],
): SubscriptionRow {
  const customer = subscriptions.customer.data[row] ?? NONE;
  const quantity = subscriptions.quantity.data[row] ?? Number.NaN;
  const status = subscriptions.status.data[row] ?? 0;
  const answers: SubscriptionRow['answers'] = {};
  for (const action of actions) {
    const code = subscriptions.answers.data[row * ACTIONS + SUBSCRIPTION_ACTIONS.indexOf(action)];
    answers[action] = answerOf(code ?? 0);
  }
  return {
    id: subscriptionId(subscriptions.idOf(row)),
    customer: customerId(customers.idOf(customer)),
    customerName: customers.nameOf(customer),
    kind: subscriptions.isRemainder.data[row] ? 'remainder' : 'subscription',
    name: texts.names.text(subscriptions.name.data[row] ?? 0) ?? '',
    quantity: Number.isNaN(quantity) ? null : quantity,
    channel: PLACES.channels[subscriptions.channel.data[row] ?? 0] ?? 'unknown',
    basis: PLACES.bases[subscriptions.basis.data[row] ?? 0] ?? 'observed',
    status: status === 0 ? null : (PLACES.statuses[status - 1] ?? null),
    asOf: instants.text(subscriptions.asOf.data[row] ?? 0, subscriptions.asOfForm.data[row] ?? 0) ?? '',
    goneSince: goneSince(subscriptions.gone.data[row] ?? 0),
    answers,
  };
}

function serviceNumber(services: Interned, service: string): number {
  return service === UNKNOWN ? 0 : (services.find(service) ?? NONE);
}
