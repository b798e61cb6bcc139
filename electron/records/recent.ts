/** Keeps the values used last, as many as there is room for. */
export class Recent<V> {
  readonly #room: number;
  readonly #sizeOf: (value: V) => number;
  readonly #values = new Map<string, V>();
  #taken = 0;

  /** `room` in the unit of `sizeOf`. */
  constructor(room: number, sizeOf: (value: V) => number) {
    this.#room = room;
    this.#sizeOf = sizeOf;
  }

  /** A value, which is now the one used last. */
  get(name: string): V | undefined {
    const value = this.#values.get(name);
    if (value === undefined) return undefined;
    this.#values.delete(name);
    this.#values.set(name, value);
    return value;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** Whether a value can be kept without giving up another. */
  hasRoomFor(value: V): boolean {
    return this.#taken + this.#sizeOf(value) <= this.#room;
  }

  /** Keeps a value in the place of the ones used longest ago; the last one stays even if there is no room for it. */
  set(name: string, value: V): void {
    this.delete(name);
    this.#values.set(name, value);
    this.#taken += this.#sizeOf(value);
    for (const oldest of this.#values.keys()) {
      if (this.#taken <= this.#room || oldest === name) return;
      this.delete(oldest);
    }
  }

  delete(name: string): void {
    const value = this.#values.get(name);
    if (value === undefined) return;
    this.#taken -= this.#sizeOf(value);
    this.#values.delete(name);
  }
}
