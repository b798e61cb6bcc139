/** While fewer than one row in so many is marked, the rows are remembered one by one. */
const FEW = 16;

/** Which words stand in which rows of a table, a bit for each word. Where few rows are marked, the others cost nothing. */
export class Marks {
  /** By row. */
  readonly bits: Uint32Array;
  /** The first rows that were marked. */
  readonly #few: Uint32Array;
  /** How many are marked. */
  #count = 0;

  constructor(size: number) {
    this.bits = new Uint32Array(size);
    this.#few = new Uint32Array(Math.ceil(size / FEW));
  }

  add(row: number, bits: number): void {
    const before = this.bits[row] ?? 0;
    if (before === 0) {
      this.#few[this.#count] = row;
      this.#count += 1;
    }
    this.bits[row] = before | bits;
  }

  /** Marks the rows that are given as bits, 32 in a word. */
  addAll(rows: Uint32Array, bits: number): void {
    for (let word = 0; word < rows.length; word += 1) {
      for (let left = rows[word] ?? 0; left !== 0; left &= left - 1) {
        this.add(word * 32 + 31 - Math.clz32(left & -left), bits);
      }
    }
  }

  /** Whether every row of a stretch has the bit. */
  haveAll(from: number, to: number, bit: number): boolean {
    for (let row = from; row < to; row += 1) if (((this.bits[row] ?? 0) & bit) === 0) return false;
    return true;
  }

  /** Takes all marks off. */
  clear(): void {
    if (this.#areFew()) for (let nth = 0; nth < this.#count; nth += 1) this.bits[this.#few[nth] ?? 0] = 0;
    else this.bits.fill(0);
    this.#count = 0;
  }

  /** The rows that have just these bits, in no order. */
  rowsWith(bits: number): Uint32Array {
    if (this.#areFew()) return this.#few.subarray(0, this.#count).filter((row) => this.bits[row] === bits);
    const rows = new Uint32Array(this.#count);
    let count = 0;
    for (let row = 0; row < this.bits.length; row += 1) {
      if (this.bits[row] !== bits) continue;
      rows[count] = row;
      count += 1;
    }
    return rows.subarray(0, count);
  }

  #areFew(): boolean {
    return this.#count <= this.#few.length;
  }
}
