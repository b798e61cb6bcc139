/** Which words stand in which rows of a table, a bit for each word. Rows in which none stands cost nothing. */
export class Marks {
  /** By row. */
  readonly bits: Uint32Array;
  readonly #rows: number[] = [];

  constructor(size: number) {
    this.bits = new Uint32Array(size);
  }

  add(row: number, bits: number): void {
    const before = this.bits[row] ?? 0;
    if (before === 0) this.#rows.push(row);
    this.bits[row] = before | bits;
  }

  /** Whether every row of a stretch has the bit. */
  haveAll(from: number, to: number, bit: number): boolean {
    for (let row = from; row < to; row += 1) if (((this.bits[row] ?? 0) & bit) === 0) return false;
    return true;
  }

  /** Takes all marks off. */
  clear(): void {
    for (const row of this.#rows) this.bits[row] = 0;
    this.#rows.length = 0;
  }

  /** The rows that have just these bits, in no order. */
  rowsWith(bits: number): Uint32Array {
    return Uint32Array.from(this.#rows.filter((row) => this.bits[row] === bits));
  }
}
