import type { Dossier } from '#shared/model/dossier.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { customerId } from '#test/generator/customer.ts';
import { dossierOf } from '#test/generator/dossiers.ts';
import type { World } from '#test/generator/world.ts';
import { datesMoved } from './moved.ts';

/** Dossiers that were just asked for: a customer's detail, subscriptions and seats are asked for one after the other. */
const KEPT = 512;

/** A part of the list, and where the next one begins; `null` at the end. */
export interface Part {
  readonly dossiers: readonly Dossier[];
  readonly next: number | null;
}

/**
 * The customers of a world as the service has them now: those of the generator, made when they are asked for, and the few
 * that were changed since.
 */
export class Customers {
  readonly #world: World;
  readonly #days: number;
  readonly #places = new Map<CustomerId, number>();
  readonly #changed = new Map<CustomerId, Dossier>();
  readonly #removed = new Set<CustomerId>();
  readonly #recent = new Map<CustomerId, Dossier>();

  /** `days` that all dates are moved by, so that the world is as old as when it was made. */
  constructor(world: World, count: number, days: number) {
    this.#world = world;
    this.#days = days;
    for (let nth = 0; nth < count; nth += 1) this.#places.set(customerId(world.seed, nth), nth);
  }

  /** How many there are. */
  get count(): number {
    return this.#places.size - this.#removed.size;
  }

  /** The ids, in the order of the list. */
  *ids(): Generator<CustomerId> {
    for (const id of this.#places.keys()) if (!this.#removed.has(id)) yield id;
  }

  /** The place of a customer in the generator's world, also of one that was removed. */
  placeOf(id: CustomerId): number | undefined {
    return this.#places.get(id);
  }

  /** The id at a place, also of one that was removed. */
  idAt(nth: number): CustomerId {
    return customerId(this.#world.seed, nth);
  }

  get places(): number {
    return this.#places.size;
  }

  get(id: CustomerId): Dossier | undefined {
    return this.#removed.has(id) ? undefined : this.known(id);
  }

  /** A customer, also one that is no longer listed. */
  known(id: CustomerId): Dossier | undefined {
    const changed = this.#changed.get(id) ?? this.#recent.get(id);
    if (changed !== undefined) return changed;
    const nth = this.#places.get(id);
    if (nth === undefined) return undefined;
    const made = datesMoved(dossierOf(this.#world, nth), this.#days);
    this.#recent.set(id, made);
    const [oldest] = this.#recent.keys();
    if (this.#recent.size > KEPT && oldest !== undefined) this.#recent.delete(oldest);
    return made;
  }

  /** The customer that a path names, in any letter case. */
  named(text: string | undefined): Dossier | undefined {
    const id = CustomerId.safeParse(text).data;
    return id === undefined ? undefined : this.get(id);
  }

  /** So many from a place on. */
  part(from: number, size: number, fits: (dossier: Dossier) => boolean = () => true): Part {
    const dossiers: Dossier[] = [];
    for (let nth = from; nth < this.#places.size; nth += 1) {
      const dossier = this.get(this.idAt(nth));
      if (dossier === undefined || !fits(dossier)) continue;
      if (dossiers.length === size) return { dossiers, next: nth };
      dossiers.push(dossier);
    }
    return { dossiers, next: null };
  }

  /** Changes one; fails when there is none. */
  change(id: CustomerId, edit: (dossier: Dossier) => Dossier): Dossier {
    const before = this.known(id);
    if (before === undefined) throw new Error(`There is no customer ${id}.`);
    const after = edit(before);
    this.#changed.set(id, after);
    return after;
  }

  /** Takes one off the list. */
  remove(id: CustomerId): void {
    if (this.#places.has(id)) this.#removed.add(id);
  }

  /** Puts one that was removed back on the list. */
  restore(id: CustomerId): void {
    this.#removed.delete(id);
  }

  /** A customer more: the next of the generator's. */
  add(): CustomerId {
    const id = this.idAt(this.#places.size);
    this.#places.set(id, this.#places.size);
    return id;
  }
}
