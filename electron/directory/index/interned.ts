/** Texts that many rows share, each kept once. The number 0 stands for `null`. */
export class Interned {
  readonly #texts: (string | null)[] = [null];
  readonly #numbers = new Map<string, number>();

  /** How many numbers there are, that of `null` among them. */
  get size(): number {
    return this.#texts.length;
  }

  /** The number of a text, which gets one if it has none. */
  numberOf(text: string | null): number {
    if (text === null) return 0;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#texts.length;
    this.#texts.push(text);
    this.#numbers.set(text, number);
    return number;
  }

  /** The number of a text that has one. */
  find(text: string): number | undefined {
    return this.#numbers.get(text);
  }

  text(number: number): string | null {
    return this.#texts[number] ?? null;
  }

  /** All texts, in the order of their numbers from 1 on. */
  texts(): string[] {
    return this.#texts.flatMap((text) => text ?? []);
  }

  load(texts: readonly string[]): void {
    for (const text of texts) this.numberOf(text);
  }
}

/** Sets of interned texts, each set kept once. The number 0 stands for the empty set. */
export class InternedSets {
  readonly #sets: (readonly number[])[] = [[]];
  readonly #numbers = new Map<string, number>([['', 0]]);
  /** By member: the sets that have it. */
  readonly #having: number[][] = [];

  get size(): number {
    return this.#sets.length;
  }

  numberOf(members: Iterable<number>): number {
    const set = [...new Set(members)].sort((one, other) => one - other);
    const key = set.join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#sets.length;
    this.#sets.push(set);
    this.#numbers.set(key, number);
    for (const member of set) {
      const having = this.#having[member] ?? [];
      having.push(number);
      this.#having[member] = having;
    }
    return number;
  }

  members(number: number): readonly number[] {
    return this.#sets[number] ?? [];
  }

  /** The sets that have a member. */
  having(member: number): readonly number[] {
    return this.#having[member] ?? [];
  }

  sets(): (readonly number[])[] {
    return this.#sets.slice(1);
  }

  load(sets: readonly (readonly number[])[]): void {
    for (const set of sets) this.numberOf(set);
  }
}
