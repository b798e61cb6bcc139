import type { z } from 'zod';
import { bitOf } from '#electron/directory/answers/standing.ts';
import { NONE } from '#electron/directory/index/columns.ts';
import { NOWHERE } from '#electron/directory/index/customer-table.ts';
import type { IndexTables } from '#electron/directory/index/tables.ts';
import { PLACES } from '#electron/directory/index/words.ts';
import type { CustomerFacets, CustomerQuery, CustomerRow } from '#shared/contract/customers.ts';
import { countsOfMembers, DAY, FARTHEST, facetsOf, facetsOfTexts, withinOf, withinPlace } from './facets.ts';
import { goneSince } from './gone-since.ts';
import { customerId } from './row-ids.ts';
import { count, countsOfBits, type NameOf, type Sifted, setsWith } from './sifting.ts';

type Query = z.output<typeof CustomerQuery>;

/** The filters by which a row can fail, as bits: one that fails by a single filter counts for this filter's values. */
const FAILS = { channel: 1, access: 2, expiring: 4, reseller: 8, tag: 16 } as const;

/** By their bits: all sets of channels. */
const CHANNEL_SETS = Array.from({ length: 2 ** PLACES.channels.length }, (_, bits) =>
  PLACES.channels.filter((_, place) => (bits & (1 << place)) !== 0),
);

/** The customers that a query finds among those searched for, which are all when `searched` is `null`. */
export function siftCustomers(
  tables: IndexTables,
  query: Query,
  searched: Uint32Array | null,
  now: Date,
  nameOf: NameOf,
): Sifted<CustomerFacets> {
  const { customers, sets, texts } = tables;
  const time = now.getTime();
  const document = customers.document.data;
  const channels = customers.channels.data;
  const access = customers.access.data;
  const ends = customers.ends.data;
  const until = customers.until.data;
  const holders = customers.holders.data;
  const tags = customers.tags.data;
  const [allow, deny, unknown] = [customers.allow.data, customers.deny.data, customers.unknown.data];
  const rule = query.decidedBy === undefined ? null : bitOf(query.decidedBy);
  const channel = query.channel === undefined ? null : 1 << PLACES.channels.indexOf(query.channel);
  const wantedAccess = query.access === undefined ? null : PLACES.access.indexOf(query.access);
  const horizon = query.expiring === undefined ? null : time + query.expiring * DAY;
  const reseller = setsWith(sets.tenants, texts.tenants, query.reseller);
  const tag = setsWith(sets.tags, texts.tags, query.tag);

  const farthest = time + FARTHEST;
  const candidates = searched?.length ?? customers.size;
  const rows = new Uint32Array(candidates);
  const byChannels = new Uint32Array(1 << PLACES.channels.length);
  const byAccess = new Uint32Array(PLACES.access.length);
  const byEnd = new Uint32Array(5);
  const byHolders = new Uint32Array(sets.tenants.size);
  const byTags = new Uint32Array(sets.tags.size);
  let total = 0;
  let all = 0;
  let next = Number.POSITIVE_INFINITY;
  for (let nth = 0; nth < candidates; nth += 1) {
    const row = searched === null ? nth : (searched[nth] ?? 0);
    if (document[row] === NOWHERE) continue;
    // Whoever is left out by a filter may come in then.
    const change = until[row] ?? next;
    if (change < next) next = change;
    const end = ends[row] ?? 0;
    if (horizon !== null && end > horizon && Number.isFinite(end)) next = Math.min(next, end - horizon + time);
    if (rule !== null && (((allow[row] ?? 0) | (deny[row] ?? 0) | (unknown[row] ?? 0)) & rule) === 0) continue;
    const bits = channels[row] ?? 0;
    let fails = 0;
    if (channel !== null && (bits & channel) === 0) fails |= FAILS.channel;
    if (wantedAccess !== null && access[row] !== wantedAccess) fails |= FAILS.access;
    if (horizon !== null && !(end <= horizon)) fails |= FAILS.expiring;
    if (reseller && !reseller[holders[row] ?? 0]) fails |= FAILS.reseller;
    if (tag && !tag[tags[row] ?? 0]) fails |= FAILS.tag;
    if (fails === 0) {
      rows[total] = row;
      total += 1;
    }
    if (fails === 0 || fails === FAILS.channel) {
      all += 1;
      count(byChannels, bits);
    }
    if (fails === 0 || fails === FAILS.access) count(byAccess, access[row]);
    if (end <= farthest && (fails === 0 || fails === FAILS.expiring)) count(byEnd, withinPlace(end - time));
    if (fails === 0 || fails === FAILS.reseller) count(byHolders, holders[row]);
    if (fails === 0 || fails === FAILS.tag) count(byTags, tags[row]);
  }
  const byChannel = countsOfBits(byChannels, PLACES.channels.length);
  const facets = {
    channel: facetsOf(byChannel, PLACES.channels),
    access: facetsOf(byAccess, PLACES.access),
    expiring: withinOf(byEnd),
    reseller: facetsOfTexts(
      countsOfMembers(byHolders, sets.tenants, texts.tenants.size),
      texts.tenants,
      nameOf,
      query.reseller,
    ),
    tag: facetsOfTexts(countsOfMembers(byTags, sets.tags, texts.tags.size), texts.tags, undefined, query.tag),
  };
  return { rows: rows.subarray(0, total), all, byChannel, facets, until: next };
}

/** How many lines are kept: those of the pages that were looked at last. */
const LINES = 4_096;

/** The lines of customers: with each key that somebody types, most of a page comes again. */
export class CustomerLines {
  readonly #tables: IndexTables;
  #version = 0;
  readonly #lines = new Map<number, CustomerRow>();

  constructor(tables: IndexTables) {
    this.#tables = tables;
  }

  /** A customer's line. Nobody changes it. */
  at(row: number): CustomerRow {
    const { version } = this.#tables;
    if (this.#version !== version || this.#lines.size >= LINES) this.#lines.clear();
    this.#version = version;
    const line = this.#lines.get(row) ?? customerLine(this.#tables, row);
    this.#lines.set(row, line);
    return line;
  }
}

function customerLine({ customers, delegations, instants, texts }: IndexTables, row: number): CustomerRow {
  const soonest = customers.soonest.data[row] ?? NONE;
  const bits = customers.channels.data[row] ?? 0;
  return {
    id: customerId(customers.idOf(row)),
    name: customers.nameOf(row),
    domain: customers.domainOf(row),
    relationship: texts.relationships.text(customers.relationship.data[row] ?? 0),
    channels: CHANNEL_SETS[bits] ?? [],
    subscriptions: customers.subscriptions.data[row] ?? 0,
    access: PLACES.access[customers.access.data[row] ?? 0] ?? 'unknown',
    delegationEndsAt:
      soonest === NONE
        ? null
        : instants.text(delegations.ends.data[soonest] ?? 0, delegations.endsForm.data[soonest] ?? 0),
    delegationAutoExtends: soonest === NONE ? null : delegations.extendsItself(soonest),
    asOf: instants.text(customers.asOf.data[row] ?? 0, customers.asOfForm.data[row] ?? 0) ?? '',
    goneSince: goneSince(customers.gone.data[row] ?? 0),
  };
}
