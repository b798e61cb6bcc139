import { fold } from '#shared/model/fold.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { bytesColumn, doublesColumn, shortsColumn, wordsColumn } from './columns.ts';
import { Table } from './table.ts';
import { TextColumn } from './text-column.ts';

/** The document number of a row that stands for nobody. */
export const NOWHERE = 0xffff;

/** The length of a tenant id. */
const ID = 36;

/** Customers, a row each. */
export class CustomerTable extends Table {
  readonly document = shortsColumn();
  readonly firstSubscription = wordsColumn();
  readonly subscriptions = wordsColumn();
  readonly firstDelegation = wordsColumn();
  readonly relationship = wordsColumn();
  /** Its channels as bits, in the canonical order. */
  readonly channels = bytesColumn();
  /** Our access, by its place among the words for it. */
  readonly access = bytesColumn();
  /** The row of the delegation that gives it an end. */
  readonly soonest = wordsColumn();
  /** When that is; `Infinity` for never. */
  readonly ends = doublesColumn();
  readonly asOf = doublesColumn();
  readonly asOfForm = wordsColumn();
  /** The stretch of time for which all that depends on time holds. */
  readonly since = doublesColumn();
  readonly until = doublesColumn();
  /** The rules that decide an answer so, as bits. */
  readonly allow = wordsColumn();
  readonly deny = wordsColumn();
  readonly unknown = wordsColumn();
  /** The partners that hold the reseller relationship, and their providers: a set of labels. */
  readonly related = wordsColumn();
  /** Those and the partners of its subscriptions. */
  readonly partners = wordsColumn();
  /** The tenants of the partners that hold the reseller relationship: a set. */
  readonly holders = wordsColumn();
  readonly tags = wordsColumn();
  /** Since when its source no longer lists it, in seconds; 0 while it does. */
  readonly gone = wordsColumn();
  readonly hasDomain = bytesColumn();
  readonly id = new TextColumn();
  /** What it is found by besides its name and id: domain, pinyin in full and by initials. */
  readonly keys = new TextColumn();
  /** The name as searches compare it. */
  readonly folded = new TextColumn();
  /** The name where it is not the folded one. */
  readonly name = new TextColumn();
  /** The domain where it is not the one in the keys. */
  readonly domain = new TextColumn();

  columns() {
    const { document, firstSubscription, subscriptions, firstDelegation, relationship, channels, access, soonest } =
      this;
    const { ends, asOf, asOfForm, since, until, allow, deny, unknown, related, partners, holders, tags } = this;
    const { gone, hasDomain, changed, idKey } = this;
    return {
      document,
      firstSubscription,
      subscriptions,
      firstDelegation,
      relationship,
      channels,
      access,
      soonest,
      ends,
      asOf,
      asOfForm,
      since,
      until,
      allow,
      deny,
      unknown,
      related,
      partners,
      holders,
      tags,
      gone,
      hasDomain,
      changed,
      idKey,
    };
  }

  texts() {
    const { id, keys, folded, name, domain } = this;
    return { id, keys, folded, name, domain };
  }

  isThere(row: number): boolean {
    return (this.document.data[row] ?? NOWHERE) !== NOWHERE;
  }

  idOf(row: number): string {
    return this.id.get(row);
  }

  nameOf(row: number): string {
    return this.name.get(row) || this.folded.get(row);
  }

  putName(row: number, name: string): void {
    const folded = fold(name);
    this.folded.set(row, folded);
    this.name.set(row, name === folded ? '' : name);
  }

  domainOf(row: number): string | null {
    if (!this.hasDomain.data[row]) return null;
    const keys = this.keys.get(row);
    const end = keys.indexOf('\n');
    return this.domain.get(row) || (end < 0 ? keys : keys.slice(0, end));
  }

  putDomain(row: number, domain: string | null): void {
    this.hasDomain.data[row] = domain === null ? 0 : 1;
    this.domain.set(row, domain === null || domain === domain.toLowerCase() ? '' : domain);
  }
}

/** Ids in the index came from dossiers, where they were checked. */
export const isCustomerId = (id: string): id is CustomerId => id.length === ID;
