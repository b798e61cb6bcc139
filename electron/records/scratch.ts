/** How many buffers are kept at most. */
const KEPT = 4;

/**
 * Buffers that are written into again and again. A new one of a megabyte for every save would have the memory cleaned
 * every few saves, and whoever saves then waits.
 */
export class Scratch {
  readonly #free: Buffer[] = [];

  /** A buffer of this length, in bytes, with anything in it; whoever takes it gives it back. */
  take(length: number): Buffer {
    const nth = this.#free.findIndex(({ buffer }) => buffer.byteLength >= length);
    const [known] = nth < 0 ? [] : this.#free.splice(nth, 1);
    const whole = known ?? Buffer.allocUnsafeSlow(Math.ceil(length * 1.25));
    return Buffer.from(whole.buffer, 0, length);
  }

  /** Takes back what `take` gave. Nobody reads it any more. */
  give(buffer: Buffer): void {
    if (this.#free.length < KEPT) this.#free.push(buffer);
  }
}
