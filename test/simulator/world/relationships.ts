import type { Delegation } from '#shared/model/delegation.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { customerOf } from '#test/generator/customer.ts';
import { delegationsOf } from '#test/generator/delegations.ts';
import type { World } from '#test/generator/world.ts';
import type { Customers } from './customers.ts';
import { delegationsMoved } from './moved.ts';
import { changed, IN_FORCE, lived, type Relationship } from './relationship.ts';
import type { Time } from './time.ts';

/** A page of them, and where the next one begins; `null` at the end. */
export interface RelationshipPage {
  readonly items: readonly Relationship[];
  readonly next: string | null;
}

/**
 * The GDAP relationships of ours as Graph has them now: those of the generator, made when they are asked for; those that
 * were changed since; and those that were made here, which come last in the list.
 */
export class Relationships {
  readonly #world: World;
  readonly #customers: Customers;
  readonly #time: Time;
  readonly #days: number;
  readonly #changed = new Map<string, Relationship>();
  readonly #made: string[] = [];
  readonly #removed = new Set<string>();
  /** The place of the customer of each that was seen, by the beginning of its id. */
  readonly #places = new Map<number, number>();
  #indexed = 0;

  constructor(world: World, customers: Customers, time: Time, days: number) {
    this.#world = world;
    this.#customers = customers;
    this.#time = time;
    this.#days = days;
  }

  find(id: string): Relationship | undefined {
    if (this.#removed.has(id)) return undefined;
    const kept = this.#changed.get(id);
    if (kept) return this.#now(kept);
    const key = keyOf(id);
    for (; !this.#places.has(key) && this.#indexed < this.#customers.places; this.#indexed += 1) {
      for (const one of this.#ours(this.#indexed)) this.#places.set(keyOf(one.id), this.#indexed);
    }
    const place = this.#places.get(key);
    const found = place === undefined ? undefined : this.#ours(place).find((one) => one.id === id);
    return found && this.#now(this.#generated(found, this.#customers.idAt(place ?? 0)));
  }

  /** All of one customer. */
  of(customer: CustomerId): Relationship[] {
    const place = this.#customers.placeOf(customer);
    const made = this.#ofOurMaking().filter((one) => one.customer === customer);
    return [...(place === undefined ? [] : this.#at(place)), ...made];
  }

  /** Whether roles of ours are in force with a customer. */
  inForceWith(customer: CustomerId): boolean {
    return this.of(customer).some(({ delegation }) => IN_FORCE.has(delegation.status));
  }

  /** So many from a place on, `0.0` being the beginning. */
  page(from: string, size: number, fits: (one: Relationship) => boolean = () => true): RelationshipPage {
    const items: Relationship[] = [];
    const [place = 0, skip = 0] = from.split('.').map(Number);
    for (let nth = place; nth <= this.#customers.places; nth += 1) {
      const all = nth === this.#customers.places ? this.#ofOurMaking() : this.#at(nth);
      for (let at = nth === place ? skip : 0; at < all.length; at += 1) {
        const one = all[at];
        if (!one || !fits(one)) continue;
        if (items.length === size) return { items, next: `${nth}.${at}` };
        items.push(one);
      }
    }
    return { items, next: null };
  }

  /** Whether one of ours has this name. */
  isNamed(name: string): boolean {
    for (const one of this.#changed.values()) {
      if (!this.#removed.has(one.id) && one.delegation.name === name) return true;
    }
    // The generator's names carry the beginning of the customer's id.
    const [, start] = /^\S+ ([0-9a-f]{8}) \d+$/.exec(name) ?? [];
    if (start === undefined) return false;
    for (const id of this.#customers.ids()) {
      if (id.startsWith(start) && this.of(id).some(({ delegation }) => delegation.name === name)) return true;
    }
    return false;
  }

  /** Keeps a new one. */
  add(relationship: Relationship): void {
    this.#made.push(relationship.id);
    this.#changed.set(relationship.id, relationship);
  }

  /** Changes one; fails when there is none. */
  change(id: string, change: Partial<Delegation>): Relationship {
    const before = this.find(id);
    if (before === undefined) throw new Error(`There is no relationship ${id}.`);
    const after = changed(before, change, this.#time.lived);
    this.#changed.set(id, after);
    return after;
  }

  /** Takes it away as if it had never been. */
  remove(id: string): void {
    this.#removed.add(id);
  }

  #ofOurMaking(): Relationship[] {
    return this.#made.flatMap((id) => this.find(id) ?? []);
  }

  #at(place: number): Relationship[] {
    const customer = this.#customers.idAt(place);
    return this.#ours(place)
      .filter(({ id }) => !this.#removed.has(id))
      .map((one) => this.#now(this.#changed.get(one.id) ?? this.#generated(one, customer)));
  }

  #ours(place: number): Delegation[] {
    const delegations = delegationsOf(customerOf(this.#world, place));
    const { tenantId } = this.#world.us;
    return delegationsMoved(
      delegations.filter(({ kind, partner }) => kind === 'gdap' && partner === tenantId),
      this.#days,
    );
  }

  #generated(delegation: Delegation, customer: CustomerId): Relationship {
    return { id: delegation.id, customer, delegation, generated: true, since: null, modifiedAt: null };
  }

  #now(relationship: Relationship): Relationship {
    return lived(relationship, this.#time.startedAt.getTime(), this.#time.lived);
  }
}

/** The first twelve digits: enough to tell them apart. */
const keyOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
