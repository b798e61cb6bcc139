type Numbers =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** Stands for "no row" in a column of row numbers. */
export const NONE = 0xffffffff;

/** Numbers by row, as close together as they get. Whoever adds rows makes room for many at a time. */
export class Column<A extends Numbers = Numbers> {
  /** For reading and writing up to the rows reserved; another array after the next reservation. */
  data: A;
  /** How many numbers a row has. */
  readonly width: number;
  readonly #make: (length: number) => A;

  constructor(make: (length: number) => A, width = 1) {
    this.data = make(0);
    this.width = width;
    this.#make = make;
  }

  reserve(rows: number): void {
    const needed = rows * this.width;
    if (needed <= this.data.length) return;
    const grown = this.#make(needed);
    grown.set(this.data);
    this.data = grown;
  }

  /** The first rows, byte for byte; the memory is shared. */
  bytes(rows: number): Uint8Array {
    return new Uint8Array(this.data.buffer, 0, rows * this.width * this.data.BYTES_PER_ELEMENT);
  }

  /** Room for what `bytes` gave of so many rows. */
  room(rows: number): Uint8Array {
    this.data = this.#make(rows * this.width);
    return this.bytes(rows);
  }
}

export const bytesColumn = (width = 1) => new Column((length) => new Uint8Array(length), width);
export const shortsColumn = () => new Column((length) => new Uint16Array(length));
export const wordsColumn = () => new Column((length) => new Uint32Array(length));
export const doublesColumn = () => new Column((length) => new Float64Array(length));
