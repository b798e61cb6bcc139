/**
 * A long text as UTF-8, put together piece by piece in one stretch of memory. The room asked for at first is only taken
 * as it fills; when it does not suffice, what is there is copied into twice as much.
 */
export class GrowingText {
  #bytes: Buffer;
  #length = 0;

  /** `room` in bytes. */
  constructor(room: number) {
    this.#bytes = Buffer.allocUnsafeSlow(room);
  }

  append(text: string): void {
    const needed = Buffer.byteLength(text, 'utf8');
    if (this.#length + needed > this.#bytes.length) {
      const grown = Buffer.allocUnsafeSlow(2 * (this.#length + needed));
      this.#bytes.copy(grown, 0, 0, this.#length);
      this.#bytes = grown;
    }
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
  }

  /** What was appended so far. */
  get utf8(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }
}
