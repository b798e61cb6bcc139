/** The length before each part: 32 bits, little-endian. */
const LENGTH_BYTES = 4;

/** A part of a file, with its length before it. */
export function* partOf(bytes: Uint8Array): Generator<Uint8Array> {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(bytes.length);
  yield length;
  if (bytes.length > 0) yield bytes;
}

/** Reads what `partOf` made of parts, wherever the file was cut into pieces. What does not fit is a `RangeError`. */
export class PartReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #piece: Uint8Array = new Uint8Array();
  #at = 0;

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** The next part. It may lie in memory that others share, and must be copied to be kept. */
  async next(): Promise<Buffer> {
    return await this.#take(await this.#length());
  }

  /** Copies the next part, which must be just as long. */
  async into(target: Uint8Array): Promise<void> {
    if ((await this.#length()) !== target.length) throw new RangeError('A part has another length.');
    await this.#copy(target);
  }

  /** Whether nothing follows. */
  async isOver(): Promise<boolean> {
    return this.#at === this.#piece.length && !(await this.#more());
  }

  /** Nothing more is wanted. */
  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  async #length(): Promise<number> {
    return (await this.#take(LENGTH_BYTES)).readUInt32LE(0);
  }

  async #take(length: number): Promise<Buffer> {
    if (this.#at === this.#piece.length) await this.#more();
    const end = this.#at + length;
    if (end <= this.#piece.length) {
      const { buffer, byteOffset } = this.#piece;
      const taken = Buffer.from(buffer, byteOffset + this.#at, length);
      this.#at = end;
      return taken;
    }
    const gathered = Buffer.alloc(length);
    await this.#copy(gathered);
    return gathered;
  }

  async #copy(target: Uint8Array): Promise<void> {
    for (let filled = 0; filled < target.length; ) {
      if (this.#at === this.#piece.length && !(await this.#more())) throw new RangeError('A part is cut off.');
      const some = this.#piece.subarray(this.#at, this.#at + target.length - filled);
      target.set(some, filled);
      filled += some.length;
      this.#at += some.length;
    }
  }

  /** Goes on to the next piece that holds something, if there is one. */
  async #more(): Promise<boolean> {
    do {
      const { done, value } = await this.#pieces.next();
      if (done) return false;
      this.#piece = value;
      this.#at = 0;
    } while (this.#piece.length === 0);
    return true;
  }
}
