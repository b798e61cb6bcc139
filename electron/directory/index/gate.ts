/**
 * Lets any number of readers in at a time, or one writer: what is asked in slices sees no half of a change. They come in
 * the order in which they ask, so that none waits for ever.
 */
export class Gate {
  #writing: Promise<unknown> = Promise.resolve();
  readonly #reading = new Set<Promise<unknown>>();

  read<T>(work: () => Promise<T> | T): Promise<T> {
    const turn = this.#writing.then(work);
    const over = turn.then(ignore, ignore);
    this.#reading.add(over);
    void over.then(() => this.#reading.delete(over));
    return turn;
  }

  write<T>(work: () => Promise<T> | T): Promise<T> {
    const turn = Promise.all([this.#writing, ...this.#reading]).then(work);
    this.#writing = turn.then(ignore, ignore);
    return turn;
  }
}

const ignore = (): void => undefined;
